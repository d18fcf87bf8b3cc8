"""A percentage or rate against the counts it is made of, rounding half up allowed for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.support.books import Cell, checked, findings, scorecard
from xl_scorecard.domain.outcome import Outcome

SLUG = "numerator-denominator-mismatch"
RULES = """\
name: small
indicators:
  - {{id: A1, name: Children seen, unit: {unit}, good_is: high, numerator: A1-N, denominator: A1-D}}
  - {{id: A1-N, name: seen, unit: count, good_is: neither}}
  - {{id: A1-D, name: all, unit: count, good_is: neither}}
"""


def _checked(
    folder: Path,
    stated: Cell,
    top: Cell,
    base: Cell,
    *,
    shown: str = "0%",
    unit: str = "percent",
) -> Outcome:
    """The share and its two counts; only the share has the format, so a formula is not needed."""

    def formats(book: Any, page: Any) -> None:
        whole = book.add_format({"num_format": "#,##0"})
        for row, value in ((4, top), (5, base)):
            if isinstance(value, int | float):
                page.write_number(row, 2, value, whole)

    rows = [["A1", "Children seen", stated], ["A1-N", "seen", top], ["A1-D", "all", base]]
    headings = ["Ref", "Measure", "Q3 2018/19"]
    workbook = scorecard(folder / "q3.xlsx", rows, headings, number_format=shown, more=formats)
    return checked(workbook, RULES.format(unit=unit))


@pytest.mark.parametrize(
    ("others", "named"), [((0.755, 0.781), True), ((0.755, 0.78), False), ((0.76, 0.78), False)]
)
def test_where_others_are_typed_with_a_decimal_80_0_has_one_too(
    tmp_path: Path, others: tuple[float, float], named: bool
) -> None:
    def formats(book: Any, page: Any) -> None:
        tops = (others[0] * 1000, others[1] * 1000, 795)
        for row, values in ((4, tops), (5, (1000, 1000, 1000))):
            for column, value in enumerate(values, 2):
                page.write_number(row, column, value)

    headings = ["Ref", "Measure", "Q1 2018/19", "Q2 2018/19", "Q3 2018/19"]
    rows = [["A1", "Children seen", *others, 0.8], ["A1-N", "seen"], ["A1-D", "all"]]
    workbook = scorecard(tmp_path / "q3.xlsx", rows, headings, number_format="0.0%", more=formats)
    found = findings(checked(workbook, RULES.format(unit="percent")))
    assert ((SLUG, "E4") in found) is named


@pytest.mark.parametrize(
    ("stated", "shown", "top", "base"),
    [
        (0.84, "0%", 1806, 2160),  # 83.61, the report's G04
        (0.94, "0%", 2032, 2160),  # 94.07, G05
        (0.265, "0.0%", 228, 861),  # 26.48, G06
        (0.313, "0.0%", 219, 699),  # 31.33, G07
        (0.077, "0.0%", 54, 699),  # 7.725, G08
        (0.014, "0.0%", 58, 4090),  # 1.418, G10
        (0.13, "0%", 1, 8),  # 12.5 rounds half up, to 13
        (0.025, "0.0%", 1, 40),  # 2.5 exactly
        (0.12, "0%", 1, 8),  # 12.5 rounds half to even, to 12
        (0.35, "0%", 345, 1000),  # 34.5 rounds half up, to 35
        (0.34, "0%", 345, 1000),  # or to the even 34
        (0.003, "0.0%", 1, 400),  # 0.25 rounds half up, to 0.3
        (1806 / 2160, "0%", 1806, 2160),  # not rounded at all
        (1.0, "0%", 54, 54),
        (0.0, "0%", 0, 54),
    ],
)
def test_a_share_that_its_counts_give_is_not_flagged(
    tmp_path: Path, stated: float, shown: str, top: int, base: int
) -> None:
    assert _checked(tmp_path, stated, top, base, shown=shown).findings == []


@pytest.mark.parametrize(
    ("stated", "shown", "top", "base", "found", "expected"),
    [
        (0.14, "0%", 354, 2160, "14%", "16.4%"),  # the report's G01
        (0.864, "0.0%", 743, 861, "86.4%", "86.3%"),  # G02: one child or a tenth off
        (0.32, "0%", 17, 54, "32%", "31.5%"),  # G03: 31.48 is 31
        (0.11, "0%", 1, 8, "11%", "12.5%"),
        (0.13, "0%", 27, 200, "13%", "13.5%"),  # half up, and half to even, is 14
        (0.84, "0%", 1806, 0.5, "84%", None),
    ],
)
def test_a_share_that_its_counts_do_not_give_is_an_error(
    tmp_path: Path,
    stated: float,
    shown: str,
    top: float,
    base: float,
    found: str,
    expected: str | None,
) -> None:
    outcome = _checked(tmp_path, stated, top, base, shown=shown)
    (finding,) = [f for f in outcome.findings if f.check == SLUG]
    assert (finding.cell, finding.indicator, finding.severity) == ("C4", "A1", "error")
    assert finding.found == found
    assert expected is None or finding.expected == expected
    assert "C5" in finding.message
    assert "C6" in finding.message


def test_what_agrees_as_stored_or_as_publishers_round_counts_is_not_flagged(tmp_path: Path) -> None:
    assert _checked(tmp_path, 0.9675, 529999, 547830, shown="0.0%").findings == []  # 96.745 is 96.7
    assert _checked(tmp_path, 0.03948564, 2371, 59999, shown="0.0%").findings == []  # 3.9517 is 4.0
    headings = ["Ref", "Measure", "Q2 2018/19", "Q3 2018/19"]
    shares = (0.951, 0.983), (0.951, 0.991)  # of 11,745 in 11,940: 98.3 to 98.4
    for figures, named in zip(shares, (False, True), strict=True):
        rows = [["A1", "Children seen", *figures], ["A1-N", "seen", 10985, 11745],
                ["A1-D", "all", 11550, 11940]]  # fmt: skip
        book = scorecard(tmp_path / "q3.xlsx", rows, headings)
        assert ((SLUG, "D4") in findings(checked(book, RULES.format(unit="percent")))) is named


@pytest.mark.parametrize(
    ("stated", "top", "base"),
    [("TBC", 17, 54), (0.32, "c", 54), (0.32, 17, None), (0.32, 17, 0), (None, 17, 54)],
)
def test_what_cannot_be_computed_is_not_flagged(
    tmp_path: Path, stated: Cell, top: Cell, base: Cell
) -> None:
    assert SLUG not in [check for check, _ in findings(_checked(tmp_path, stated, top, base))]


@pytest.mark.parametrize(("stated", "flagged"), [(315, False), (316, True)])
def test_a_rate_is_per_ten_thousand(tmp_path: Path, stated: float, flagged: bool) -> None:
    # 17 of 540 is 314.81 in ten thousand
    outcome = _checked(tmp_path, stated, 17, 540, shown="0", unit="rate_per_10000")
    assert (findings(outcome) == [(SLUG, "C4")]) is flagged


def test_a_percentage_typed_as_text_is_compared_with_the_decimals_typed(tmp_path: Path) -> None:
    assert (SLUG, "C4") not in findings(_checked(tmp_path, "80.9 %", 1652, 2042))  # 80.90
    assert (SLUG, "C4") in findings(_checked(tmp_path, "81.0 %", 1652, 2042))


def test_a_share_computed_by_a_formula_is_taken_at_its_stored_value(tmp_path: Path) -> None:
    def formula(book: Any, page: Any) -> None:
        percent = book.add_format({"num_format": "0%"})
        page.write_formula(3, 2, "=C5/C6", percent, 17 / 54)

    rows = [["A1", "Children seen", None], ["A1-N", "seen", 17], ["A1-D", "all", 54]]
    headings = ["Ref", "Measure", "Q3 2018/19"]
    workbook = scorecard(tmp_path / "q3.xlsx", rows, headings, number_format="0", more=formula)
    assert checked(workbook, RULES.format(unit="percent")).findings == []


@pytest.mark.parametrize(
    ("last", "found"),
    [((151, 190, 0.895), ["G3"]), ((151, 190, 0.795), []), ((151, None, 0.895), [])],
)
def test_columns_of_counts_below_a_period_are_held_against_its_share(
    tmp_path: Path, last: tuple[Cell, ...], found: list[str]
) -> None:
    rows = [["Lifts tested", 40, 50, 0.8, *last], ["Boilers tested", 61, 64, 0.953, 58, 60, 0.967]]
    headings = ["Measure", "No.", "Cohort", "%", "No.", "Cohort", "%"]
    book = _below_periods(tmp_path, rows, headings)
    rule = "  - {{id: {0}, name: {0}, unit: percent, good_is: high}}\n"
    rules = "".join(rule.format(row[0]) for row in rows)
    outcome = checked(book, f"name: s\nindicators:\n{rules}")
    assert [cell for check, cell in findings(outcome) if check == SLUG] == found


def _below_periods(folder: Path, rows: list[list[Cell]], headings: list[str]) -> Path:
    """Rows below headings, below two merged quarters."""
    path = folder / "b.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("KPIs")
        signed = book.add_format({"num_format": "0.0%"})
        page.write_row(1, 0, headings)
        page.merge_range(0, 1, 0, 3, "Q2 2018/19")
        page.merge_range(0, 4, 0, 6, "Q3 2018/19")
        for at, row in enumerate(rows, start=2):
            for column, value in enumerate(row):
                page.write(at, column, value, signed if column in (3, 6) else None)
    return path


@pytest.mark.parametrize(
    ("base", "stated", "is_wrong"),
    [(84_200, 3.71, False), (84_200, 4.19, True), (84.2, 3.71, False), (84.2, 4.19, True)],
)
def test_a_rate_is_per_as_many_as_its_name_says(
    tmp_path: Path, base: float, stated: float, *, is_wrong: bool
) -> None:
    rows = [("A1", "Burglaries per 1,000 dwellings", stated), ("A1-N", "Burglaries", 312),
            ("A1-D", "Dwellings", base)]  # fmt: skip
    book = scorecard(tmp_path / "b.xlsx", rows, ("Ref", "Measure", "Q3 2018/19"),
                     number_format="General")  # fmt: skip
    rules = RULES.format(unit="score").replace("Children seen", '"Burglaries per 1,000 dwellings"')
    assert ((SLUG, "C4") in findings(checked(book, rules))) is is_wrong
