"""What is not known of a sheet is not looked at, and that is said."""

from __future__ import annotations

from dataclasses import replace

from tests.reading.real.understood import read_grids
from tests.support.grids import grid
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.running import run_checks
from xl_scorecard.compose.checks_sheet import ChecksSheet
from xl_scorecard.compose.register.sheet import register
from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.finding import Checked, NotLookedAt
from xl_scorecard.domain.grid import Grid
from xl_scorecard.domain.row_keys import UNLOOKED_TITLE
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Scorecard
from xl_scorecard.rating.assess import rate

NOTHING: frozenset[Aspect] = frozenset()
NEED_FORMATS = (
    "suppressed-worked-out", "benchmark-unit-differs", "target-scale", "rag-edge-display",
)  # fmt: skip


def _rules(off: list[str] | None = None) -> RuleSet:
    known = {"id": "A1", "name": "Children seen", "unit": "percent", "good_is": "high"}
    return RuleSet.model_validate(
        {"name": "s", "indicators": [known], "checks": {"off": off or []}}
    )


def _sheet(name: str, unknown: frozenset[Aspect]) -> Grid:
    """A target of 0.85 beside figures of 84.2 and 86.4, in a row that is hidden."""
    rows = [
        ["Ref", "Measure", "Target", "Q2 2018/19", "Q3 2018/19"],
        ["A1", "Children seen", 0.85, 84.2, 86.4],
    ]
    hidden = frozenset() if Aspect.HIDDEN in unknown else frozenset({2})
    return replace(grid(rows, sheet=name), unknown=unknown, hidden_rows=hidden)


def _checked(
    unknown_of_south: frozenset[Aspect], off: list[str] | None = None
) -> tuple[Scorecard, Checked]:
    """Two sheets alike, of the first of which everything is known."""
    rules = _rules(off)
    sheets = _sheet("North", NOTHING), _sheet("South", unknown_of_south)
    scorecard = read_grids(*sheets, rule_set=rules)
    return scorecard, run_checks(Context(scorecard, rules, rate(scorecard, rules.bands)))


def _found(checked: Checked) -> list[tuple[str, str | None]]:
    return [(finding.check, finding.sheet) for finding in checked.findings]


def _said(unknown_of_south: frozenset[Aspect], off: list[str]) -> dict[tuple[int, int], object]:
    """What stands on the Checks sheet."""
    scorecard, checked = _checked(unknown_of_south, off)
    known = register("Indicators", "s", scorecard.period, _rules(off), [])
    sheet = ChecksSheet("Checks", "s", scorecard, checked, known).compose()
    return {(cell.row, cell.column): cell.value for cell in sheet.cells}


def _unlooked(said: dict[tuple[int, int], object]) -> list[tuple[object, ...]]:
    """Sheet, what was not looked at, why, and the check, below the list of findings."""
    title = next(row for (row, _), text in said.items() if text == UNLOOKED_TITLE)
    last = max(row for row, _ in said)
    return [
        tuple(said.get((row, column)) for column in (2, 5, 8, 9))
        for row in range(title + 2, last + 1)
    ]


NOT_TOLD = "Excel does not tell it of an open workbook: save it, and check the file"


def test_where_all_is_known_every_check_looks_at_every_sheet() -> None:
    _, checked = _checked(NOTHING)
    assert _found(checked) == [
        ("target-scale", "North"), ("target-scale", "South"),
        ("hidden-data", "North"), ("hidden-data", "South"),
    ]  # fmt: skip
    assert checked.not_looked_at == []


def test_a_check_stands_aside_for_the_sheet_of_which_it_does_not_know_what_it_needs() -> None:
    _, checked = _checked(frozenset({Aspect.NUMBER_FORMATS}))
    assert _found(checked) == [
        ("target-scale", "North"), ("hidden-data", "North"), ("hidden-data", "South"),
    ]  # fmt: skip
    assert checked.not_looked_at == [
        NotLookedAt(check, Aspect.NUMBER_FORMATS, "South") for check in NEED_FORMATS
    ]


def test_a_check_of_several_things_looks_at_those_that_are_known() -> None:
    _, checked = _checked(frozenset({Aspect.HIDDEN_SHEETS}))
    assert ("hidden-data", "South") in _found(checked)
    assert checked.not_looked_at == [NotLookedAt("hidden-data", Aspect.HIDDEN_SHEETS, "South")]


def test_a_check_that_is_off_is_not_missed() -> None:
    _, checked = _checked(frozenset({Aspect.NUMBER_FORMATS}), [*NEED_FORMATS])
    assert checked.not_looked_at == []


def test_the_checks_sheet_says_what_was_not_looked_at_where_and_why() -> None:
    said = _said(frozenset({Aspect.NUMBER_FORMATS, Aspect.HIDDEN}), [])
    assert said[4, 1] == "Not all could be looked at: see below the list."
    assert _unlooked(said) == [
        ("South", "Hidden rows and columns", NOT_TOLD, "hidden-data"),
        ("South", "Number formats", NOT_TOLD, ", ".join(NEED_FORMATS)),
    ]


def test_what_is_switched_off_was_not_looked_at_either() -> None:
    said = _said(NOTHING, ["hidden-data"])
    assert _unlooked(said) == [
        ("all sheets", "Rows, columns or a sheet that are hidden, and read all the same",
         "the rule set switches the check off", "hidden-data"),
    ]  # fmt: skip


def test_where_all_was_looked_at_that_is_said() -> None:
    (nothing,) = _unlooked(_said(NOTHING, []))
    assert nothing == ("all sheets", "Nothing: every check looked at every sheet", None, None)


def test_every_check_is_said_to_have_passed_only_where_all_was_looked_at() -> None:
    off = ["target-scale", "hidden-data"]
    said = _said(NOTHING, off)
    assert said[6, 5] == "Every check passed."
    assert (4, 1) not in said
    said = _said(frozenset({Aspect.FONTS}), off)
    assert said[6, 5] == "What was looked at passed; below stands what was not."
    assert _unlooked(said)[0] == ("South", "Fonts", NOT_TOLD, "contrast-low, dot-wingdings")
