"""Whether what a rule set says fits together: each file one thing that may be wrong."""
