"""The figures of a row: their cells, scale, target and tolerance."""
