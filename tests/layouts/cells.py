"""How figures, targets and judgements are typed into cells."""

from __future__ import annotations

import random

from tests.layouts.page import FILLS, Cell, Style
from tests.layouts.times import Time
from tests.layouts.truth import Covers, Figure, Good, Indicator, Unit

ARROWS = {Good.HIGH: "▲", Good.LOW: "▼", Good.NEITHER: "-"}
WINGDINGS = {Good.HIGH: "ñ", Good.LOW: "ò", Good.NEITHER: "-"}
SAID = {
    "high_low": {Good.HIGH: "High", Good.LOW: "Low", Good.NEITHER: "Info"},
    "letters": {Good.HIGH: "H", Good.LOW: "L", Good.NEITHER: "N/A"},
    "smaller": {
        Good.HIGH: "Bigger is better",
        Good.LOW: "Smaller is better",
        Good.NEITHER: "For information",
    },
    "sentence": {
        Good.HIGH: "Figure should increase",
        Good.LOW: "Figure should reduce",
        Good.NEITHER: "Measure for information",
    },
    "arrows": ARROWS,
    "wingdings": WINGDINGS,
}
LETTERS = {"Green": "G", "Amber": "A", "Red": "R"}
ACHIEVED = {"Green": "Achieved", "Amber": "Nearly achieved", "Red": "Not achieved"}
MOVED = {"arrows": ("▲", "▼", "►"), "words": ("Improving", "Declining", "No change")}


def typed(made: Indicator, value: float) -> float:
    """The number in the cell: percentages as 84.2 or 0.842, durations as parts of a day."""
    if made.unit is Unit.PERCENT and made.bare:
        return round(value * 100, 3)
    if made.unit is Unit.DURATION:
        return value / 86400
    return value


def style_of(made: Indicator, value: float) -> Style:
    """The number format that shows what the number is."""
    if made.unit is Unit.PERCENT and not made.bare:
        whole = abs(value * 100 - round(value * 100)) < 1e-9
        return {"num_format": "0%" if whole else "0.0%" if value >= 0.05 else "0.00%"}
    if made.unit is Unit.DURATION:
        return {"num_format": "[h]:mm:ss"}
    if made.unit is Unit.MONEY:
        return {"num_format": "£#,##0" if abs(value) >= 100 else "£#,##0.00"}
    if made.unit is Unit.COUNT:
        return {"num_format": "#,##0"}
    return {"num_format": "0.0"}


def number(made: Indicator, value: float) -> Cell:
    kept = typed(made, value)
    return Cell(int(kept) if kept == int(kept) else kept, style_of(made, value))


def figure(made: Indicator, time: Time) -> Cell:
    """A period's figure, or what stands there instead."""
    found = made.figures.get(time, Figure(None))
    return number(made, found.value) if found.value is not None else Cell(found.instead or None)


def in_words(made: Indicator, value: float) -> str:
    """A number with its unit, as in a sentence."""
    if made.unit is Unit.PERCENT:
        return f"{round(value * 100, 2):g}%"
    if made.unit is Unit.MONEY:
        return f"£{value:,.2f}" if value < 100 else f"£{value:,.0f}"
    if made.unit is Unit.DURATION:
        return f"{int(value) // 60}m {int(value) % 60:02}s"
    if made.unit is Unit.DAYS:
        return f"{value:g} days"
    return f"{value:,g}" if value < 1e5 else f"{value:,.0f}"


def target_in_words(made: Indicator, value: float, rng: random.Random) -> Cell:
    """A target as a phrase that also says which way is good."""
    if made.good is Good.NEITHER:
        return Cell("No target")
    said = in_words(made, value)
    phrases = {
        Good.HIGH: (f"at least {said}", f">= {said}", f"≥{said}", f"{said} or more", f"Min {said}"),
        Good.LOW: (f"no more than {said}", f"<= {said}", f"≤{said}", f"{said} or less",
                   f"Max {said}"),
    }  # fmt: skip
    return Cell(rng.choice(phrases[made.good]))


def target(made: Indicator, value: float | None, in_words: bool, rng: random.Random) -> Cell:
    """A target cell; an indicator for information has none."""
    if made.good is Good.NEITHER or value is None:
        return Cell(rng.choice((None, "No target", "n/a"))) if not in_words else Cell("No target")
    return target_in_words(made, value, rng) if in_words else number(made, value)


def polarity(made: Indicator, form: str) -> Cell:
    style: Style = {"font_name": "Wingdings"} if form == "wingdings" else {}
    return Cell(SAID[form][made.good], style if made.good is not Good.NEITHER else {})


def tolerance(made: Indicator) -> Cell:
    """The tolerance as officers write it: points for percentages, a number for the rest."""
    if made.good is Good.NEITHER:
        return Cell(None)
    return number(made, made.tolerance)


def rag(judged: str, form: str) -> Cell:
    """A judgement: a word, a letter, Yes or No, or nothing but a fill."""
    if not judged:
        return Cell("n/a" if form in ("word", "letter") else None)
    if form == "fill":
        return Cell(None, {"bg_color": FILLS[judged]})
    if form == "letter":
        return Cell(LETTERS[judged], {"bg_color": FILLS[judged]})
    if form == "achieved":
        return Cell(ACHIEVED[judged])
    if form == "met":
        return Cell("Yes" if judged == "Green" else "No")
    return Cell(judged, {"bg_color": FILLS[judged]})


def travel(made: Indicator, last: Time, form: str) -> Cell:
    """Which way the latest figure moved: an arrow for the number, a word for the performance."""
    before, now = made.figures.get(last.back()), made.figures[last]
    if made.covers is Covers.TO_DATE or before is None or None in (before.value, now.value):
        return Cell(None)
    if made.good is Good.NEITHER and form == "words":
        return Cell(None)
    return Cell(MOVED[form][_move(made, before.value or 0, now.value or 0, form)])


def _move(made: Indicator, before: float, now: float, form: str) -> int:
    if now == before:
        return 2
    rose = now > before
    better = rose if made.good is Good.HIGH else not rose
    return int(not (rose if form == "arrows" else better))
