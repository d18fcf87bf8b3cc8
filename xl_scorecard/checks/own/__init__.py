"""Checks of a rule set's own, run over the rows that they are about."""
