"""What a sheet may not say of itself: the aspects that a reader of it could not ask for."""

from __future__ import annotations

from enum import StrEnum


class Aspect(StrEnum):
    """Something of a sheet besides its values and formulas, in the officers' words; or beside it.

    A closed file tells all of them; of a workbook open in Excel some cannot be asked for.
    """

    NUMBER_FORMATS = "number formats"
    COLOURS = "colours of cells"
    FONTS = "fonts"
    MERGED = "merged cells"
    TABLES = "tables"
    FLOATING = "charts and pictures over cells"
    HIDDEN = "hidden rows and columns"
    HIDDEN_SHEETS = "hidden sheets"
    PRINT_AREAS = "print areas"
    PROTECTION = "protection of sheets"
    EARLIER = "workbooks of earlier quarters"
    STOPPING_FORMATS = "conditional formats that stop others"
