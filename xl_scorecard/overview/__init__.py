"""A folder of scorecards seen as a whole: what came of each, and each indicator across them."""
