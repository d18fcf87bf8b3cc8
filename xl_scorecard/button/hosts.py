"""What each Excel cannot do for the button, in one table: the documents print it, tests hold it.

xlwings Server and xlwings Lite drive the same Office.js client, and so cannot do the same. On
Windows a little goes past xlwings' public API, which has no call for it (`windows_only.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xl_scorecard.domain.aspect import Aspect


class Host(StrEnum):
    """Where the workbook is open, as the documents call it."""

    WINDOWS = "Windows"
    MAC = "Mac"
    SERVER = "web, Server"
    LITE = "web, Lite"


_ALL = frozenset(Host)
_WEB = frozenset((Host.SERVER, Host.LITE))
_NOT_WINDOWS = _ALL - {Host.WINDOWS}


@dataclass(frozen=True)
class NotCarried:
    """What of the edits is not carried out on some hosts: the fields by their paths from `Edits`,
    all below them included."""

    what: str
    fields: tuple[str, ...]
    hosts: frozenset[Host]
    why: str


NOT_CARRIED = (
    NotCarried(
        "looks of your cells on new cells other than headings",
        ("sheets.cells.style.like", "new_sheets.cells.style.like"), _ALL,
        "On the web headings are plain too: an add-in there cannot ask for looks.",
    ),
    NotCarried(
        "text made smaller to fit a narrow column",
        ("sheets.cells.style.shrink", "new_sheets.cells.style.shrink"), _ALL,
        "xlwings has no call for it.",
    ),
    NotCarried(
        "trend lines in cells (sparklines)", ("sheets.sparklines",), _ALL,
        "xlwings has no call for it, nor has Office.js.",
    ),
    NotCarried(
        "chart titles that are links to a cell", ("new_sheets.charts.title",), _ALL,
        "The titles are the same words.",
    ),
    NotCarried(
        "alternative text of charts", ("new_sheets.charts.alternative_text",), _NOT_WINDOWS,
        "xlwings has no call for it; on Windows Excel itself is asked.",
    ),
    NotCarried(
        "colours of bars and lines", ("new_sheets.charts.series.colour",), _WEB,
        "Excel's own colours: the client does not say at once which series there are.",
    ),
    NotCarried(
        "numbers and words on the bars of a chart",
        ("new_sheets.charts.series.text", "new_sheets.charts.series.label"), _ALL,
        "xlwings has no call for it.",
    ),
    NotCarried(
        "dashed lines of targets", ("new_sheets.charts.series.dashed",), _NOT_WINDOWS,
        "xlwings has no call for it; on Windows Excel itself is asked.",
    ),
    NotCarried(
        "axes that begin at nothing below columns", ("new_sheets.charts.least",), _ALL,
        "xlwings has no call for it that every Excel takes.",
    ),
    NotCarried(
        "columns of counts behind a line", ("new_sheets.charts.behind",), _ALL,
        "A chart that xlwings draws is of one kind; the counts stand among the figures.",
    ),
    NotCarried(
        "marks of their own shape on points with a special cause, thin dotted lines, lines that "
        "the legend leaves out",
        tuple(f"new_sheets.charts.series.{part}" for part in ("mark", "faint", "dash", "named")),
        _ALL,
        "xlwings has no call for it.",
    ),
    NotCarried(
        "landscape, headings on every page, page breaks",
        ("new_sheets.repeat_rows", "new_sheets.landscape", "new_sheets.page_breaks"),
        _NOT_WINDOWS,
        "xlwings sets the print area alone; on Windows Excel itself is asked.",
    ),
    NotCarried(
        "no green triangles on the sheet Indicators",
        ("new_sheets.ignore_inconsistent", "new_sheets.ignore_text_numbers"), _ALL,
        "A call a cell would be slow.",
    ),
)  # fmt: skip


def not_carried(host: Host) -> dict[str, str]:
    """The fields of the edits that a host does not carry out, with what they are."""
    return {
        field: entry.what for entry in NOT_CARRIED if host in entry.hosts for field in entry.fields
    }


@dataclass(frozen=True)
class Told:
    """What of a sheet Excel says besides values, and how; None where it does not."""

    what: str
    aspects: frozenset[Aspect]
    desktop: str | None
    web: str | None


TOLD = (
    Told("number formats, fonts, conditional formats that stop others",
         frozenset((Aspect.NUMBER_FORMATS, Aspect.FONTS, Aspect.STOPPING_FORMATS)), None, None),
    Told("colours", frozenset((Aspect.COLOURS,)), "of an empty RAG or DoT column only", None),
    Told("merged cells", frozenset((Aspect.MERGED,)), "yes", None),
    Told("charts, pictures, buttons", frozenset((Aspect.FLOATING,)), "which cells they cover",
         "in points; not how wide a column is"),
    Told("tables", frozenset((Aspect.TABLES,)), "yes", "yes"),
    Told("hidden rows and columns", frozenset((Aspect.HIDDEN,)), "yes", None),
    Told("hidden sheets", frozenset((Aspect.HIDDEN_SHEETS,)), "yes", "yes"),
    Told("print areas", frozenset((Aspect.PRINT_AREAS,)), "yes", "if the client sends them"),
    Told("protection, for the checks", frozenset((Aspect.PROTECTION,)), None, None),
)  # fmt: skip


def table_of_carried() -> str:
    """The table for the documents of what each host carries out of what differs."""
    lines = [f"| | {' | '.join(Host)} | |", f"|{'---|' * (len(Host) + 2)}"]
    for entry in NOT_CARRIED:
        said = " | ".join("no" if host in entry.hosts else "yes" for host in Host)
        lines.append(f"| {entry.what} | {said} | {entry.why} |")
    return "\n".join(lines)


def table_of_told() -> str:
    """The table for the documents of what an open workbook says of itself."""
    lines = ["| | Windows and Mac | web |", "|---|---|---|"]
    lines += [f"| {told.what} | {told.desktop or 'no'} | {told.web or 'no'} |" for told in TOLD]
    return "\n".join(lines)
