"""Ratings that officers typed against what the rules give."""
