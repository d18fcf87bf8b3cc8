"""What stands in cells of figures instead of a plain figure."""
