"""Claims by a small trained network, beside the rules: it proposes, and the steps that all kinds share make claims of it.

`training/` in the repository makes the weights in `data/model`; `training/MODEL_CARD.md` says what they are.
"""
