"""What the sheet leaves unclear or out of sight: headings, periods, hidden rows."""
