"""Registers of risks beside the scorecard: scores, and the words for them."""
