"""How the names of workbooks end: those that can be read here, and others."""

from __future__ import annotations

WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xlam"})
OTHER_SUFFIXES = frozenset({".xls", ".xlsb", ".xlt", ".xla", ".ods", ".fods", ".gsheet"})
