"""The overview as one page for a browser: it asks nothing of any server, and works from a share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.overview.facts import Across, Overview, Team
from xl_scorecard.overview.links import link_to
from xl_scorecard.overview.tables import (
    Cell,
    Table,
    failed_table,
    findings_table,
    indicators_table,
    rows_table,
)

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'"
)
"""No request to anywhere, whatever a workbook's words may hold."""
_WIDTH = 160


def overview_page(overview: Overview, place: Path) -> str:
    """The page, to be put at a place: links to outputs are as seen from there."""
    sections = [
        _scorecards(overview, place),
        _heat_map(overview),
        _indicators(overview),
        _plain("rows", "Every indicator of every scorecard", *_heads(rows_table(overview))),
        _plain("findings", "What the checks found", *_heads(findings_table(overview))),
        _plain("failed", "What could not be done, and why", *_heads(failed_table(overview))),
    ]
    named = [("scorecards", "Scorecards"), ("heat", "Heat map"), ("indicators", "Indicators"),
             ("rows", "Rows"), ("findings", "Findings"), ("failed", "Not done")]  # fmt: skip
    ways = "".join(f'<li><a href="#{key}">{word}</a></li>' for key, word in named)
    done, failed = len(overview.teams), len(overview.failed)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Scorecards: overview</title>
<style>{_part("page.css")}</style></head><body>
<a class="skip" href="#main">Skip to the tables</a>
<header><h1>Scorecards</h1>
<p>{how_many(done, "scorecard")}; {how_many(failed, "workbook")} not done.</p>
<nav aria-label="Tables"><ul>{ways}</ul></nav>
<form role="search"><label for="search">Show only rows with</label>
<input id="search" type="search" autocomplete="off">
<p id="shown" role="status" aria-live="polite"></p></form></header>
<main id="main" tabindex="-1">{"".join(sections)}</main>
<script>{_part("page.js")}</script></body></html>
"""


def _part(name: str) -> str:
    return (files("xl_scorecard.overview") / name).read_text("utf-8")


def _heads(table: Table) -> tuple[list[str], list[list[str]]]:
    """A table's headings, and its rows as cells of the page."""
    columns, rows, percents = table
    shown = [
        [_cell(cell, percent=bool(percents) and percents[place]) for cell in cells]
        for place, cells in enumerate(rows)
    ]
    return [heading for heading, _ in columns], shown


def _cell(cell: Cell, *, percent: bool = False) -> str:
    if cell is None:
        return "<td></td>"
    if isinstance(cell, str):
        return f"<td>{escape(cell)}</td>"
    if isinstance(cell, int):
        return f'<td class="n" data-n="{cell}">{cell:,}</td>'
    return f'<td class="n" data-n="{cell!r}">{_figure(cell, percent=percent)}</td>'


def _figure(value: float, *, percent: bool) -> str:
    return f"{value:.1%}" if percent else f"{value:,.2f}".rstrip("0").rstrip(".")


