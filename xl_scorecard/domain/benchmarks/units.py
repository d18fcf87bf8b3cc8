"""Whether a benchmark surely is in another unit than the figures beside it."""

from __future__ import annotations

import re

from xl_scorecard.domain.grid import Cell
from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.lexicon import lexicon, unit_of_word, words_of

_WITH_WORDS = re.compile(r"[<>≤≥=~£]?\s*\d[\d,.]*\s*(?P<unit>%|[^\d\s].*)")
_NO_SHARES = (Unit.COUNT, Unit.RATE_PER_10000, Unit.DAYS, Unit.CURRENCY, Unit.DURATION)
_MOST_PERCENT = 150
IN_WORDS = {
    Unit.PERCENT: "a percentage", Unit.COUNT: "a count", Unit.RATE_PER_10000: "a rate per 10,000",
    Unit.DAYS: "days", Unit.CURRENCY: "an amount of money", Unit.DURATION: "a duration",
}  # fmt: skip


def other_unit(cell: Cell, unit: Unit | None, number_format: str, name: str) -> str | None:
    """What a benchmark's cell surely is, where that is not in the unit of its row; `number_format`
    is that of the row's own figures."""
    number = cell.value
    if isinstance(number, str):
        match = _WITH_WORDS.fullmatch(cell.text)
        said = unit_of_word(match["unit"].casefold().strip()) if match is not None else None
        return IN_WORDS.get(said) if said is not None and said is not unit else None
    if not isinstance(number, float):
        return None
    if "%" in cell.number_format:
        signed = "%" in number_format
        return IN_WORDS[Unit.PERCENT] if unit in _NO_SHARES and not signed else None
    plain = " ".join(name.casefold().split())
    above = words_of(lexicon().names.can_be_above_100).search(plain)
    return (
        "no percentage" if unit is Unit.PERCENT and number > _MOST_PERCENT and not above else None
    )
