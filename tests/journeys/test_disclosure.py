"""What a sheet hides, and small numbers of disclosive indicators, are told nowhere else."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import xl_scorecard
from tests.support.books import Cell, done, rule_file, scorecard
from tests.support.command import xl_scorecard as command
from tests.support.office import Office
from tests.support.readers import opened
from xl_scorecard.domain.outcome import Outcome

# The number that must not be told stands alone: 3 would be found in periods and cells.
SECRET = 3.0
HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19")
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("A1", "Children missing", "Low", 40, 21, 25, SECRET),
    ("B1", "Children seen", "High", 40, 45, 47, 48),
)
RULES = """\
name: small
columns: [rag, direction, change, change_on_year, trend]
disclosive_below: 10
defaults: {tolerance: 5 points, unit: count}
indicators:
  - {id: A1, name: Children missing, good_is: low, disclosive: true}
  - {id: B1, name: Children seen, good_is: high}
"""
OURS = ("Summary", "Indicators", "Checks")


def _book(folder: Path, rows: Sequence[Sequence[Cell]] = ROWS, **how: Any) -> Path:
    return scorecard(folder / "q3.xlsx", rows, HEADINGS, number_format="0", **how)


def _refresh(path: Path, rules: str = RULES) -> Outcome:
    return done(xl_scorecard.refresh(path, rules=rule_file(path.parent, rules), in_place=True))


def _numbers_on_ours(path: Path) -> set[object]:
    """The numbers on our sheets in rows that name the indicator, and behind charts."""
    book = opened(path)
    found: set[object] = set()
    for name in OURS:
        for line in book[name].iter_rows(values_only=True):
            if "Children missing" in line or "A1" in line or "Outturn" in line:
                found |= {str(value) for value in line if value is not None}
    return found


def test_a_small_number_of_a_disclosive_indicator_is_told_nowhere(tmp_path: Path) -> None:
    outcome = _refresh(_book(tmp_path))
    one = next(i for i in outcome.indicators if i.id == "A1")
    assert (one.value, one.gap, one.status) == (None, "suppressed", "no_data")
    assert (one.change, one.direction) == (None, None)
    assert one.figures[-1].value is None
    said = _numbers_on_ours(tmp_path / "q3.xlsx")
    assert not {"3", "3.0", "-0.88"} & said
    assert "[c]" in said


def test_in_the_officers_own_row_it_is_a_finding_that_does_not_say_it(tmp_path: Path) -> None:
    (finding,) = [f for f in _refresh(_book(tmp_path)).findings if f.indicator == "A1"]
    assert (finding.check, finding.cell) == ("small-number-disclosed", "G4")
    assert (finding.found, finding.expected) == ("a number below 10", "[c]")
    assert opened(tmp_path / "q3.xlsx")["Scorecard"]["G4"].value == 3  # theirs stays


def test_the_threshold_itself_and_none_at_all_are_told(tmp_path: Path) -> None:
    rows = [("A1", "Children missing", "Low", 40, 21, 0, 10), ROWS[1]]
    outcome = _refresh(_book(tmp_path, rows))
    one = next(i for i in outcome.indicators if i.id == "A1")
    assert (one.value, one.previous) == (10, 0)
    assert outcome.findings == []


def test_a_small_number_typed_after_the_refresh_is_masked_at_once(
    tmp_path: Path, soffice: Office
) -> None:
    rows = [("A1", "Children missing", "Low", 40, 21, 25, 22), ROWS[1]]
    path = _book(tmp_path, rows)
    _refresh(path)
    book = opened(path, formulas=True)
    book["Scorecard"]["G4"] = 7
    book.save(path)
    computed = soffice.recalculated(path)
    register = opened(computed)["Indicators"]
    headings = {cell.value: cell.column for cell in register[5]}
    row = {heading: register.cell(6, column).value for heading, column in headings.items()}
    assert row["Status"] == "No data"
    assert row["Outturn: cell"] == "[c]"
    assert "7" not in {str(value) for value in row.values()}


def test_no_line_is_drawn_over_a_masked_figure(tmp_path: Path) -> None:
    _refresh(_book(tmp_path))
    with zipfile.ZipFile(tmp_path / "q3.xlsx") as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "E5:G5" in sheet
    assert "E4:G4" not in sheet


def test_a_share_of_a_small_count_is_masked_too(tmp_path: Path) -> None:
    rows = [
        ("A1", "Share missing", "Low", 0.2, 0.21, 0.25, 0.04),
        ("A2", "Missing", None, None, 21, 25, 4),
        ("A3", "All", None, None, 100, 100, 100),
    ]
    rules = """\
