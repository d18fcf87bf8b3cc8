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
from xl_scorecard.domain.scorecard import Measure, Scorecard
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
                figure = measure.outturns[period].raw if period in measure.outturns else one.value
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
    for table, _, measure in scorecard.rows:
        row = assess(table, measure, scorecard.period, RAG)
        if row.value is None or row.target is None:
            continue
        for standings, said, ref in _given(measure, manners[table.sheet]):
            one = Judgement(measure, row.value, row.target, standings, said, ref)
            found.setdefault(place_of(measure), []).append(one)
    return found


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
