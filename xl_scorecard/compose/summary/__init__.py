"""The Summary sheet, part by part: each puts itself on the paper and knows nothing of the next."""
