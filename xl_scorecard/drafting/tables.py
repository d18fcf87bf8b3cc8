"""Layouts that are said, written as a rule set has them: a line a key, for correcting one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from xl_scorecard.domain.said_table import SaidTable
from xl_scorecard.drafting.yaml_text import listed, scalar

_INDENT = "  "


def table_lines(tables: Iterable[SaidTable]) -> Iterator[str]:
    """`tables:` and what is below it, as under `workbook:`."""
    yield "tables:"
    for said in tables:
        first = "- "
        for key, value in said.model_dump(exclude_defaults=True).items():
            yield f"{_INDENT}{first}{key}: {_written(value)}"
            first = "  "


def in_one_line(said: Mapping[str, Any]) -> str:
    """An entry in braces, as it may stand behind a dash."""
    return _written(dict(said))


def _written(value: Any) -> str:
    """Text, a list or keys with their values, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_plain(key)}: {_inner(own)}" for key, own in value.items()) + "}"
    return (
        listed([str(item) for item in value]) if isinstance(value, list | tuple) else _plain(value)
    )


def _inner(value: Any) -> str:
    plain = _written(value)
    return f'"{plain}"' if isinstance(value, str) and "," in value and plain == value else plain


def _plain(text: str) -> str:
    """A place or period bare, as people write them; other text as YAML reads it back."""
    return text if text.replace("-", "").isdigit() else scalar(text)
