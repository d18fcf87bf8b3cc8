"""A tolerance whose formula ends in an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.books import checked, findings, scorecard


def _found(
    folder: Path, heading: str, defaults: str = "", more: str = ""
) -> list[tuple[str, str | None]]:
    def error(_: Any, page: Any) -> None:
        page.write_formula(3, 3, "=1/0", None, "#DIV/0!")

    headings = ("Ref", "Measure", "Target", heading, "Q2 2018/19", "Q3 2018/19")
    other = 0.7 if "threshold" in heading else 0.05
    rows = [("A1", "Children seen", 0.8, None, 0.7, 0.78), ("B1", "Plans", 0.8, other, 0.7, 0.82)]
    book = scorecard(folder / "b.xlsx", rows, headings, more=error)
    rules = (
        f"name: s\ndefaults: {{unit: percent, good_is: high{defaults}}}\nindicators:\n"
        f"  - {{id: A1, name: Children seen{more}}}\n  - {{id: B1, name: Plans}}\n"
    )
    return findings(checked(book, rules))


@pytest.mark.parametrize("heading", ["Tolerance", "Amber threshold"])
@pytest.mark.parametrize("defaults", ["", ", tolerance: 5 points"])
def test_it_is_named_whether_or_not_the_rule_set_has_another(
    tmp_path: Path, heading: str, defaults: str
) -> None:
    assert _found(tmp_path, heading, defaults) == [("tolerance-missing", "D4")]


def test_where_the_rule_of_the_row_has_one_the_cell_is_not_asked(tmp_path: Path) -> None:
    assert _found(tmp_path, "Tolerance", more=", tolerance: 5 points") == []
