"""What may stand at a place of a rule set: keys, words, an example; as its models have it."""

from __future__ import annotations

import types
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.rule_files.shown import written
from xl_scorecard.rule_files.slip import Path


def keys_at(path: Path) -> tuple[str, ...]:
    """The keys that an entry may have."""
    for kind in _kinds(path):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return tuple(kind.model_fields)
    return ()


def words_at(path: Path) -> tuple[str, ...]:
    """The words that may stand at a place; none where any text may."""
    for kind in _kinds(path):
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return tuple(member.value for member in kind)
        if get_origin(kind) is Literal:
            return tuple(str(word) for word in get_args(kind))
    return ()


def example_at(path: Path) -> str:
    """What to type, such as `target: 80%` or `- 80%`; empty where there is no example."""
    if path and isinstance(path[-1], int):
        around = _field(path[:-1])
        items = around.examples[0] if around is not None and around.examples else None
        return f"- {written(items[0])}" if isinstance(items, list) else ""
    field = _field(path)
    if field is None or not field.examples:
        return ""
    return f"{path[-1]}: {written(field.examples[0])}"


def must_be_there(path: Path) -> bool:
    """Whether a key may not be left out."""
    field = _field(path)
    return field is not None and field.is_required()


@cache
def _field(path: Path) -> FieldInfo | None:
    """The field of a model that a place is."""
    if not path or not isinstance(path[-1], str):
        return None
    for kind in _kinds(path[:-1]):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return kind.model_fields.get(path[-1])
    return None


def _kinds(path: Path) -> list[Any]:
    """The kinds of thing that may stand at a place."""
    found: list[Any] = [RuleSet]
    for key in path:
        found = [kind for around in found for kind in _within(around, key)]
    return found


def _within(kind: Any, key: str | int) -> Iterator[Any]:
    """The kinds of thing under a key of a kind of thing."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        if isinstance(key, str) and key in kind.model_fields:
            yield from _alternatives(kind.model_fields[key].annotation)
        return
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (list, tuple) and isinstance(key, int):
        yield from _alternatives(arguments[0])
    elif origin is dict and isinstance(key, str):
        yield from _alternatives(arguments[1])


def _alternatives(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for argument in get_args(annotation):
            yield from _alternatives(argument)
    else:
        yield annotation
