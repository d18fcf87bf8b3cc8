"""`check --explain`: how every sheet was understood, for people and as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import ROWS, RULES, rule_file, scorecard
from tests.support.command import xl_scorecard
from tests.support.paths import CHILDREN
from tests.support.paths import RULES as PROJECT_RULES

HEADINGS = ("Ref", "Measure", "Target", "Q1 2018/19", "Q3 2018/19", "Oct-18", "Nov-18")
FIGURES = (
    ("A1", "Children seen", 0.8, 0.75, "82%", "TBC", None),
    ("Care",),
    ("B1", "Plans reviewed", 0.8, "c", "[x]", "[z]", "not due"),
    ("C1", "Visits made", 0.8, 0.7, 0.71, None, 0.72),
)


def _more(book: Any, page: Any) -> None:
    """An error and a formula without result in row 7, a hidden row and column, other sheets."""
    page.write_formula("F7", "=1/0", None, "#DIV/0!")
    page.write_formula("G7", "=E7+0.01", None, "")
    page.set_row(5, None, None, {"hidden": True})
    page.set_column("G:G", 10, None, {"hidden": True})
    book.add_worksheet("Notes").write("A1", "Figures are those of the service")
    book.add_worksheet("Lists").hide()


def _workbook(folder: Path) -> Path:
    return scorecard(folder / "q3.xlsx", FIGURES, HEADINGS, more=_more)


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder without any rule set."""
    folder = tmp_path / "bare"
    folder.mkdir()
    return folder


@pytest.fixture
def understood(bare: Path) -> dict[str, Any]:
    """The workbook above as explained in JSON, without a rule set."""
    book = _workbook(bare)
    finished = xl_scorecard("check", book, "--explain", "--json", "-", folder=bare)
    assert finished.only["rules"] is None
    found: dict[str, Any] = finished.only["understood"]
    return found


def test_every_sheet_is_told_and_why_it_was_not_read(understood: dict[str, Any]) -> None:
    told = [(s["sheet"], s["hidden"], s["read"], s["why_not"]) for s in understood["sheets"]]
    assert told == [
        ("Scorecard", False, True, None),
        ("Notes", False, False, "no header row that names indicators and periods"),
        ("Lists", True, False, "the sheet is empty"),
    ]


def test_columns_are_told_with_role_period_and_basis(understood: dict[str, Any]) -> None:
    (table,) = understood["sheets"][0]["tables"]
    assert (table["range"], table["layout"], table["header_rows"]) == ("A3:G7", "wide", [3])
    told = [(c["column"], c["role"], c["period"], c["hidden"]) for c in table["columns"]]
    assert told == [
        ("A", "reference", None, False),
        ("B", "indicator", None, False),
        ("C", "target", None, False),
        ("D", "outturn", "2018/19 Q1", False),
        ("E", "outturn", "2018/19 Q3", False),
        ("F", "outturn", "2018-10", False),
        ("G", "outturn", "2018-11", True),
    ]
    assert table["columns"][4]["heading"] == "Q3 2018/19"


def test_the_basis_of_a_column_is_told(bare: Path) -> None:
    headings = ["Ref", "Measure", "Good is", "Target", "Q2 2018/19 YTD", "Q3 2018/19 YTD"]
    book = scorecard(bare / "q3.xlsx", headings=headings)
    finished = xl_scorecard("check", book, "--explain", folder=bare)
    assert "        F   Q3 2018/19 YTD  outturn 2018/19 Q3, year to date" in finished.out


def test_rows_are_told_with_role_and_section(understood: dict[str, Any]) -> None:
    (table,) = understood["sheets"][0]["tables"]
    rows = [r for r in table["rows"] if r["role"] == "indicator"]
    told = [(r["row"], r["reference"], r["name"], r["section"], r["hidden"]) for r in rows]
    assert told == [
        (4, "A1", "Children seen", "", False),
        (6, "B1", "Plans reviewed", "Care", True),
        (7, "C1", "Visits made", "Care", False),
    ]


def test_periods_are_told_in_order_and_those_between_without_a_column(
    understood: dict[str, Any],
) -> None:
    (table,) = understood["sheets"][0]["tables"]
    assert table["periods"] == ["2018/19 Q1", "2018-10", "2018-11", "2018/19 Q3"]
    assert table["missing_periods"] == ["2018/19 Q2"]


