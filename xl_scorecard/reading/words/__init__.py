"""The words that people put above columns and into rows, and what they mean."""
