"""Where what officers put on a sheet of ours goes when the sheet is drawn anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count

from xl_scorecard.domain.acceptance import ACCEPTED, Answer, Identity, is_accepted
from xl_scorecard.domain.drawn import (
    BLANK,
    Drawn,
    digest,
    drawn_of,
    of_a_formula,
    texts_of,
    with_formulas,
)
from xl_scorecard.domain.edits import NewSheet
from xl_scorecard.domain.ours import WITH_TABLES
from xl_scorecard.domain.row_keys import (
    ACCEPTED_HEADING,
    FINDING,
    NO_RESULT,
    REASON_HEADING,
    UNLOOKED,
    Place,
    RowKeys,
    Texts,
    key_digest,
    row_keys,
)
from xl_scorecard.domain.whose_cells import Digests, Whose, whose

_HEADLINE = ("fixed", "head", "2")
"""The Summary's sentence of totals: two rows above the first table, always a formula."""


@dataclass(frozen=True)
class Found:
    """A sheet of ours as it was found: whose its cells are, and what its rows are about."""

    key: str
    whose: Whose
    keys: RowKeys
    drawn: Drawn | None

    def beside(self, row: int) -> str:
        """What a row is about in words, or of one among others, what stands above it."""
        among = [known for known in self.keys.words if known <= row]
        if self.keys.anchor(row) is None and among:
            return self.keys.words[max(among)]
        return self.keys.words.get(row, "")

    def answer_at(self, at: Place) -> str | None:
        """Which of the columns that officers answer findings in a cell stands in; None where it
        stands in none, or beside no finding."""
        if at[0] not in self.keys.findings:
            return None
        column = self.whose.columns.get(at[1], at[1])
        return next((word for word, c in self.keys.answers.items() if c == column), None)

    def answers(self, texts: Texts) -> dict[Identity, Answer]:
        """What officers answered to findings."""
        said: dict[int, dict[str, str]] = {}
        for at, text in texts.items():
            word = self.answer_at(at) if at in self.whose.theirs else None
            if word is not None:
                said.setdefault(at[0], {})[word] = text
        return {
            self.keys.findings[row]: Answer(
                is_accepted(cells.get(ACCEPTED_HEADING, "")), cells.get(REASON_HEADING, "")
            )
            for row, cells in said.items()
        }


def found(
    key: str,
    texts: Texts,
    formulas: Collection[Place] | None,
    digests: Digests,
    drawn: Drawn | None,
) -> Found:
    """Tell whose the cells of a sheet of ours are.

    `texts` are what it shows, `digests` what its cells hold; `formulas` are None where nobody can
    say which are some: then what stands in place of a formula of ours is ours. Where the workbook
    does not say what we drew, as an earlier version did not, what stands in the rows and columns of
    our lists and tables is ours.
    """
    texts = with_formulas(texts, formulas or ())
    if drawn is not None:
        if formulas is None:
            results = {at for at in digests if of_a_formula(drawn.cells.get(at, ""))}
            owners = _less_results(whose(drawn.cells, digests, results), drawn)
        else:
            owners = whose(drawn.cells, digests)
        by_column = {(r, owners.columns.get(c, c)): t for (r, c), t in texts.items()
                     if (r, c) in owners.ours}  # fmt: skip
        if formulas is None:  # then those that show nothing are where they were drawn
            blank = {at for at, said in drawn.cells.items() if of_a_formula(said)} - digests.keys()
            by_column = with_formulas(by_column, blank)
        return Found(key, owners, row_keys(key, by_column), drawn)
    keys = row_keys(key, texts)
    over = {at for at in digests if _cannot_be_ours(key, at, keys, formulas)}
    ours = {
        (row, column)
        for row, column in digests
        if column in keys.columns.get(row, ()) and (row, column) not in over
    }
    ours |= {at for at in digests if texts.get(at, "").endswith(_MARK_ENDS)}
    theirs = {at for at, said in digests.items() if said != BLANK} - ours
    same = {column: column for _, column in digests}
    owners = Whose(frozenset(ours), frozenset(theirs), frozenset(over & theirs), {}, same)
    return Found(key, owners, keys, None)


def _less_results(owners: Whose, drawn: Drawn) -> Whose:
    """Cells in place of formulas of ours counted as ours."""
    results = {
        (row, column)
        for row, column in owners.over_ours
        if of_a_formula(drawn.cells[owners.rows[row], owners.columns[column]])
    }
    return replace(
        owners,
        ours=owners.ours | results,
        theirs=owners.theirs - results,
        over_ours=owners.over_ours - results,
    )


_MARK_ENDS = "by xl-scorecard, made anew at each refresh"


def _cannot_be_ours(key: str, at: Place, keys: RowKeys, formulas: Collection[Place] | None) -> bool:
    """Whether something was typed where we always write a formula."""
    row, column = at
    headline = key == "summary" and column == 1 and keys.by_row.get(row) == _HEADLINE
    return headline and formulas is not None and at not in formulas


