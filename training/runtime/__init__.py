"""Reads claims out of a text with the trained model: numpy, onnxruntime and tokenizers only."""
