"""What figures are rated against."""
