"""Single figures that cannot be right, or are not there."""
