"""Indicators of every kind drawn by chance: what stands in their cells and what is true of them.

Outturns are put at the edges of bands on purpose, and a last decimal to either side.
"""

from __future__ import annotations

import random
from decimal import Decimal

from tests.live.cells import FRACTION, HUNDRED, Content, Defaults, Error, Number, Row, Rule
from tests.live.ratings import Rating

UNIT_CELLS = {
    "percent": "%",
    "count": "Number",
    "currency": "£",
    "days": "Days",
    "rate_per_10000": "Rate per 10,000",
}
_AMOUNT_WORDS = {"count": "cases", "currency": "pounds", "days": "days", "rate_per_10000": "points"}
_TARGETS = {  # in points of a percentage, or in the unit
    "percent": ("80", "85", "90", "95", "62.5", "20", "12.5", "8", "97"),
    "count": ("20", "85", "120", "200", "640"),
    "currency": ("12500", "250000", "1200000", "900"),
    "days": ("35", "20", "14", "400"),
    "rate_per_10000": ("45.5", "60", "320"),
}
_TOLERANCES = {
    "percent": ("5", "2", "2.5", "10", "1"),
    "count": ("5", "2", "10"),
    "currency": ("500", "100", "50"),
    "days": ("5", "2", "3"),
    "rate_per_10000": ("5", "2.5", "1"),
}
_SHARES = ("2", "5", "10")
_STEPS = {
    "percent": Decimal("0.1"),
    "count": Decimal(1),
    "currency": Decimal(1),
    "days": Decimal(1),
    "rate_per_10000": Decimal("0.1"),
}
GAP_WORDS = ("TBC", "n/a", "[c]", "[x]", "[z]", "awaited", "not due", "-", "..", "not available")
_ODD_POLARITIES = {"high": "Higher is better", "low": "Smaller", "plan": "to target",
                   "neither": "info"}  # fmt: skip
_ODD_TARGETS = ("≥ {0}", "{0} cases", "between {0} and 99", "{0}–99", "see note", "{0} or more")
_ODD_TOLERANCES = ("{0} percentage points", "±{0}", "+/- {0}%", "see note", "within {0}")


def some(chance: random.Random, likely: dict[str, float]) -> str:
    """One of some words, each so likely."""
    return chance.choices(list(likely), list(likely.values()))[0]


def plain(value: Decimal) -> str:
    """A number as it is written."""
    return f"{value.normalize():f}"


