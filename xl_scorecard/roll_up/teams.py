"""Which workbooks of a run are teams: of several quarters of one team, the latest alone counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period
from xl_scorecard.drafting.hints import rule_set_name
from xl_scorecard.errors import UsageError

_NAMELESS = rule_set_name("")


@dataclass(frozen=True)
class Team:
    """A team by name, and its scorecard as it was read."""

    name: str
    outcome: Outcome


def teams_of(outcomes: Sequence[Outcome], starts: int) -> tuple[list[Team], list[str]]:
    """The teams in order, and a line for each workbook that is left out.

    Raises UsageError where two workbooks may be the same team in the same period: to add up both
    would count it twice.
    """
    latest: dict[tuple[str, ...], Outcome] = {}
    said: list[str] = []
    for outcome in outcomes:
        key = _team_key(outcome.path)
        other = latest.setdefault(key, outcome)
        if other is outcome:
            continue
        now, before = _period(outcome, starts), _period(other, starts)
        if now is None or before is None or now.end == before.end:
            raise UsageError(
                f"{other.path} and {outcome.path} are called alike and are of one period; to add "
                "up both would count a team twice: take one out, or give them other names"
            )
        newer, older = (outcome, other) if now.end > before.end else (other, outcome)
        latest[key] = newer
        said.append(f"{older.path}: passed over: {newer.path} is a later one of the same team")
    kept = list(latest.values())
    names = _names([outcome.path for outcome in kept])
    return [Team(name, outcome) for name, outcome in zip(names, kept, strict=True)], said


def _period(outcome: Outcome, starts: int) -> Period | None:
    words = parse_period(outcome.period or "", starts)
    return words.period if words is not None else None


def _team_key(path: str) -> tuple[str, ...]:
    """A workbook's place without what its name and its folders' names say of periods."""
    place = PurePath(path)
    words = (rule_set_name(part) for part in (*place.parent.parts, place.name))
    return tuple(word for word in words if word != _NAMELESS)


def _names(paths: Sequence[str]) -> list[str]:
    """Teams by file; where files are called alike, by folder and file."""
    counts = Counter(PurePath(path).stem for path in paths)
    return [
        stem
        if counts[stem := PurePath(path).stem] == 1
        else "/".join((*PurePath(path).parent.parts[-1:], stem))
        for path in paths
    ]
