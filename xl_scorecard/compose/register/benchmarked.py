"""The columns of the register that hold an indicator against others' figures, kind by kind.

They stand right of all others, where there are any benchmarks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.benchmarks.kinds import label_of
from xl_scorecard.domain.cell_ref import column_letters

IN_ONE_FORMULA = 4
"""How many cells one formula compares with what they held: it stays short to read."""


class Benchmarked(StrEnum):
    """The column that tells of the first benchmark that a row has."""

    WORDS = "Against benchmark"


class OfKind(StrEnum):
    """A column of one kind of benchmark: what is told, then how that was worked out."""

    FIGURE = "figure"
    PERIOD = "period"
    GAP = "gap"
    STANDING = "better or worse"
    WORDS = "in words"
    # -- how it was worked out
    CELL = "cell"
    THEN = "at the refresh"
    READ = "read then as"
    AS_THEN = "all else as at the refresh"


class OfRank(StrEnum):
    """A column of a kind of which the figures of single authorities are known."""

    RANK = "rank"
    QUARTILE = "quartile"
    # -- how it was worked out
    KEY = "called there"
    LEAST = "least of the others"
    MOST = "most of the others"
    AS_READ = "others read as at the refresh"
    HIGHER = "others higher"
    LOWER = "others lower"
    PLACE = "place"
    OF = "among"


@dataclass(frozen=True)
class KindColumns:
    """The columns of one kind, called `label`, from `first` on: so many more hold what stood in
    other cells."""

    kind: str
    label: str
    first: int
    watches: int
    ranked: bool

    @property
    def _headings(self) -> list[OfKind | OfRank]:
        return [*OfKind, *(OfRank if self.ranked else ())]

    @property
    def last(self) -> int:
        """The last of them."""
        return self.first + len(self._headings) - 1 + self.watches + self._tests

    @property
    def headings(self) -> list[str]:
        """What stands above them."""
        held = [f"{self.label}: other cell {n}" for n in range(1, self.watches + 1)]
        tests = [f"{self.label}: other cells as then {n}" for n in range(1, self._tests + 1)]
        return [*(f"{self.label}: {heading.value}" for heading in self._headings), *held, *tests]

    @property
    def _tests(self) -> int:
        """How many further formulas compare what other cells hold."""
        return max(-(-self.watches // IN_ONE_FORMULA) - 1, 0)

    def column_of(self, heading: OfKind | OfRank) -> int:
        """Which column of the sheet it is."""
        return self.first + self._headings.index(heading)

    def here(self, heading: OfKind | OfRank, row: int) -> str:
        """The cell of a column in a row, as formulas in that row refer to it."""
        return f"${column_letters(self.column_of(heading))}{row}"

    def held(self, number: int) -> int:
        """The column that holds what another cell held, counted from 0."""
        return self.first + len(self._headings) + number

    def tested(self, number: int) -> int:
        """The column of a further formula that compares them."""
        return self.held(self.watches) + number


@dataclass(frozen=True)
class BenchmarkColumns:
    """The column of words about the first benchmark that a row has, then those of each kind."""

    words: int
    kinds: tuple[KindColumns, ...]

    @property
    def last(self) -> int:
        """The last of all."""
        return self.kinds[-1].last if self.kinds else self.words

    @property
    def headings(self) -> list[str]:
        """What stands above them."""
        return [Benchmarked.WORDS.value, *(text for kind in self.kinds for text in kind.headings)]


def benchmark_columns(first: int, rows: Sequence[AssessedRow]) -> BenchmarkColumns | None:
    """The columns that the benchmarks of some rows take, from one on; None where there are none.

    Kinds stand as the sheet has them from left to right, then as the rule set says.
    """
    kinds = tuple(_kinds(first + 1, rows))
    return BenchmarkColumns(first, kinds) if kinds else None


def watched(a: AssessedRow, kind: str) -> list[tuple[int, int]]:
    """The cells of a row, by their places, that decide which benchmark stands for a kind, but for
    that one's own."""
    settled = a.measure.benchmarks
    main = settled.of(kind, a.period)
    places = [(cell.row, cell.column) for cell in settled.cells if cell.kind == kind]
    return [place for place in places if main is None or place != main.place]


def _kinds(first: int, rows: Sequence[AssessedRow]) -> Iterator[KindColumns]:
    every = dict.fromkeys(kind for a in rows for kind in a.measure.benchmarks.kinds)
    for kind in every:
        watches = max(len(watched(a, kind)) for a in rows)
        used = [b for a in rows for b in a.measure.benchmarks.used if b.kind == kind]
        label = label_of(kind, [b.heading for b in used if b.heading])
        columns = KindColumns(kind, label, first, watches, any(b.others for b in used))
        yield columns
        first = columns.last + 1