class Indicator:
    """One indicator in the drawing; `row` gives it as it stands in the workbook."""

    def __init__(self, chance: random.Random, rating: Rating, defaults: Defaults) -> None:
        self.chance, self.rating, self.defaults = chance, rating, defaults
        self.unit = some(chance, {"percent": 5, "count": 3, "currency": 1, "days": 1,
                                  "rate_per_10000": 1})  # fmt: skip
        self.kept = chance.choice((FRACTION, HUNDRED)) if self.unit == "percent" else None
        self.ruled = chance.random() < 0.9
        self.good = some(chance, {"high": 5, "low": 4, "plan": 1.5, "neither": 0.5})
        self.target = Decimal(chance.choice(_TARGETS[self.unit]))
        self.tolerance = Decimal(chance.choice(_TOLERANCES[self.unit]))
        self.step = _STEPS[self.unit]

    def row(
        self,
        number: int,
        reference: str | int | None,
        name: str,
        section: str | None,
        *,
        by_period: bool = False,
    ) -> Row:
        """The row as it stands."""
        chance, rule = self.chance, {}
        good_cell = self._good_is(rule)
        target_cell = self._target(rule)
        tolerance_cell = self._tolerance(rule)
        unit_cell: Content = UNIT_CELLS[self.unit]
        if self.ruled and chance.random() < 0.5:
            rule["unit"] = self.unit
            unit_cell = chance.choice((None, unit_cell))
        if self.ruled and chance.random() < 0.15:
            bases = ["snapshot", "in quarter", "rolling 12 months"]
            # a running total is held against what the rule says is due
            bases += ["year to date"] * ("target" in rule)
            rule["basis"] = chance.choice(bases)
        known = Rule(str(reference or f"I{number}"), name, section, **rule)
        return Row(
            reference=reference,
            name=name,
            section=section,
            unit=self.unit,
            kept=self.kept,
            unit_cell=unit_cell,
            good_cell=good_cell,
            target_cell=target_cell,
            tolerance_cell=tolerance_cell,
            figures=self._figures(),
            rule=known if self.ruled else None,
            places=1 if self.step < 1 else 0,
            target_before=self.amount(self.target + self.step * 10) if by_period else None,
        )

    def _good_is(self, rule: dict[str, object]) -> Content:
        word = self.good.capitalize()
        where = some(self.chance, {"rule": 4, "column": 5, "both": 1, "left": 0.5, "odd": 0.3})
        if where == "column" or not self.ruled:
            return self.chance.choice((word, word, word.upper(), word.lower()))
        if where == "left":
            return None
        if where == "odd":  # in words that the documents do not list
            return _ODD_POLARITIES[self.good]
        rule["good_is"] = self.good
        return None if where == "rule" else self.chance.choice(("High", "Low"))

    def amount(self, value: Decimal) -> Number:
        """A figure or target as a number in the row's own way."""
        return Number(value / 100 if self.kept == FRACTION else value)

    def _sign(self) -> str:
        return "%" if self.unit == "percent" else ""

    def _target(self, rule: dict[str, object]) -> Content:
        chance = self.chance
        form = some(chance, {"number": 45, "words": 14, "strict": 8, "text": 8, "range": 9,
                             "rule": 10, "periods": 6, "none": 6,
                             "odd": 3})  # fmt: skip
        if form == "none":
            return chance.choice((None, "TBC", "n/a", "none"))
        text = plain(self.target) + self._sign()
        if form == "odd":
            return chance.choice(_ODD_TARGETS).format(text)
        if form in ("rule", "periods") and self.ruled:
            rule["target"] = text
            if form == "periods":
                other = plain(self.target + self.step * 20) + self._sign()
                rule["target"] = chance.choice((
                    {"2018/19 Q3": text, "2018/19": other},
                    {"2018/19": text, "2018/19 Q2": other},
                    {"2017/18": other},
                ))  # fmt: skip
            return chance.choice((None, self.amount(self.target)))
        if form == "words" and self.good in ("high", "low"):
            return self._worded(text, ("at least ", ">=", ">= "), ("no more than ", "<=", "up to "))
        if form == "strict" and self.good in ("high", "low"):
            return self._worded(text, ("more than ", "> "), ("fewer than ", "under ", "<"))
        if form == "range":
            return self._range()
        if form == "text":
            whole = self.target == self.target.to_integral_value()
            return f"{self.target:,.0f}{self._sign()}" if whole else text
        return self.amount(self.target)

    def _worded(self, text: str, high: tuple[str, ...], low: tuple[str, ...]) -> str:
        return self.chance.choice(high if self.good == "high" else low) + text

    def _range(self) -> str:
        width = max(self.tolerance, self.step * 4)
        low = plain(max(self.target - width, self.step))
        high = plain(self.target)
        sign = self._sign()
        return self.chance.choice((f"{low}{sign}-{high}{sign}", f"{low}{sign} to {high}{sign}"))

    def _tolerance(self, rule: dict[str, object]) -> Content:
        chance, value, unit = self.chance, plain(self.tolerance), self.unit
        words = "points" if unit == "percent" else _AMOUNT_WORDS[unit]
        form = some(chance, {"number": 4, "words": 2, "pp": 1, "share": 2, "share text": 1,
                             "rule": 2, "rule share": 1, "none": 3,
                             "odd": 0.5})  # fmt: skip
        if form == "none":
            return None
        if form == "odd":
            return chance.choice(_ODD_TOLERANCES).format(value)
        if form.startswith("rule") and self.ruled:
            share = f"{chance.choice(_SHARES)}%"
            rule["tolerance"] = share if form == "rule share" else f"{value} {words}"
            return chance.choice((None, self.amount(self.tolerance)))
        if form == "share":
            return Number(Decimal(chance.choice(_SHARES)) / 100, percent=True)
        if form == "share text":
            return f"{chance.choice(_SHARES)}%"
        if form in ("words", "pp"):
            return f"{value}pp" if form == "pp" and unit == "percent" else f"{value} {words}"
        return self.amount(self.tolerance)

    def _short(self) -> Decimal:
        """How far short the outturn falls: an edge, a last decimal beside it, or anywhere."""
        chance = self.chance
        relative = self.target * Decimal(chance.choice(_SHARES)) / 100
        lengths = [Decimal(0), Decimal(1), self.target * Decimal("0.02")]
        lengths += [self.tolerance * n for n in ("1", "1.5", "2", "3") for n in [Decimal(n)]]
        lengths += [relative * n for n in (1, 2, 3)]
        if chance.random() < 0.7:
            return chance.choice(lengths) + chance.choice((0, 0, 1, -1)) * self.step
        return self.step * chance.randrange(-40, 80)

    def _outturn(self) -> Decimal:
        short = self._short()
        below = self.good == "high" or (self.good == "plan" and self.chance.random() < 0.5)
        return self._possible(self.target - short if below else self.target + short)

    def _possible(self, value: Decimal) -> Decimal:
        """A figure that can be, at two decimals as people type them."""
        most = Decimal(99) if self.unit == "percent" else value
        least = Decimal("2.5") if self.unit == "percent" else Decimal(1)
        kept = max(least, min(most, value))
        whole = self.step == 1 and self.unit != "currency"
        return kept.quantize(Decimal(1)) if whole else kept.quantize(Decimal("0.01"))

    def _figures(self) -> tuple[Content, ...]:
        now = self._outturn()
        values = [now]
        for _ in range(4):
            moved = self.chance.choice((0, 0, 1, -1, 3, -3, 8, -8, 20, -20)) * self.step
            values.append(self._possible(values[-1] + moved))
        return tuple(self._typed(value) for value in reversed(values))

    def _typed(self, value: Decimal) -> Content:
        """A figure as somebody typed it: a number, text, a stray scale, or a word instead."""
        chance = self.chance
        form = some(chance, {"number": 84, "text": 6, "mark": 1, "stray": 2, "gap": 5,
                             "blank": 2, "error": 0.5})  # fmt: skip
        if form == "gap":
            return chance.choice(GAP_WORDS)
        if form == "blank":
            return None
        if form == "error":
            return Error()
        if form == "stray" and self.unit == "percent":
            return Number(value if self.kept == FRACTION else value / 100)
        if form in ("text", "mark"):
            text = plain(value) + chance.choice((self._sign(), ""))
            return text + " [p]" if form == "mark" else text
        return self.amount(value)
