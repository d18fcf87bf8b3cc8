"""The judgements that officers gave, each beside its figure and target, as evidence for a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.bands import RAG
from xl_scorecard.domain.colours_seen import name_of_colour
from xl_scorecard.domain.indicator import Basis, Polarity
from xl_scorecard.domain.judged import Manner, manner_of, standings_in
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.lexicon import travel_of_word
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import IndicatorRow, Measure, Role, Scorecard, Table
from xl_scorecard.rating.assess import assess

_FAR = 0.1
_WELL = frozenset((Standing.GREEN, Standing.MET))
_BADLY = frozenset((Standing.RED, Standing.AMBER, Standing.MISSED))


class Judgement(NamedTuple):
    """A judgement of the reported period: what it says, in what words, and what of."""

    measure: Measure
    value: float
    target: Target
    standings: frozenset[Standing]
    said: str
    ref: str
    figure: str = ""

    @property
    def implies(self) -> Polarity | None:
        """Which way is good if it is right; None where it does not say.

        What is green a little short of its target may be within a tolerance.
        """
        off = self.value - self.target.value
        if self.target.upper is not None or off == 0:
            return None
        above = off > 0
        if self.standings <= _BADLY:
            return Polarity.LOW if above else Polarity.HIGH
        if self.standings <= _WELL and abs(off) > _FAR * abs(self.target.value):
            return Polarity.HIGH if above else Polarity.LOW
        return None


class Evidence(NamedTuple):
    """Which way is good by one judgement, and what was judged."""

    implies: Polarity
    why: str


def evidence_for(
    measures: Sequence[Measure], judged: Mapping[str, Sequence[Judgement]], period: Period
) -> list[Evidence]:
    """What the judgements of an indicator's rows say of which way is good."""
    found = []
    for measure in measures:
        for one in judged.get(place_of(measure), ()):
            if one.implies is not None:
                now = measure.outturns.get(period)
                figure = one.figure or (now.raw if now is not None else f"{one.value:g}")
                why = f"{one.said} stands beside {figure} in {one.ref}"
                found.append(Evidence(one.implies, why))
        moved, typed = moves_imply(measure, period), measure.typed_travel
        if moved is not None and typed is not None:
            found.append(Evidence(moved, f"{typed.text} is typed in {typed.ref}"))
    return found


def judgements_of(scorecard: Scorecard) -> Mapping[str, Sequence[Judgement]]:
    """The judgements by the cell of the indicator's name, `Sheet!B4`."""
    manners = {table.sheet: _manner(scorecard, table.sheet) for table in scorecard.tables}
    found: dict[str, list[Judgement]] = {}
    for table, at, measure in scorecard.rows:
        of_row = found.setdefault(place_of(measure), [])
        row = assess(table, measure, scorecard.period, RAG)
        if row.value is not None and row.target is not None:
            for standings, said, ref in _given(measure, manners[table.sheet]):
                of_row.append(Judgement(measure, row.value, row.target, standings, said, ref))
        of_row += _earlier(table, at, measure, scorecard.period, manners[table.sheet])
    return found


def _earlier(
    table: Table, row: IndicatorRow, measure: Measure, reported: Period, manner: Manner
) -> Iterator[Judgement]:
    """The judgements typed for other periods, where one target holds for all of them."""
    place = measure.target_cell
    column = table.on_sheet(place.row, place.column)[1] if place is not None else 0
    if measure.target is None or any(c.index == column and c.period for c in table.columns):
        return
    for judged in table.by_role(Role.RAG):
        if judged.period in (None, reported):
            continue
        figure = measure.outturns.get(judged.period) if judged.period is not None else None
        cell = table.cell(row.row, judged.index)
        standings = standings_in(cell, manner) if cell is not None and cell.text else None
        if figure is not None and figure.value is not None and cell and standings:
            yield Judgement(
                measure, figure.value, measure.target, standings, cell.text, cell.ref, figure.raw
            )


def place_of(measure: Measure) -> str:
    """Where a measure's name stands, its sheet included."""
    return f"{measure.sheet}!{measure.name_cell}"


def _manner(scorecard: Scorecard, sheet: str) -> Manner:
    measures = (m for m in scorecard.measures if m.sheet == sheet)
    return manner_of(m.typed_rag for m in measures if m.typed_rag is not None)


def _given(measure: Measure, manner: Manner) -> Iterator[tuple[frozenset[Standing], str, str]]:
    """What was judged: by a word, else by a colour."""
    typed = measure.typed_rag
    standings = standings_in(typed, manner) if typed is not None else None
    if typed is not None and standings is not None:
        yield standings, typed.text, typed.ref
    elif measure.filled_rag is not None:
        filled = measure.filled_rag
        yield filled.standings, f"the colour {name_of_colour(filled.standings)}", filled.ref


def moves_imply(measure: Measure, period: Period) -> Polarity | None:
    """Which way is good if the words typed for the direction of travel are right: `Improved`
    beside a figure that fell; None where they, or the figures, do not say."""
    typed, now = measure.typed_travel, measure.outturn(period)
    text = typed.text.casefold() if typed is not None else ""
    travel = travel_of_word("".join(ch for ch in text if ch.isalpha() or ch == " ").strip())
    if travel not in ("improved", "worsened") or now is None or now.value is None:
        return None
    earlier = [measure.outturn(before) for before in (period.previous, period.year_before)]
    before = {o.value for o in earlier if o is not None and o.value is not None} - {now.value}
    rose = {now.value > value for value in before}
    if len(rose) != 1 or measure.basis is Basis.YEAR_TO_DATE:
        return None
    return Polarity.HIGH if rose.pop() == (travel == "improved") else Polarity.LOW
