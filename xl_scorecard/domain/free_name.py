"""A name that nobody has."""

from __future__ import annotations

from collections.abc import Collection


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The wanted name, or where that is taken, in whatever letter case, with a number behind."""
    used = {name.casefold() for name in taken}
    number, free = 1, wanted
    while free.casefold() in used:
        number += 1
        free = f"{wanted}{number}"
    return free
