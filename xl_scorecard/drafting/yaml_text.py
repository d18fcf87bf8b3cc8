"""Lines of YAML with comments at their ends, which no YAML library writes."""

from __future__ import annotations

import re
from unicodedata import category

_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 _/().,'&+-]*[A-Za-z0-9_/().'&+-])?")
_FIGURE = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?%?(?: [A-Za-z]+)*")
_WORDS_OF_YAML = {"true", "false", "yes", "no", "on", "off", "y", "n", "null"}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_REMARKS_FROM = 30


def scalar(text: str) -> str:
    """Text as YAML reads it back: bare where any reader takes it for text, else in quotes."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML:
        return text
    return '"' + "".join(_escaped(ch) for ch in text) + '"'


def _escaped(ch: str) -> str:
    if ch in _ESCAPES:
        return _ESCAPES[ch]
    if ch.isprintable():
        return ch
    if category(ch) in ("Cc", "Cs") or ch in "\ufffe\uffff":
        return "\ufffd"  # a control character or half of one, which no rule set may hold
    return f"\\u{ord(ch):04x}" if ord(ch) <= 0xFFFF else f"\\U{ord(ch):08x}"


def amount(text: str) -> str:
    """A target or tolerance as YAML reads it back: bare where it begins with its figure."""
    return text if _FIGURE.fullmatch(text) else scalar(text)


def listed(texts: list[str]) -> str:
    """Texts as a list on one line."""
    return "[" + ", ".join(_in_list(text) for text in texts) + "]"


def _in_list(text: str) -> str:
    plain = scalar(text)
    return f'"{plain}"' if plain == text and "," in text else plain


def comment(text: str) -> str:
    """A comment on one line, whatever the text holds."""
    shown = "".join(ch if ch.isprintable() else " " for ch in text)
    return "# " + " ".join(shown.split())


def entry(indent: str, key: str, value: str, remark: str = "") -> str:
    """`key: value`, with a remark that lines up with those above and below."""
    line = f"{indent}{key}: {value}"
    return f"{line:<{_REMARKS_FROM}}  {comment(remark)}" if remark else line


def undecided(indent: str, key: str, value: str, remark: str = "") -> str:
    """An entry without effect, for the officer to take up."""
    line = f"{indent}{comment(f'{key}: {value}')}"
    return f"{line:<{_REMARKS_FROM}}  {comment(remark)}" if remark else line
