"""A second extractor: claims as a language model reads them, every one of them found again in the text."""
