"""Layouts that are said: every place is one, of the kind that is due, and means one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_files.written import mistakes
from xl_scorecard.rule_files.load import load_rule_set, read_layout

RULES = """\
name: ours
workbook:
  tables:
    - {entry}
indicators:
  - {{id: a, name: Visits made}}
"""
LINE = 4


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{names: ZZZZ}", "names: there is no column ZZZZ; the last is XFD"),
        ("{names: B, header: 5-4}", 'header: "5-4" runs backwards; write 4-5'),
        ("{names: B, rows: [6-9, 14-11]}", 'rows, entry 2: "14-11" runs backwards; write 11-14'),
        ("{names: B, leave_out: {rows: 9-3}}",
         'leave_out, rows: "9-3" runs backwards; write 3-9'),
        ("{names: B, targets: 14}",
         "targets: 14 is a row, and names stand in a column; write a column, such as K"),
        ("{names: 1, targets: E}",
         "targets: E is a column, and names stand in a row; write a row, such as 14"),
        ("{names: B, targets: E5}",
         "targets: E5 is a cell, and names stand in a column; write a column, such as K"),
        ("{names: B, header: C}", "header: C is no row; write rows, such as 6-40"),
        ("{names: B, figures: {Quartr 3: K}}",
         'figures, Quartr 3: "Quartr 3" is not a period; write 2018/19 Q3, Dec 2018 or 2018/19'),
        ("{names: B, figures: {Q3: K}}",
         'figures, Q3: "Q3" names no year; write the year too, or say years: 2018/19'),
        ("{names: B, targets: K, good_is: K}",
         "targets: K is said to hold good_is too; one place holds one thing: take one out"),
        ("{names: B, figures: K:N, comments: L}",
         "figures: L is said to hold comments too; one place holds one thing: take one out"),
        ("{names: B, blocks: [A3]}",
         "blocks: blocks are of one indicator each; say the cell of the first name: names: B4"),
        ("{names: B4}",
         ("names: is about one indicator, and nothing says where its figures stand; add "
         "figures: C, or figures: {Q3 2018/19: C9}")),
        ("{names: B4, figures: C5}",
         "figures: nothing says where their periods stand; add periods: A, or periods: 6"),
        ("{names: B, periods: C, figures: {Q3 2018/19: K}}",
         "periods: figures are said by period already; take one out: figures: K, or periods:"),
        ("{names: B, years: C, figures: D:G}",
         ("years: stand beside names, and nothing says where their months or quarters stand; add "
         "header: 3")),
        ("{names: B, years: C, header: 3, figures: {Q1 2018/19: D}}",
         ("years: stand beside names: each row has the figures of a year; say their columns: "
         "figures: C:F")),
        ("{names: B, parts: [target, other]}",
         "parts: no part is the figure; name one actual, or percent"),
        ("{names: B, parts: [actual, target, target]}",
         'parts, entry 2: "target" stands twice; write other for one of them'),
        ("{names: B, parts: [actual, taget]}",
         'parts, entry 2: "taget" is not known; did you mean target?'),
        ("{names: B, target: E}",
         "target: is not a word of rule sets here; did you mean targets?"),
        ("Scorecard", ('"Scorecard" stands where keys with their values should; write - {sheet: '
         "Scorecard, header: 4-5, names: B, targets: E}")),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_line_and_how_to_mend_it(
    entry: str, told: str, tmp_path: Path
) -> None:
    ((line, _, message),) = mistakes(tmp_path, RULES.format(entry=entry))
    assert line == LINE
    where = "workbook, tables, entry 1: " if entry == "Scorecard" else "workbook, tables, entry 1, "
    assert message == where + told


@pytest.mark.parametrize(
    "entry",
    [
        ("{sheet: Scorecard, header: 4-5, names: B, references: A, figures: {Q3 2018/19: K}, "
        "targets: E, parts: [numerator, denominator, percent]}"),
        "{}",
        '{names: 1, header: A, figures: "3-14", targets: 15}',
        "{names: B, years: 2018/19, figures: {Q3: K}}",
        '{names: A3, periods: 4, years: A, figures: "B5:M7", targets: 8}',
        "{names: sheet, rows: 4-15, periods: A, figures: C, targets: B}",
        '{names: B4, figures: {Q3 2018/19: C9}, blocks: [A3, A12]}',
        "{names: B, dimension: sheet, sections: sheet, benchmarks: {england: P}}",
        "{names: B, periods: C, figures: D}",
        "{names: B, parts: {Actual: actual, Plan: target, Prior: last year}}",
    ],
)  # fmt: skip
def test_layouts_that_people_describe_are_sound(entry: str, tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text(RULES.format(entry=entry), encoding="utf-8")
    (said,) = load_rule_set(file).workbook.tables
    assert said.line == LINE


def test_a_file_may_say_no_more_than_how_workbooks_are_laid_out(tmp_path: Path) -> None:
    file = tmp_path / "layout.yaml"
    file.write_text("workbook:\n  tables:\n    - {sheet: S, names: C}\n", encoding="utf-8")
    assert [said.names for said in read_layout(file).workbook.tables] == ["C"]
