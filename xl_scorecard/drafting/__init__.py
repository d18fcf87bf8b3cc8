"""A starting rule set, inferred from a workbook that nobody wrote rules for yet."""
