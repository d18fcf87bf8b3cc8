"""Which role a heading names: the words councils, DfE and the NHS put above columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from xl_scorecard.domain.lexicon import (
    any_of,
    any_word,
    is_count,
    is_figure,
    is_share,
    lexicon,
    role_beside_period,
    role_of_heading,
    words_of,
)
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.role_words import role_of_word
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.words.timeless import timeless

_MAY_NAME_A_PERIOD = frozenset(
    (Role.TARGET, Role.RAG, Role.TRAVEL, Role.CHANGE, Role.COMMENT, Role.BENCHMARK, Role.OUTTURN,
     Role.NUMERATOR, Role.DENOMINATOR, Role.RANK)
)  # fmt: skip
_RAISED = re.compile(r"(?<=\w)[¹²³⁴-⁹]+")
"""The number of a footnote, as in `Target³`."""

_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LONG_PART = 4


@lru_cache(maxsize=4096)
def normalised(heading: str) -> str:
    """A heading for look-up: lower case, no punctuation at its ends, no bracketed period."""
    words = _RAISED.sub("", tidy(_spaced(heading)).replace("_", " "))
    return re.sub(r"\s+", " ", words).strip(" .:-*?")


def _spaced(heading: str) -> str:
    """A heading such as `IndicatorName`, as exports have it, in words of its own; not `DoT`."""
    parts = _GLUED.split(heading) if heading.isalpha() else [heading]
    whole = min(map(len, parts)) > 1 and max(map(len, parts)) >= _LONG_PART
    return " ".join(parts) if whole else heading


def role_of(heading: str, extra: Mapping[str, Sequence[str]] | None = None) -> Role | None:
    """The role a heading names, or None; the rule set's `headings` come first."""
    words = normalised(heading)
    if not words:
        return None
    return exact_role(heading, extra) or _usual_role(words)


def exact_role(heading: str, extra: Mapping[str, Sequence[str]] | None = None) -> Role | None:
    """The role of a heading that is a known word as a whole, not only begins with one."""
    return _by_rule(heading, extra) or role_of_heading(normalised(heading))


def label_role(text: str, extra: Mapping[str, Sequence[str]] | None = None) -> Role | None:
    """The role that a label of a block or a card names; `Variance` is what came of a tolerance."""
    role = exact_role(text, extra)
    return None if role is Role.TOLERANCE and is_weak_tolerance(text) else role


def own_part(heading: str) -> str:
    """What a column's heading says itself, without the groups above it: `Q3: Target` is Target."""
    return heading.rpartition(": ")[2]


def never_judges(heading: str) -> bool:
    """Whether a heading is of a column that judges nothing, whatever words stand below it."""
    return words_of(lexicon().headings.not_judging).search(normalised(heading)) is not None


def role_but_for_time(heading: str) -> Role | None:
    """The role of a known word as a whole beside a year or the like: `Target 2023/24`."""
    return role_of_heading(timeless(normalised(heading)))


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
    found = role_of_heading(words) or role_of_heading(plain)
    if found is not None:
        return found
    without_brackets = re.sub(r"\s+", " ", re.sub(r"\(.*?\)", " ", words)).strip()
    found = role_of_heading(without_brackets)
    if found is not None:
        return found
    for role, beginning in _beginnings():
        if beginning.match(words) or beginning.match(without_brackets):
            return role
    bare = timeless(words)
    found = role_of_heading(bare)
    if found in _MAY_NAME_A_PERIOD:
        return found
    beside_time = _beside_time(bare) if bare != words else None
    return beside_time or _either_side(words)


def _beside_time(bare: str) -> Role | None:
    """The role of a heading beside a period, which is gone from it: `Aim` of `Aim Apr-Dec 2024`."""
    if (found := role_beside_period(bare)) is not None:
        return found
    roles = (role for role, begins in _beginnings() if begins.match(bare))
    return next((role for role in roles if role in (Role.TARGET, Role.BENCHMARK)), None)


@cache
def _beginnings() -> list[tuple[Role, re.Pattern[str]]]:
    beginnings = lexicon().headings.beginnings
    return [(role, re.compile(any_of((phrase,)))) for role, phrase in beginnings]


_TWO = 2
_SIDES = re.compile(r"\s*/\s*|\s+[|•·]\s+|\s+-\s+")


def _either_side(words: str) -> Role | None:
    """`Outcome / measure` names indicators, as either word alone would; in `Cél / Target`, which
    says it in two languages, either half names the role."""
    sides = [side for side in _SIDES.split(words) if side]
    if len(sides) == 1:
        return None
    said = {role_of_heading(side) for side in sides}
    if Role.INDICATOR in said:
        return Role.INDICATOR
    if len(sides) != _TWO or any(char.isdigit() for char in words):
        return None
    one, other = sides
    roles = {role for side in sides if (role := _usual_role(side)) is not None}
    if len(roles) != 1 or one in other or other in one:
        return None  # `Planned / Unplanned`
    return roles.pop()


def figure_under(heading: str) -> bool:
    """Whether a heading below a period says that the column holds its figure: `%`, `Rate`."""
    return is_figure(normalised(heading).strip("()"))