@dataclass
class Settling:
    """Where rows and cells of a sheet as it was found go on the one that is drawn anew."""

    found: Found
    new: NewSheet
    taken: set[Place] = field(default_factory=set)
    names: Mapping[str, str] = field(default_factory=dict)
    """What entries are called, by the digest of what they are about."""

    def __post_init__(self) -> None:
        self._keys = row_keys(self.new.key, texts_of(self.new))
        self._by_digest = {key_digest(key): row for row, key in self._keys.by_row.items()}
        self._by_finding = {known: row for row, known in self._keys.findings.items()}
        said = drawn_of(self.new).cells
        self._digests = said
        self.taken |= {at for at, what in said.items() if what != BLANK}

    @property
    def keys(self) -> RowKeys:
        """What the new rows are about."""
        return self._keys

    def row(self, row: int) -> int | None:
        """Where a row goes; None where nothing is left that it stood beside."""
        keys, drawn = self.found.keys, self.found.drawn
        anchor = keys.anchor(row)
        if anchor is None:
            return None
        if drawn is not None and keys.is_listed(row):
            wrote = drawn.keys.get(self.found.whose.rows.get(row, 0))
            if wrote is not None:
                return self._by_digest.get(wrote)
        if anchor[:2] == ("below", FINDING) and self._is_new(UNLOOKED):
            anchor = ("below", UNLOOKED, anchor[2])
        return self._keys.row_of(anchor)

    def _is_new(self, kind: str) -> bool:
        """Whether there is a list now that an earlier version did not draw."""
        return self.found.keys.last_of(kind) is None and self._keys.last_of(kind) is not None

    def rows(self, rows: Collection[int]) -> dict[int, int]:
        """Where rows go, those of them that go anywhere."""
        return {row: to for row in rows if (to := self.row(row)) is not None}

    def place(self, at: Place) -> Place | None:
        """Where a cell goes; None where there is no room for it, or nothing left beside it."""
        row, column = self.row(at[0]), self.column(at[1])
        word = self.found.answer_at(at)
        if word is not None:  # it goes with just that finding
            row = self._by_finding.get(self.found.keys.findings[at[0]])
            column = self._keys.answers[word]
        if row is None or at in self.found.whose.over_ours:
            return None
        to = row, column
        if to in self.taken:
            return None
        self.taken.add(to)
        return to

    def beside(self, row: int) -> str:
        """What a row was about, in words; of one in which nothing of ours was left, what is."""
        drawn_at, said = self.found.whose.rows.get(row, 0), self.found.beside(row)
        if said == NO_RESULT and self.found.drawn is not None:
            said = self.names.get(self.found.drawn.keys.get(drawn_at, ""), "")
        return said or self._keys.words.get(drawn_at, "")

    def column(self, column: int) -> int:
        """Where a column goes: ours to where we draw them, others stay; but what stands right of
        a table goes on standing right of it when that is wider."""
        ours = self.found.whose.columns
        if column in ours or self.new.key not in WITH_TABLES or column < self._beside_the_table:
            return ours.get(column, column)
        return column + self._wider

    @cached_property
    def _beside_the_table(self) -> int:
        drawn = set(self.found.whose.columns.values())
        return next(column for column in count(1) if column not in drawn)

    @cached_property
    def _wider(self) -> int:
        before = max(self.found.whose.columns.values(), default=0)
        return max(column for _, column in self._digests) - before if before else 0

    def lost(self, at: Place, said: Mapping[Place, str]) -> str | None:
        """What to say of a cell without a place any more; None where another says it along.

        That a finding was accepted is said with the reason.
        """
        word = self.found.answer_at(at)
        if word is None:
            return said.get(at, "")
        row = {self.found.answer_at(each): text for each, text in said.items() if each[0] == at[0]}
        accepted, reason = row.get(ACCEPTED_HEADING, ""), row.get(REASON_HEADING, "")
        if not is_accepted(accepted):
            return said.get(at, "")
        if word == REASON_HEADING:
            return f"{ACCEPTED.capitalize()}: {reason}"
        return None if reason else ACCEPTED.capitalize()

    def says_the_same(self, at: Place, value: str) -> bool:
        """Whether what was typed over a cell of ours is what we write there now."""
        row = self.row(at[0])
        wrote = self._digests.get((row, self.column(at[1]))) if row is not None else None
        return wrote == digest(value)


@dataclass(frozen=True)
class KeptNote:
    """Something that lost its place: what it said, where it stood and beside what."""

    said: str
    stood: str
    beside: str


def kept_rows(period: str, notes: Mapping[int, KeptNote]) -> dict[Place, str]:
    """The cells of kept notes by place, each note in a row of the Checks sheet."""
    cells = {}
    for row, note in notes.items():
        for column, text in ((1, period), (2, note.stood), (5, note.said), (8, note.beside)):
            cells[row, column] = text
    return cells


def noted(said: Mapping[Place, str]) -> dict[Place, str]:
    """The notes among cells of theirs: each is one, and of the list of kept ones each row."""
    titles = [row for (row, column), text in said.items() if (column, text) == (1, KEPT_TITLE)]
    title = next((row for row in titles if said.get((row + 1, 5)) == KEPT_HEADINGS[5]), None)
    if title is None:
        return dict(said)
    listed, row = {title, title + 1}, title + 2
    while (row, 5) in said:
        listed.add(row)
        row += 1
    return {
        at: text
        for at, text in said.items()
        if at[0] not in listed or at[1] not in KEPT_HEADINGS or (at[1] == 5 and at[0] > title + 1)
    }


KEPT_TITLE = "Kept notes"
KEPT_HEADINGS = {1: "Lost in", 2: "Where it stood", 5: "What it said", 8: "What it stood beside"}
