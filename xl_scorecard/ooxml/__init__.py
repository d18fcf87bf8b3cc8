"""SpreadsheetML: workbook, worksheet and style parts, patched in place."""
