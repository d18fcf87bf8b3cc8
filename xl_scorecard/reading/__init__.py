"""From a workbook to a located scorecard: cells, headings, periods, values."""
