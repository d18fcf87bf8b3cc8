"""The same slip in each of many periods is one finding."""

from __future__ import annotations

from pathlib import Path

from tests.support.books import Cell, checked, scorecard

_MONTHS = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_HEADINGS = ("Ref", "Measure", *(f"{month} 2018" for month in _MONTHS))
_RULES = """\
name: s
indicators:
  - {id: A1, name: Children seen, unit: percent, numerator: N1, denominator: D1}
  - {id: N1, name: Seen, unit: count}
  - {id: D1, name: All children, unit: count}
"""
_BASES = (1000,) * 9


def _found(folder: Path, shares: tuple[Cell, ...], tops: tuple[Cell, ...]) -> list[tuple[str, str]]:
    rows = [
        ("A1", "Children seen", *shares), ("N1", "Seen", *tops), ("D1", "All children", *_BASES)
    ]  # fmt: skip
    book = scorecard(folder / "b.xlsx", rows, _HEADINGS, number_format="General")
    return [(f"{f.check} {f.cell}", f.message) for f in checked(book, _RULES).findings]


def test_nine_months_of_one_slip_are_one_finding_at_the_latest(tmp_path: Path) -> None:
    tops = tuple(600 + n for n in range(9))
    ((place, message),) = _found(tmp_path, (0.5,) * 9, tops)
    assert place == "numerator-denominator-mismatch K4"
    assert message.endswith("; so in 9 periods since Apr 2018 (C4 to K4)")


def test_a_few_slips_are_each_named(tmp_path: Path) -> None:
    shares = (0.5, 0.601, 0.5, 0.603, 0.604, 0.5, 0.606, 0.607, 0.608)
    found = _found(tmp_path, shares, tuple(600 + n for n in range(9)))
    assert [place[-2:] for place, _ in found] == ["C4", "E4", "H4"]


def test_another_row_with_the_slip_is_told_of_itself(tmp_path: Path) -> None:
    texts = tuple(str(600 + n) for n in range(9))
    found = _found(tmp_path, tuple(f"{60 + n / 10}%" for n in range(9)), texts)
    assert [place for place, _ in found] == ["number-as-text K4", "number-as-text K5"]
