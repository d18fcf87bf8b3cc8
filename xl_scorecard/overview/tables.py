"""The tables of an overview as plain cells, for the workbook and for the page."""

from __future__ import annotations

from collections.abc import Sequence

from xl_scorecard.overview.facts import Across, Overview

Cell = float | str | None
_MOST_NAMED = 3
Table = tuple[Sequence[tuple[str, float]], list[list[Cell]], list[bool]]
"""Headings with widths, rows, and which rows hold percentages."""


def indicators_table(overview: Overview) -> Table:
    """A row an indicator and period: best and worst, quartiles, outliers."""
    columns = [
        ("Id", 14.0), ("Indicator", 44), ("Section", 24), ("Unit", 12), ("Good is", 10),
        ("Period", 12), ("Figures", 10), ("Least", 11), ("First quartile", 11), ("Median", 11),
        ("Third quartile", 11), ("Most", 11), ("Best", 26), ("Outliers", 30),
    ]  # fmt: skip
    rows: list[list[Cell]] = [
        [
            a.id, a.name, a.section, _said(a.unit), _said(a.good_is), a.period, a.spread.count,
            a.spread.least, a.spread.first, a.spread.median, a.spread.third, a.spread.most,
            _best(a), outliers(a),
        ]
        for a in overview.across
    ]  # fmt: skip
    return columns, rows, [a.unit == "percent" for a in overview.across]


def _best(across: Across) -> str:
    best = [row.team for row in across.rows if row.place == 1]
    return ", ".join(best) if len(best) <= _MOST_NAMED else f"{len(best)} share it"


def outliers(across: Across) -> str:
    """The scorecards whose figures lie far beyond the quartiles."""
    far = (row.team for row in across.rows if across.spread.is_outlier(row.result.value))
    return ", ".join(far)


def rows_table(overview: Overview) -> Table:
    """A row a scorecard and indicator."""
    columns = [
        ("Scorecard", 30.0), ("Section", 24), ("Id", 14), ("Indicator", 44), ("Dimension", 14),
        ("Period", 12), ("Figure", 11), ("No figure", 14), ("Target", 11), ("Status", 14),
        ("Rated", 8), ("Concern", 9), ("Movement", 12), ("Rank", 8), ("Of", 6),
        ("Quartile", 9), ("Sheet", 16), ("Cell", 8),
    ]  # fmt: skip
    rows: list[list[Cell]] = []
    percents = []
    for team in overview.teams:
        for row in team.rows:
            r = row.result
            rows.append(
                [
                    row.team, r.section or "No section", r.id, r.name, r.dimension, r.period,
                    r.value, _said(r.gap), r.target, overview.looks[r.status].word,
                    "yes" if row.is_rated else "no", r.concern, _said(r.travel).capitalize(),
                    row.place, row.of or None, row.quartile, r.sheet, r.cell or "",
                ]
            )  # fmt: skip
            percents.append(r.unit == "percent")
    return columns, rows, percents


def findings_table(overview: Overview) -> Table:
    """A row a finding."""
    columns = [
        ("Scorecard", 30.0), ("Severity", 14), ("Place", 22), ("Indicator", 14), ("Finding", 80),
        ("Check", 26), ("Accepted", 12),
    ]  # fmt: skip
    rows: list[list[Cell]] = []
    for team, f in overview.findings:
        place = f"{f.sheet}!{f.cell}" if f.cell else f.sheet or ""
        accepted = f"yes: {f.reason}" if f.accepted and f.reason else "yes" if f.accepted else "no"
        severity = "for information" if f.severity.value == "info" else f.severity.value
        rows.append([team.name, severity, place, f.indicator or "", f.message, f.check, accepted])
    return columns, rows, []


def failed_table(overview: Overview) -> Table:
    """A row a workbook that could not be processed, or that a stopped run did not get to."""
    columns = [("File", 60.0), ("Why", 22), ("What to do", 100)]
    rows: list[list[Cell]] = [
        [o.path, _said(o.error.kind), o.error.message]
        if o.error is not None
        else [o.path, "not done", "The run was stopped before; run it again"]
        for o in overview.failed
    ]
    return columns, rows, []


def _said(word: str | None) -> str:
    return (word or "").replace("_", " ")