def says_share(text: str) -> bool:
    """Whether a heading below a period, or a row beside a name, says that the figure is the one
    which a count beside it is part of."""
    return is_share(normalised(text).strip("()"))


def says_percent(text: str) -> bool:
    """Whether a heading says no more than that the figures are in per cent."""
    return normalised(text).strip("()") in lexicon().figures.shares


def figures_in_percent(headings: Sequence[str]) -> bool:
    """Whether the headings of all figures have the word for per cent: `Q3 2018/19 %`."""
    return bool(headings) and all(_percent().search(normalised(text)) for text in headings)


@cache
def _percent() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word(lexicon().figures.shares)}(?!\w)")


def says_of_plan(text: str) -> bool:
    """Whether a heading is of what came of a plan, in per cent or as a variance from it."""
    return _of_plan().fullmatch(normalised(text).strip("()")) is not None


@cache
def _of_plan() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().headings.of_plan))


def says_count(text: str) -> bool:
    """Whether a heading below a period, or a row beside a name, says that the figure is a count."""
    return is_count(normalised(text).strip("()"))


def speaks_of_figures(heading: str) -> bool:
    """Whether a longer heading is about figures: `Half year performance and rating`."""
    return words_of(lexicon().headings.of_figures).search(normalised(heading)) is not None


def is_forecast(heading: str, groups: Sequence[str] = ()) -> bool:
    """Whether a heading, or one of the groups above it, is of figures that are yet to come."""
    to_come = words_of(lexicon().headings.forecasts)
    if any(to_come.search(normalised(text)) for text in (heading, *groups)):
        return True
    return _expected().fullmatch(timeless(normalised(heading))) is not None


@cache
def _expected() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().headings.expected))


def says_now(heading: str) -> bool:
    """Whether a heading of figures that names no period means the one reported: `Actual`."""
    return normalised(heading) not in lexicon().headings.not_now


def stands_aside(heading: str) -> bool:
    """Whether a heading is of numbers about an indicator that are no figures of it: `Weight`."""
    return _aside().fullmatch(timeless(normalised(heading)).strip("()% ")) is not None


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().headings.aside))


def names_places(heading: str) -> bool:
    """Whether a heading is of places, people or accounts, by which no scorecard counts."""
    return normalised(heading) in lexicon().headings.places


def heads_actions(text: str) -> bool:
    """Whether a heading is one of a list of actions: `Owner`, `By when`, `Date completed`."""
    return exact_role(text) is Role.OWNER or _of_actions().fullmatch(tidy(text)) is not None


@cache
def _of_actions() -> re.Pattern[str]:
    said = lexicon().milestones
    return re.compile(any_of((*said.due, *said.expected, *said.done)))


def heads_list(heading: str) -> bool:
    """Whether a heading is of what lists of people, things or payments have: `Supplier`."""
    return words_of(lexicon().headings.of_lists).search(normalised(heading)) is not None


def speaks_of_prices(title: str) -> bool:
    """Whether a title is of prices or pay, which have periods and are no performance."""
    return words_of(lexicon().headings.of_prices).search(normalised(title)) is not None


def is_taxed(heading: str) -> bool:
    """Whether a heading is over how what is sold is taxed: `VAT code`."""
    return _taxed().fullmatch(normalised(heading)) is not None


@cache
def _taxed() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().headings.taxed))


def speaks_of_indicators(text: str) -> bool:
    """Whether a heading or title says that what follows are indicators: `KPI ref`."""
    return words_of(lexicon().headings.of_indicators).search(normalised(text)) is not None


def is_weak_name(heading: str) -> bool:
    """Whether a heading names the indicators only where no other does: `Description`."""
    return normalised(heading) in lexicon().headings.weak_names


def is_weak_target(heading: str) -> bool:
    """Whether a heading means the target only where no other says so: `Green`."""
    return normalised(heading) in lexicon().headings.weak_targets


def may_be_aim(heading: str) -> bool:
    """Whether a heading means the target over figures: `Aspiration`, `Where we want to be`."""
    return _aims().fullmatch(timeless(normalised(heading)).strip("()% ")) is not None


@cache
def _aims() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().headings.aims))


def may_be_aim_before_figures(heading: str) -> bool:
    """Whether a heading means the target only where it stands before the figures: `Expected`."""
    return _aims_before().fullmatch(normalised(heading)) is not None


@cache
def _aims_before() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().headings.aims_before))


def is_of_others(heading: str) -> bool:
    """Whether a target is one of others than the council: `National target`."""
    return _of_others().fullmatch(timeless(normalised(heading))) is not None


@cache
def _of_others() -> re.Pattern[str]:
    return re.compile(any_of(lexicon().headings.others_targets))


def is_weak_polarity(heading: str) -> bool:
    """Whether a heading may also be above what is aimed at: `Aim`."""
    return normalised(heading) in lexicon().headings.weak_polarities


def is_weak_outturn(heading: str) -> bool:
    """Whether a heading means the outturn only over figures: `Achieved`."""
    return normalised(heading) in lexicon().headings.weak_outturns


def is_weak_tolerance(heading: str) -> bool:
    """Whether a heading may also mean what came of a tolerance: `Variance`."""
    return any(word in normalised(heading) for word in lexicon().headings.weak_tolerances)
