"""Checks of the rule set's own: what must hold can be read, and each has a word of its own."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.catalogue import slugs
from xl_scorecard.checks.own.told import PLACEHOLDER
from xl_scorecard.domain.own_check.hundreds import hundreds_beside_shares
from xl_scorecard.domain.own_check.reading import read_own_check
from xl_scorecard.domain.own_check.tokens import OwnCheckError, Wrong
from xl_scorecard.domain.own_check.tree import ids_of
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.shown import bare, shown
from xl_scorecard.rule_files.slip import Slip

_OF_ALL = ("values", "period")


def own_checks_apart(rules: Entry) -> Iterator[Slip]:
    """Checks of the rule set's own with one id, or with the word of a check that is built in."""
    first: dict[str, Entry] = {}
    for rule in rules["checks"]["rules"].items:
        entry = rule["id"]
        if entry.text in slugs():
            yield entry.slip(f"{bare(entry.text)} is a check that is built in", "take another id")
        elif entry.text and (earlier := first.setdefault(entry.text, entry)) is not entry:
            wrong = f"{shown(entry.text)} is already used {earlier.where}"
            yield entry.slip(wrong, "rename one")


def own_checks_read(rules: Entry) -> Iterator[Slip]:
    """What must hold, where it cannot be read or means nothing; each mistake at its letter."""
    ids, shares = _ids(rules), _shares(rules)
    for rule in rules["checks"]["rules"].items:
        that = rule["that"]
        if not that.text:
            continue
        assert isinstance(that.data, str)
        try:
            tree = read_own_check(that.data, ids)
        except OwnCheckError as error:
            yield from (_slip(that, wrong, ids) for wrong in error.mistakes)
            continue
        for wrong in hundreds_beside_shares(tree, shares):
            yield _slip(that, wrong, ids)
        yield from _message_filled(rule["message"], ids_of(tree))


def _message_filled(message: Entry, ids: tuple[str, ...]) -> Iterator[Slip]:
    """Words in braces of a message that no figure can be put in for."""
    known = (*ids, *_OF_ALL)
    for match in PLACEHOLDER.finditer(message.text):
        if tidy(match[1]) not in {tidy(word) for word in known}:
            wrong = f"{bare(match[0])} stands for no figure of this check"
            mend = "write {values}, {period}, or an id of it in braces"
            yield message.slip(wrong, mend, word=match[1], known=known)


def _slip(that: Entry, wrong: Wrong, ids: tuple[str, ...]) -> Slip:
    return Slip(
        that.path,
        wrong.what,
        wrong.mend,
        word=wrong.word,
        known=ids if wrong.word else (),
        place=that.file.letter(that.path, wrong.at),
    )


def _ids(rules: Entry) -> tuple[str, ...]:
    return tuple(text for item in rules["indicators"].items if (text := item["id"].text))


def _shares(rules: Entry) -> frozenset[str]:
    """The ids whose figures are percentages, as the rule set says."""
    usual = rules["defaults"]["unit"].text
    return frozenset(
        item["id"].text
        for item in rules["indicators"].items
        if (item["unit"].text or usual) == "percent"
    )
