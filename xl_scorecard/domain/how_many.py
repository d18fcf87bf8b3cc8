"""Numbers of things in words."""

from __future__ import annotations


def how_many(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
