"""A percentage or rate against its own counts, rounded half up, or half to even."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from functools import cached_property

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._counts import Counts, counts_of
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.per import per_of
from xl_scorecard.domain.scorecard import Outturn

_FEWEST_AS_FINE = 2
_EXACT, _NEAR_HALF = 1e9, 1e-6
"""Up to which size, and how far from a half, floating point rounds as exact arithmetic does."""
_WAYS = (ROUND_HALF_UP, ROUND_HALF_EVEN)
"""How a half is rounded: up by Excel and the reports, to even by R, Python and Power Query."""
_HARDLY = 10
"""Into how many parts of the last decimal shown an unrounded figure may be off: 3.948%, shown as
3.9%, of 3.951%."""
_FIVES, _FEWEST_IN_FIVES, _FINEST = 5, 4, 8


def _mismatches(context: Context) -> Iterator[Found]:
    for row in context.rows:
        tops, bases = counts_of(row, context)
        if not tops or not bases:
            continue
        stated_with, in_fives = _Decimals(row), _are_in_fives(tops, bases)
        per = _per(row, tops, bases)
        for period, outturn in row.measure.outturns.items():
            top, base = tops.get(period), bases.get(period)
            if top is None or base is None:
                continue
            found = _compare(row, outturn, top, base, stated_with, per, in_fives=in_fives)
            if found is not None:
                yield found


def _per(row: AssessedRow, tops: Counts, bases: Counts) -> float:
    """How many of its denominator a rate is per; that may be given in thousands already, as most
    figures then show."""
    per = per_of(row.measure.unit, row.measure.name) or 1.0
    if row.measure.unit is Unit.PERCENT or per == 1.0:
        return per
    near = far = 0
    for period, outturn in row.measure.outturns.items():
        top, base = tops.get(period), bases.get(period)
        if top is None or base is None or not (top.value and base.value and outturn.value):
            continue
        off = abs(top.value / base.value / outturn.value)
        near += abs(off * per - 1) < abs(off - 1)
        far += abs(off * per - 1) > abs(off - 1)
    return 1.0 if far > near else per


def _are_in_fives(tops: Counts, bases: Counts) -> bool:
    """Whether all counts of a row are rounded to fives, as publishers do."""
    counts = [o.value for among in (tops, bases) for o in among.values() if o.value]
    return len(counts) >= _FEWEST_IN_FIVES and all(count % _FIVES == 0 for count in counts)


def _compare(
    row: AssessedRow,
    outturn: Outturn,
    top: Outturn,
    base: Outturn,
    stated_with: _Decimals,
    per: float,
    *,
    in_fives: bool,
) -> Found | None:
    """Compare at the decimals that the figure is stated with."""
    if outturn.value is None or top.value is None or not base.value:
        return None
    measure = row.measure
    scale = 100 if measure.unit is Unit.PERCENT else 1
    decimals = stated_with.of(outturn)
    if _surely_same(top.value / base.value * per * scale, outturn.value * scale, decimals):
        return None
    computed = Decimal(top.value) / Decimal(base.value) * Decimal(per) * scale
    stated = Decimal(repr(outturn.value)) * scale
    places = Decimal(1).scaleb(-decimals)
    as_shown = stated.quantize(places, ROUND_HALF_UP)
    if as_shown in {computed.quantize(places, way) for way in _WAYS}:
        return None
    if _agree_as_stored(computed, stated) or abs(computed - stated) < places / _HARDLY:
        return None
    if in_fives and _of_rounded_counts(stated, places, top, base, per * scale):
        return None
    mark = "%" if measure.unit is Unit.PERCENT else ""
    expected = f"{computed.quantize(Decimal(1).scaleb(-max(decimals, 1)), ROUND_HALF_UP)}{mark}"
    found = f"{as_shown}{mark}"
    return Found.in_row(
        row,
        outturn.cell,
        f"{measure.name}, {outturn.period.words}: {found} is stated, but {top.value:,.10g} "
        f"({top.cell}) of {base.value:,.10g} ({base.cell}) is {expected}",
        found=found,
        expected=expected,
    )


def _agree_as_stored(computed: Decimal, stated: Decimal) -> bool:
    """Whether they agree at the decimals that the cell holds, finer than those it shows: 96.75%,
    shown as 96.8%, of 96.745%."""
    held = stated.normalize()
    exponent = held.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= 0 or -exponent > _FINEST:
        return False
    places = Decimal(1).scaleb(exponent)
    return held in {computed.quantize(places, way) for way in _WAYS}


def _of_rounded_counts(
    stated: Decimal, places: Decimal, top: Outturn, base: Outturn, times: float
) -> bool:
    """Whether counts that are rounded to fives leave room for the figure."""
    assert top.value is not None
    assert base.value is not None
    half, off = places / 2, Decimal(_FIVES) / 2
    above, below, by = Decimal(top.value), Decimal(base.value), Decimal(times)
    least, most = ((above - off) / (below + off) * by, (above + off) / (below - off) * by)
    return least <= stated + half and stated - half <= most


def _surely_same(computed: float, stated: float, decimals: int) -> bool:
    """Whether two figures round to the same one, and neither is so near to a half that only exact
    arithmetic can say which way it goes."""
    one, other = (abs(figure) * 10.0**decimals for figure in (computed, stated))
    if computed * stated < 0 or max(one, other) > _EXACT:
        return False
    near_half = any(abs(figure % 1 - 0.5) < _NEAR_HALF for figure in (one, other))
    return not near_half and round(one) == round(other)


class _Decimals:
    """With how many decimals the figures of a row are stated."""

    def __init__(self, row: AssessedRow) -> None:
        self._unit = row.measure.unit
        self._outturns = row.measure.outturns

    def of(self, outturn: Outturn) -> int:
        """Those of a figure: of 80.0% one, where others of the row are typed with as many."""
        as_fraction = outturn.factor == 1 and "%" not in outturn.raw
        if outturn.as_text is not None or (self._unit is Unit.PERCENT and as_fraction):
            return outturn.stated_decimals
        whole, _, decimals = outturn.raw.rstrip("% ").partition(".")
        shown = len(decimals) if decimals.isdigit() and whole.lstrip("-").isdigit() else 0
        if shown <= outturn.stated_decimals:
            return outturn.stated_decimals
        as_fine = sum(places >= shown for places in self._typed)
        return shown if as_fine >= _FEWEST_AS_FINE else outturn.stated_decimals

    @cached_property
    def _typed(self) -> Sequence[int]:
        """The decimals of the figures that are no finer than they are shown."""
        return [
            outturn.stated_decimals
            for outturn in self._outturns.values()
            if outturn.value is not None
            and outturn.as_shown(self._unit) == round(outturn.value, 12)
        ]


_RULES = (
    "{id: A1, name: Children seen, unit: percent, numerator: A1-N, denominator: A1-D}",
    "{id: A1-N, name: seen, unit: count}",
    "{id: A1-D, name: all children, unit: count}",
)
CHECK = Check(
    slug="numerator-denominator-mismatch",
    severity=Severity.ERROR,
    looks_for="a percentage or rate that its numerator and denominator do not give, rounding "
    "allowed for",
    question="Do the counts below a percentage give that percentage?",
    mend="Correct the percentage, or whichever count is wrong.",
    run=_mismatches,
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Q3 2018/19"),
            ("A1", "Children seen", Percent(0.14)),
            ("A1-N", "seen", 354),
            ("A1-D", "all children", 2160),  # 16.4%
        ),
        rules=_RULES,
        finds=("C2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Q3 2018/19"),
            ("A1", "Children seen", Percent(0.84)),
            ("A1-N", "seen", 1806),
            ("A1-D", "all children", 2160),  # 83.6%
        ),
        rules=_RULES,
    ),
)
