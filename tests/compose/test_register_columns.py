"""What follows from what: the register reads the scorecard, the scorecard's results the register.

LibreOffice reports no cycle that iteration hides, and Excel only when it opens the workbook.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from openpyxl.utils import get_column_letter

from tests.compose.registers import OURS, REGISTER, blocks, formulas, kept

_HEADER_ROW = 5


def _register_reads(path: Path) -> Iterator[tuple[int, str, tuple[int, int, int, int]]]:
    """What each formula of the register looks at: its column, the sheet and the cells there."""
    for each in formulas(path):
        if each.sheet == REGISTER:
            yield from ((each.column, sheet, cells) for sheet, cells in each.reads())


def _columns(path: Path) -> dict[int, set[int]]:
    """Which columns of the register each of them reads."""
    graph: dict[int, set[int]] = defaultdict(set)
    for column, sheet, (left, _, right, _) in _register_reads(path):
        if sheet == REGISTER:
            graph[column].update(range(left, right + 1))
    return graph


def test_the_columns_of_the_register_form_no_cycle(registered: dict[str, Path]) -> None:
    for what, path in registered.items():
        order = list(TopologicalSorter(_columns(path)).static_order())  # raises on a cycle
        assert len(order) > 50, what


def test_each_column_that_is_read_is_headed_so_that_it_can_be_traced(
    registered: dict[str, Path],
) -> None:
    for what, path in registered.items():
        page = kept(path)[REGISTER]
        for column in {read for reads in _columns(path).values() for read in reads}:
            place = f"{get_column_letter(column)}{_HEADER_ROW}"
            assert page[place].value, (what, place)


def test_the_register_reads_the_scorecard_and_no_other_sheet_of_ours(
    registered: dict[str, Path],
) -> None:
    for what, path in registered.items():
        read = {sheet for _, sheet, _ in _register_reads(path)} - {REGISTER}
        assert read, what
        assert read & set(OURS) == set(), what
        assert read <= set(kept(path).sheetnames), what


def test_the_register_never_reads_what_is_looked_up_in_it(registered: dict[str, Path]) -> None:
    for what, path in registered.items():
        results = blocks(kept(path))
        for column, sheet, (left, top, right, bottom) in _register_reads(path):
            within = [
                (sheet, block)
                for ours, block in results
                if ours == sheet
                and left <= block[2] and right >= block[0]
                and top <= block[3] and bottom >= block[1]
            ]  # fmt: skip
            assert within == [], (what, get_column_letter(column))


def test_results_beside_a_scorecard_read_their_own_sheet_and_the_register(
    registered: dict[str, Path],
) -> None:
    for what, path in registered.items():
        for each in formulas(path):
            if each.sheet not in OURS:
                read = {sheet for sheet, _ in each.reads()}
                assert REGISTER in read, what
                assert read <= {REGISTER, each.sheet}, what


def test_what_stands_on_ratings_is_looked_up_in_the_register_alone(
    registered: dict[str, Path],
) -> None:
    ratings = [each for each in formulas(registered["transposed"]) if each.sheet == "Ratings"]
    assert ratings
    assert {sheet for each in ratings for sheet, _ in each.reads()} <= {REGISTER, "Ratings"}
