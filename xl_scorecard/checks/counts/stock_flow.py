"""What was open, opened and closed in a period, and is open at its end."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from xl_scorecard.checks._names import plain_name
from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.counts._together import counted, given, number
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.lexicon import lexicon, words_of
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import Outturn

_REACH = 6
_FEWEST, _DIGITS = 2, 3.0
_TO_EACH_ODD = 2
_Series = Mapping[Period, Outturn]


@dataclass(frozen=True)
class _Move:
    """A stock at the end of a period, the one it began with, and what came and went."""

    end: Outturn
    start: Outturn
    came: Outturn
    went: Outturn

    @property
    def expected(self) -> float:
        """What there should be at the end."""
        return number(self.start) + number(self.came) - number(self.went)

    @property
    def off(self) -> float:
        """By how much there is more."""
        return number(self.end) - self.expected


def _flows(context: Context) -> Iterator[Found]:
    tables: dict[int, list[AssessedRow]] = defaultdict(list)
    for row in counted(context.rows):
        if row.measure.basis is not Basis.YEAR_TO_DATE:
            tables[id(row.table)].append(row)
    names = lexicon().names
    for rows in tables.values():
        called = [plain_name(row.measure) for row in rows]
        comes = [words_of(names.comes_in).search(name) is not None for name in called]
        goes = [words_of(names.goes_out).search(name) is not None for name in called]
        series = [given(row) for row in rows]
        for came, went in _pairs(comes, goes):
            near = range(max(0, came - _REACH), min(len(rows), came + _REACH + 1))
            stocks = [n for n in near if n not in (came, went) and not comes[n] and not goes[n]]
            for end in stocks:
                if len({rows[n].measure.section for n in (end, came, went)}) == 1:
                    yield from _told(rows[end], _odd(end, stocks, series, came, went))


def _pairs(comes: Sequence[bool], goes: Sequence[bool]) -> Iterator[tuple[int, int]]:
    for came, comes_in in enumerate(comes):
        if comes_in and not goes[came]:
            for went in range(max(0, came - _REACH), min(len(goes), came + _REACH + 1)):
                if goes[went] and not comes[went]:
                    yield came, went


def _odd(
    end: int, stocks: Sequence[int], series: Sequence[_Series], came: int, went: int
) -> Sequence[_Move]:
    """The moves that do not come out, of a stock that otherwise does: told from the stock at the
    end of the period before, or from that at the start in a row of its own."""
    flows = series[came], series[went]
    before = {period.next: outturn for period, outturn in series[end].items()}
    starts = [before, *(series[n] for n in stocks if n != end)]
    for start in starts:
        moves = [
            _Move(series[end][p], start[p], flows[0][p], flows[1][p])
            for p in sorted(series[end])
            if p in start and p in flows[0] and p in flows[1]
        ]
        odd = _slips(moves)
        if odd:
            return odd
    return ()


def _slips(moves: Sequence[_Move]) -> Sequence[_Move]:
    """The few that do not come out; a wrong stock shows twice, at its end and in the next one."""
    right = [move for move in moves if not move.off]
    digits = {
        move.expected: math.log10(1 + number(move.came) + number(move.went)) for move in right
    }
    if len(digits) < _FEWEST or sum(digits.values()) < _DIGITS:
        return ()
    odd: list[_Move] = []
    for move in moves:
        again = odd and odd[-1].end.cell == move.start.cell and odd[-1].off == -move.off
        if move.off and not again:
            odd.append(move)
    return odd if len(right) >= _TO_EACH_ODD * len(odd) else ()


def _told(row: AssessedRow, odd: Sequence[_Move]) -> Iterator[Found]:
    for move in odd:
        end, start, came, went = (
            f"{number(outturn):,.12g}" for outturn in (move.end, move.start, move.came, move.went)
        )
        expected = f"{move.expected:,.12g}"
        yield Found.in_row(
            row,
            move.end.cell,
            f"{row.measure.name}, {move.end.period.words}: {end} is stated, but {start} "
            f"({move.start.cell}) and {came} that came ({move.came.cell}) less {went} that went "
            f"({move.went.cell}) are {expected}",
            found=end,
            expected=expected,
        )


_HEADINGS = ("Ref", "Measure", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
_RULES = (
    "{id: A1, name: Children in care, unit: count}",
    "{id: A2, name: Children who came into care, unit: count}",
    "{id: A3, name: Children who left care, unit: count}",
)
_MOVED = (
    ("A2", "Children who came into care", 61, 66, 68, 84),
    ("A3", "Children who left care", 53, 53, 54, 56),
)
CHECK = Check(
    slug="stock-flow",
    severity=Severity.WARNING,
    looks_for="a number at the end of a period that the one before, what came and what went do "
    "not give, as they do in other periods",
    question="Do 671 children, 84 who came and 56 who left make 699?",
    mend="Correct the number at the end, or what came and went.",
    run=_flows,
    triggers=Example(
        rows=(_HEADINGS, ("A1", "Children in care", 644, 657, 671, 701), *_MOVED),
        rules=_RULES,
        finds=("F2",),
    ),
    passes=Example(
        rows=(_HEADINGS, ("A1", "Children in care", 644, 657, 671, 699), *_MOVED),
        rules=_RULES,
    ),
)
