"""Registers of risks, on the scorecard's sheet or on one of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from xl_scorecard.domain.grid import Cell, Grid
from xl_scorecard.domain.lexicon import any_word, by_word, lexicon
from xl_scorecard.domain.risks import Level, Risk, RiskRegister, Score, Told

_LONGEST_HEADING = 40
_NEAR = 3
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ONLY_WORDS = re.compile(r"[\W\d_]+")


class _Columns(NamedTuple):
    """The columns of a register; without those of likelihood and impact, of a score alone."""

    score: int
    likelihood: int | None = None
    impact: int | None = None
    name: int | None = None
    before: int | None = None
    movement: int | None = None
    owner: int | None = None


def risk_registers(grids: Iterable[Grid]) -> tuple[RiskRegister, ...]:
    """The registers of some sheets, each with the risks below its headings until a row is blank."""
    return tuple(found for grid in grids for found in _on(grid))


def _on(grid: Grid) -> Iterator[RiskRegister]:
    for row, cells in grid.by_row.items():
        headings = {
            cell.column: words
            for cell in cells
            if isinstance(cell.value, str)
            and len(cell.value) <= _LONGEST_HEADING
            and (words := frozenset(_WORD.findall(cell.value.casefold())) & _telling())
        }
        for columns in _columns(grid, row, headings) if len(headings) > 1 else ():
            risks = tuple(_risks(grid, row, columns))
            if risks:
                factored = columns.likelihood is not None
                yield RiskRegister(grid.sheet, risks, factored, _ranges(grid))


@cache
def _telling() -> frozenset[str]:
    words = lexicon().risks
    known = words.risks, words.likelihoods, words.impacts, words.scores
    beside = words.owners, words.movements, words.before
    return frozenset(word for each in (*known, *beside) for word in each)


def _columns(grid: Grid, row: int, headings: Mapping[int, frozenset[str]]) -> Iterator[_Columns]:
    """The columns below a row of headings: of inherent and residual risk, one after the other."""
    words = lexicon().risks
    headings, beside = _apart(headings)
    likely = _with(headings, words.likelihoods, words.impacts)
    bad = _with(headings, words.impacts, words.likelihoods)
    names = [c for c in _with(headings, words.risks) if c not in _with(headings, words.scores)]
    name = names[0] if names else None
    for likelihood, impact in zip(likely, bad, strict=False):
        last = max(likelihood, impact)
        beyond = min((c for c in (*likely, *bad) if c > last), default=last + _NEAR + 1)
        score = _score_column(grid, row, range(last + 1, min(beyond, last + _NEAR + 1)), headings)
        if abs(likelihood - impact) <= _NEAR and score is not None:
            yield _Columns(score, likelihood, impact, name, **beside)
    if not likely and not bad and name is not None:
        scores = [c for c in _with(headings, words.scores) if c > name]
        if len(scores) == 1:
            yield _Columns(scores[0], name=name)


def _apart(
    headings: Mapping[int, frozenset[str]],
) -> tuple[dict[int, frozenset[str]], dict[str, int]]:
    """The headings of risks and their scores, and the first columns of what stands beside these."""
    words = lexicon().risks
    found = {
        "before": _with(headings, words.before, words.movements),
        "movement": _with(headings, words.movements),
        "owner": _with(headings, words.owners),
    }
    others = {column for columns in found.values() for column in columns}
    first = {what: columns[0] for what, columns in found.items() if columns}
    return {c: own for c, own in headings.items() if c not in others}, first


def _with(
    headings: Mapping[int, frozenset[str]], words: Sequence[str], without: Sequence[str] = ()
) -> list[int]:
    """The columns whose heading has one of some words and none of others."""
    return sorted(
        c for c, own in headings.items() if own.intersection(words) and not own & set(without)
    )


def _score_column(
    grid: Grid, row: int, columns: range, headings: Mapping[int, frozenset[str]]
) -> int | None:
    """The column of scores: the one headed so, else the next one if numbers begin it."""
    headed = [c for c in columns if headings.get(c, frozenset()) & {*lexicon().risks.scores}]
    if headed:
        return headed[0]
    first = next(iter(columns), None)
    begins = first is not None and _score(grid.shown(row + 1, first)) is not None
    return first if begins else None


def _risks(grid: Grid, header_row: int, columns: _Columns) -> Iterator[Risk]:
    row = header_row + 1
    read = [c for c in (columns.score, columns.likelihood, columns.impact) if c is not None]
    while any(grid.shown(row, column) is not None for column in read):
        score = grid.shown(row, columns.score)
        yield Risk(
            row,
            _name(grid, row, columns),
            _of(grid, row, columns.likelihood),
            _of(grid, row, columns.impact),
            _score(score),
            next(_levels(grid, row, columns.score), None),
            before=_of(grid, row, columns.before),
            movement=_told(grid, row, columns.movement),
            owner=_told(grid, row, columns.owner),
        )
        row += 1


def _of(grid: Grid, row: int, column: int | None) -> Score | None:
    return _score(grid.shown(row, column)) if column is not None else None


def _told(grid: Grid, row: int, column: int | None) -> Told | None:
    cell = grid.shown(row, column) if column is not None else None
    return Told(cell.ref, cell.text) if cell is not None and cell.text else None


def _name(grid: Grid, row: int, columns: _Columns) -> str:
    cell = grid.shown(row, columns.name) if columns.name is not None else None
    return cell.text if cell is not None and cell.text else f"row {row}"


def _score(cell: Cell | None) -> Score | None:
    """The one number of a cell: `4`, `4 - Likely`, `16 (High)`."""
    if cell is None or isinstance(cell.value, bool):
        return None
    if isinstance(cell.value, float):
        return Score(cell.ref, cell.value)
    numbers = _NUMBER.findall(cell.text)
    return Score(cell.ref, float(numbers[0])) if len(numbers) == 1 else None


def _levels(grid: Grid, row: int, score: int) -> Iterator[Level]:
    """The word for how high a risk is: in the cell of its score, or in the next one."""
    for column in (score, score + 1):
        cell = grid.shown(row, column)
        if cell is not None and cell.text:
            word = _ONLY_WORDS.sub(" ", cell.text).strip()
            rank = _ranks().get(word.casefold())
            if rank is not None:
                yield Level(cell.ref, word, rank)


@cache
def _ranks() -> dict[str, int]:
    return by_word(lambda language: language.risks.levels)


@cache
def _range() -> re.Pattern[str]:
    until = any_word(("-", "–", *lexicon().risks.until))
    return re.compile(
        rf"(?P<word>[^\W\d_][^\d(=:]*?)?[\s(=:–-]*(?P<low>\d+)\s*{until}\s*(?P<high>\d+)\)?"
    )


@cache
def _in_line() -> tuple[re.Pattern[str], ...]:
    word = rf"\b(?P<word>{any_word(_ranks())})\b"
    until = any_word(("-", "–", *lexicon().risks.until))
    scores = rf"\b(?P<low>\d+)\s*{until}\s*(?P<high>\d+)\b"
    apart = r"[\s()=:–-]*"
    ways = f"{word}{apart}{scores}", f"{scores}{apart}{word}"
    return tuple(re.compile(way, re.IGNORECASE) for way in ways)


def _in_one_line(text: str) -> list[tuple[str, int, int]]:
    """Two words or more in one text: `Low 1 to 6, Medium 8 to 12`, or each after its scores."""
    ways = [
        [(match["word"], int(match["low"]), int(match["high"])) for match in way.finditer(text)]
        for way in (_in_line() if any(map(str.isdigit, text)) else ())
    ]
    most = max(ways, key=len, default=[])
    return most if len(most) > 1 else []


def _ranges(grid: Grid) -> Mapping[str, tuple[int, int]]:
    """Which scores the sheet says a word stands for: `High (15-25)`, or the two side by side."""
    found: dict[str, set[tuple[int, int]]] = {}
    for cell in grid.cells.values():
        match = _range().fullmatch(cell.text) if isinstance(cell.value, str) else None
        said = _in_one_line(cell.text) if match is None and isinstance(cell.value, str) else []
        if match is not None:
            beside = grid.shown(cell.row, cell.column - 1) if cell.column > 1 else None
            word = match["word"] or (beside.text if beside is not None else "")
            said = [(word, int(match["low"]), int(match["high"]))]
        for word, low, high in said:
            if word.strip().casefold() in _ranks():
                found.setdefault(word.strip().casefold(), set()).add((low, high))
    return {word: next(iter(said)) for word, said in found.items() if len(said) == 1}
