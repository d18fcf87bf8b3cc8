"""Which figures are masked: what a sheet hides, and small numbers of disclosive indicators.

What is masked here has no value any more, as if [c] stood in its cell: so no sheet, chart, message
or report of ours has it, or anything worked out from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from xl_scorecard.domain.hides import Hides
from xl_scorecard.domain.indicator import Gap, Unit
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Measure, MeasuredRow, Outturn

MASK = "[c]"
"""What stands for a masked figure: today's marker for confidential."""
_SHARES = (Unit.PERCENT, Unit.RATE_PER_10000)
Outturns = Mapping[Period, Outturn]


def is_masked(outturn: Outturn) -> bool:
    """Whether the cell holds a number that is masked."""
    return Mark.HIDDEN in outturn.flags or Mark.DISCLOSED in outturn.flags


def mask(outturn: Outturn, why: Mark, hides: Hides) -> Outturn:
    """An outturn without its figure; numbers like it that are typed later are masked too."""
    return outturn._replace(
        value=None, gap=Gap.SUPPRESSED, raw=MASK, as_text=None, held=None, stated_decimals=0,
        flags=(*outturn.flags, why), hides=hides,
    )  # fmt: skip


# -- small numbers of disclosive indicators ------------------------------------------------------


def without_disclosive(rows: Sequence[MeasuredRow], rule_set: RuleSet) -> tuple[MeasuredRow, ...]:
    """The rows, those of indicators marked `disclosive` without what is below the threshold.

    A percentage or rate is masked where the count that it is a share by is below it.
    """
    if not any(rule.disclosive for rule in rule_set.indicators):
        return tuple(rows)
    counts = {
        (row.measure.sheet, row.measure.rule.id, row.measure.dimension): row.measure.history
        for row in rows
        if row.measure.rule is not None
    }

    def masked(measure: Measure) -> Measure:
        rule, below = measure.rule, rule_set.disclosive_below
        if rule is None or not rule.disclosive:
            return measure
        if measure.unit not in _SHARES:
            return _figures(measure, lambda o: _small(o, below))
        known: Outturns = {}
        if rule.numerator is not None:
            known = counts.get((measure.sheet, rule.numerator, measure.dimension), {})
        known = {**known, **measure.numerators}
        few = {p for p, o in known.items() if _is_small(o, below) or is_masked(o)}
        shares = _figures(measure, lambda o: _of_few(o, few))
        counted = {period: _small(o, below) for period, o in measure.numerators.items()}
        return replace(shares, numerators=counted)

    return tuple(row._replace(measure=masked(row.measure)) for row in rows)


def _figures(measure: Measure, how: Callable[[Outturn], Outturn]) -> Measure:
    """A measure with something done to each of its figures, on whatever sheet."""
    return replace(
        measure,
        outturns={period: how(o) for period, o in measure.outturns.items()},
        earlier={period: how(o) for period, o in measure.earlier.items()},
        published_as={period: how(o) for period, o in measure.published_as.items()},
    )


def _is_small(outturn: Outturn, below: float) -> bool:
    return outturn.value is not None and 0 < outturn.value < below


def _small(outturn: Outturn, below: float) -> Outturn:
    hides = Hides(0.0, below * outturn.factor).with_(outturn.hides)
    if _is_small(outturn, below):
        return mask(outturn, Mark.DISCLOSED, hides)
    return outturn._replace(hides=hides)


def _of_few(outturn: Outturn, few: set[Period]) -> Outturn:
    if outturn.period in few and outturn.value is not None:
        return mask(outturn, Mark.DISCLOSED, Hides(None, None))
    return outturn


# -- what messages must not say --------------------------------------------------------------------


class _Secret(NamedTuple):
    """How a masked number may be written, in its row or in that of what it is a part of."""

    sheet: str
    row: int
    written: re.Pattern[str]


class Masks:
    """The masked numbers of a scorecard, to be kept out of what is said of their rows."""

    def __init__(self, rows: Iterable[MeasuredRow]) -> None:
        self._secrets = [secret for row in rows for secret in _secrets(row)]

    def over(self, text: str | None, sheet: str | None, rows: set[int]) -> str | None:
        """A text about rows of a sheet, less their masked numbers."""
        for secret in self._secrets if text else ():
            if secret.sheet == sheet and secret.row in rows:
                text = secret.written.sub(MASK, text or "")
        return text

    def __bool__(self) -> bool:
        return bool(self._secrets)


def _secrets(row: MeasuredRow) -> Iterable[_Secret]:
    m = row.measure
    for outturns in (m.outturns, m.numerators, m.denominators, m.earlier, m.published_as):
        for outturn in outturns.values():
            if not is_masked(outturn):
                continue
            cell = row.table.at(outturn.row, outturn.column) if not outturn.sheet else None
            number = cell.value if cell is not None else None
            for place in {outturn.row, m.row}:
                if isinstance(number, float):
                    yield _Secret(m.sheet, place, _written(number))
                elif isinstance(number, str) and number.strip():
                    yield _Secret(m.sheet, place, re.compile(re.escape(number.strip())))


def _written(number: float) -> re.Pattern[str]:
    """A number as it may be written: 3, 3.0, 3%, 300%."""
    forms = {f"{n:,.12g}" for n in (number, number * 100)} | {f"{number:.12g}"}
    either = "|".join(re.escape(form) + r"(?:\.0+)?" for form in sorted(forms, key=len)[::-1])
    return re.compile(rf"(?<![\w.,/])(?:{either})%?(?![\w/]|[.,]\d)")
