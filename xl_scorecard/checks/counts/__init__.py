"""Percentages and rates against the counts they are made of."""
