"""Our record made odd: other types, other sheets, other places, blocks that were never written."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from typing import Any

from tests.fuzz import odd
from tests.fuzz.package import Entry, Pack, pick

_JSON = re.compile(rb"\{.*\}", re.DOTALL)
_ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 7, 1.5, 1e308, 10**30, "", "x", [], {}, [[]], [None], {"a": {"b": 1}},
    ["1"], "A1:XFD1048576", "\ud800", {"version": 2},
)  # fmt: skip
_Data = dict[str, Any]


def mutate(pack: Pack, chance: random.Random) -> str | None:
    """Make the record odd; says what was done."""
    entry = pick(chance, pack.holding(b'urn:xl-scorecard:record">{'))
    if entry is None:
        return None
    found = _JSON.search(entry.data)
    if found is None:
        return None
    kind = chance.choice(_KINDS)
    try:
        data = json.loads(found.group())
        kind(data, chance)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None  # an earlier step left nothing to work on
    _put(entry, found, json.dumps(data))
    return f"record {kind.__name__.strip('_')}"


def _put(entry: Entry, found: re.Match[bytes], text: str) -> None:
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    entry.data = entry.data[: found.start()] + safe.encode() + entry.data[found.end() :]


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in the record: what holds it, and its key there."""
    found: list[tuple[Any, Any]] = []
    held = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in held:
        found.append((value, key))
        if isinstance(inner, dict | list):
            found.extend(_places(inner))
    return found


def _another_type(data: _Data, chance: random.Random) -> None:
    holder, key = chance.choice(_places(data))
    holder[key] = chance.choice(_ODD)


def _key_gone(data: _Data, chance: random.Random) -> None:
    holder, key = chance.choice(_places(data))
    del holder[key]


def _key_new(data: _Data, chance: random.Random) -> None:
    holders = [holder for holder, _ in _places(data) if isinstance(holder, dict)]
    chance.choice(holders)[chance.choice(("new", "__class__", "", "undo", "1", "-1"))] = (
        chance.choice(_ODD)
    )


def _another_sheet(data: _Data, chance: random.Random) -> None:
    sheet = chance.choice(data["sheets"])
    sheet["sheet"] = chance.choice(
        ("Board", "Summary", "Checks", "summary", "Nowhere", "", "x" * 99)
    )


def _another_place(data: _Data, chance: random.Random) -> None:
    blocks = chance.choice(data["sheets"])["blocks"]
    blocks[chance.choice(sorted(blocks))] = chance.choice((*odd.REFERENCES, "A1:F6", "A1:D6"))


def _forged_block(data: _Data, chance: random.Random) -> None:
    """A block over the officers' own cells, with their texts listed as ours."""
    sheet = chance.choice(data["sheets"])
    name = chance.choice(("xl_scorecard.cells.9.rag", "xl_scorecard.cells.1", "Board", ""))
    sheet["blocks"][name] = chance.choice(("A1:F6", "B4:B6", "F4:F6", "A1:XFD1048576"))


def _sheet_doubled(data: _Data, chance: random.Random) -> None:
    data["sheets"].append(json.loads(json.dumps(chance.choice(data["sheets"]))))


def _undo_odd(data: _Data, chance: random.Random) -> None:
    undo = chance.choice(data["sheets"])["undo"]
    spoil: Callable[[], None] = chance.choice(
        (
            lambda: undo.update(new_rows=[chance.choice((-1, 0, 1, 4, 10**9))] * 3),
            lambda: undo.update(new_merges=[chance.choice(odd.REFERENCES)]),
            lambda: undo.update(blanks={chance.choice(odd.REFERENCES): {"r": "A1", "s": "-1"}}),
            lambda: undo.update(blanks={"B4": {"s": "1"}, "G4": {"s": "99999"}}),
            lambda: undo.update(spans={chance.choice(odd.NUMBERS): "1:99"}),
            lambda: undo.update(widths={chance.choice(odd.NUMBERS[:14]): -3.5}),
            lambda: undo.update(dimension=chance.choice(odd.REFERENCES)),
            lambda: undo.update(columns="<cols/>", columns_after=None),
            lambda: undo.update(columns=chance.choice(("<cols", "<row/>", "<!DOCTYPE x>", "\x00"))),
        )
    )
    spoil()


def _version_odd(data: _Data, chance: random.Random) -> None:
    data["version"] = chance.choice((*_ODD, 2, 10**20, "1", "2"))


_KINDS = (
    _another_type, _another_type, _another_type, _key_gone, _key_new, _another_sheet,
    _another_place, _forged_block, _sheet_doubled, _undo_odd, _undo_odd, _version_odd,
)  # fmt: skip
