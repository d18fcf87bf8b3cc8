"""What stands in value cells instead of a plain figure."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.context import Check, Context, finding
from xl_scorecard.domain.finding import Finding, Severity
from xl_scorecard.domain.gap_words import is_unexplained
from xl_scorecard.domain.lexicon.signs import LEGACY
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.number_words import mistyped_number
from xl_scorecard.domain.scorecard import Measure, Outturn

_MONTHS_BEFORE_FINAL = 24


def _marked(context: Context, mark: Mark) -> Iterator[tuple[Measure, Outturn]]:
    for measure in context.measures:
        for outturn in measure.outturns.values():
            if mark in outturn.flags:
                yield measure, outturn


def _unknown(context: Context) -> Iterator[Finding]:
    for measure in context.measures:
        if all(outturn.value is None for outturn in measure.outturns.values()):
            continue  # a row of words is about words
        for outturn in measure.outturns.values():
            if not _explained(outturn) and mistyped_number(outturn.raw) is None:
                yield _not_explained(measure, outturn)


def _explained(outturn: Outturn) -> bool:
    return Mark.NOT_UNDERSTOOD not in outturn.flags and not is_unexplained(outturn.raw)


def _not_explained(measure: Measure, outturn: Outturn) -> Finding:
    return finding(
        "marker-unknown",
        Severity.WARNING,
        measure,
        outturn.cell,
        f'{measure.name}, {outturn.period.words}: "{outturn.raw}" is no figure and no known '
        "reason for there being none, so it counts as not available; type the figure, or "
        "[c], [x], [z] or TBC",
        found=outturn.raw,
        expected="a figure or the reason for its absence",
    )


def _legacy(context: Context) -> Iterator[Finding]:
    """One finding a sheet and symbol: such a symbol stands in many cells or in none."""
    places: dict[tuple[str, str], list[tuple[Measure, Outturn]]] = {}
    for measure in context.measures:
        for outturn in measure.outturns.values():
            if outturn.value is None and outturn.raw in LEGACY:
                places.setdefault((measure.sheet, outturn.raw), []).append((measure, outturn))
    for (_, symbol), found in places.items():
        measure, outturn = found[0]
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        yield finding(
            "marker-legacy",
            Severity.INFO,
            measure,
            outturn.cell,
            f"{symbol} in {outturn.cell}{more} is an older symbol; statistics now write "
            f"{LEGACY[symbol]}",
            found=symbol,
            expected=LEGACY[symbol],
        )


def _banded(context: Context) -> Iterator[Finding]:
    """One finding a row: who prints bands prints them in every period."""
    for measure in context.measures:
        banded = [o for o in measure.outturns.values() if Mark.BANDED in o.flags]
        if not banded:
            continue
        outturn = next((o for o in banded if o.period == context.period), banded[0])
        more = f" (and {len(banded) - 1} more of the row)" if len(banded) > 1 else ""
        yield finding(
            "banded-value",
            Severity.INFO,
            measure,
            outturn.cell,
            f'{measure.name}, {outturn.period.words}: "{outturn.raw}"{more} is a band and not '
            "a figure, so it is not rated",
            found=outturn.raw,
            expected="a figure",
        )


def _provisional(context: Context) -> Iterator[Finding]:
    for measure, outturn in _marked(context, Mark.PROVISIONAL):
        if context.period.end - outturn.period.end < _MONTHS_BEFORE_FINAL:
            continue
        yield finding(
            "provisional-left",
            Severity.WARNING,
            measure,
            outturn.cell,
            f'{measure.name}, {outturn.period.words}: "{outturn.raw}" is still provisional after '
            "two years; type the final figure",
            found=outturn.raw,
            expected="the final figure",
        )


UNKNOWN = Check(
    "marker-unknown",
    Severity.WARNING,
    "a word, symbol or date in a value cell that is not understood",
    _unknown,
)
LEGACY_SYMBOL = Check(
    "marker-legacy",
    Severity.INFO,
    "an older symbol for a missing figure, such as `:` or `~`",
    _legacy,
)
BANDED = Check("banded-value", Severity.INFO, "a band such as <5 or 90-99 in a value cell", _banded)
PROVISIONAL = Check(
    "provisional-left",
    Severity.WARNING,
    "a figure still marked provisional two years on",
    _provisional,
)
