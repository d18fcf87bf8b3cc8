"""What to write into the workbook, as plain edits."""
