"""The list of indicators that need attention, as it stands on the Summary."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Refreshed
from tests.support.books import ROWS, RULES, refreshed_into, scorecard
from tests.support.office import Office, Values
from tests.support.paths import CHILDREN
from tests.support.readers import opened

HEADING = "Indicators that need attention, worst first"
COMMENTED = 8
"""The column of the link in the sample."""


def _listed(path: Path) -> list[list[object]]:
    """The places of the list, without the headings that stand again on a new page."""
    values = Values(path)
    row, _ = values.find("Summary", HEADING)
    listed = []
    for number in range(row + 2, row + 60):
        cells = values.row("Summary", number)[:COMMENTED]
        if cells[COMMENTED - 1] == "Cell":
            continue
        if not cells[COMMENTED - 1]:
            return listed
        listed.append(cells)
    return listed


def _led_to(path: Path) -> dict[object, str]:
    """Where the places of the list lead: what HYPERLINK is given, with what stands in its cells."""
    written, known = opened(path, formulas=True), opened(path)
    row = next(cell.row for cell in known["Summary"]["A"] if cell.value == HEADING) + 2
    led = {}
    while (formula := str(written["Summary"].cell(row, COMMENTED).value)) != "None":
        shown = known["Summary"].cell(row, COMMENTED).value
        if shown and shown != "Cell":
            sheet, cell = (
                known[name][f"{column}{known['Summary'][place].value:g}"].value
                for name, column, place in re.findall(
                    r"INDEX\('?(\w+)'?!\$([A-Z]+):\$\2,\$?([A-Z]+\$?\d+)\)",
                    formula.partition("HYPERLINK(")[2].rpartition(",")[0],
                )
            )
            assert formula.endswith(f"{formula[formula.rindex('INDEX(') :].rstrip(')')})))")
            led[shown] = f"#'{sheet}'!{cell}"
        row += 1
    return led


def test_every_indicator_of_concern_is_listed_worst_first(refreshed: Refreshed) -> None:
    words = [cells[1] for cells in _listed(refreshed.file(CHILDREN))]
    assert words == ["Red"] * 4 + ["Amber"] * 4 + ["Yellow"] * 7


def test_of_one_status_the_furthest_from_target_comes_first(refreshed: Refreshed) -> None:
    # By tolerances short: 53 points of 10; 8 of 2 workers; 8 points of 2; 16 of 5.
    cells = [row[-1] for row in _listed(refreshed.file(CHILDREN))[:4]]
    indicators = refreshed.indicators(CHILDREN)
    order = ["IHA", "SW-25", "CPP-REPEAT-FLOW", "PP-HAVE"]
    short = {
        name: abs(indicators[name]["target"] - indicators[name]["value"])
        / indicators[name]["tolerance"]
        for name in order
    }
    assert {name: round(value, 1) for name, value in short.items()} == {
        "IHA": 5.3, "SW-25": 4.0, "CPP-REPEAT-FLOW": 4.0, "PP-HAVE": 3.2,
    }  # fmt: skip
    assert cells[0] == indicators["IHA"]["cell"]
    assert set(cells[1:3]) == {indicators[name]["cell"] for name in order[1:3]}
    assert cells[3] == indicators["PP-HAVE"]["cell"]


def test_each_row_links_to_its_cell(refreshed: Refreshed) -> None:
    listed = {row[-1] for row in _listed(refreshed.file(CHILDREN))}
    assert _led_to(refreshed.file(CHILDREN)) == {place: f"#'Scorecard'!{place}" for place in listed}


@pytest.mark.parametrize(("rating", "words"), [("concern", "good or acceptable"), ("rag", "green")])
def test_where_all_is_well_the_list_says_so_in_the_ratings_words(
    tmp_path: Path, rating: str, words: str
) -> None:
    workbook = scorecard(tmp_path / "q3.xlsx", ROWS[:1])
    refreshed_into(tmp_path / "out", workbook, f"rating: {rating}\n{RULES}")
    values = Values(tmp_path / "out" / "q3.xlsx")
    row, _ = values.find("Summary", HEADING)
    assert values.at("Summary", row + 2, 1) == ""  # the place of what may come to need attention
    assert values.at("Summary", row + 3, 1) == f"None: every rated indicator is {words}."


def test_figures_are_shown_as_the_scorecard_shows_them(refreshed: Refreshed) -> None:
    summary = opened(refreshed.file(CHILDREN))["Summary"]
    row = next(cell.row for cell in summary["A"] if cell.value == HEADING) + 1
    headings = [summary.cell(row, column).value for column in (3, 4, 5, 7)]
    assert headings == ["Outturn", "Target", "Short of target by", "Change on Q2 2018/19"]
    # The first is a percentage without decimals: 32% of 85%, up by 28.0%.
    shown = [summary.cell(row + 1, column).value for column in (3, 4, 5)]
    assert shown == ["32%", "85%", "53 points"]
    change = summary.cell(row + 1, 7)
    assert (round(change.value, 3), change.number_format) == (0.28, "+0.0%;-0.0%;0.0%")


RANGE = ", target: 50.5% to 60%"


def test_of_a_range_both_ends_are_shown_also_of_one_typed_since(
    tmp_path: Path, soffice: Office
) -> None:
    rows = [
        ("A1", "Spent", "Plan", "40% to 60%", None, 0.75),
        ("B1", "Let", "Plan", 0.5, None, 0.9),
        ("C1", "Used", "Plan", 0.5, None, 0.3),
    ]
    rules = "name: s\ndefaults: {unit: percent}\nindicators:\n" + "".join(
        f"  - {{id: {ref}, name: {name}{more}}}\n"
        for ref, name, more in (("A1", "Spent", ""), ("B1", "Let", ""), ("C1", "Used", RANGE))
    )
    refreshed_into(tmp_path / "out", scorecard(tmp_path / "q3.xlsx", rows), rules)
    path = tmp_path / "out" / "q3.xlsx"
    assert _targets(path) == {"Spent": "40% to 60%", "Let": "50%", "Used": "50.5% to 60%"}
    book = opened(path, formulas=True)
    book["Scorecard"].cell(5, 4).value = "30% to 50%"
    book.save(tmp_path / "edited.xlsx")
    live = _targets(soffice.recalculated(tmp_path / "edited.xlsx"))
    assert live == {"Spent": "40% to 60%", "Let": "30% to 50%", "Used": "50.5% to 60%"}


def _targets(path: Path) -> dict[object, object]:
    values = Values(path)
    row, _ = values.find("Summary", HEADING)
    return {values.at("Summary", row + n, 1): values.at("Summary", row + n, 4) for n in (2, 3, 4)}
