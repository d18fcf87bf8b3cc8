"""Sentences that the data bear, by rule, in the manner of a performance report."""
