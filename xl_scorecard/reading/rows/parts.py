"""Rows of counts that the share beside them is made of: its numerator and its denominator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.scorecard import Role, Table
from xl_scorecard.reading.figures.share_of_counts import Order, order_of
from xl_scorecard.reading.rows.row_kinds import kind_beside
from xl_scorecard.reading.rows.row_shapes import is_another_header, text_of
from xl_scorecard.reading.rows.shares import figures_of
from xl_scorecard.reading.words.heading_words import HeadingWords
from xl_scorecard.reading.words.row_names import begins_part, part_named

_JUDGED = (Role.TARGET, Role.POLARITY, Role.TOLERANCE, Role.THRESHOLD, Role.RAG)
_SAYS = (Role.OUTTURN, Role.UNIT, Role.BENCHMARK, Role.FREQUENCY)
_PARTS = (Role.NUMERATOR, Role.DENOMINATOR)


class Part(NamedTuple):
    """What a row of counts is of the share in another row: its numerator or its denominator."""

    kind: Role
    of: int


@dataclass(frozen=True)
class _Line:
    """A row with a name: what that says it is, its figures by column, whether it is judged, and
    whether it holds nothing else and so heads the rows below it."""

    row: int
    name: str
    reference: str
    kind: str | None
    figures: Mapping[int, float]
    judged: bool
    heads: bool


def parts_of_shares(
    table: Table, known: Callable[[str, str], bool], words: HeadingWords
) -> dict[int, Part]:
    """By row, the rows that hold a part of a share, wherever they stand beside it.

    A row named Numerator or Denominator is one. Two counts that give the share above them, which
    are not judged themselves, are its parts where their names say so (`of which: in time`) or
    they alone have no reference. What a rule is about is an indicator.
    """
    if table.by_role(Role.PERIOD):
        return {}
    lines = list(_lines(table, known, words))
    found: dict[int, Part] = {}
    for at, line in enumerate(lines):
        if line.kind in _PARTS and (of := _share_of(lines, at)) is not None:
            found[line.row] = Part(Role(line.kind), of.row)
    beside = [
        _Three(*three)
        for three in zip(lines, lines[1:], lines[2:], strict=False)
        if found.keys().isdisjoint(line.row for line in three)
    ]
    alike = {three.names: order for three in beside if (order := three.by_figures())}
    for three in beside:
        found |= three.as_parts(alike.get(three.names))
    return found


def _lines(table: Table, known: Callable[[str, str], bool], words: HeadingWords) -> Iterator[_Line]:
    """The rows below the header that have a name and figures, as far as the next header."""
    names, references = table.first(Role.INDICATOR), table.first(Role.REFERENCE)
    if names is None:
        return
    judged = {c.index for role in _JUDGED for c in table.by_role(role)}
    says = {c.index for role in _SAYS for c in table.by_role(role)} | judged
    for row, cells in table.grid.by_row.items():
        name = text_of(table.grid.cell(row, names.index))
        if row <= table.header_row or not name:
            continue
        if name == names.heading and is_another_header(table, row, cells, words):
            return
        reference = text_of(table.grid.cell(row, references.index)) if references else ""
        is_known = known(reference, name)
        kind = None if is_known else part_named(name)
        filled = {cell.column for cell in cells}
        yield _Line(
            row, name, reference, kind or kind_beside(name), figures_of(table, row),
            judged=is_known or not filled.isdisjoint(judged), heads=filled.isdisjoint(says),
        )  # fmt: skip


def _share_of(lines: list[_Line], at: int) -> _Line | None:
    """The share that a named part belongs to: the nearest above, else, where that has a part of
    this kind already or there is none, the nearest below."""
    return _nearest(lines[:at][::-1], lines[at].kind) or _nearest(lines[at + 1 :], None)


def _nearest(lines: list[_Line], kind: str | None) -> _Line | None:
    """The first row that holds a figure; none beyond a heading, or a part of the same kind."""
    for line in lines:
        if line.heads or (kind is not None and line.kind == kind):
            return None
        if line.kind is None:
            return line
    return None


class _Three(NamedTuple):
    """A row and the two below it, which may be a share and its parts."""

    share: _Line
    first: _Line
    second: _Line

    @property
    def names(self) -> tuple[str, str]:
        """What the two are called: once they are parts, rows of those names are below others."""
        return tidy(self.first.name), tidy(self.second.name)

    @property
    def _may_be(self) -> bool:
        return not (self.first.judged or self.second.judged or self.share.kind)

    def by_figures(self) -> Order | None:
        """Which of the two is the numerator, where they give the share and say they are parts."""
        if not self._may_be or not self._say_so:
            return None
        return order_of(self.share.figures, self.first.figures, self.second.figures)

    @property
    def _say_so(self) -> bool:
        if self.first.reference or self.second.reference:
            return False
        named = begins_part(self.first.name) or begins_part(self.second.name)
        return named or bool(self.share.reference)

    def as_parts(self, order: Order | None) -> dict[int, Part]:
        """The two as parts of the share, each by its row; `order` says which is which."""
        if order is None or not self._may_be:
            return {}
        rows = (self.first.row, self.second.row)
        return {row: Part(role, self.share.row) for row, role in zip(rows, order, strict=True)}
