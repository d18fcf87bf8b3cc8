"""Which role a heading names: the words councils, DfE and the NHS put above columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.role_words import role_of_word
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.words.synonyms import SYNONYMS

_STARTS: tuple[tuple[Role, str], ...] = (
    (Role.CHANGE, (r"(?:variance|var|gap|distance|difference|deviation|shortfall)\b.*\b"
                   r"(?:target|plan|goal)\b|\+ ?/ ?- ?target|"
                   r"(?:%|per ?cent(?:age)?) (?:of|from|to|against) target")),
    (Role.RAG, (r"(?:performance|progress|actuals?|outturn|position|status)?.*\b"
                r"(?:vs?\.?|against|versus|on) target\b|target (?:status|rag|met|achieved|hit)\b")),
    (Role.COMMENT, r"target (?:comment|note|narrative|rationale)"),
    (Role.OTHER, r"target (?:source|set|type|date|owner|setting|basis|group)\b"),
    (Role.TARGET, r"(?:.*\b)?targets?(?: green)?$|target\b|goal\b"),
    (Role.TRAVEL, r"dot\b|direction of travel\b"),
    (Role.RAG, (r"rag\b|achieved\b.*\bnot achieved|"
                r".*\bdca(?: rating)?$")),
    (Role.COMMENT, r"comment(?:s|ary)?\b|narrative\b|reasons for\b|latest note\b"),
    (Role.POLARITY, r"good (?:perf(?:ormance)?|is)\b|polarity\b|improvement direction\b"),
    (Role.TOLERANCE, r"toleran"),
    (Role.BENCHMARK, (r"(?:stat(?:istical)?\.? neigh|nat(?:ional)? (?:ave|top)|england\b|"
                     r"good ?(?:/|and|&) ?outstanding|(?:\S+ )?all wales|benchmark|"
                     r"eng(?:land)? av)")),
    (Role.INDICATOR, (r"indicators?\b|performance (?:measures?|indicators?)\b|"
                     r"key performance indicators?|measures?\b(?!.*type)")),
    (Role.CHANGE, r"(?:%|percentage)? ?change\b"),
    (Role.OWNER, r"(?:lead|responsible|accountable) "),
)  # fmt: skip

_TIME = re.compile(
    r"\b(?:q(?:uarter|tr|rt)?\.?\s*[1-4]|(?:19|20)\d\d(?:\s*[/-]\s*\d{2,4})?|\d\d/\d\d|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ '-]*\d{2,4})\b"
)
_MAY_NAME_A_PERIOD = frozenset(
    (Role.TARGET, Role.RAG, Role.TRAVEL, Role.CHANGE, Role.COMMENT, Role.BENCHMARK, Role.OUTTURN,
     Role.NUMERATOR, Role.DENOMINATOR, Role.RANK)
)  # fmt: skip
_BESIDE_TIME = {
    **dict.fromkeys(("la", "local authority", "authority", "council", "county", "borough",
                     "trust", "force", "ccg"), Role.OUTTURN),
    **dict.fromkeys(("profile", "milestone", "ambition"), Role.TARGET),
}  # fmt: skip
"""What only means this beside a period: `LA 2017` next to `England 2017`, `2020 Ambition`."""
_EXACT = {word: role for role, words in SYNONYMS.items() for word in words}
_EXACT["kpi"] = Role.INDICATOR


_RAISED = re.compile(r"(?<=\w)[¹²³⁴-⁹]+")
"""The number of a footnote, as in `Target³`."""


@lru_cache(maxsize=4096)
def normalised(heading: str) -> str:
    """A heading for look-up: lower case, no punctuation at its ends, no bracketed period."""
    words = _RAISED.sub("", tidy(heading).replace("_", " "))
    return re.sub(r"\s+", " ", words).strip(" .:-*?")


def role_of(heading: str, extra: Mapping[str, Sequence[str]] | None = None) -> Role | None:
    """The role a heading names, or None; the rule set's `headings` come first."""
    words = normalised(heading)
    if not words:
        return None
    return exact_role(heading, extra) or _usual_role(words)


def exact_role(heading: str, extra: Mapping[str, Sequence[str]] | None = None) -> Role | None:
    """The role of a heading that is a known word as a whole, not only begins with one."""
    return _by_rule(heading, extra) or _EXACT.get(normalised(heading))


def named_by_rule(heading: str, extra: Mapping[str, Sequence[str]]) -> bool:
    """Whether the rule set's own `headings` name this one."""
    return _by_rule(heading, extra) is not None


def _by_rule(heading: str, extra: Mapping[str, Sequence[str]] | None) -> Role | None:
    words = normalised(heading)
    for role_name, more in (extra or {}).items():
        if words in (normalised(word) for word in more):
            return role_of_word(role_name) or Role.OTHER
    return None


@lru_cache(maxsize=4096)
def _usual_role(words: str) -> Role | None:
    plain = re.sub(r"[()]", "", words).strip()
    found = _EXACT.get(words) or _EXACT.get(plain)
    if found is not None:
        return found
    without_brackets = re.sub(r"\s+", " ", re.sub(r"\(.*?\)", " ", words)).strip()
    found = _EXACT.get(without_brackets)
    if found is not None:
        return found
    for role, pattern in _STARTS:
        if re.match(pattern, words) or re.match(pattern, without_brackets):
            return role
    timeless = _timeless(words)
    found = _EXACT.get(timeless)
    if found in _MAY_NAME_A_PERIOD:
        return found
    beside_time = _BESIDE_TIME.get(timeless) if timeless != words else None
    return beside_time or _either_side(words)


def _timeless(words: str) -> str:
    return re.sub(r"\s+", " ", _TIME.sub(" ", words)).strip(" .:-*,()")


def _either_side(words: str) -> Role | None:
    """`Outcome / measure` names indicators, as either word alone would."""
    said = {_EXACT.get(part.strip()) for part in words.split("/")} if "/" in words else set()
    return Role.INDICATOR if Role.INDICATOR in said else None


_FIGURES = frozenset(
    ("%", "rate", "value", "result", "score", "days", "£", "£m", "£000", "£000s", "no", "number",
     "count", "n", "total", "figure", "perf")
)  # fmt: skip
_NOT_NOW = frozenset(("baseline", "previous year", "py", "previous"))


def figure_under(heading: str) -> bool:
    """Whether a heading below a period says that the column holds its figure: `%`, `Rate`."""
    return normalised(heading) in _FIGURES


_SPEAKS_OF_FIGURES = re.compile(r"\b(?:performance|actuals?|outturns?|results?|position)\b")


def speaks_of_figures(heading: str) -> bool:
    """Whether a longer heading is about figures: `Half year performance and rating`."""
    return _SPEAKS_OF_FIGURES.search(normalised(heading)) is not None


_YET_TO_COME = re.compile(r"\b(?:forecast|f'?cast|fcst|projection|projected|proj|predicted)\b")
_EXPECTED = re.compile(
    r"(?:est|estimated?|expected|anticipated|likely)\.?"
    r"(?: (?:outturn|actual|performance|position|result|figure|value|year[ -]end|full[ -]year))*"
)


def is_forecast(heading: str, groups: Sequence[str] = ()) -> bool:
    """Whether a heading, or one of the groups above it, is of figures that are yet to come."""
    if any(_YET_TO_COME.search(normalised(text)) for text in (heading, *groups)):
        return True
    return _EXPECTED.fullmatch(_timeless(normalised(heading))) is not None


def says_now(heading: str) -> bool:
    """Whether a heading of figures that names no period means the one reported: `Actual`."""
    return normalised(heading) not in _NOT_NOW
