"""The rule set against what is done with it."""
