"""Which cells of a mutant are the officers', as far as that can be told without asking ours."""

from __future__ import annotations

import io
import zipfile

from tests.fuzz.reading import Cells, Held
from tests.fuzz.seeds import Seed

_MARK = "by xl-scorecard, made anew at each refresh"


def theirs(mutant: Held, seed: Seed) -> Held:
    """The cells of a mutant that are not ours, nor moved from where ours stood."""
    ours = seed.our_values
    found: dict[str, Cells] = {}
    for name, cells in mutant.sheets.items():
        if _is_ours(name, cells, seed):
            continue
        plain = seed.plain.sheets.get(name, {})
        our_places = seed.ours(name)
        found[name] = {
            place: value
            for place, value in cells.items()
            if place not in our_places and (value not in ours or plain.get(place) == value)
        }
    return Held(found)


def _is_ours(name: str, cells: Cells, seed: Seed) -> bool:
    """Whether a sheet is ours: by its mark, or by its name unless it shows a sheet of theirs."""
    if any(_MARK in value for value in cells.values()):
        return True
    if name not in seed.our_sheets:
        return False
    return not any(_mostly(cells, plain) for plain in seed.plain.sheets.values())


def _mostly(cells: Cells, plain: Cells) -> bool:
    same = sum(cells.get(place) == value for place, value in plain.items())
    return bool(plain) and same * 2 >= len(plain)


def gone(own: Held, after: Held) -> list[str]:
    """What of theirs is not there any more, as it was and where it was."""
    there = {name.casefold(): cells for name, cells in after.sheets.items()}
    lost = []
    for name, cells in own.sheets.items():
        now = there.get(name.casefold())
        if now is None:
            lost.append(f"sheet {name!r} is gone")
            continue
        lost.extend(
            f"{name}!{place}: {value[:60]} is now {now.get(place, 'empty')[:60]}"
            for place, value in cells.items()
            if now.get(place) != value
        )
    return lost


def parts_gone(before: bytes, after: bytes) -> list[str]:
    """What says that parts are not there any more, of a mutant that nobody else can read."""
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        lost = sorted(set(old.namelist()) - set(new.namelist()))
    return [f"parts are gone: {lost[:3]}"] if lost else []
