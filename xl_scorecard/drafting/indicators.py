"""The indicators of a draft as lines of YAML, each value with where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.doubt import Doubt
from xl_scorecard.domain.durations import duration_in_words
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.period_words import parse_period, tidy
from xl_scorecard.domain.rule_index import plain_name
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.domain.target_words import target_in_name
from xl_scorecard.drafting.bases import guess_basis
from xl_scorecard.drafting.guess import Guess, Sure, quoted
from xl_scorecard.drafting.rows import Row
from xl_scorecard.drafting.shares import Share, shares_of
from xl_scorecard.drafting.units import guess_unit, signs_by_sheet
from xl_scorecard.drafting.yaml_text import amount, comment, entry, scalar, undecided

_IN = "    "  # within an indicator
_LONGEST_FIGURE = 9
_WHOLE_FROM = 1000
_TARGETS_NAMED = 3
_PLACES_NAMED = 4
_SCALE = "these are grades; put them in order, best first, and they are rated"


@dataclass(frozen=True)
class _Drafted:
    """One indicator, guessed."""

    row: Row
    unit: Guess
    good_is: Guess
    basis: Guess | None
    share: Share | None
    part_of: str | None
    name: str


def indicator_lines(rows: list[Row], good_is: Mapping[str, Guess]) -> Iterator[str]:
    """The entries under `indicators`, section by section; `good_is` has each one's by its id."""
    signs = signs_by_sheet(rows)
    units = {row.id: guess_unit(row, signs[row.measure.sheet]) for row in rows}
    known = {id_: unit.value for id_, unit in units.items() if unit.sure is not Sure.DECIDE}
    shares = shares_of(rows, known)
    part_of: dict[str, str] = {}
    for id_, share in shares.items():
        for part in (share.numerator, share.denominator):
            part_of.setdefault(part.id, id_)
    section = ""
    names: set[tuple[str, str]] = set()
    for row in rows:
        if row.measure.section != section:
            section = row.measure.section
            if row is not rows[0]:
                yield ""
            yield f"  {comment(f'---- {section} ----')}" if section else "  # ----"
        yield from _indicator(
            _Drafted(
                row,
                units[row.id],
                good_is[row.id],
                guess_basis(row),
                shares.get(row.id),
                part_of.get(row.id),
                _name(row, names),
            )
        )


def _indicator(drafted: _Drafted) -> Iterator[str]:
    row = drafted.row
    yield entry("  - ", "id", scalar(row.id), _of_id(row))
    told_apart = drafted.name != row.measure.name
    why = "the reference is added: another indicator has this name" if told_apart else ""
    yield entry(_IN, "name", scalar(drafted.name), why)
    if section := _section(row):
        yield entry(_IN, "section", scalar(section))
    if row.measure.dates is not None:
        return  # early is good, and days late are its unit
    if (in_doubt := row.in_doubt("scale")) is not None:
        yield undecided(_IN, "scale", in_doubt.example, f"{Sure.DECIDE}: {_SCALE}")
    else:
        yield _guessed("unit", drafted.unit, row)
    good_is = _good_is(drafted)
    yield _guessed("good_is", good_is, row)
    if drafted.basis is not None:
        yield _guessed("basis", drafted.basis, row)
    if good_is.value != Polarity.NEITHER and in_doubt is None:
        yield from _target(row, drafted.unit)
    if drafted.share is not None:
        yield from _share(drafted.share)


def _section(row: Row) -> str:
    """The section of all the rows that a rule is for, if they have one."""
    section = row.measure.section
    return section if all(m.section == section for m in row.also) else ""


def _name(row: Row, taken: set[tuple[str, str]]) -> str:
    """The row's name; of a second indicator with that name in a section, with its reference."""
    name, section = row.measure.name, tidy(_section(row))
    if (plain_name(name), section) in taken:
        name = f"{name}, {row.id}"
    again = count(2)
    while (plain_name(name), section) in taken:  # a reference of signs alone tells nothing apart
        name = f"{row.measure.name}, {row.id} ({next(again)})"
    taken.add((plain_name(name), section))
    return name


def _guessed(key: str, guess: Guess, row: Row) -> str:
    guess = row.unless_doubted(key, guess)
    line = undecided if guess.sure is Sure.DECIDE else entry
    return line(_IN, key, guess.value, guess.remark)


