"""A workbook's draft rule set: read without rules, what it shows guessed, written as YAML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from xl_scorecard.domain.amount import parse_target
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.rule_set import RuleSet, WorkbookHints, blank_rule_set
from xl_scorecard.domain.scorecard import Former, Role, Scorecard
from xl_scorecard.drafting import hints
from xl_scorecard.drafting.bases import guess_basis
from xl_scorecard.drafting.guess import Guess, Sure, quoted
from xl_scorecard.drafting.polarity import guess_polarity
from xl_scorecard.drafting.rows import Row, rows_of
from xl_scorecard.drafting.saved import guess_period
from xl_scorecard.drafting.shares import Share, shares_of
from xl_scorecard.drafting.units import guess_unit
from xl_scorecard.drafting.yaml_text import amount, comment, entry, listed, scalar, undecided
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.opc.package import Package
from xl_scorecard.reading.files import open_package
from xl_scorecard.reading.workbooks import FileSheets, read_workbook
from xl_scorecard.writing.take_out import take_out

_IN = "    "  # within an indicator
_HEADINGS_NAMED = 6
_LONGEST_FIGURE = 9
_WHOLE_FROM = 1000
_TARGETS_NAMED = 3
_PLACES_NAMED = 4
_PREAMBLE = """\
#
# Remarks say where a value comes from.
#   certain: the workbook says so.
#   guess: ours, for the reason given; confirm it or change it.
#   DECIDE ({to_decide} below): only you can say. Such an entry has no effect until you take away
#     the # before it. An indicator whose good_is or target is to be decided is not rated.
# Targets and tolerances that stand in the workbook are read from there each time; taken up here,
# they would override it. When you are done, run xl-scorecard rules check on this file.

