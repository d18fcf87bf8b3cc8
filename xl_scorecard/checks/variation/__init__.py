"""Checks of how figures vary from one period to the next."""
