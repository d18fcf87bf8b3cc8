"""How a council sets its scorecard out, drawn by chance, with what a fault needs to be there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

GRAINS = ("quarter", "quarter", "month", "month", "year", "quarters and years", "months in quarter")


@dataclass(frozen=True)
class Layout:
    """Each field is a choice; "" and False leave the thing out."""

    grain: str = "quarter"
    headings: str = "plain"  # plain, short, year first, date
    grouped: bool = False  # the year above its quarters
    refs: bool = True
    sections: str = "rows"  # rows, column
    units: bool = False
    good: str = "High"  # how "good is" is worded
    target: str = "Target"
    target_after: bool = False  # behind the figures
    tolerance: str = "column"  # column, threshold, rules
    percent_as: str = "fraction"  # fraction, hundred
    rag: str = ""  # words, letters
    fills: bool = False
    travel: str = ""  # arrows, triangles, words, wingdings
    change: bool = False
    comments: bool = False
    benchmarks: bool = False
    formulas: bool = False
    coming: bool = False  # a blank column for the next period
    editions: bool = False  # a sheet a period, the last two
    tally: str = ""  # sentences, words, sheet
    risks: bool = False
    full_rules: bool = True
    unnamed_parts: bool = False  # rows that say Numerator and Denominator
    targets_in_rules: bool = False
    said: bool = False  # the rule set says where what stands
    key: bool = False
    notes: bool = False


def draw_layout(rng: Random, wants: dict[str, object]) -> Layout:
    """A layout, of which what is wanted is given."""

    def often(share: float) -> bool:
        return rng.random() < share

    grain = str(wants.get("grain", rng.choice(GRAINS)))
    full = often(0.6)
    rag = rng.choice(("", "words", "words", "letters"))
    drawn = Layout(
        grain=grain,
        headings=rng.choice(("plain", "short", "year first", "date")),
        grouped=grain == "quarter" and often(0.3),
        refs=often(0.7),
        sections=rng.choice(("rows", "rows", "column")),
        units=often(0.4),
        good=rng.choice(("High", "Higher is better", "High is good")),
        target=rng.choice(("Target", "Target", "Goal")),
        target_after=often(0.3),
        tolerance=rng.choice(("column", "threshold", "rules") if full else ("column", "threshold")),
        percent_as=rng.choice(("fraction", "fraction", "hundred")),
        rag=rag,
        fills=often(0.5),
        travel=rng.choice(("", "arrows", "triangles", "words", "wingdings")),
        change=often(0.3),
        comments=often(0.6),
        benchmarks=often(0.3),
        formulas=often(0.4),
        coming=often(0.25),
        editions=often(0.15),
        tally=rng.choice(("", "", "sentences", "words", "sheet")),
        risks=often(0.3),
        full_rules=full,
        unnamed_parts=often(0.3),
        targets_in_rules=full and often(0.15),
        said=often(0.1),
        key=often(0.4),
        notes=often(0.3),
    )
    asked = {name: choice for name, choice in wants.items() if name in Layout.__dataclass_fields__}
    return _sound(replace(drawn, **asked), asked)  # type: ignore[arg-type]


def _sound(layout: Layout, asked: dict[str, object]) -> Layout:
    """Without what does not go together, keeping what was asked for."""
    changes: dict[str, object] = {}
    if layout.grain != "quarter":
        changes["grouped"] = False
    if layout.grain in ("year", "quarters and years", "months in quarter"):
        changes["editions"] = False
    if layout.grain == "months in quarter":
        changes["coming"] = False
    if not layout.full_rules and layout.tolerance == "rules":
        changes["full_rules"] = True
    if layout.targets_in_rules:
        changes.update(tolerance="rules", full_rules=True)
    if not layout.rag:
        changes["tally"] = ""
    if layout.editions:
        changes.update(said=False, coming=False)
        if layout.tally == "sheet":
            changes["tally"] = "words"
    if layout.said:
        changes.update(benchmarks=False, unnamed_parts=False)
    return replace(layout, **{k: v for k, v in changes.items() if k not in asked})  # type: ignore[arg-type]
