"""A figure of an earlier quarter that is another on that quarter's own sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from statistics import median_low

from xl_scorecard.checks._stated import stated
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.scorecard import Measure, Outturn

_ENOUGH = 4
_NOT_FINAL = frozenset((Mark.PROVISIONAL, Mark.ESTIMATED, Mark.FORECAST, Mark.APPROXIMATE))
_TOLD = frozenset((Mark.REVISED, Mark.BREAK, Mark.NOTE))
_ROUNDING = 1e-9


def _changed(context: Context) -> Iterator[Found]:
    """Where most of a sheet's figures are others, it counts something else than the earlier one
    did, and that is no slip."""
    compared: defaultdict[str, int] = defaultdict(int)
    found: defaultdict[str, list[tuple[AssessedRow, list[Outturn]]]] = defaultdict(list)
    for row in context.rows:
        sheet = row.measure.sheet
        both = [o for o in row.measure.outturns.values() if _was(row.measure, o) is not None]
        compared[sheet] += len(both)
        others = _others(row.measure, both)
        if others:
            found[sheet].append((row, others))
    for sheet, rows in found.items():
        changed = sum(len(others) for _, others in rows)
        if compared[sheet] >= _ENOUGH and 2 * changed > compared[sheet]:
            continue
        for row, others in rows:
            for outturn in others:
                if not _TOLD.intersection(outturn.flags):
                    yield _told(row, outturn)


def _was(measure: Measure, outturn: Outturn) -> Outturn | None:
    """The figure of the sheet that was about its period, where both have one."""
    was = measure.published_as.get(outturn.period)
    if was is None or was.value is None or outturn.value is None:
        return None
    return None if _NOT_FINAL.intersection(was.flags) else was


def _others(measure: Measure, both: list[Outturn]) -> list[Outturn]:
    """The figures that are others than the sheets about their periods have."""
    if not both:
        return []
    usual = median_low(o.stated_decimals for o in measure.outturns.values() if o.value is not None)
    return [outturn for outturn in both if _is_other(measure, outturn, usual)]


def _is_other(measure: Measure, outturn: Outturn, usual: int) -> bool:
    was = _was(measure, outturn)
    assert was is not None
    assert was.value is not None
    assert outturn.value is not None
    places = 2 if measure.unit is Unit.PERCENT else 0
    coarser = min(_decimals(each, measure.unit, usual) for each in (was, outturn)) + places
    return abs(was.value - outturn.value) > 0.5 * 10.0**-coarser + _ROUNDING


def _decimals(outturn: Outturn, unit: Unit | None, usual: int) -> int:
    """With how many decimals a figure is stated, where its row has `usual` ones: 8 among 8.3, 9.1
    and 7.6 is 8.0, and no 8.5 rounded, where nothing behind its point is hidden."""
    own = outturn.stated_decimals
    if usual <= own or outturn.as_text is not None or outturn.value is None:
        return own
    shown = outturn.as_shown(unit)
    return usual if shown is not None and abs(shown - outturn.value) < _ROUNDING else own


def _told(row: AssessedRow, outturn: Outturn) -> Found:
    measure = row.measure
    was = measure.published_as[outturn.period]
    before, now = stated(was, measure), stated(outturn, measure)
    return Found.in_row(
        row,
        outturn.cell,
        f"{measure.name}, {outturn.period.words}: {now} stands here, {before} on the sheet "
        f'"{was.sheet}" ({was.cell}); if it was revised, mark it [r]',
        found=now,
        expected=f"{before}, or {now} [r]",
    )


_HEADINGS = ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
_BEFORE = (
    ("Ref", "Measure", "Q1 2018/19", "Q2 2018/19"),
    ("A1", "Children seen", Percent(0.78), Percent(0.81)),
    ("B1", "Plans reviewed", Percent(0.66), Percent(0.7)),
)
_SAME = ("B1", "Plans reviewed", Percent(0.66), Percent(0.7), Percent(0.72))
_RULES = (
    "{id: A1, name: Children seen, unit: percent}",
    "{id: B1, name: Plans reviewed, unit: percent}",
)
CHECK = Check(
    slug="history-changed",
    severity=Severity.WARNING,
    looks_for="a figure of an earlier period that differs from that period's own sheet, and is "
    "not marked [r]",
    question="Was last quarter's figure changed since it was published?",
    mend="Mark the figure [r] as revised, or put back what was published.",
    run=_changed,
    looks_at=(Aspect.EARLIER,),
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Children seen", Percent(0.78), Percent(0.83), Percent(0.84)),
              _SAME),
        rules=_RULES,
        before=_BEFORE,
        finds=("D2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Children seen", Percent(0.78), "83% [r]", Percent(0.84)), _SAME),
        rules=_RULES,
        before=_BEFORE,
    ),
)  # fmt: skip
