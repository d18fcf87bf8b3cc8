"""A workbook's draft rule set: read without rules, what it shows guessed, written as YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_index import plain_name
from xl_scorecard.domain.rule_set import RuleSet, WorkbookHints, blank_rule_set
from xl_scorecard.domain.scorecard import Former, Scorecard
from xl_scorecard.drafting import hints
from xl_scorecard.drafting.guess import Guess, Sure
from xl_scorecard.drafting.indicators import indicator_lines
from xl_scorecard.drafting.judgements import Evidence, Judgement, evidence_for, judgements_of
from xl_scorecard.drafting.polarity import guess_polarity
from xl_scorecard.drafting.rating import rating_lines
from xl_scorecard.drafting.rows import Row, rows_of
from xl_scorecard.drafting.saved import guess_period
from xl_scorecard.drafting.workbook import workbook_lines
from xl_scorecard.drafting.yaml_text import comment, entry, scalar, undecided
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.opc.package import Package
from xl_scorecard.reading.sheets.file_sheets import FileSheets
from xl_scorecard.reading.sheets.files import open_package
from xl_scorecard.reading.sheets.sources import SheetSource, read_once
from xl_scorecard.reading.tables.plans import Plan, plans_of
from xl_scorecard.reading.tables.workbooks import read_workbook
from xl_scorecard.writing.take_out import take_out

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


def draft_rules(
    path: Path,
    password: str | None = None,
    layout: RuleSet | None = None,
    reported: str | None = None,
) -> Draft:
    """The draft for a workbook; the same workbook gives the same text.

    `layout` is a rule set that says how to find things in it, and `reported` the period it
    reports, in words; the draft says the same. Raises WorkbookError where it cannot be read or
    holds no scorecard.
    """
    with open_package(path, password) as package:
        workbook = Workbook(package)
        taken = take_out(workbook)  # what an earlier refresh added is no part of the scorecard
        sheets = read_once(FileSheets(workbook, taken.held_names))
        read = partial(_read, path.name, package, sheets, taken.former)
        rules = _begun_with(layout, reported)
        plans: list[Plan] = []
        try:
            scorecard, period = read(rules)
        except WorkbookError as error:
            plans = plans_of(sheets) if error.kind == "no_scorecard" and layout is None else []
            if not plans:
                raise
            rules = _with_tables(rules, plans)
            scorecard, period = read(rules)
        starts = _year_start(scorecard, layout)
        if starts.value != rules.financial_year_starts:
            update = {"financial_year_starts": starts.value}
            scorecard, period = read(rules.model_copy(update=update))
    return _written(path.name, scorecard, starts, period, rules.workbook, plans)


def _with_tables(rules: RuleSet, plans: Sequence[Plan]) -> RuleSet:
    """The rule set with the layouts of tables of milestones."""
    found = rules.workbook.model_copy(update={"tables": [plan.said for plan in plans]})
    return rules.model_copy(update={"workbook": found})


def _begun_with(layout: RuleSet | None, reported: str | None) -> RuleSet:
    """A rule set without indicators that says of workbooks what is known."""
    rules, found = blank_rule_set(), layout.workbook if layout is not None else WorkbookHints()
    if reported is not None:
        found = found.model_copy(update={"period": reported})
    update: dict[str, object] = {"workbook": found}
    if layout is not None and "financial_year_starts" in layout.model_fields_set:
        update["financial_year_starts"] = layout.financial_year_starts  # else it is asked for
    return rules.model_copy(update=update)


def _year_start(scorecard: Scorecard, layout: RuleSet | None) -> Guess:
    """Where years start: as the layout says, else as the workbook shows."""
    if layout is not None and "financial_year_starts" in layout.model_fields_set:
        return Guess(layout.financial_year_starts, Sure.CERTAIN, "as it was said")
    return hints.year_start(scorecard)


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
    period = _period(package, sheets, rules)
    if period is not None:
        hinted = rules.workbook.model_copy(update={"period": period.value})
        told = rules.model_copy(update={"workbook": hinted})
        try:
            _, scorecard = read_workbook(name, sheets, [told], None, former)
        except WorkbookError as error:
            refused = error  # says more of the sheet than that its headings name no period
        else:
            if plain is None or len(scorecard.measures) > len(plain.measures):
                return scorecard, period
    if plain is None:
        raise refused or WorkbookError("no_scorecard", f"{name}: has no scorecard")
    return plain, None


def _period(package: Package, sheets: SheetSource, rules: RuleSet) -> Guess | None:
    if rules.workbook.period is not None:
        return None  # it is said
    asked = any(table.due is not None for table in rules.workbook.tables)
    return guess_period(package, sheets, rules.starts, asked=asked)


def _written(
    file: str,
    scorecard: Scorecard,
    starts: Guess,
    period: Guess | None,
    said: WorkbookHints,
    plans: Sequence[Plan],
) -> Draft:
    rows = rows_of(scorecard)
    judged = judgements_of(scorecard)
    good_is = _good_is(rows, judged, scorecard.period)
    stated = rating_lines(scorecard, rows, judged, good_is)
    head = _head(file, scorecard, starts, period, said, plans)
    body = [*head, *stated, "", "indicators:", *indicator_lines(rows, good_is)]
    to_decide = sum(f"# {Sure.DECIDE}: " in line for line in body)
    first = comment(f"A draft, made from {file} by xl-scorecard rules draft.")
    lines = [first, *_PREAMBLE.format(to_decide=to_decide).splitlines(), *body]
    return Draft("\n".join(lines) + "\n", len(rows), to_decide)


def _head(
    file: str,
    scorecard: Scorecard,
    starts: Guess,
    period: Guess | None,
    said: WorkbookHints,
    plans: Sequence[Plan],
) -> Iterator[str]:
    yield entry("", "name", scalar(hints.rule_set_name(file)))
    if title := hints.title(scorecard):
        yield entry("", "title", scalar(title.value), title.remark)
    asked = {doubt.settle: doubt for doubt in scorecard.of_all}
    if doubt := asked.get("financial_year_starts"):
        yield undecided("", "financial_year_starts", doubt.example, f"DECIDE: {doubt.message}")
    else:
        yield entry("", "financial_year_starts", starts.value, starts.remark)
    yield ""
    if said.period is not None:
        period = Guess(said.period, Sure.CERTAIN, "as it was said; change it each time")
    yield from workbook_lines(file, scorecard, period, said, plans)
    yield ""


def _good_is(
    rows: Sequence[Row], judged: Mapping[str, Sequence[Judgement]], period: Period
) -> dict[str, Guess]:
    """Which way is good, by id; what was judged of one site tells of the others."""
    evidence: dict[str, list[Evidence]] = {}
    for row in rows:
        found = evidence_for([row.measure, *row.also], judged, period)
        evidence.setdefault(plain_name(row.measure.name), []).extend(found)
    return {row.id: guess_polarity(row, evidence[plain_name(row.measure.name)]) for row in rows}
