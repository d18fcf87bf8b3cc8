"""Figures in sentences, by unit: `84%`, `12 days`, `£1,200`, `8 minutes 55 seconds`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from xl_scorecard.compose.figures import decimals_needed, decimals_of, fixed
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.scorecard import Role

_SECONDS_A_DAY, _HOUR, _MINUTE = 86_400, 3600, 60
_CURRENCIES = ("£", "€", "$")
_PENCE = 2
_POUNDS_FROM = 1000
"""From here on money is said in pounds or in pence, never in tens of them; below, it may be
millions."""
_LARGE = re.compile(
    r"[£€$]\s?(?:(?P<m>mn?|millions?)|(?P<k>k|'?000s?|thousands?))(?!\w)", re.IGNORECASE
)
"""What a name or a unit says of money that is not in single pounds: `£m`, `£000s`."""
_CUT_DOWN = re.compile(r"[0#],+(?![0#,])")
"""A number format that shows thousands or millions of single pounds."""
_PER = re.compile(r"\bper\b", re.IGNORECASE)


@dataclass(frozen=True)
class InWords:
    """How the figures of an indicator are said: its unit, the decimals of its sheet, and the sign
    of its money."""

    unit: Unit | None
    decimals: int
    currency: str = "£"
    named: str = ""
    """Its name, which may say already what it counts."""
    large: str = ""
    """What stands behind money in millions or thousands: `m` or `k`."""

    def figure(self, value: float) -> str:
        """A figure: as many decimals as the sheet shows, or as it needs itself."""
        percent = self.unit is Unit.PERCENT
        if self.unit is Unit.DURATION:
            return lasting(value)
        places = decimals_needed(value, self.decimals, percent=percent)
        if self.unit is Unit.CURRENCY and places == 1 and abs(value) >= _POUNDS_FROM:
            places = decimals_needed(value, 0, percent=False) and 2
        said = fixed(value, places, percent=percent)
        if self.unit is Unit.CURRENCY:
            sign = "-" if said.startswith("-") else ""
            return f"{sign}{self.currency}{said.removeprefix('-')}{self.large}"
        if self.unit is Unit.DAYS and "day" not in self.named.lower():
            return f"{said} {'day' if said in ('1', '-1') else 'days'}"
        if self.unit is Unit.RATE_PER_10000 and not _PER.search(self.named):
            return f"{said} per 10,000"
        return said

    def aim(self, value: float) -> str:
        """A target: with no more decimals than it has; of money in pounds and pence, both."""
        in_pence = self.unit is Unit.CURRENCY and self.decimals == _PENCE
        places = _PENCE if in_pence and decimals_needed(value, 0, percent=False) else 0
        return replace(self, decimals=places).figure(value)

    def difference(self, value: float) -> str:
        """How far two figures are apart, in words, whichever is the larger."""
        value = abs(value)
        if self.unit is Unit.PERCENT:
            places = max(self.decimals, min(1, decimals_needed(value, 0, percent=True)))
            said = fixed(value, places, percent=True).removesuffix("%")
            said = said.removesuffix(".0")
            if float(said) == 0:
                return "less than 0.1 percentage points"
            return f"{said} percentage {'point' if said == '1' else 'points'}"
        if self.unit is Unit.DAYS:
            places = decimals_needed(value, self.decimals, percent=False)
            said = fixed(value, places, percent=False)
            return f"{said} {'day' if said == '1' else 'days'}"
        if self.unit is Unit.RATE_PER_10000:
            return fixed(value, decimals_needed(value, self.decimals, percent=False), percent=False)
        return self.figure(value)


def in_words(a: AssessedRow) -> InWords:
    """How the figures of a row are said."""
    m = a.measure
    sign = next((sign for sign in _CURRENCIES if sign in m.number_format), "£")
    return InWords(m.unit, decimals_of(a), sign, m.name, _large(a))


def _large(a: AssessedRow) -> str:
    """What the name or the unit beside it says of how large its pounds are."""
    column = a.table.first(Role.UNIT)
    cell = a.table.grid.cell(a.measure.row, column.index) if column is not None else None
    beside = cell.value if cell is not None and isinstance(cell.value, str) else ""
    found = _LARGE.search(f"{a.measure.name} {beside}")
    if found is None or _CUT_DOWN.search(a.measure.number_format):
        return ""
    return "m" if found["m"] else "k"


def lasting(days: float) -> str:
    """A duration as one says it: `1 hour 5 minutes`, `8 minutes 55 seconds`."""
    seconds = round(abs(days) * _SECONDS_A_DAY)
    sign = "minus " if days < 0 and seconds else ""
    parts = (
        (seconds // _HOUR, "hour"),
        (seconds % _HOUR // _MINUTE, "minute"),
        (seconds % _MINUTE, "second"),
    )
    said = [_counted(number, noun) for number, noun in parts if number]
    return sign + (" ".join(said) or "0 seconds")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
