"""What stands in a rule file, shown in a message: short, on one line, nothing invisible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xl_scorecard.rule_files.slip import Path, below

_LONGEST = 40
_LONGEST_EXAMPLE = 90
_PLAIN_ENDS = frozenset("%#*[]{}&!|>@`'\",-?: ")


def shown(value: object) -> str:
    """A value in quotes, cut where it is long."""
    return f'"{bare(value)}"'


def bare(value: object) -> str:
    """A value without quotes, cut where it is long."""
    text = str(value)[: 4 * _LONGEST]
    text = " ".join("".join(ch if ch.isprintable() else " " for ch in text).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def written(value: object) -> str:
    """An example as one would type it into a rule set, on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str):
        needs_quotes = not value or value[0] in _PLAIN_ENDS or any(ch in value for ch in ":#,[]{}")
        return f'"{value}"' if needs_quotes else value
    if isinstance(value, Sequence):
        return "[" + ", ".join(written(item) for item in value) + "]"
    return str(value)


def listed(words: Sequence[str], last: str = "or") -> str:
    """Words in a row: `high, low or neither`."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def named(path: Path, data: object) -> str:
    """Where an entry stands, as an officer would say it: `indicator CIN-SEEN, target`."""
    parts: list[str] = []
    for position, key in enumerate(path):
        holder = path[position - 1] if position else ""
        data = below(data, key)
        if isinstance(key, str):
            if not _of_items(path, position):
                parts.append(bare(key))
        elif holder in _NOUNS:
            noun, label = _NOUNS[str(holder)]
            parts.append(f"{noun} {_label(data, label, key)}")
        else:
            parts.append(f"entry {key + 1}")
    return ", ".join(parts)


_NOUNS = {
    "indicators": ("indicator", "id"),
    "bands": ("band", "status"),
    "rules": ("own check", "id"),
}
"""What the entries of these lists are called, and the key that tells them apart."""


def _of_items(path: Path, position: int) -> bool:
    """Whether a key is left unsaid, because the entry of its list says as much."""
    return path[position] in _NOUNS and position + 1 < len(path)


def _label(item: object, key: str, position: int) -> str:
    """What an entry is called: by its own word, else by its name, else by its number."""
    for candidate in (key, "name", "label"):
        word = item.get(candidate) if isinstance(item, Mapping) else None
        if isinstance(word, str) and word.strip():
            return bare(word) if candidate == key else shown(word)
    return f"number {position + 1}"
