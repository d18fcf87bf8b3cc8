"""Arrows and words for the direction of travel against how the figures moved."""
