"""Eight teams added up: each total worked out by hand, with pencil and paper, from their rows."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest

from tests.support.books import done, scorecard
from tests.support.office import Office, Values
from xl_scorecard import refresh
from xl_scorecard.cli import main

RULES = """\
name: teams
title: Children's social care
defaults: {tolerance: 5 points}
indicators:
  - {id: SEEN, name: Children seen in time, unit: percent, good_is: high, target: 80%,
     numerator: SEEN-N, denominator: ALL}
  - {id: SEEN-N, name: Of these seen, unit: count, good_is: neither}
  - {id: ALL, name: Children, unit: count, good_is: neither}
  - {id: RATE, name: Children in need per 10000, unit: rate_per_10000, good_is: low,
     numerator: ALL, denominator: POP}
  - {id: POP, name: Population under 18, unit: count, good_is: neither}
  - {id: DAYS, name: Average days to assess, unit: days, good_is: low, roll_up: weighted by ALL}
  - {id: WAIT, name: Longest wait in days, unit: days, good_is: low, roll_up: max}
  - {id: LOAD, name: Median caseload, unit: score, good_is: low}
  - {id: GONE, name: Children missing from care, unit: count, good_is: low}
"""
TEAMS = ("north", "south", "east", "west", "central", "coast", "hills", "valley")
HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q2 2018/19", "Q3 2018/19")
SEEN = ((40, 50), (43, 52), (46, 54), (49, 56), (52, 58), (55, 60), (58, 62), (61, 64))
ALL = ((60, 64), (64, 69), (68, 74), (72, 79), (76, 84), (80, 89), (84, 94), (88, 99))
POPULATION = (9100, 9600, 10100, 10600, 11100, 11600, 12100, 12600)
DAYS = (22, 24, 26, 28, 30, 32, 34, 36)
WAITS = (45, 50, 48, 46, 51, 49, 47, 45)


def _team(place: Path, n: int, gone: str | int) -> None:
    seen, every, people = SEEN[n], ALL[n], POPULATION[n]
    rows = [
        ("SEEN", "Children seen in time", "High", 0.8, seen[0] / every[0], seen[1] / every[1]),
        ("SEEN-N", "Of these seen", None, None, *seen),
        ("ALL", "Children", None, None, *every),
        ("RATE", "Children in need per 10000", "Low", None, None, every[1] / people * 10_000),
        ("POP", "Population under 18", None, None, people, people),
        ("DAYS", "Average days to assess", "Low", 30, 20, DAYS[n]),
        ("WAIT", "Longest wait in days", "Low", 60, 40, WAITS[n]),
        ("LOAD", "Median caseload", "Low", None, 14, 15),
        ("GONE", "Children missing from care", "Low", None, 6 + n, gone),
    ]
    scorecard(place, rows, HEADINGS, number_format="General")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The teams in `in`, one with a small number suppressed, and `corporate.xlsx`."""
    folder = tmp_path_factory.mktemp("eight")
    (folder / "rules.yaml").write_text(RULES, "utf-8")
    (folder / "in").mkdir()
    for n, team in enumerate(TEAMS):
        _team(folder / "in" / f"{team}-2018-19-q3.xlsx", n, "c" if team == "west" else 7 + n)
    assert _roll_up(folder) == 0
    return folder


def _roll_up(folder: Path, *more: str) -> int:
    return main(
        ["roll-up", str(folder / "in"), "--rules", str(folder / "rules.yaml"), "--jobs", "1",
         "--out", str(folder / "corporate.xlsx"), *more]
    )  # fmt: skip


def _totals(folder: Path, *, values: bool) -> dict[str, tuple[object, object]]:
    """What stands for each indicator in the two quarters."""
    page = openpyxl.load_workbook(folder / "corporate.xlsx", data_only=values)["Scorecard"]
    rows = page.iter_rows(min_row=5, values_only=True)
    return {str(row[1]): (row[5], row[6]) for row in rows}


