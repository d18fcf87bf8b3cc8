"""Projections to the end of the year: never rated, always said to be such."""
