"""Benchmarks: what is read of them, and what comes of them."""
