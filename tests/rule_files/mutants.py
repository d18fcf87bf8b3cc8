"""Rule sets that somebody damaged: in their text, in what they say, and in their encoding."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import yaml

SIGNS = (
    "\t", " ", "  ", ":", ": ", "- ", "-", "?", "? ", "[", "]", "{", "}", "{{", "}}",
    "{{ council }}", "{% if x %}", "*", "*a ", "&", "&a ", "!", "!!int ",
    "!!python/object/apply:os.system ", "|", ">", "%", "@", "`", "'", '"', "\\", '"\\q"', "#",
    " #", "~", "null", "---\n", "...\n", "<<: ", ",", "\n", "\r", "\x00", "\x07", "\x85",
    "\u2028", "\ufeff", "\u00a0", "é", "“", "🙂", "0x1F", "1e9", "1.0e999", "9" * 400, "-",
    "[" * 300, "{a: " * 30, "x" * 5000, "no", "TBC", "100%", "5 points", "£",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 5, 1e300, float("inf"), float("nan"), 10**400, "", " ", "~", "x",
    "5", "80%", "5 days", "2 children", "£500", "1:5", "40-60", "above average", "TBC", "2018/19",
    "Q3 2018/19", "A1", "target", "percent", "high", "nonsense", "x" * 3000, "a\nb", "{{ x }}",
    "\x07", "\ud800", [], {}, [[]], [None], [{}], {"": ""}, {"a": {"b": {"c": 1}}},
    {"2018/19": "80%", "FY2018/19": 5}, ["A", 1, None, {}], {1: 2}, {None: None}, {True: False},
    "1.10", "١٢", "off",
)  # fmt: skip
KEYS = (
    "name", "id", "target", "targt", "indicators", "ratings", "rating", "bands", "up_to",
    "concern", "checks", "rules", "off", "severity", "defaults", "tolerance", "workbook",
    "headings", "files", "benchmarks", "numerator", "aliases", "section", "unit", "", "int",
    "str", "0", "[a]",
)  # fmt: skip
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1252", "utf-7", "cp037")


def mutant(text: str, seed: int) -> bytes:
    """One damaged copy of a rule set."""
    chance = random.Random(seed)
    kind = chance.randrange(10)
    if kind < 5:
        return _retyped(text, chance).encode("utf-8", "surrogatepass")
    if kind < 9:
        return _resaid(text, chance).encode("utf-8", "surrogatepass")
    encoded = text.encode(chance.choice(ENCODINGS), "replace")
    return encoded[chance.randrange(2) * chance.randrange(4) :]


def _retyped(text: str, chance: random.Random) -> str:
    """A few slips of the pen."""
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        act: Callable[[str, random.Random], str] = chance.choice(
            (_insert, _insert, _insert, _cut, _reindent, _line_away, _line_twice, _swap)
        )
        text = act(text, chance)
    return text


def _at(text: str, chance: random.Random) -> int:
    """Anywhere, and often where a value or a line begins."""
    at = chance.randrange(len(text) + 1)
    mark = chance.choice(("", ": ", "\n", "[", "- "))
    found = text.find(mark, at)
    return at if found < 0 else found + len(mark)


def _insert(text: str, chance: random.Random) -> str:
    at = _at(text, chance)
    return text[:at] + chance.choice(SIGNS) + text[at:]


def _cut(text: str, chance: random.Random) -> str:
    at = _at(text, chance)
    return text[:at] + text[at + chance.choice((1, 1, 2, 5, 40, 4000)) :]


def _lines(text: str, chance: random.Random) -> tuple[list[str], int]:
    lines = text.splitlines(keepends=True) or [""]
    return lines, chance.randrange(len(lines))


def _reindent(text: str, chance: random.Random) -> str:
    lines, at = _lines(text, chance)
    lines[at] = chance.choice(("", " ", "   ", "\t", "      ")) + lines[at].lstrip(" ")
    return "".join(lines)


def _line_away(text: str, chance: random.Random) -> str:
    lines, at = _lines(text, chance)
    del lines[at]
    return "".join(lines)


def _line_twice(text: str, chance: random.Random) -> str:
    lines, at = _lines(text, chance)
    lines.insert(at, lines[at])
    return "".join(lines)


def _swap(text: str, chance: random.Random) -> str:
    lines, at = _lines(text, chance)
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]
    return "".join(lines)


def _resaid(text: str, chance: random.Random) -> str:
    """Other things than are due, at one or a few places."""
    data = yaml.load(text, yaml.BaseLoader)
    for _ in range(chance.choice((1, 1, 2, 6))):
        holder, key = _somewhere(data, chance)
        if isinstance(holder, dict):
            act = chance.randrange(4)
            if act == 0:
                holder[chance.choice(KEYS)] = holder.pop(key)
            elif act == 1:
                del holder[key]
            else:
                holder[key] = chance.choice(VALUES)
        elif chance.random() < 0.3:
            holder.append(holder[key])
        else:
            holder[key] = chance.choice(VALUES)
        if not data:
            break
    style = chance.choice((None, True, False))
    return yaml.dump(data, default_flow_style=style, allow_unicode=chance.random() < 0.5)


def _somewhere(data: Any, chance: random.Random) -> tuple[Any, Any]:
    """A list or mapping of the data, and one of its keys."""
    holders = [data]
    for holder in holders:
        inner = holder.values() if isinstance(holder, dict) else holder
        holders.extend(item for item in inner if isinstance(item, dict | list) and item)
    holder = chance.choice(holders)
    keys = list(holder) if isinstance(holder, dict) else range(len(holder))
    return holder, chance.choice(keys)
