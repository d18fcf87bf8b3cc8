"""What an overview tells, worked out from the outcomes of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from xl_scorecard.domain.bands import BUILT_IN, NO_DATA, NOT_RATED
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.outcome import FindingResult, IndicatorResult, Outcome
from xl_scorecard.overview.spread import Spread, places_of, spread_of

_BY_CONCERN = {
    0: ("#B9E0C6", "#0B3B1F"), 1: ("#FFE97A", "#332900"),
    2: ("#F5A623", "#241A00"), 3: ("#B3001B", "#FFFFFF"),
}  # fmt: skip
_LEVELLED = ("good", "acceptable", "yellow", "green", "amber", "red", NOT_RATED, NO_DATA)


@dataclass(frozen=True)
class Look:
    """A status as it is shown: its word and its colours."""

    word: str
    fill: str
    text: str


@dataclass(frozen=True)
class Row:
    """An indicator in a scorecard: `place` is its rank, best first, of `of` in the same period."""

    team: str
    result: IndicatorResult
    place: int | None = None
    of: int = 0
    quartile: int | None = None

    @property
    def is_rated(self) -> bool:
        """Whether it has a status that says how it does."""
        return self.result.status not in (NOT_RATED, NO_DATA)


@dataclass(frozen=True)
class Across:
    """An indicator across scorecards of one period: its rows, best first, and their spread."""

    id: str
    name: str
    section: str
    unit: str | None
    good_is: str | None
    period: str
    rows: tuple[Row, ...]
    spread: Spread


@dataclass(frozen=True)
class Team:
    """A scorecard that was done: its name here, what came of it, and its rows."""

    name: str
    outcome: Outcome
    rows: tuple[Row, ...]

    def moved(self, travel: str) -> int:
        """How many indicators improved, worsened or stayed static."""
        return sum(row.result.travel == travel for row in self.rows)

    def found(self, severity: Severity) -> int:
        """How many findings of a severity nobody accepted."""
        return sum(f.severity is severity and not f.accepted for f in self.outcome.findings)

    def share(self, section: str) -> tuple[int, int]:
        """How many indicators of a section are of concern, and how many are rated."""
        rated = [row for row in self.rows if row.result.section == section and row.is_rated]
        return sum(row.result.concern > 0 for row in rated), len(rated)


@dataclass(frozen=True)
class Overview:
    """All that an overview shows."""

    teams: tuple[Team, ...]
    across: tuple[Across, ...]
    sections: tuple[str, ...]
    statuses: tuple[str, ...]
    failed: tuple[Outcome, ...] = ()
    looks: dict[str, Look] = field(default_factory=dict)

    @property
    def findings(self) -> list[tuple[Team, FindingResult]]:
        """Every finding with its scorecard, worst first."""
        found = [(team, finding) for team in self.teams for finding in team.outcome.findings]
        return sorted(found, key=lambda each: (each[1].accepted, each[1].severity.rank))


def overview_of(outcomes: Sequence[Outcome]) -> Overview:
    """The overview of a run's outcomes."""
    done = [o for o in outcomes if o.outcome not in ("failed", "not_done")]
    names = _names([outcome.path for outcome in done])
    rows = [
        Row(name, item)
        for name, outcome in zip(names, done, strict=True)
        for item in outcome.indicators
    ]
    across = tuple(_across(rows))
    placed = {id(row.result): row for each in across for row in each.rows}
    rows = [placed.get(id(row.result), row) for row in rows]
    teams = tuple(
        Team(name, outcome, tuple(row for row in rows if row.team == name))
        for name, outcome in zip(names, done, strict=True)
    )
    concern = {row.result.status: row.result.concern for row in rows}
    statuses = _in_order(list(concern), concern)
    return Overview(
        teams=teams,
        across=across,
        sections=tuple(dict.fromkeys(row.result.section for row in rows)),
        statuses=statuses,
        failed=tuple(o for o in outcomes if o.outcome in ("failed", "not_done")),
        looks={status: look_of(status, concern[status]) for status in statuses},
    )


def look_of(status: str, concern: int) -> Look:
    """How a status is shown: as the ratings of ours show it, else by its degree of concern."""
    for rating in BUILT_IN.values():
        for band in rating.all_bands:
            if band.status == status:
                return Look(band.label, band.fill, band.text)
    fill, text = _BY_CONCERN[concern]
    return Look(status.replace("_", " ").capitalize(), fill, text)


def _in_order(statuses: Iterable[str], concern: dict[str, int]) -> tuple[str, ...]:
    """Statuses from best to worst, those without a rating last."""

    def key(status: str) -> tuple[bool, int, int]:
        known = _LEVELLED.index(status) if status in _LEVELLED else -1
        return status in (NOT_RATED, NO_DATA), concern[status], known

    return tuple(sorted(statuses, key=key))


def _names(paths: Sequence[str]) -> list[str]:
    """What scorecards are called: by file, with its folders where two files are called alike."""
    counts = Counter(PurePath(path).stem for path in paths)
    return [
        stem if counts[stem := PurePath(path).stem] == 1 else str(PurePath(path)) for path in paths
    ]


def _across(rows: Sequence[Row]) -> Iterable[Across]:
    """Each indicator across scorecards, period by period."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        result = row.result
        key = (result.id.casefold() or result.name.casefold(), result.period, result.unit or "")
        groups.setdefault(key, []).append(row)
    for group in groups.values():
        first = group[0].result
        yield Across(
            id=first.id,
            name=first.name,
            section=first.section,
            unit=first.unit,
            good_is=first.good_is,
            period=first.period,
            rows=tuple(_placed(group, first.good_is)),
            spread=spread_of([r.result.value for r in group if r.result.value is not None]),
        )


def _placed(rows: Sequence[Row], good_is: str | None) -> list[Row]:
    """Rows with their ranks and quartiles, best first, those without a figure last."""
    there = [row for row in rows if row.result.value is not None]
    others = [row for row in rows if row.result.value is None]
    values = [row.result.value for row in there if row.result.value is not None]
    if good_is not in ("high", "low"):
        return [*there, *others]
    places = places_of(values, highest_first=good_is == "high")
    placed = [
        Row(row.team, row.result, place, len(there), quartile)
        for row, (place, quartile) in zip(there, places, strict=True)
    ]
    placed.sort(key=lambda row: (row.place or 0, row.team))
    return [*placed, *others]
