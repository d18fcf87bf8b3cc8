"""Ids: each stands once, and numerators and denominators name some that are there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from xl_scorecard.domain.period_words import tidy
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.shown import bare, shown
from xl_scorecard.rule_files.slip import Slip

_PARTS = ("numerator", "denominator")
_STEPS_TOLD = 5


def ids_once(rules: Entry) -> Iterator[Slip]:
    """An id that two indicators have, or that is blank."""
    first: dict[str, Entry] = {}
    for indicator in rules["indicators"].items:
        entry = indicator["id"]
        if entry.data is not None and isinstance(entry.data, str) and not tidy(entry.data):
            yield entry.slip(f"{shown(entry.data)} is no id", "write letters or digits")
        elif entry.text and (earlier := first.setdefault(tidy(entry.text), entry)) is not entry:
            wrong = f"{shown(entry.text)} is already used {earlier.where}"
            yield entry.slip(wrong, "rename one")


def parts_there(rules: Entry) -> Iterator[Slip]:
    """A numerator or denominator that is no indicator, or that stands without the other."""
    indicators = list(rules["indicators"].items)
    ids = {tidy(item["id"].text): item["id"].text for item in indicators if item["id"].text}
    for indicator in indicators:
        for part, other in (_PARTS, _PARTS[::-1]):
            named = indicator[part]
            if not named.text:
                continue
            if tidy(named.text) not in ids:
                yield named.slip(
                    f"no indicator has the id {bare(named.text)}",
                    f"add that indicator, or take {part} out",
                    word=named.text,
                    known=tuple(ids.values()),
                )
            elif indicator[other].data is None:
                yield named.key_slip(f"stands without a {other}", f"add {other}: and its id")


def circles(rules: Entry) -> Iterator[Slip]:
    """Indicators that are made of themselves, by way of others or straight."""
    indicators = {
        tidy(item["id"].text): item for item in rules["indicators"].items if item["id"].text
    }
    made_of = {
        id_: [tidy(item[part].text) for part in _PARTS if item[part].text]
        for id_, item in indicators.items()
    }
    done: set[str] = set()
    for start in indicators:
        trail: list[tuple[str, Iterator[str]]] = []
        if start not in done:
            trail.append((start, iter(made_of[start])))
        while trail:
            here, parts = trail[-1]
            part = next(parts, None)
            if part is None:
                done.add(here)
                trail.pop()
            elif part in (on_trail := [id_ for id_, _ in trail]):
                yield _circle(indicators, on_trail[on_trail.index(part) :], part)
            elif part in made_of and part not in done:
                trail.append((part, iter(made_of[part])))


def _circle(indicators: dict[str, Entry], round_: list[str], back_to: str) -> Slip:
    """The slip of a circle, where it closes."""
    closing = indicators[round_[-1]]
    part = next(p for p in _PARTS if tidy(closing[p].text) == back_to)
    names = [bare(indicators[id_]["id"].text) for id_ in (*round_, back_to)]
    wrong = f"{names[0]} is made of itself"
    if len(round_) > 1:
        steps = [f"{one} of {other}" for one, other in pairwise(names[1 : _STEPS_TOLD + 1])]
        more = ", and so on" if len(names) > _STEPS_TOLD + 1 else ""
        wrong = f"{wrong}: it is made of {names[1]}, {', '.join(steps)}{more}"
    return closing[part].slip(wrong, "name an indicator that is a plain count")
