"""The columns of a table with a row an indicator."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.layouts import cells
from tests.layouts.page import Cell
from tests.layouts.times import Form, Heading, Time, bare
from tests.layouts.truth import Covers, Good, Indicator, Truth, Unit
from tests.layouts.words import Words

UNITS = {
    Unit.PERCENT: "%",
    Unit.COUNT: "Number",
    Unit.DAYS: "Days",
    Unit.MONEY: "£",
    Unit.RATE: "Rate",
    Unit.RATIO: "Number",
    Unit.SCORE: "Score",
    Unit.DURATION: "Time",
}
BASES = {
    Covers.PERIOD: "In period",
    Covers.TO_DATE: "YTD",
    Covers.SNAPSHOT: "Snapshot",
    Covers.ROLLING: "R12M",
}


@dataclass(frozen=True)
class Column:
    """A column: headings from the top down, what stands in each indicator's row, what it is."""

    headings: tuple[Heading, ...]
    cell: Callable[[Indicator], Cell]
    role: str = ""
    time: Time | None = None
    hidden: bool = False


def descriptions(truth: Truth, words: Words) -> list[Column]:
    """What says which indicator a row is, and of what kind."""
    shows = truth.shows
    found = []
    if shows.references:
        found.append(Column((words("reference"),), lambda i: Cell(i.reference), "reference"))
    if shows.sections == "column":
        found.append(Column((words("section"),), lambda i: Cell(i.section), "section"))
    found.append(Column((words("indicator"),), lambda i: Cell(i.name), "indicator"))
    if any(indicator.site for indicator in truth.indicators):
        found.append(Column((words("site"),), lambda i: Cell(i.site), "site"))
    if shows.unit:
        found.append(Column((words("unit"),), lambda i: Cell(UNITS[i.unit]), "unit"))
    if shows.polarity not in ("none", "blank"):
        found.append(
            Column((words("polarity"),), lambda i: cells.polarity(i, shows.polarity), "polarity")
        )
    if shows.polarity == "blank":
        found.append(Column((words("polarity"),), lambda i: Cell(None), "polarity"))
    if shows.basis:
        found.append(Column((words("basis"),), lambda i: Cell(BASES[i.covers]), "basis"))
    return found


def targets(truth: Truth, words: Words, rng: random.Random) -> list[Column]:
    """The target, and the tolerance beside it, as the sheet shows them."""
    shows, last = truth.shows, truth.reported
    if last is None or shows.target in ("none", "by_period"):
        return []
    if shows.target == "thresholds":
        return thresholds(last, rng)
    of_year = shows.target == "year"
    heading = words("target_of_year" if of_year else "target")
    heading = heading.format(year=last.label)
    worded = shows.target == "words"
    found = [
        Column(
            (heading,),
            lambda i: cells.target(i, shown_target(i, last), worded, rng),
            "target",
        )
    ]
    if shows.tolerance == "column":
        found.append(Column((words("tolerance"),), cells.tolerance, "tolerance"))
    return found


def shown_target(made: Indicator, last: Time) -> float | None:
    return made.year_target if made.year_target is not None else made.targets.get(last)


def thresholds(last: Time, rng: random.Random) -> list[Column]:
    """Red, Amber and Green as columns, either as phrases or as the bounds of amber and green."""
    if rng.random() < 0.5:
        return [
            Column(("Amber",), lambda i: _bound(i, last), "tolerance"),
            Column(("Target Green",), lambda i: cells.target(i, shown_target(i, last), False, rng),
                   "target"),
        ]  # fmt: skip
    return [
        Column(("Green",), lambda i: Cell(_phrases(i, last)[0]), "target"),
        Column(("Amber",), lambda i: Cell(_phrases(i, last)[1]), "tolerance"),
        Column(("Red",), lambda i: Cell(_phrases(i, last)[2]), "red"),
    ]


def _edge(made: Indicator, last: Time) -> float:
    target = shown_target(made, last) or 0
    edge = target + made.tolerance if made.good is Good.LOW else target - made.tolerance
    return round(edge, 6)


def _bound(made: Indicator, last: Time) -> Cell:
    return cells.number(made, _edge(made, last)) if made.good is not Good.NEITHER else Cell(None)


def _phrases(made: Indicator, last: Time) -> tuple[str | None, ...]:
    if made.good is Good.NEITHER:
        return None, None, None
    target = cells.in_words(made, shown_target(made, last) or 0)
    edge = cells.in_words(made, _edge(made, last))
    if made.good is Good.LOW:
        return f"<= {target}", f"{target} to {edge}", f"> {edge}"
    return f">= {target}", f"{edge} to {target}", f"< {edge}"


def figures(times: Sequence[Time], form: Form) -> list[Column]:
    return [figure(time, (form(time),)) for time in times]


def figure(time: Time, headings: tuple[Heading, ...]) -> Column:
    return Column(headings, lambda i: cells.figure(i, time), "figure", time)


def under_years(times: Sequence[Time]) -> list[Column]:
    """Months or quarters without a year, each year above those of its own."""
    return [figure(time, (time.label, bare(time))) for time in times]


def judgements(truth: Truth, words: Words) -> list[Column]:
    """What the officer says of the reported period: a RAG and a comment."""
    found = []
    if truth.shows.rag != "none":
        heading = "Target met?" if truth.shows.rag == "met" else words("rag")
        found.append(Column((heading,), lambda i: cells.rag(i.judged, truth.shows.rag), "rag"))
    last, travel = truth.reported, truth.shows.travel
    if travel != "none" and last is not None:
        heading = words("dot")
        found.append(Column((heading,), lambda i: cells.travel(i, last, travel), "travel"))
    if truth.shows.comments:
        found.append(Column((words("comments"),), lambda i: Cell(i.comment), "comments"))
    return found


def benchmarks(words: Words) -> list[Column]:
    """Others' figures; no target, however near."""
    return [
        Column((words("england"),), lambda i: cells.number(i, i.benchmark or 0), "benchmark"),
        Column((words("neighbours"),), _neighbours, "benchmark"),
    ]


def _neighbours(made: Indicator) -> Cell:
    return cells.number(made, round((made.benchmark or 0) * 1.02, 4))


def owner(words: Words) -> Column:
    people = ("A. Shah", "J. Price", "M. Okafor", "R. Lewis")
    return Column((words("owner"),), lambda i: Cell(people[len(i.name) % 4]), "owner")
