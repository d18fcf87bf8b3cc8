"""A bench of layouts: scorecards written from a described truth, and how they are read."""
