"""Which way is good, from an indicator's name alone."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.lexicon import any_of, any_word, lexicon, words_of
from xl_scorecard.domain.lexicon.sheet_words import Phrases

_SHORTEST = 3
_REACH = 30  # how far before a word a `not` still turns it, in letters


class SaidByName(NamedTuple):
    """Which way is good by a name, and by which words; `plainly` where no word turns these and
    they do not tell what came of it."""

    polarity: Polarity
    words: str
    plainly: bool


_Found = tuple[Polarity, str] | tuple[None, str] | None
"""Which way is good by which words; with None, the words that leave it open."""


def polarity_of_name(name: str) -> SaidByName | None:
    """What a name gives away, and by which words; None where it gives nothing or speaks both ways.

    What settles it counts first: what people say they are, how long something takes. Then whether
    it is done in time, and what became of it: of several outcomes the last, `delayed discharges
    resolved` being good. Last comes what is named, where that is only good or only bad.
    """
    whole = " ".join(name.casefold().replace("\u2019", "'").split())
    text = _main_part(whole)
    for step in (_settled, _in_time, _outcome, _named):
        found = step(whole if step is _settled else text)
        if found is not None:
            polarity, words = found
            plainly = step is not _outcome and _find(lexicon().names.not_done, words) is None
            return None if polarity is None else SaidByName(polarity, words, plainly)
    return None


def _settled(text: str) -> _Found:
    """What is good or bad whatever else is named."""
    names = lexicon().names
    high, low = _find(names.high, text), _find(names.low, text)
    if high is not None and low is not None:
        first, polarity = (
            (high, Polarity.HIGH) if high.start() <= low.start() else (low, Polarity.LOW)
        )
        return _turned(polarity, first, text)
    if high is not None:
        return _turned(Polarity.HIGH, high, text)
    if low is None or _last(names.done, _main_part(text), low.end()) or _find(names.fewer, text):
        return None
    return Polarity.LOW, low[0]


def _turned(polarity: Polarity, found: re.Match[str], text: str) -> _Found:
    """A word that is good, or bad where `not` stands before it."""
    if polarity is Polarity.HIGH and _negated(text, found.start()):
        return Polarity.LOW, f"{_negated(text, found.start())} {found[0]}"
    return polarity, found[0]


def _in_time(text: str) -> _Found:
    """What is done in time, or is not, or takes too long."""
    names = lexicon().names
    act, wrong = _find(names.acts, text), _last(names.gone_wrong, text)
    long_, punctual = _find(names.too_long, text), _find(names.punctual, text)
    timely = punctual or (_find(names.timely, text) if act is not None else None)
    if timely is not None:
        if wrong is not None and wrong.start() > timely.end():
            return Polarity.LOW, wrong[0]
        if wrong is not None and not _done_after(text, wrong):
            return None, wrong[0]  # "abandoned within 30 seconds": who can say
        turned = _negated(text, act.start() if act is not None else timely.start())
        turned = turned or _negated(text, timely.start())
        return (Polarity.LOW, f"{turned} {timely[0]}") if turned else (Polarity.HIGH, timely[0])
    if long_ is not None and (act is not None or _find(names.bad, text)):
        return (None, long_[0]) if _last(names.done, text) else (Polarity.LOW, long_[0])
    return None


def _done_after(text: str, wrong: re.Match[str]) -> bool:
    """Whether something was done about what went wrong: `missed bins collected`."""
    names = lexicon().names
    found = (_last(said, text, wrong.end()) for said in (names.done, names.acts))
    return any(match is not None for match in found)


def _outcome(text: str) -> _Found:
    """What became of it: the last outcome that is told."""
    names = lexicon().names
    done, wrong = _last(names.done, text), _last(names.gone_wrong, text)
    if done is None and _find(names.bad, text):
        done = _last(names.mended, text)
    opened = _find(names.open, text)
    if done is not None and (wrong is None or done.start() >= wrong.end()):
        turned = _negated(text, done.start())
        if opened is not None:
            return None, opened[0]
        return (Polarity.LOW, f"{turned} {done[0]}") if turned else (Polarity.HIGH, done[0])
    if wrong is not None:
        if _negated(text, wrong.start()) or opened is not None:
            return None, wrong[0]
        return Polarity.LOW, wrong[0]
    return (None, opened[0]) if opened is not None else None


def _named(text: str) -> _Found:
    """What is named, where that is good or bad and nothing is said that could turn it."""
    names = lexicon().names
    bad, good, fewer = (_find(said, text) for said in (names.bad, names.good, names.fewer))
    if bad is not None and good is not None:
        return None, bad[0]
    if bad is not None:
        rid = _rid_of(text, bad)
        if rid is not None:
            return Polarity.HIGH, rid
        denied = _negated(text, bad.start()) or _last(names.not_done, text, bad.end())
        if denied or _other_verb(text, bad):
            return None, bad[0]
        return (Polarity.HIGH if fewer is not None else Polarity.LOW), bad[0]
    if good is None or _other_verb(text, good):
        return None if good is None else (None, good[0])
    turned = _negated(text, good.start()) or (fewer[0] if fewer is not None else None)
    return (Polarity.LOW, f"{turned} {good[0]}") if turned else (Polarity.HIGH, good[0])


def _rid_of(text: str, bad: re.Match[str]) -> str | None:
    """The words that say there is none of something bad: `free of litter`, `harm-free`."""
    names = lexicon().names
    behind = re.match(rf"[- ]{any_word(names.rid_behind)}\b", text[bad.end() :])
    if behind is not None:
        return f"{bad[0]}{behind[0]}"
    before = re.search(rf"\b{any_of(names.rid)} (?:[\w-]+ (?:and |or )?)?$", text[: bad.start()])
    ends = re.match(r" *(?:$|[(,]|(?:and|or)\b)", text[bad.end() :])
    return f"{before[0]}{bad[0]}" if before is not None and ends is not None else None


def _other_verb(text: str, named: re.Match[str]) -> bool:
    """Whether something was done about what is named, and who knows whether that is good."""
    names = lexicon().names
    known = {*names.happened, *re.findall(r"\w+", named[0])}
    verbs = words_of(names.verbs).finditer(text, named.end()) if names.verbs else ()
    return any(found[0] not in known for found in verbs)


def _last(said: Phrases, text: str, after: int = 0) -> re.Match[str] | None:
    found = list(words_of(said).finditer(text, after)) if said else []
    return found[-1] if found else None


def is_volume(name: str) -> bool:
    """Whether a name is of what is only counted, neither good nor bad: `Calls received`."""
    text = " ".join(name.casefold().split())
    return re.fullmatch(any_of(lexicon().names.volumes), text) is not None


def says_time_limit(name: str) -> bool:
    """Whether a name begins with how long something may take, and does not speak of what took
    longer: a share of that is good, `31 days decision to first treatment`."""
    names, text = lexicon().names, name.casefold()
    limit = re.match(any_of(names.limits), text)
    late = (*names.too_long, *names.gone_wrong, *names.not_done)
    return limit is not None and _find(late, text) is None


def is_offered(name: str) -> bool:
    """Whether a name is of what is offered and counted, of which a target wants enough: `Swims`."""
    text = " ".join(name.casefold().split())
    return re.fullmatch(any_of(lexicon().names.offered), text) is not None


def _main_part(text: str) -> str:
    """A name without what its figure is out of, and what came before or after."""
    cut = _apart().search(text, _SHORTEST)
    return text[: cut.start()].rstrip(" ,(-") if cut is not None else text


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\s(]){any_of(lexicon().names.apart)}")


def _find(said: Phrases, text: str) -> re.Match[str] | None:
    return words_of(said).search(text) if said else None


def _negated(text: str, at: int) -> str | None:
    """The word that turns round what stands at a place."""
    names = lexicon().names
    before = list(words_of(names.not_done).finditer(text, max(0, at - _REACH), at))
    if before:
        return before[-1][0]
    right_before = re.search(rf"\b{any_word(names.not_next)}[- ]?$", text[:at])
    return right_before[0].rstrip(" -") if right_before is not None else None
