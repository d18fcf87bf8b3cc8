"""Rule sets of other workbooks, and what they say that has no effect."""

from __future__ import annotations

from pathlib import Path

from tests.support.books import ROWS, RULES, checked, scorecard

OTHERS = "name: other\nworkbook: {files: ['*housing*']}\n"


def test_the_word_of_a_check_that_went_when_benchmarks_came_does_no_harm(tmp_path: Path) -> None:
    rules = RULES.replace("good_is: high}", "good_is: high, benchmarks: {england: 82%}}")
    rules += "checks: {off: [rule-not-used-yet]}\n"
    assert checked(scorecard(tmp_path / "q3.xlsx"), rules).findings == []


def test_the_rules_of_another_workbook_are_one_finding(tmp_path: Path) -> None:
    workbook = scorecard(tmp_path / "children.xlsx")
    rules = f"{OTHERS}indicators:\n" + "".join(
        f"  - {{id: H{n}, name: Repairs of kind {n}}}\n" for n in range(40)
    )
    (finding,) = checked(workbook, rules).findings
    assert (finding.check, finding.severity, finding.cell) == ("indicator-no-rule", "error", None)
    assert finding.message.startswith(
        "other is for other workbooks (*housing*) and knows 0 of the 3 rows here; name the rule"
    )
    off = f"{rules}checks: {{off: [indicator-no-rule]}}\n"
    assert {f.check for f in checked(workbook, off).findings} == {"rule-no-indicator"}


def test_rules_that_know_a_row_in_ten_or_whose_files_fit_are_told_row_by_row(
    tmp_path: Path,
) -> None:
    rows = [*ROWS, *((f"Z{n}", f"Dental checks {n}", "High", 0.8, 0.7, 0.79) for n in range(7))]
    workbook = scorecard(tmp_path / "children.xlsx", rows)
    known = "indicators: [{id: A1, name: Children seen}]\n"
    unknown = "indicators: [{id: H1, name: Repairs}]\n"
    for rules, told in (
        (OTHERS + known, 9),  # one row of ten
        (OTHERS + unknown, 1),
        (OTHERS.replace("housing", "child") + unknown, 11),
        ("name: other\n" + unknown, 11),
    ):
        assert len(checked(workbook, rules).findings) == told
