"""A bench of checks: clean scorecards, one fault put into each, and what of it is found."""
