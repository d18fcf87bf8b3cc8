"""A suppressed figure that the sheet itself lets readers work out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._counts import counts_of
from xl_scorecard.checks.counts._wholes import wholes
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.indicator import Gap, Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn


class _Way(NamedTuple):
    """A suppressed figure and how it is worked out, in words."""

    row: AssessedRow
    outturn: Outturn
    how: str


def _worked_out(context: Context) -> Iterator[Found]:
    """Told of a row once, at its newest, and never with the figure."""
    ways: dict[int, list[_Way]] = {}
    for way in (*_by_format(context), *_by_total(context), *_by_share(context)):
        known = ways.setdefault(id(way.row), [])
        if all(each.outturn.cell != way.outturn.cell for each in known):
            known.append(way)
    for found in ways.values():
        yield _told(sorted(found, key=lambda way: way.outturn.period))


def is_suppressed(outturn: Outturn | None) -> bool:
    """Whether the sheet hides a figure: by a marker, as less than some number, by a format."""
    if outturn is None or outturn.value is not None or Mark.DISCLOSED in outturn.flags:
        return False
    banded = Mark.BANDED in outturn.flags and outturn.raw.strip().startswith("<")
    return outturn.gap is Gap.SUPPRESSED or banded


def _by_format(context: Context) -> Iterator[_Way]:
    for row in context.rows:
        for outturn in row.measure.outturns.values():
            if Mark.HIDDEN in outturn.flags:
                yield _Way(row, outturn, "only its format hides the number: a click on it shows it")


def _by_total(context: Context) -> Iterator[_Way]:
    """One of a total and its parts, where all the others are shown."""
    hiding = {id(row.table) for row in context.rows if _hides_any(row)}
    for whole in wholes(row for row in context.rows if id(row.table) in hiding):
        rows = (whole.total, *whole.parts)
        for period in whole.total.measure.outturns:
            figures = [row.measure.outturns.get(period) for row in rows]
            hidden = [n for n, figure in enumerate(figures) if is_suppressed(figure)]
            shown = sum(figure is not None and figure.value is not None for figure in figures)
            if len(hidden) == 1 and shown == len(rows) - 1:
                (at,) = hidden
                yield _of_whole(rows, at, period)


def _hides_any(row: AssessedRow) -> bool:
    return any(is_suppressed(outturn) for outturn in row.measure.outturns.values())


def _of_whole(rows: tuple[AssessedRow, ...], at: int, period: Period) -> _Way:
    outturn, total = rows[at].measure.outturns[period], rows[0].measure.outturns[period]
    others = [rows[n].measure.outturns[period].cell for n in range(1, len(rows)) if n != at]
    if at == 0:
        return _Way(rows[0], outturn, f"its parts ({', '.join(others)}) add up to it")
    rest = f"{how_many(len(others), 'other part')} ({', '.join(others)})"
    return _Way(rows[at], outturn, f"the total ({total.cell}) less the {rest} is it")


def _by_share(context: Context) -> Iterator[_Way]:
    """A percentage beside both its counts; a count beside its percentage and the other count."""
    for row in context.rows:
        tops, bases = counts_of(row, context)
        for period, share in row.measure.outturns.items():
            top, base = tops.get(period), bases.get(period)
            if top is None or base is None:
                continue
            if is_suppressed(share) and top.value is not None and base.value:
                yield _Way(row, share, f"{top.cell} of {base.cell} gives it")
            elif is_suppressed(top) and share.value is not None and base.value:
                counted = _row_of(context, row, top)
                if counted is not None and _tells_one(share, base.value, row.measure.unit):
                    yield _Way(counted, top, f"{share.cell} of {base.cell} gives it")


def _row_of(context: Context, row: AssessedRow, outturn: Outturn) -> AssessedRow | None:
    """The indicator that a count is a figure of, else the one that it is a count of."""
    there = row.measure.sheet, outturn.row
    rows: Mapping[tuple[str, int], AssessedRow] = {
        (each.measure.sheet, each.measure.row): each for each in context.rows
    }
    return rows.get(there, row)


def _tells_one(share: Outturn, base: float, unit: Unit | None) -> bool:
    """Whether a share as stated can be that of one count only."""
    per = 1.0 if unit is Unit.PERCENT else 10_000.0
    places = share.stated_decimals + (2 if unit is Unit.PERCENT else 0)
    return base / per * 10.0**-places < 1


def _told(ways: list[_Way]) -> Found:
    newest = ways[-1]
    more = f" So can {how_many(len(ways) - 1, 'earlier one')}." if len(ways) > 1 else ""
    measure, outturn = newest.row.measure, newest.outturn
    return Found.in_row(
        newest.row,
        outturn.cell,
        f"{measure.name}, {outturn.period.words}: the suppressed figure can be worked out: "
        f"{newest.how}.{more}",
        found=outturn.raw,
        expected=None,
    )


_HEADINGS = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
_RULES = (
    "{id: A1, name: All statements, unit: count}",
    '{id: A2, name: "of which: from boys", unit: count}',
    '{id: A3, name: "of which: from girls", unit: count}',
    "{id: B1, name: Plans in time, unit: percent, numerator: B2, denominator: B3}",
    "{id: B2, name: Plans made in time, unit: count}",
    "{id: B3, name: All plans, unit: count}",
)
_SHARE = (
    ("B2", "Plans made in time", 30, 28, 27),
    ("B3", "All plans", 60, 56, 36),
)
_SHARES = Percent(0.5), Percent(0.5)
CHECK = Check(
    slug="suppressed-worked-out",
    severity=Severity.WARNING,
    looks_for="a suppressed figure that its total and the other parts, its numerator and "
    "denominator, or its own cell give away",
    question="Can readers work a suppressed number out?",
    mend="Suppress another part of the total, or one of the counts, too.",
    run=_worked_out,
    looks_at=(Aspect.NUMBER_FORMATS,),
    triggers=Example(
        rows=(
            _HEADINGS,
            ("A1", "All statements", 74, 66, 90),
            ("A2", "of which: from boys", 40, 35, "[c]"),
            ("A3", "of which: from girls", 34, 31, 88),
            ("B1", "Plans in time", *_SHARES, "[c]"),
            *_SHARE,
        ),
        rules=_RULES,
        finds=("E3", "E5"),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            ("A1", "All statements", 74, 66, 90),
            ("A2", "of which: from boys", 40, 35, "[c]"),
            ("A3", "of which: from girls", 34, 31, "[c]"),
            ("B1", "Plans in time", *_SHARES, Percent(0.75)),
            *_SHARE,
        ),
        rules=_RULES,
    ),
)
