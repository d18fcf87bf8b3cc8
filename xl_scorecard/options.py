"""What is asked of a run: one value that the command line, the Python calls and every job share."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """How workbooks are refreshed, checked or cleared; each field is an option of that name.

    `rules` is a rule set or a folder of them, `period` the words for the reported one. What is
    written goes below the folder `out`, or `in_place`; `overwrite` also replaces an output that
    somebody changed. `explain` asks a check how the sheets were
    understood, `recalculate` has LibreOffice compute formulas, `figures` asks for the outturns of
    every period, not only the judged one. `force` clears also what formulas of the officers use,
    and refreshes also what has not changed.
    `before` is the workbook of an earlier quarter, `history` a folder of them; left out, it is
    sought beside the workbook. `published` is a folder for copies for the web.
    """

    rules: Path | None = None
    period: str | None = None
    out: Path | None = None
    in_place: bool = False
    through_protection: bool = False
    allow_unsign: bool = False
    overwrite: bool = False
    explain: bool = False
    recalculate: bool = False
    figures: bool = False
    force: bool = False
    before: Path | None = None
    history: Path | None = None
    published: Path | None = None
    password: str | None = field(default=None, repr=False)