"""


class Draft(NamedTuple):
    """A drafted rule set: the text of a YAML file, and how much there is in it to decide."""

    text: str
    indicators: int
    to_decide: int


def draft_rules(path: Path, password: str | None = None) -> Draft:
    """The draft for a workbook; the same workbook gives the same text.

    Raises WorkbookError where it cannot be read or holds no scorecard.
    """
    with open_package(path, password) as package:
        workbook = Workbook(package)
        former = take_out(workbook)  # what an earlier refresh added is no part of the scorecard
        read = partial(_read, path.name, package, FileSheets(workbook), former)
        scorecard, period = read(blank_rule_set())
        starts = hints.year_start(scorecard)
        if starts.value != blank_rule_set().financial_year_starts:
            update = {"financial_year_starts": starts.value}
            scorecard, period = read(blank_rule_set().model_copy(update=update))
    return _written(path.name, scorecard, starts, period)


def _read(
    name: str, package: Package, sheets: FileSheets, former: Sequence[Former], rules: RuleSet
) -> tuple[Scorecard, Guess | None]:
    """The scorecard, and the period it was read with where more of it is understood so."""
    plain: Scorecard | None = None
    refused: WorkbookError | None = None
    try:
        _, plain = read_workbook(name, sheets, [rules], None, former)
    except WorkbookError as error:
        refused = error
    period = guess_period(package, sheets, rules.starts)
    if period is not None:
        told = rules.model_copy(update={"workbook": WorkbookHints(period=period.value)})
        try:
            _, scorecard = read_workbook(name, sheets, [told], None, former)
        except WorkbookError as error:
            refused = refused or error
        else:
            if plain is None or len(scorecard.measures) > len(plain.measures):
                return scorecard, period
    if plain is None:
        raise refused or WorkbookError("no_scorecard", f"{name}: has no scorecard")
    return plain, None


def _written(file: str, scorecard: Scorecard, starts: Guess, period: Guess | None) -> Draft:
    rows = rows_of(scorecard)
    body = [*_head(file, scorecard, starts, period), "", "indicators:", *_indicators(rows)]
    to_decide = sum(f"# {Sure.DECIDE}: " in line for line in body)
    first = comment(f"A draft, made from {file} by xl-scorecard rules draft.")
    lines = [first, *_PREAMBLE.format(to_decide=to_decide).splitlines(), *body]
    return Draft("\n".join(lines) + "\n", len(rows), to_decide)


def _head(file: str, scorecard: Scorecard, starts: Guess, period: Guess | None) -> Iterator[str]:
    yield entry("", "name", scalar(hints.rule_set_name(file)))
    if title := hints.title(scorecard):
        yield entry("", "title", scalar(title.value), title.remark)
    yield entry("", "financial_year_starts", starts.value, starts.remark)
    yield ""
    yield from _workbook(file, scorecard, period)
    yield ""
    rating = hints.rating(scorecard)
    yield entry("", "rating", rating.value, rating.remark)
    yield entry("", "columns", listed(hints.columns(scorecard)))
    tolerances = (Role.TOLERANCE, Role.THRESHOLD)
    if not any(table.by_role(role) for table in scorecard.tables for role in tolerances):
        why = "DECIDE: the workbook shows no tolerance; without one a missed target is red"
        yield undecided("", "defaults", "{tolerance: 5 points}", why)


def _workbook(file: str, scorecard: Scorecard, period: Guess | None) -> Iterator[str]:
    pattern, sheets = hints.file_pattern(file), hints.sheet_patterns(scorecard)
    unknown = hints.not_understood(scorecard)
    if pattern or sheets or period or unknown:
        yield "workbook:" if pattern or sheets or period else "# workbook:"
    if pattern:
        yield entry("  ", "files", listed([pattern]), "the workbooks these rules are for")
    if sheets:
        yield entry("  ", "sheets", listed(sheets), "the sheets with a scorecard")
    if period:
        yield entry("  ", "period", scalar(period.value), period.remark)
    if unknown:
        named = ", ".join(quoted(heading) for heading in unknown[:_HEADINGS_NAMED])
        more = (
            f" and {len(unknown) - _HEADINGS_NAMED} more" if len(unknown) > _HEADINGS_NAMED else ""
        )
        why = f"DECIDE: columns not understood: {named}{more}; say what they are, or leave them"
        yield undecided("  ", "headings", f"{{target: {listed(unknown[:1])}}}", why)


@dataclass(frozen=True)
class _Drafted:
    """One indicator, guessed."""

    row: Row
    unit: Guess
    good_is: Guess
    basis: Guess | None
    share: Share | None
    part_of: str | None


def _indicators(rows: list[Row]) -> Iterator[str]:
    units = {row.id: guess_unit(row) for row in rows}
    known = {id_: unit.value for id_, unit in units.items() if unit.sure is not Sure.DECIDE}
    shares = shares_of(rows, known)
    part_of: dict[str, str] = {}
    for id_, share in shares.items():
        for part in (share.numerator, share.denominator):
            part_of.setdefault(part.id, id_)
    section = ""
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
                guess_polarity(row),
                guess_basis(row),
                shares.get(row.id),
                part_of.get(row.id),
            )
        )


def _indicator(drafted: _Drafted) -> Iterator[str]:
    row = drafted.row
    yield entry("  - ", "id", scalar(row.id), _of_id(row))
    yield entry(_IN, "name", scalar(row.measure.name))
    if row.measure.section and all(m.section == row.measure.section for m in row.also):
        yield entry(_IN, "section", scalar(row.measure.section))
    yield _guessed("unit", drafted.unit)
    good_is = _good_is(drafted)
    yield _guessed("good_is", good_is)
    if drafted.basis is not None:
        yield _guessed("basis", drafted.basis)
    if good_is.value != Polarity.NEITHER:
        yield from _target(row, drafted.unit)
    if drafted.share is not None:
        yield from _share(drafted.share)


def _guessed(key: str, guess: Guess) -> str:
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
        yield _no_target(row, unit)
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
