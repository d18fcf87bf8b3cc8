"""What YAML is broken by, in the words of somebody who types it."""

from __future__ import annotations

import re

import yaml

from xl_scorecard.rule_files.encodings import place_in
from xl_scorecard.rule_files.shown import bare
from xl_scorecard.rule_files.slip import Place, UnreadableError

_TAB = "a tab stands here; indent with spaces"
_PLACEHOLDER = "is a placeholder that nobody filled in; write the text itself in its place"
_QUOTES = "text that begins with {sign} needs quotes around it"
_OUT_OF_PLACE = (
    "does not fit what stands before it; give it the indent of its neighbours, and put quotes "
    "around the whole of a text, not a part"
)
_UNKNOWN = "cannot be read from here on; look for a quote, bracket, colon or indent out of place"

_WORDS: tuple[tuple[str, str], ...] = (
    (r"tab character", _TAB),
    (r"cannot start any token", _QUOTES),
    (r"alphabetic or numeric", _QUOTES),
    (r"node content", (
        "a value is missing here, or a bracket is not closed; text that begins with {sign} needs "
        "quotes")),
    (r"could not find expected ':'", (
        "the line before is neither an entry (key: value) nor a part of one; give it a colon, or "
        "close the quote or bracket above it")),
    (r"mapping values are not allowed", (
        "this colon does not fit; put text with a colon in quotes, give the line before a colon if "
        "it has none, and indent the line as its neighbours")),
    (r"mapping keys are not allowed", _QUOTES),
    (r"sequence entries are not allowed", (
        "a list entry (- and a space) begins on a line of its own; text that begins with - needs "
        "quotes")),
    (r"',' or '[\]}]'", (
        "the bracket opened on line {opened} is not closed before this, or a comma is missing; "
        "inside brackets, text with , [ ] {{ or }} needs quotes")),
    (r"unexpected (?:end of stream|document (?:indicator|separator))",
     "the quote opened on line {opened} is not closed"),
    (r"unknown escape|hexad?ec|hexdec|Unicode character", (
        "a backslash stands in double quotes; write it twice, or use single quotes")),
    (r"expected '-' indicator|block collection", (
        "stands among list entries and is none; begin it with - and a space, or indent it as part "
        "of the entry above")),
    (r"expected key|block end", _OUT_OF_PLACE),
    (r"document start|directive|non-alphabetical|version number", (
        "nothing may stand here beside the keys of the rule set; text that begins with % needs "
        "quotes")),
    (r"block scalar|\btag\b|URI", _QUOTES),
)  # fmt: skip


def in_our_words(cause: yaml.YAMLError, text: str) -> UnreadableError:
    """A parser's complaint as the place it is about and how to mend what stands there."""
    if not isinstance(cause, yaml.MarkedYAMLError):
        return UnreadableError(Place(1, 1), _UNKNOWN)
    mark = cause.problem_mark or cause.context_mark
    index = min(mark.index, len(text)) if mark is not None else 0
    place = Place(mark.line + 1, mark.column + 1) if mark is not None else Place(1, 1)
    start = cause.context_mark or mark
    opened = start.line + 1 if start is not None else 1
    line = _line_at(text, index)
    if found := re.search(r"\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)", line):
        column = found.start() + 1
        return UnreadableError(Place(place.line, column), f"{bare(found[0])} {_PLACEHOLDER}")
    if re.match(r"[ ]*\t", line):
        return UnreadableError(Place(place.line, line.index("\t") + 1), _TAB)
    if found := re.match(r"\s*?([^\S ])", line):
        column = found.start(1) + 1
        message = "an odd kind of space stands here; indent with ordinary spaces"
        return UnreadableError(Place(place.line, column), message)
    problem = f"{cause.problem or ''} {cause.context or ''}"
    pattern = next((words for known, words in _WORDS if re.search(known, problem)), _UNKNOWN)
    if pattern == _QUOTES and start is not None:
        index, place = start.index, place_in(text, start.index)
    return UnreadableError(place, pattern.format(sign=_sign_at(text, index), opened=opened))


def _sign_at(text: str, index: int) -> str:
    sign = text[index : index + 1]
    return sign if sign.strip() and sign.isprintable() else "a sign"


def _line_at(text: str, index: int) -> str:
    start = text.rfind("\n", 0, index) + 1
    end = text.find("\n", index)
    return text[start : end if end >= 0 else len(text)]
