"""The tables of a workbook and the scorecard they make."""
