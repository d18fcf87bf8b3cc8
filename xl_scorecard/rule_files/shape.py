"""The shape of a rule set: its keys and what kind of thing each holds, mistakes in our words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from xl_scorecard.domain.bands import COLOUR_PATTERN, LONGEST_LABEL, STATUS_PATTERN
from xl_scorecard.domain.rule_set import CHECK_ID_PATTERN, NAME_PATTERN, RuleSet
from xl_scorecard.rule_files.expected import example_at, keys_at, must_be_there, words_at
from xl_scorecard.rule_files.plain_data import figure_due
from xl_scorecard.rule_files.shown import bare, listed, shown
from xl_scorecard.rule_files.slip import NOTHING, Path, Slip, below, nearest

_LETTERS = {
    NAME_PATTERN: "letters, digits, spaces, _ . and -, a letter or digit first",
    CHECK_ID_PATTERN: "letters, digits, _ and -, a letter or digit first",
    STATUS_PATTERN: "small letters, digits and _, a letter first",
    COLOUR_PATTERN: "a colour is # and six digits or letters A to F",
}
_ENTRIES = "keys with their values"
_KINDS = (
    ("list_type", "a list"), ("tuple_type", "a list"), ("dict_type", _ENTRIES),
    ("model_type", _ENTRIES), ("string_type", "text"), ("int", "a number"), ("float", "a number"),
)  # fmt: skip
"""What was due, by how a type of error begins."""


def read_shape(data: Any) -> tuple[RuleSet | None, list[Slip]]:
    """The rule set that data is, or every slip of its shape."""
    if not isinstance(data, dict):
        needs = "it needs name: and indicators:, each at the start of a line"
        return None, [Slip((), "is not a rule set", needs)]
    try:
        return RuleSet.model_validate(data), []
    except ValidationError as cause:
        errors = cause.errors(include_url=False, include_context=True)
    found: dict[Path, Any] = {}
    for error in errors:
        found.setdefault(_path(error["loc"], data, error["type"]), error)
    misspelt = _misspelt(found)
    return None, [_slip(path, found[path]) for path in _deepest(found) if path not in misspelt]


def _misspelt(found: Mapping[Path, Any]) -> set[Path]:
    """Keys that are missing because they are there under a misspelt name, which says enough."""
    lacking = {path[:-1] for path, error in found.items() if error["type"] == "missing"}
    return {
        (*path[:-1], nearest(str(path[-1]), keys_at(path[:-1])) or "")
        for path, error in found.items()
        if error["type"] == "extra_forbidden" and path[:-1] in lacking
    }


def _path(loc: tuple[str | int, ...], data: Any, kind: str) -> Path:
    """Where in the data an error is: without the names of alternatives that were tried."""
    path: list[str | int] = []
    for position, part in enumerate(loc):
        last = position == len(loc) - 1
        inner = below(data, part)
        if inner is not NOTHING:
            data = inner
        elif not (last and kind == "missing"):
            continue
        path.append(part)
    return tuple(path)


def _deepest(found: Mapping[Path, Any]) -> Iterator[Path]:
    """The places of errors, without those that only say that something within them is wrong."""
    around = {path[:end] for path in found for end in range(len(path))}
    for path, error in found.items():
        if path not in around or error["type"] in ("missing", "extra_forbidden"):
            yield path


def _slip(path: Path, error: Any) -> Slip:
    kind, value = error["type"], error["input"]
    if kind == "missing":
        return Slip(path, "is missing", f"add {example_at(path)}")
    if kind == "extra_forbidden":
        known = keys_at(path[:-1])
        mend = f"known here: {listed(known, 'and')}"
        if value is None:
            mend = "text with a comma inside brackets needs quotes around it"
        wrong = "is not a word of rule sets here"
        return Slip(path, wrong, mend, str(path[-1]), known, of_key=True)
    words = words_at(path)
    if words and isinstance(value, str):
        return Slip(path, f"{shown(value)} is not known", f"write {listed(words)}", value, words)
    if value is None:
        return Slip(path, "is empty", _or_nothing(path))
    if kind == "string_pattern_mismatch":
        letters = _LETTERS[error["ctx"]["pattern"]]
        return Slip(path, f"{shown(value)} cannot stand here ({letters})", _write(path))
    if kind == "string_too_long":
        return Slip(path, f"{shown(value)} is longer than {LONGEST_LABEL} letters", "shorten it")
    if kind in ("string_too_short", "too_short"):
        return _too_short(path, error)
    if path[-1:] == ("concern",):
        return Slip(path, f"{_what(value)} is not known", "write 0, 1, 2 or 3")
    return _other_kind(path, kind, value)


def _too_short(path: Path, error: Any) -> Slip:
    if path[-1:] == ("bands",):
        return Slip(path, "has fewer than two bands", f"write two or more, as {example_at(path)}")
    return Slip(path, "is empty" if not error["input"] else "is too short", _write(path))


def _other_kind(path: Path, kind: str, value: Any) -> Slip:
    """Something of another kind than is due."""
    due = next((word for begins, word in _KINDS if kind.startswith(begins)), "text")
    if figure_due(path) and not kind.startswith("dict"):
        due = "a figure"
    mend = _write(path)
    if isinstance(value, Mapping) and value and due == "text":
        key = bare(next(iter(value)))
        mend = f'text with a colon needs quotes around it: "{key}: …"'
    elif isinstance(value, Mapping) and value and due == "a list":
        mend = "begin each entry of the list with - and a space"
    elif isinstance(value, list) and due == "text":
        mend = f"text that begins with [ or - needs quotes around it; {mend}".rstrip("; ")
    return Slip(path, f"{_what(value)} stands where {due} should", mend)


def _what(value: Any) -> str:
    if isinstance(value, Mapping):
        return "a key with a value" if value else "an empty {}"
    if isinstance(value, list):
        return "a list"
    return shown(value)


def _write(path: Path) -> str:
    if example := example_at(path):
        return f"write {example}"
    if figure_due(path):
        return "write a figure, such as 82.7%"
    return _write(path[:-1]) if path else ""


def _or_nothing(path: Path) -> str:
    write = _write(path)
    if write and must_be_there(path):
        return write
    return f"{write}, or take it out" if write else "take it out"