def _of_id(row: Row) -> str:
    if row.also:
        measures = [row.measure, *row.also]
        several = len({m.sheet for m in measures}) > 1
        named = [f"{m.sheet} {m.name_cell}" if several else m.name_cell for m in measures]
        places = ", ".join(named[:_PLACES_NAMED])
        told_apart = all(m.id == row.reference for m in row.also)
        mend = "" if told_apart else "; give them references to tell them apart"
        return f"this rule is for {len(row.also) + 1} rows ({places}){mend}"
    return "" if row.reference else "made of the name: the workbook has no reference for it"


def _good_is(drafted: _Drafted) -> Guess:
    """A count without a target that a percentage is made of is for information."""
    guess = drafted.good_is
    untargeted = drafted.row.measure.target is None
    if drafted.part_of is not None and untargeted and guess.sure is not Sure.CERTAIN:
        why = f"{drafted.part_of} is made of it, and it has no target"
        return Guess(Polarity.NEITHER.value, Sure.LIKELY, why)
    return guess


def _target(row: Row, unit: Guess) -> Iterator[str]:
    """Where target and tolerance come from; numbers here would override the workbook's."""
    measure = row.measure
    if measure.target is None:
        in_doubt = row.in_doubt("target")
        yield _doubted("target", in_doubt) if in_doubt is not None else _no_target(row, unit)
        return
    place = measure.target_cell
    if place is not None and (said := row.read_from(place)) is not None:
        why = f"read from the column {quoted(said.heading)}, {said.ref}"
        yield undecided(_IN, "target", amount(said.text), why)
    place = measure.tolerance_cell
    if place is not None and (said := row.read_from(place)) is not None:
        limit = "the tolerance ends at" if place.threshold else "read from"
        why = f"{limit} the column {quoted(said.heading)}, {said.ref}"
        yield undecided(_IN, "tolerance", amount(said.text), why)
    elif any(row.table.by_role(role) for role in (Role.TOLERANCE, Role.THRESHOLD)):
        why = "DECIDE: the workbook shows none here; without one a missed target is red"
        yield undecided(_IN, "tolerance", "5 points", why)


def _doubted(key: str, doubt: Doubt) -> str:
    return undecided(_IN, key, doubt.example, f"{Sure.DECIDE}: {doubt.message}")


def _no_target(row: Row, unit: Guess) -> str:
    said = list(row.all_said(Role.TARGET))
    why = f"{Sure.DECIDE}: the workbook shows none"
    if len(said) == 1:
        shows = f"{quoted(said[0].heading)} says {quoted(said[0].text)}"
        why = f"{Sure.DECIDE}: {shows}, which is no figure"
    elif said:
        why = f"{Sure.DECIDE}: which one? " + ", ".join(
            f"{quoted(s.heading)} says {quoted(s.text)}" for s in said[:_TARGETS_NAMED]
        )
    named = target_in_name(row.measure.name)
    if not said and parse_target(named, row.measure.unit) and parse_period(named) is None:
        return undecided(_IN, "target", amount(named), f"{Sure.DECIDE}: the name says so")
    latest = max(row.values, default=None)
    if latest is None:
        return undecided(_IN, "target", "80", why)
    figure = row.measure.outturns[latest].raw
    if len(figure) > _LONGEST_FIGURE or parse_target(figure, None) is None:  # 84% ▲ is no target
        figure = _plainly(row.values[latest], unit)
    return undecided(_IN, "target", amount(figure), f"{why}; this is the figure of {latest.words}")


def _plainly(value: float, unit: Guess) -> str:
    if unit.value == Unit.PERCENT:
        return f"{value:.1%}"
    if unit.value == Unit.DURATION:
        return duration_in_words(value)
    return f"{value:.4g}" if abs(value) < _WHOLE_FROM else f"{value:.0f}"


def _share(share: Share) -> Iterator[str]:
    numerator, denominator = scalar(share.numerator.id), scalar(share.denominator.id)
    if not share.odd:
        why = (
            f"{Sure.LIKELY}: the two give the figure in all {share.periods} periods that have both"
        )
        yield entry(_IN, "numerator", numerator, why)
        yield entry(_IN, "denominator", denominator)
        return
    odd = " and ".join(period.words for period in share.odd)
    why = (
        f"{Sure.DECIDE}: the two give the figure in {share.periods} periods, but not in {odd}; "
        "taken up, that is a finding"
    )
    yield undecided(_IN, "numerator", numerator, why)
    yield undecided(_IN, "denominator", denominator)
