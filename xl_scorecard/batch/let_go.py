"""What a workbook leaves in memory once it is done."""

from __future__ import annotations

import gc

_YOUNG = 1  # generations of objects: those of the workbook just done, without all that was imported


def let_go() -> None:
    """Give back what the workbook before took, in a run that goes on to the next.

    Parsers that read sheets as they stream by hold themselves in circles, and with them what
    libxml2 keeps: a megabyte a workbook, of which Python sees two hundred small objects, and so
    would not look for them before dozens of workbooks more.
    """
    gc.collect(_YOUNG)
