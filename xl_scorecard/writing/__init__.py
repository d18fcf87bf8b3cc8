"""Carrying edits out in a closed workbook file."""
