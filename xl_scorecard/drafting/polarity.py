"""Which way is good, from what the workbook says or, failing that, from an indicator's name."""

from __future__ import annotations

from collections.abc import Sequence

from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.polarity_words import parse_polarity, ticked_polarity
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.target_words import unworded
from xl_scorecard.drafting.guess import Guess, Sure, quoted
from xl_scorecard.drafting.judgements import Evidence
from xl_scorecard.drafting.polarity_of_names import (
    is_offered,
    is_volume,
    polarity_of_name,
    says_time_limit,
)
from xl_scorecard.drafting.rows import Row, Said
from xl_scorecard.drafting.unread_columns import said_by_unread
from xl_scorecard.reading.words.good_headings import says_in_time
from xl_scorecard.reading.words.headings import own_part

_MOST = 0.5
_FEWEST = 2  # judgements that agree: one may be a slip


def guess_polarity(row: Row, evidence: Sequence[Evidence] = ()) -> Guess:
    """Good is high, low, plan or neither: from the column, the target, thresholds, the name, or
    what officers judged good and bad (`evidence`)."""
    kinds = (_from_column, _from_target, _from_limit, _from_thresholds, _from_time_limit, _in_time)
    for told in kinds:
        if (said := told(row)) is not None:
            return said
    return _from_name(row, evidence)


def _from_column(row: Row) -> Guess | None:
    if row.in_doubt_about(About.POLARITY):
        return None
    columns = list(row.all_said(Role.POLARITY))
    ticked = [(s, ticked_polarity(s.heading, s.text, s.cell.font)) for s in columns]
    means = [(said, found) for said, found in ticked if found is not None]
    if not means and columns:
        found = parse_polarity(columns[0].text, columns[0].cell.font)
        if found is Polarity.NEITHER and row.measure.rule is None:
            found = row.measure.polarity or found  # a dash that is a minus
        means = [(columns[0], found)] if found is not None else []
    if len(means) != 1:
        return None
    ((said, found),) = means
    why = f"the column {quoted(said.heading)} says {quoted(said.text)}"
    return Guess(found.value, Sure.CERTAIN, why)


def _from_target(row: Row) -> Guess | None:
    target, place = row.measure.target, row.measure.target_cell
    if target is None or target.implies is None or place is None:
        return None
    said = row.read_from(place)
    words = f"the target says {quoted(said.text)}" if said is not None else "the target's wording"
    return Guess(target.implies.value, Sure.LIKELY, words)


def _from_limit(row: Row) -> Guess | None:
    """What the heading of the target puts on the figure: `Not to exceed`, `At least`."""
    target = row.said(Role.TARGET)
    if target is None or row.measure.target is None:
        return None
    own = own_part(target.heading)
    implies = unworded(f"{own} 1").implies
    if implies is None:
        return None
    return Guess(implies.value, Sure.LIKELY, f"the target is headed {quoted(own)}")


def _in_time(row: Row) -> Guess | None:
    """Shares of what was done in time, as all figures are headed: `% in time`."""
    figures = row.table.by_role(Role.OUTTURN)
    if not figures or not all(says_in_time(column.heading) for column in figures):
        return None
    own = own_part(figures[0].heading)
    return Guess(Polarity.HIGH.value, Sure.LIKELY, f"the figures are headed {quoted(own)}")


def _from_thresholds(row: Row) -> Guess | None:
    target = row.said(Role.TARGET)
    aims = _ends(row, target)
    for said in row.all_said(Role.THRESHOLD):
        ends = _ends(row, said)
        if not aims or not ends or target is None:
            continue
        why = f"{quoted(said.heading)} is {{}} the target ({said.text} beside {target.text})"
        if max(ends) < min(aims):
            return Guess(Polarity.HIGH.value, Sure.LIKELY, why.format("below"))
        if min(ends) > max(aims):
            return Guess(Polarity.LOW.value, Sure.LIKELY, why.format("above"))
    return None


def _from_time_limit(row: Row) -> Guess | None:
    """A share of what is done within a time, of which most is asked."""
    target = row.measure.target
    if row.measure.unit is not Unit.PERCENT or target is None or target.value < _MOST:
        return None
    if not says_time_limit(row.measure.name):
        return None
    why = "the name begins with a time limit, and most are to be within it"
    return Guess(Polarity.HIGH.value, Sure.LIKELY, why)


def _ends(row: Row, said: Said | None) -> Sequence[float]:
    """The figure or the range in a cell, for comparing with another cell of the row."""
    value = said.cell.value if said is not None else None
    if isinstance(value, float):
        return (value,)
    read = parse_target(value, row.measure.unit) if isinstance(value, str) else None
    if read is None:
        return ()
    return (read.value,) if read.upper is None else (read.value, read.upper)


def _has_target(row: Row) -> bool:
    """Whether there is a target of some kind, be it for another stretch of time."""
    return row.measure.target is not None or bool(_ends(row, row.said(Role.TARGET)))


def _from_name(row: Row, evidence: Sequence[Evidence]) -> Guess:
    """What the name and judgements say, unless a column that was not understood may say
    otherwise."""
    guess, beside = _by_name(row, evidence), said_by_unread(row)
    if beside is None or guess.value == beside.means.value:
        return guess
    known = f"{guess.why}, but " if guess.sure is not Sure.DECIDE else ""
    why = f"{known}{beside.why}, and its heading does not say of what"
    return Guess(beside.means.value, Sure.DECIDE, f"high, low, plan or neither? {why}")


def _by_name(row: Row, evidence: Sequence[Evidence]) -> Guess:
    """What the name gives away, unless judgements say otherwise; else what several of these say.

    Where they differ, the name may be misread or the judgement be wrong, and only the officer
    knows; but one judgement against a plain name is a slip, and a finding.
    """
    found = polarity_of_name(row.measure.name)
    implied = {one.implies for one in evidence}
    agreed = implied.pop() if len(implied) == 1 else None
    several = agreed is not None and len(evidence) >= _FEWEST
    differs = found is not None and agreed not in (None, found.polarity)
    if found is not None and differs and (several or not found.plainly):
        why = f"the name says {quoted(found.words)}, but {evidence[0].why}"
        return Guess(found.polarity.value, Sure.DECIDE, f"high or low? {why}")
    if found is not None:
        return Guess(found.polarity.value, Sure.LIKELY, f"the name says {quoted(found.words)}")
    if agreed is not None:
        if several:
            return Guess(agreed.value, Sure.LIKELY, f"{evidence[0].why}, and {evidence[1].why}")
        why = f"high, low, plan or neither? {evidence[0].why}, which would make it {agreed.value}"
        return Guess(agreed.value, Sure.DECIDE, why)
    if is_offered(row.measure.name) and _has_target(row):
        why = "the name is of what is offered, and there is a target to reach"
        return Guess(Polarity.HIGH.value, Sure.LIKELY, why)
    if row.measure.target is None and is_volume(row.measure.name):
        why = "the name is of a number that is only counted, and it has no target"
        return Guess(Polarity.NEITHER.value, Sure.LIKELY, why)
    why = "high, low, plan or neither? nothing in the workbook says"
    return Guess(Polarity.HIGH.value, Sure.DECIDE, why)
