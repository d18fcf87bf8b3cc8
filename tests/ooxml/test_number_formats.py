from __future__ import annotations

import pytest

from xl_scorecard.ooxml.number_formats import decimals_shown, is_date, is_percent


@pytest.mark.parametrize(
    ("code", "percent", "decimals"),
    [
        ("0%", True, 0), ("0.0%", True, 1), ("0.00%", True, 2), ("#,##0", False, 0),
        ("#,##0.0", False, 1), ("General", False, None), ("0.0;[Red]-0.0", False, 1),
        ('0"%"', False, 0), (r"0.0\%", False, 1), ("[$£-809]#,##0.00", False, 2),
        ("@", False, None),
        ("+0.0%;-0.0%;0.0%", True, 1), ('0.0" days"', False, 1),
    ],
)  # fmt: skip
def test_a_format_says_whether_it_shows_percent_and_how_many_decimals(
    code: str, percent: bool, decimals: int | None
) -> None:
    assert is_percent(code) is percent
    assert decimals_shown(code) == decimals


@pytest.mark.parametrize(
    ("number", "code", "date"),
    [
        (14, "dd/mm/yyyy", True), (17, "mmm-yy", True), (164, "mmm-yy", True),
        (165, 'd "of" mmmm', True), (166, "[h]:mm", True), (0, "General", False),
        (9, "0%", False), (167, '0" days"', False), (168, r"0.0\d", False),
        (169, "[Red]0.0", False), (170, "#,##0_);(#,##0)", False),
    ],
)  # fmt: skip
def test_a_format_says_whether_a_number_is_a_date(number: int, code: str, date: bool) -> None:
    assert is_date(number, code) is date