name: small
disclosive_below: 10
indicators:
  - {id: A1, name: Share missing, good_is: low, unit: percent, numerator: A2, denominator: A3,
     disclosive: true, tolerance: 5 points}
  - {id: A2, name: Missing, unit: count, disclosive: true}
  - {id: A3, name: All, unit: count}
"""
    outcome = _refresh(_book(tmp_path, rows), rules)
    assert {i.id: (i.value, i.previous) for i in outcome.indicators} == {
        "A1": (None, 0.25), "A2": (None, 25.0), "A3": (100.0, 100.0),
    }  # fmt: skip
    assert {(f.check, f.cell) for f in outcome.findings} == {
        ("small-number-disclosed", "G4"), ("small-number-disclosed", "G5"),
    }  # fmt: skip


@pytest.mark.parametrize(("place", "text"), [(7, False), (7, True), (6, False), (4, False)])
def test_no_part_but_the_officers_own_sheet_holds_a_masked_number(
    tmp_path: Path, place: int, *, text: bool
) -> None:
    """A number that stands nowhere by chance, typed as a number or as a text: in the period that is
    reported, the one before, or behind the chart of the leading indicator."""
    row: list[Cell] = ["A1", "Children missing", "Low", 400000, 210000, 250000, 230000, 220000]
    row[place] = "73719" if text else 73719
    other = ("B1", "Children seen", "High", 400000, 430000, 450000, 470000, 480000)
    headings = (*HEADINGS[:4], "Q4 2017/18", *HEADINGS[4:])
    path = scorecard(tmp_path / "q3.xlsx", [row, other], headings, number_format="0")
    rules = rule_file(tmp_path, RULES.replace("below: 10", "below: 100000"))
    report = tmp_path / "report.json"
    said = command("check", path, "--rules", rules, "--explain", "--json", report)
    told = command("refresh", path, "--rules", rules, "--in-place")
    texts = [said.out, said.err, told.out, told.err, report.read_text("utf-8")]
    with zipfile.ZipFile(path) as parts:
        theirs = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
        texts += [parts.read(n).decode() for n in parts.namelist() if n not in theirs]
    assert not [text for text in texts if "73719" in text]


@pytest.mark.parametrize("number_format", ['[<5]"c";0', '[>=5]0;"c"', ";;;", '"c"'])
def test_a_number_that_its_own_format_hides_is_told_nowhere(
    tmp_path: Path, number_format: str
) -> None:
    def hide(book: Any, page: Any) -> None:
        page.write_number("G4", SECRET, book.add_format({"num_format": number_format}))

    rules = RULES.replace(", disclosive: true", "")
    outcome = _refresh(_book(tmp_path, more=hide), rules)
    one = next(i for i in outcome.indicators if i.id == "A1")
    assert (one.value, one.gap) == (None, "suppressed")
    assert not {"3", "3.0"} & _numbers_on_ours(tmp_path / "q3.xlsx")
    assert [(f.check, f.cell) for f in outcome.findings] == [("suppressed-worked-out", "G4")]


@pytest.mark.parametrize(
    "number_format", ['0;-0;"–"', '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', '[=0]"";0', "0;;;"]
)
def test_a_format_that_shows_a_dash_for_none_hides_nothing(
    tmp_path: Path, number_format: str
) -> None:
    def none(book: Any, page: Any) -> None:
        shown = book.add_format({"num_format": number_format})
        page.write_number("F4", 0, shown)
        page.write_number("G4", SECRET, shown)

    outcome = _refresh(_book(tmp_path, more=none), RULES.replace(", disclosive: true", ""))
    one = next(i for i in outcome.indicators if i.id == "A1")
    assert (one.value, one.previous) == (3, 0)


def test_no_message_says_a_masked_number(tmp_path: Path) -> None:
    """A text among numbers is told with what it says, but not of a disclosive indicator."""
    rows = [("A1", "Children missing", "Low", 40, 21, "7", 12), ROWS[1]]
    path = _book(tmp_path, rows)
    shown = _refresh(path, RULES.replace(", disclosive: true", ""))
    assert any(f.check == "number-as-text" and '"7"' in f.message for f in shown.findings)
    masked = json.loads(_refresh(path).model_dump_json())["findings"]
    assert {f["cell"] for f in masked if f["indicator"] == "A1"} == {"F4"}
    assert not any("7" in str(f[part]) for f in masked for part in ("message", "found", "expected"))
