"""A row with a known reference under another name than its rule has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.lexicon import lexicon, said_one_way
from xl_scorecard.domain.rule_set import Indicator
from xl_scorecard.domain.scorecard import IndicatorRow

_TO_EACH_OTHER = 3
_ASIDE = re.compile(r"\([^()]*\)|\[[^][]*\]|[*†‡¹²³⁰-⁹]+")
_WORD = re.compile(r"[^\W_]+|[%<>+£]")


def _renamed(context: Context) -> Iterator[Found]:
    """Where many names differ, the rules were written in words of their own, and one more says
    nothing."""
    others: defaultdict[str, list[AssessedRow]] = defaultdict(list)
    same: defaultdict[str, int] = defaultdict(int)
    places = {id(each.measure): each.row for each in context.scorecard.rows}
    for row in context.rows:
        rule, place = row.measure.rule, places.get(id(row.measure))
        if rule is None or place is None or not _by_reference(place, rule):
            continue
        beside = f"{rule.id} {row.measure.section}".casefold()
        if any(_is_same(plain_name(row.measure), name, beside) for name in rule.names):
            same[row.measure.sheet] += 1
        else:
            others[row.measure.sheet].append(row)
    for sheet, rows in others.items():
        if same[sheet] < _TO_EACH_OTHER * len(rows):
            continue
        for row in rows:
            rule = row.measure.rule
            assert rule is not None
            yield Found.in_row(
                row,
                row.measure.name_cell,
                f'{rule.id} is "{rule.name}" in the rule set and "{row.measure.name}" here; if it '
                "is still the same, add the new name to the rule's aliases",
                found=row.measure.name,
                expected=rule.name,
            )


def _by_reference(place: IndicatorRow, rule: Indicator) -> bool:
    wanted = " ".join(rule.id.casefold().split())
    return " ".join(place.reference.casefold().split()) == wanted and not place.dimension


def _is_same(name: str, other: str, beside: str) -> bool:
    """Whether two names say the same: small words, signs of notes and, where one name has none,
    what stands in brackets aside; a rule's name may also say what stands beside it."""
    other = " ".join(other.casefold().split())
    if name == other:
        return True
    one, two = _words(name), _words(other)
    bare = _words(_ASIDE.sub(" ", name)), _words(_ASIDE.sub(" ", other))
    if one == two or (bare[0] == bare[1] and (one == bare[0] or two == bare[1])):
        return True
    return bool(one) and one ^ two <= _words(beside)


@lru_cache(maxsize=8192)
def _words(name: str) -> frozenset[str]:
    words = _WORD.findall(said_one_way(" ".join(name.split())))
    return frozenset(word.rstrip("s") for word in words) - _little()


@cache
def _little() -> frozenset[str]:
    return frozenset((*lexicon().names.little, "no", ""))


_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19")
_OTHERS = (
    ("B1", "Children in Need", 2152, 2160),
    ("C1", "Children in care", 671, 699),
    ("D1", "Complaints received", 50, 54),
)
_RULES = (
    "{id: A1, name: Children with an allocated case worker}",
    "{id: B1, name: Children in Need}",
    "{id: C1, name: Children in care}",
    "{id: D1, name: Complaints received}",
)
CHECK = Check(
    slug="indicator-renamed",
    severity=Severity.WARNING,
    looks_for="a row with a known reference under another name than its rule's",
    question="Is it still the same indicator under a new name?",
    mend="Write the name as the rule has it, or add the new one to its aliases.",
    run=_renamed,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Children allocated a Social Worker", 3950, 3990), *_OTHERS),
        rules=_RULES,
        finds=("B2",),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            ("A1", "Number of children with an allocated case worker [note 2]", 3950, 3990),
            *_OTHERS,
        ),
        rules=_RULES,
    ),
)