def test_each_total_is_that_of_a_hand(folder: Path) -> None:
    totals = _totals(folder, values=True)
    newest = {name: total for name, (_, total) in totals.items()}
    # 50 + 52 + ... + 64, 64 + 69 + ... + 99, 9,100 + 9,600 + ... + 12,600
    assert (newest["SEEN-N"], newest["ALL"], newest["POP"]) == (456, 652, 86_800)
    # 456 of 652; the mean of the teams' own shares would be 70.7%
    assert newest["SEEN"] == pytest.approx(0.6993865, abs=1e-7)
    # 652 of 86,800
    assert newest["RATE"] == pytest.approx(75.115207, abs=1e-6)
    # 22 x 64 + 24 x 69 + ... + 36 x 99 is 19,328, over 652
    assert newest["DAYS"] == pytest.approx(29.644172, abs=1e-6)
    assert newest["WAIT"] == 51
    assert newest["LOAD"] == "n/a"
    # one of the eight is suppressed; in the quarter before, 6 + 7 + ... + 13
    assert totals["GONE"] == (76, "c")
    # no team had the rate of the quarter before, but what it is made of
    assert totals["SEEN"][0] == pytest.approx(404 / 592)


def test_every_figure_is_a_formula_over_the_cells_of_teams(folder: Path) -> None:
    formulas = _totals(folder, values=False)
    book = openpyxl.load_workbook(folder / "corporate.xlsx")
    page = book["Where figures come from"]
    formula = str(formulas["DAYS"][1])
    assert formula.startswith("=SUMPRODUCT(")
    found = re.search(r"\$E\$(\d+):\$E\$(\d+)", formula)
    assert found is not None
    first, last = map(int, found.groups())
    told = [[cell.value for cell in row] for row in page.iter_rows(first, last)]
    assert [(row[2], row[3].split("-")[0], row[4], row[8]) for row in told] == [
        ("Q3 2018/19", team, days, every)
        for team, days, (_, every) in sorted(zip(TEAMS, DAYS, ALL, strict=True))
    ]
    links = [(page.cell(row, 6).value, page.cell(row, 6).hyperlink) for row in range(first, last)]
    assert {cell for cell, _ in links} == {"'Scorecard'!F9"}
    assert links[0][1].target.replace("\\", "/") == "in/central-2018-19-q3.xlsx"


def test_the_total_is_a_scorecard_that_a_refresh_takes(folder: Path) -> None:
    run = refresh(folder / "corporate.xlsx", rules=folder / "rules.yaml", out=folder / "out")
    outcome = done(run)
    seen = outcome.indicators[0]
    # 10.06 points short of a target with 5 points of tolerance: over two of these, within three
    assert (seen.id, seen.status, seen.good_is) == ("SEEN", "amber", "high")
    assert seen.value == pytest.approx(456 / 652)
    assert {i.id: i.gap for i in outcome.indicators if i.gap} == {
        "LOAD": "not_applicable",
        "GONE": "suppressed",
    }
    assert [finding.message for finding in outcome.findings] == []


def test_the_same_teams_give_the_same_bytes_and_a_total_is_no_team(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "corporate.xlsx").read_bytes()
    assert _roll_up(folder) == 2
    assert "is there already" in capsys.readouterr().err
    (folder / "in" / "all.xlsx").write_bytes(before)
    assert _roll_up(folder, "--overwrite") == 0
    assert "all.xlsx: passed over: it is a total of teams" in capsys.readouterr().err
    (folder / "in" / "all.xlsx").unlink()
    assert (folder / "corporate.xlsx").read_bytes() == before


def test_libreoffice_computes_the_same_totals(folder: Path, soffice: Office) -> None:
    written = Values(folder / "corporate.xlsx")
    computed = Values(soffice.recalculated(folder / "corporate.xlsx"))
    assert computed.sheets == written.sheets
    for sheet in written.sheets:
        for row, cells in enumerate(written.rows(sheet), 1):
            for column, value in enumerate(cells, 1):
                same = pytest.approx(value) if isinstance(value, float) else value
                assert computed.at(sheet, row, column) == same, (sheet, row, column)
