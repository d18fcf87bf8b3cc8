"""A kind of fault: which check is to find it, what a book needs for it, and how it is put in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.checks_bench.book import Book


@dataclass(frozen=True)
class Fault:
    """What was put into a book.

    `cells`: where the finding may stand: cells, `row:7`, `column:K`, or `anywhere`; on `sheet`, by
    default the scorecard's. `also`: further findings that are true, each a check and where.
    """

    cells: tuple[str, ...]
    what: str
    also: tuple[tuple[str, str], ...] = ()
    sheet: str = ""


Inject = Callable[[Book, Random], Fault | None]


@dataclass(frozen=True)
class Kind:
    """One kind: `slugs` are the checks any of which finds it, the first one above all."""

    name: str
    slugs: tuple[str, ...]
    wants: dict[str, object]
    inject: Inject
    refusals: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The check that is meant."""
        return self.slugs[0]


KINDS: dict[str, Kind] = {}


def kind(
    slug: str, variant: str = "", *, or_: tuple[str, ...] = (), refusals: tuple[str, ...] = (),
    **wants: object,
) -> Callable[[Inject], Inject]:  # fmt: skip
    """Register a kind of fault under its check's word and, where there are several, a variant."""
    name = f"{slug}: {variant}" if variant else slug

    def register(inject: Inject) -> Inject:
        assert name not in KINDS, name
        KINDS[name] = Kind(name, (slug, *or_), wants, inject, refusals)
        return inject

    return register