def test_values_are_counted_by_kind(understood: dict[str, Any]) -> None:
    (table,) = understood["sheets"][0]["tables"]
    assert table["values"] == {
        "number": 3,  # D4, D7, E7
        "number as text": 1,  # E4
        "blank": 1,  # G4
        "awaited": 1,  # F4
        "suppressed": 1,  # D6
        "not available": 1,  # E6
        "not applicable": 1,  # F6
        "not due": 1,  # G6
        "error": 1,  # F7
        "formula without result": 1,  # G7
    }


def test_the_text_says_the_same_before_the_findings(bare: Path) -> None:
    lines = xl_scorecard("check", _workbook(bare), "--explain", folder=bare).out.splitlines()
    assert lines[0].endswith("q3.xlsx: how it was understood")
    assert "    table A3:G7: a row an indicator, periods across; header row 3" in lines
    assert "        E   Q3 2018/19  outturn 2018/19 Q3" in lines
    assert "        G   Nov-18      outturn 2018-11 (hidden)" in lines
    assert "        rows 6 to 7: 2 indicators of Care (hidden: 6)" in lines
    assert "      periods without a column: 2018/19 Q2" in lines
    assert "  sheet Lists (hidden): not read: the sheet is empty" in lines
    (error,) = (number for number, line in enumerate(lines) if "[formula-error]" in line)
    assert error > lines.index("  sheet Lists (hidden): not read: the sheet is empty")


def test_rules_that_nobody_wrote_are_no_finding(bare: Path) -> None:
    book = scorecard(bare / "q3.xlsx")
    finished = xl_scorecard("check", book, "--explain", folder=bare)
    assert finished.status == 0
    assert "indicator-no-rule" not in finished.out
    xl_scorecard("check", book, folder=bare, status=2)  # they are needed without --explain


def test_sheets_that_the_rule_set_passes_over_are_told(tmp_path: Path) -> None:
    report = xl_scorecard(
        "check", CHILDREN, "--rules", PROJECT_RULES, "--explain", "--json", "-"
    ).only
    sheets = {sheet["sheet"]: sheet for sheet in report["understood"]["sheets"]}
    assert sheets["Notes"]["why_not"] == "the rule set names other sheets (Scorecard*)"
    (table,) = sheets["Scorecard"]["tables"]
    assert sum(row["role"] == "indicator" for row in table["rows"]) == 68
    assert sum(table["values"].values()) == 68 * 14


def test_sheets_of_ours_are_told_as_such(tmp_path: Path) -> None:
    rules = rule_file(tmp_path)
    book = scorecard(tmp_path / "q3.xlsx")
    xl_scorecard("refresh", book, "--rules", rules, "--in-place")
    report = xl_scorecard("check", book, "--rules", rules, "--explain", "--json", "-").only
    told = {sheet["sheet"]: sheet["why_not"] for sheet in report["understood"]["sheets"]}
    ours = "ours: an earlier refresh made it"
    assert told == {"Scorecard": None, "Summary": ours, "Indicators": ours, "Checks": ours}


def test_where_there_is_no_scorecard_what_was_looked_at_is_told(bare: Path) -> None:
    book = scorecard(bare / "q3.xlsx", [["A1", "Children seen", "Head"]], ["Ref", "Measure", "Who"])
    finished = xl_scorecard("check", book, "--explain", folder=bare, status=3)
    assert len(finished.err.splitlines()) == 1
    assert "nearest is row 3, which names indicators (Ref, Measure) but no period" in finished.out


def test_a_scorecard_that_no_rule_set_knows_is_explained_and_refused(tmp_path: Path) -> None:
    for name in ("one", "other"):
        text = RULES.replace("name: small", f"name: {name}").replace("A1", "Z1")
        for id_ in ("B1", "C1"):
            text = text.replace(id_, f"{id_}-{name}")
        for measure in ("Children seen", "Children waiting", "Plans reviewed"):
            text = text.replace(measure, f"{name} {measure} elsewhere")
        (tmp_path / "rules").mkdir(exist_ok=True)
        (tmp_path / "rules" / f"{name}.yaml").write_text(text, encoding="utf-8")
    book = scorecard(tmp_path / "q3.xlsx")
    words = ("check", book, "--explain", "--json", "-")
    finished = xl_scorecard(*words, folder=tmp_path, status=3)
    assert finished.only["error"]["kind"] == "no_scorecard"
    (table,) = finished.only["understood"]["sheets"][0]["tables"]
    assert [row["name"] for row in table["rows"]] == [str(row[1]) for row in ROWS]


def test_nothing_is_explained_unless_asked(tmp_path: Path) -> None:
    book = scorecard(tmp_path / "q3.xlsx")
    finished = xl_scorecard("check", book, "--rules", rule_file(tmp_path), "--json", "-")
    assert finished.only["understood"] is None
