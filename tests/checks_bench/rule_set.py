"""The rule set that an officer would keep for a book."""

from __future__ import annotations

from typing import Any

from openpyxl.utils import get_column_letter

from tests.checks_bench.book import Book
from tests.checks_bench.measures import Measure
from tests.checks_bench.page import place

PARTS = ("numerator", "denominator")
WORDS = {"percent": "points", "count": "cases", "rate_per_10000": "per 10,000", "days": "days"}


def rules_of(book: Book) -> dict[str, Any]:
    """As data; what a fault says under `changed` goes before."""
    ruled = [m for m in book.measures if not (book.layout.unnamed_parts and m.role in PARTS)]
    rules: dict[str, Any] = {
        "name": "council",
        "title": f"{book.council} scorecard",
        "financial_year_starts": "April",
        "rating": "rag",
        "indicators": [_rule(book, measure) for measure in ruled],
    }
    breaks = {m.ref: [m.broken.short] for m in ruled if m.broken is not None}
    if breaks:
        rules["breaks"] = breaks
    if book.layout.said:
        rules["workbook"] = {"tables": [_said(book)]}
    rules.update(book.changed.get("rules", {}))
    return rules


def _rule(book: Book, measure: Measure) -> dict[str, Any]:
    found: dict[str, Any] = {"id": measure.ref, "name": measure.name}
    if measure.numerator and not book.layout.unnamed_parts:
        found.update(numerator=measure.numerator, denominator=measure.denominator)
    if not book.layout.good or measure.good == "neither":
        found["good_is"] = measure.good
    if book.layout.full_rules:
        found.update(section=measure.section, unit=measure.unit, basis=measure.basis)
        if book.changed.get("good") != measure.ref:
            found["good_is"] = measure.good
        if measure.rated and book.layout.targets_in_rules:
            found["target"] = _written(measure, measure.target)
        if measure.rated and book.layout.tolerance == "rules" and measure.tolerance is not None:
            points = measure.unit == "percent"
            found["tolerance"] = f"{measure.tolerance:g} points" if points else measure.tolerance
    found.update(measure.rule)
    return found


def _written(measure: Measure, value: float | None) -> Any:
    assert value is not None
    return f"{value:g}%" if measure.unit == "percent" else value


def _said(book: Book) -> dict[str, Any]:
    """Where what stands, as the rule set can say it."""

    def letter(what: int | str) -> str:
        return str(get_column_letter(book.columns[what]))

    rows = [place(book.spots[measure.ref, "name"])[0] for measure in book.measures]
    entry: dict[str, Any] = {
        "sheet": book.sheet,
        "header": f"{book.header_row - 1}-{book.header_row}"
        if book.layout.grouped
        else book.header_row,
        "rows": f"{min(rows)}-{max(rows)}",
        "names": letter("name"),
        "figures": {book.periods[at].short: letter(at) for at in range(len(book.periods))},
    }
    for key, what in (
        ("references", "ref"), ("sections", "section"), ("unit", "unit"), ("good_is", "good"),
        ("targets", "target"), ("tolerances", "tolerance"), ("thresholds", "threshold"),
        ("judgements", "rag"), ("travel", "travel"), ("comments", "comment"),
    ):  # fmt: skip
        if book.has(what):
            entry[key] = letter(what)
    return entry
