"""Last quarter's sheet keeps its statuses when the button is pressed for the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

import xl_scorecard
from tests.button.desktop import press_on_desktop
from tests.button.models import read_book
from tests.button.payload import results_in
from tests.button.pressed import press
from tests.support.books import done

Press = Callable[..., Any]
RULES = """\
name: quarters
rating: rag
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: A1, name: Children seen}
  - {id: B1, name: Children waiting}
"""
# seen: high is good, 80% wanted; waiting: low is good, 20% wanted
FIGURES = {
    "Q1 2018-19": (0.70, 0.30), "Q2 2018-19": (0.75, 0.15), "Q3 2018-19": (0.82, 0.27),
}  # fmt: skip
# on Q2: 75% is 5 points short, 15% is better than wanted; on Q3: better, and 7 points over
Q2 = [["Amber", "▲ Improved"], ["Green", "▼ Improved"]]
Q3 = [["Green", "▲ Improved"], ["Red", "▲ Worsened"]]


@pytest.mark.parametrize("pressed", [press_on_desktop, press], ids=["desktop", "web"])
def test_what_was_published_stays_as_it_was_shown(pressed: Press, tmp_path: Path) -> None:
    path, rules = tmp_path / "scorecard.xlsx", tmp_path / "rules.yaml"
    rules.write_text(RULES, encoding="utf-8")
    with xlsxwriter.Workbook(path) as book:
        for name, (seen, waiting) in FIGURES.items():
            page = book.add_worksheet(name)
            page.write_row(0, 0, [f"Children's scorecard {name}"])
            page.write_row(2, 0, ["Ref", "Measure", "Good is", "Target", "Actual"])
            page.write_row(3, 0, ["A1", "Children seen", "High", 0.8, seen])
            page.write_row(4, 0, ["B1", "Children waiting", "Low", 0.2, waiting])
    done(xl_scorecard.refresh(path, rules=rules, period="Q2 2018/19", in_place=True))
    button = read_book(path)
    pressed(button, results_in(path), rules)
    last = button["Q2 2018-19"].cells
    assert [[last[row, column].content for column in (6, 7)] for row in (4, 5)] == Q2
    assert not [at for at, cell in last.items() if cell.formula]  # none looks into the register
    assert button["Q3 2018-19"].cells[4, 6].formula
