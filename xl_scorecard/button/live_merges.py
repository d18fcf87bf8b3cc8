"""Which cells of an open sheet are merged: asked where they are likely, then of all the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from xl_scorecard.button.areas import Areas, over, place_of
from xl_scorecard.button.asked import Questions, asked
from xl_scorecard.button.live_xml import LiveXml
from xl_scorecard.button.rectangles import Run
from xl_scorecard.domain.grid import Block
from xl_scorecard.domain.row_keys import Place

_MOST_LIKELY = 150


def merged_blocks(sheet: Any, xml: LiveXml, filled: Collection[Place]) -> tuple[list[Block], bool]:
    """The merged blocks from the top down, and whether that is all of them.

    `filled` is where something stands. A sheet without any takes one question.
    """
    merges = _Merges(sheet, xml)
    complete = asked(lambda: merges.look(_likely(filled)))
    merges.found.sort(key=lambda block: (block.first_row, block.first_column))
    return merges.found, bool(complete)


def _likely(filled: Collection[Place]) -> list[Place]:
    """Where merged blocks are likely to begin: a cell of a row that holds little, with nothing to
    its right or below it. None where there are so many that the sheet is of another kind."""
    there = set(filled)
    held = Counter(row for row, _ in there)
    little = max(held.values(), default=0) // 2
    begin = [
        (row, column)
        for row, column in sorted(there)
        if held[row] <= max(little, 1)
        if (row, column + 1) not in there or (row + 1, column) not in there
    ]
    return begin if len(begin) <= _MOST_LIKELY else []


class _Merges:
    def __init__(self, sheet: Any, xml: LiveXml) -> None:
        self.found: list[Block] = []
        self._sheet = sheet
        self._xml = xml
        self._questions = Questions()

    def look(self, likely: Iterable[Place]) -> bool:
        whole, areas = self._xml.whole, self._xml.areas
        if over(self._sheet, whole).merge_cells is False:
            return True
        said = self._xml.said
        if said is not None and asked(lambda: self._is_so(said.merged, whole, areas)):
            self.found = list(said.merged)
            return True
        for at in self._merged_of(list(likely), areas):
            if self._known(*at) is None:
                self._questions.count()
                block = self._block_at(*at)
                if (block.first_row, block.first_column) != (block.last_row, block.last_column):
                    self.found.append(block)
        for together in list(areas.groups(_around(self.found, whole))):
            self._questions.count()
            (area,) = areas.over(self._sheet, together)
            if area.merge_cells is not False:
                for rest in together:
                    self._search(rest)
        return True

    def _is_so(self, blocks: list[Block], whole: Run, areas: Areas) -> bool:
        """Whether Excel says the same of some blocks when it is asked for merged cells: all of
        theirs are, no others are, and one is as large as was said; so is each at the edge of what
        was asked about, where an answer might have been cut off."""
        _, _, bottom, right = whole
        looked_at = [b for b in blocks if b.last_row >= bottom or b.last_column >= right]
        for block in looked_at or blocks[:1]:
            if self._block_at(block.first_row, block.first_column) != block:
                return False
        inside = [(b.first_row, b.first_column, b.last_row, b.last_column) for b in blocks]
        for runs, answer in ((inside, True), (_around(blocks, whole), False)):
            for area in areas.over(self._sheet, runs):
                self._questions.count()
                if area.merge_cells is not answer:
                    return False
        return bool(blocks)

    def _merged_of(self, places: list[Place], areas: Areas) -> list[Place]:
        """Those of some cells that may be merged: several are asked about at once, where several
        are one question."""
        if not areas.on_windows or not places:
            return places
        found: list[Place] = []
        for group in areas.groups([(*at, *at) for at in places]):
            cells = [(top, left) for top, left, _, _ in group]

            def one(first: int, last: int, cells: list[Place] = cells) -> bool | None:
                together = [(*at, *at) for at in cells[first : last + 1]]
                (area,) = areas.over(self._sheet, together)
                answer = area.merge_cells
                return answer if isinstance(answer, bool) else None

            for first, last, answer in self._questions.stretches(0, len(cells) - 1, one):
                if answer is not False:
                    found += cells[first : last + 1]
        return found

    def _search(self, area: Run) -> None:
        """Find what is merged in an area, rows with nothing merged in one go."""
        top, left, bottom, right = area

        def in_rows(first: int, last: int) -> bool | None:
            answer = over(self._sheet, (first, left, last, right)).merge_cells
            return answer if isinstance(answer, bool) else None

        for first, last, answer in self._questions.stretches(top, bottom, in_rows):
            if answer is not False:
                for row in range(first, last + 1):
                    self._look_along(row, left, right)

    def _look_along(self, row: int, column: int, last_column: int) -> None:
        while column <= last_column:
            block = self._known(row, column)
            if block is None:
                first = self._first_merged(row, column, last_column)
                if first is None:
                    return
                block = self._known(row, first)
                if block is None:
                    block = self._block_at(row, first)
                    self.found.append(block)
            column = block.last_column + 1

    def _first_merged(self, row: int, first: int, last: int) -> int | None:
        """The first merged cell of a stretch."""
        if not self._any(row, first, last):
            return None
        while first < last:
            middle = (first + last) // 2
            if self._any(row, first, middle):
                last = middle
            else:
                first = middle + 1
        return first

    def _any(self, row: int, first: int, last: int) -> bool:
        self._questions.count()
        return over(self._sheet, (row, first, row, last)).merge_cells is not False

    def _block_at(self, row: int, column: int) -> Block:
        return Block(*place_of(over(self._sheet, (row, column, row, column)).merge_area))

    def _known(self, row: int, column: int) -> Block | None:
        return next((block for block in self.found if block.holds(row, column)), None)


def _around(blocks: Iterable[Block], whole: Run) -> Iterator[Run]:
    """The rectangles of an area that blocks leave, the same columns of neighbouring rows as one."""
    top, left, bottom, right = whole
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for block in blocks:
        for row in range(block.first_row, block.last_row + 1):
            taken[row].append((block.first_column, block.last_column))
    begun, free = top, _free(taken[top], left, right)
    for row in range(top + 1, bottom + 2):
        now = _free(taken[row], left, right) if row <= bottom else None
        if now != free:
            yield from ((begun, first, row - 1, last) for first, last in free)
            begun, free = row, now or []


def _free(taken: list[tuple[int, int]], left: int, right: int) -> list[tuple[int, int]]:
    """The stretches of a row that are not taken."""
    found = []
    for first, last in sorted(taken):
        if first > left:
            found.append((left, first - 1))
        left = max(left, last + 1)
    return [*found, (left, right)] if left <= right else found