def _plain(key: str, title: str, headings: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with buttons in its headings to sort by, and a list to filter by where that helps."""
    head = "".join(
        f'<th scope="col" aria-sort="none"><button type="button">{escape(h)}</button></th>'
        for h in headings
    )
    body = "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows)
    if not body:
        return f'<section id="{key}"><h2>{escape(title)}</h2><p>None.</p></section>'
    return (
        f'<section id="{key}"><h2 id="{key}-title">{escape(title)}</h2><div class="filters"></div>'
        f'<div class="wide" tabindex="0" role="region" aria-labelledby="{key}-title">'
        f'<table aria-labelledby="{key}-title"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div></section>"
    )


def _scorecards(overview: Overview, place: Path) -> str:
    headings = ["Scorecard", "Period", "Indicators"]
    headings += [overview.looks[status].word for status in overview.statuses]
    headings += ["Shares", "Improved", "Worsened", "Static", "Errors", "Warnings", "Outcome"]
    rows = [_scorecard(overview, team, place) for team in overview.teams]
    return _plain("scorecards", "Scorecards", headings, rows)


def _scorecard(overview: Overview, team: Team, place: Path) -> list[str]:
    link = link_to(team.outcome.output or team.outcome.path, place)
    name = escape(team.name)
    if link is not None:
        name = f'<a href="{escape(_address(link))}">{name}</a>'
    counts = {s: sum(row.result.status == s for row in team.rows) for s in overview.statuses}
    numbers = [team.moved(travel) for travel in ("improved", "worsened", "static")]
    numbers += [team.found(Severity.ERROR), team.found(Severity.WARNING)]
    return [
        f'<th scope="row">{name}</th>',
        _cell(team.outcome.period or ""),
        _cell(len(team.rows)),
        *(_cell(number) for number in counts.values()),
        f"<td>{_bar(overview, counts)}</td>",
        *(_cell(number) for number in numbers),
        _cell(team.outcome.outcome),
    ]


def _address(link: str) -> str:
    """A way between folders as an address; one with a drive is that of a file."""
    if Path(link).is_absolute() or ":" in link.split("/", 1)[0]:
        return "file:///" + quote(link.lstrip("/"), safe="/:")
    return "./" + quote(link)


def _bar(overview: Overview, counts: dict[str, int]) -> str:
    """The shares of statuses as a bar, which says in words what it shows."""
    total = sum(counts.values())
    words = ", ".join(f"{n} {overview.looks[s].word}" for s, n in counts.items() if n)
    parts, left = [], 0.0
    for status, number in counts.items():
        if number:
            width = number / total * _WIDTH
            fill = overview.looks[status].fill
            parts.append(f'<rect x="{left:.1f}" width="{width:.1f}" height="14" fill="{fill}"/>')
            left += width
    return _drawing(words or "no indicators", "".join(parts), 14)


def _drawing(words: str, parts: str, height: int) -> str:
    return (
        f'<svg role="img" aria-label="{escape(words)}" width="{_WIDTH}" height="{height}" '
        f'viewBox="0 0 {_WIDTH} {height}">{parts}</svg>'
    )


def _heat_map(overview: Overview) -> str:
    headings = ["Scorecard", *(section or "No section" for section in overview.sections)]
    rows = [
        [f'<th scope="row">{escape(team.name)}</th>']
        + [_share(*team.share(section)) for section in overview.sections]
        for team in overview.teams
    ]
    return _plain("heat", "Rated indicators that are of concern, by section", headings, rows)


def _share(of_concern: int, rated: int) -> str:
    if not rated:
        return '<td class="h">none rated</td>'
    share = of_concern / rated
    level = 0 if share == 0 else 1 if share <= 0.25 else 2 if share <= 0.5 else 3
    return f'<td class="h h{level}" data-n="{share!r}">{of_concern} of {rated}</td>'


def _indicators(overview: Overview) -> str:
    headings, rows = _heads(indicators_table(overview))
    drawn = [
        [*cells, f"<td>{_strip(across)}</td>"]
        for cells, across in zip(rows, overview.across, strict=True)
    ]
    return _plain("indicators", "Each indicator across scorecards", [*headings, "Spread"], drawn)


def _strip(across: Across) -> str:
    """Each figure as a dot between the least and the most, with the quartiles as a box."""
    s = across.spread
    if s.least is None or s.most is None or s.median is None or s.least == s.most:
        return "all alike" if s.count > 1 else ""
    least, reach = s.least, s.most - s.least

    def at(value: float) -> float:
        return 4 + (value - least) / reach * (_WIDTH - 8)

    parts = []
    if s.first is not None and s.third is not None:
        left, right = at(s.first), at(s.third)
        width = right - left
        parts.append(f'<rect class="box" x="{left:.1f}" y="2" width="{width:.1f}" height="12"/>')
    parts.append(f'<line x1="{at(s.median):.1f}" x2="{at(s.median):.1f}" y1="1" y2="15"/>')
    figures = [row.result.value for row in across.rows if row.result.value is not None]
    parts += [f'<circle cx="{at(value):.1f}" cy="8" r="3"/>' for value in figures]
    percent = across.unit == "percent"
    least_, median, most = (_figure(v, percent=percent) for v in (s.least, s.median, s.most))
    return _drawing(f"from {least_} to {most}, median {median}", "".join(parts), 16)
