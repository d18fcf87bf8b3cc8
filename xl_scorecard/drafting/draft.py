"""A workbook's draft rule set: read without rules, what it shows guessed, written as YAML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from xl_scorecard.domain.rule_set import RuleSet, WorkbookHints, blank_rule_set
from xl_scorecard.domain.scorecard import Former, Role, Scorecard
from xl_scorecard.drafting import hints
from xl_scorecard.drafting.guess import Guess, Sure, quoted
from xl_scorecard.drafting.indicators import indicator_lines
from xl_scorecard.drafting.rows import rows_of
from xl_scorecard.drafting.saved import guess_period
from xl_scorecard.drafting.yaml_text import comment, entry, listed, scalar, undecided
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.opc.package import Package
from xl_scorecard.reading.sheets.files import open_package
from xl_scorecard.reading.sheets.sources import FileSheets, SheetSource, read_once
from xl_scorecard.reading.tables.workbooks import read_workbook
from xl_scorecard.writing.take_out import take_out

_HEADINGS_NAMED = 6
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
        taken = take_out(workbook)  # what an earlier refresh added is no part of the scorecard
        sheets = read_once(FileSheets(workbook, taken.held_names))
        read = partial(_read, path.name, package, sheets, taken.former)
        scorecard, period = read(blank_rule_set())
        starts = hints.year_start(scorecard)
        if starts.value != blank_rule_set().financial_year_starts:
            update = {"financial_year_starts": starts.value}
            scorecard, period = read(blank_rule_set().model_copy(update=update))
    return _written(path.name, scorecard, starts, period)


def _read(
    name: str, package: Package, sheets: SheetSource, former: Sequence[Former], rules: RuleSet
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
    body = [*_head(file, scorecard, starts, period), "", "indicators:", *indicator_lines(rows)]
    to_decide = sum(f"# {Sure.DECIDE}: " in line for line in body)
    first = comment(f"A draft, made from {file} by xl-scorecard rules draft.")
    lines = [first, *_PREAMBLE.format(to_decide=to_decide).splitlines(), *body]
    return Draft("\n".join(lines) + "\n", len(rows), to_decide)


def _head(file: str, scorecard: Scorecard, starts: Guess, period: Guess | None) -> Iterator[str]:
    yield entry("", "name", scalar(hints.rule_set_name(file)))
    if title := hints.title(scorecard):
        yield entry("", "title", scalar(title.value), title.remark)
    asked = {doubt.settle: doubt for doubt in scorecard.of_all}
    if doubt := asked.get("financial_year_starts"):
        yield undecided("", "financial_year_starts", doubt.example, f"DECIDE: {doubt.message}")
    else:
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
    asked = any(doubt.settle in WorkbookHints.model_fields for doubt in scorecard.of_all)
    if pattern or sheets or period or unknown or asked:
        yield "workbook:" if pattern or sheets else "# workbook:"
    if pattern:
        yield entry("  ", "files", listed([pattern]), "the workbooks these rules are for")
    if sheets:
        yield entry("  ", "sheets", listed(sheets), "the sheets with a scorecard")
    if period:
        yield undecided("  ", "period", scalar(period.value), period.remark)
    for doubt in scorecard.of_all:
        if doubt.settle in WorkbookHints.model_fields:
            yield undecided("  ", doubt.settle, doubt.example, f"DECIDE: {doubt.message}")
    if unknown:
        named = ", ".join(quoted(heading) for heading in unknown[:_HEADINGS_NAMED])
        more = (
            f" and {len(unknown) - _HEADINGS_NAMED} more" if len(unknown) > _HEADINGS_NAMED else ""
        )
        why = f"DECIDE: columns not understood: {named}{more}; say what they are, or leave them"
        yield undecided("  ", "headings", f"{{target: {listed(unknown[:1])}}}", why)
