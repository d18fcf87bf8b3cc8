"""How a draft writes layouts: as comments what it read, live what it was told; as explained."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.reading.real.pages import Page, Row, book
from tests.support.books import scorecard
from tests.support.command import xl_scorecard
from tests.support.paths import CHILDREN, EARLY_HELP

BLANK: Row = []
TRANSPOSED: list[Row] = [
    ["Month", "Swims", "Gym visits"], ["Apr-22", 880, 410], ["May-22", 905, 395],
]  # fmt: skip
LONG: list[Row] = [
    ["Indicator", "Period", "Value"],
    ["Swims", "Q1 2021/22", 880], ["Swims", "Q2 2021/22", 905],
]  # fmt: skip
DOWN: list[Row] = [
    ["Allotments let 2022/23"], BLANK, ["Month", "Target", "Actual"],
    ["July", 40, 38], ["August", 40, 44], ["September", 42, 41],
]  # fmt: skip
YEARS: list[Row] = [
    ["Calls"],
    ["Year", "Q1", "Q2", "Q3"],
    ["2021/22", 1, 2, 3],
    ["2022/23", 4, 5, None],
]
AMONG: list[Row] = [
    ["Ref", "Measure", "Target", "RAG", "Q1 2021/22", "Q2 2021/22"],
    ["Streets"], ["S1", "Lamps lit", 95, "Green", 96, 97], [None, "Total", None, None, 1, 2],
    ["Parks"], ["P1", "Benches mended", 9, "Red", 4, 3], [None, "Note: a sentence of words."],
    ["P2", "Trees felled", 9, "Red", 4, 3],
]  # fmt: skip


@pytest.fixture(params=["transposed", "long", "down", "years", "among", "children", "early help"])
def workbook(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A workbook of each kind of layout."""
    samples = {"children": CHILDREN, "early help": EARLY_HELP}
    pages = {
        "transposed": TRANSPOSED, "long": LONG, "down": DOWN, "years": YEARS, "among": AMONG,
    }  # fmt: skip
    if request.param in samples:
        return samples[request.param]
    return book(tmp_path / "s.xlsx", Page("Service", pages[request.param]))


def _draft(workbook: Path, *more: str | Path) -> str:
    finished = xl_scorecard("rules", "draft", workbook, *more)
    assert finished.status == 0, finished.err
    return finished.out


def _live(draft: str) -> str:
    """A draft with the # taken away before its tables."""
    lines = r"(?m)^  # (?=tables:|  - |    )"
    return re.sub(lines, "  ", draft)


def _read(workbook: Path, folder: Path, draft: str) -> dict[str, Any]:
    rules = folder / "rules.yaml"
    rules.write_text(draft, encoding="utf-8")
    words = ("check", workbook, "--rules", rules, "--json", "-", "--quiet", "--explain")
    return xl_scorecard(*words).only


def test_a_draft_says_how_it_read_each_table_as_the_explanation_does(
    workbook: Path, tmp_path: Path
) -> None:
    draft = _draft(workbook)
    assert "tables" not in yaml.safe_load(draft)["workbook"]  # no effect until taken up
    drafted = yaml.load(_live(draft), yaml.BaseLoader)["workbook"]["tables"]
    sheets = _read(workbook, tmp_path, draft)["understood"]["sheets"]
    explained = [said for s in sheets for table in s["tables"] for said in table["said"]]
    assert drafted == explained


def test_held_to_what_it_read_a_workbook_reads_the_same(workbook: Path, tmp_path: Path) -> None:
    draft = _draft(workbook)
    guessed, held = (_read(workbook, tmp_path, text) for text in (draft, _live(draft)))
    assert guessed["indicators"]
    assert held["indicators"] == guessed["indicators"]
    assert held["period"] == guessed["period"]


def test_a_line_of_the_explanation_can_be_put_into_a_rule_set(tmp_path: Path) -> None:
    path = book(tmp_path / "s.xlsx", Page("Service", AMONG))
    (tmp_path / "rules.yaml").write_text(_draft(path), encoding="utf-8")
    said = xl_scorecard("check", path, "--rules", tmp_path / "rules.yaml", "--explain").out
    (entry,) = re.findall(r"as a rule set says it: - (\{.*\})", said)
    assert yaml.load(entry, yaml.BaseLoader) == {
        "sheet": "Service", "header": "1", "rows": "2-8", "names": "B", "references": "A",
        "figures": {"Q1 2021/22": "E", "Q2 2021/22": "F"}, "targets": "C", "judgements": "D",
        "leave_out": {"rows": "4, 7"},
    }  # fmt: skip


def test_a_layout_that_is_said_is_drafted_with_and_stands_in_the_draft(tmp_path: Path) -> None:
    rows = [["W1", "Rounds finished", "yes", 91, 96], ["W2", "Bins missed", "no", 15, 11]]
    path = scorecard(tmp_path / "s.xlsx", rows, ["", "What", "?", "first", "then"])
    layout = tmp_path / "layout.yaml"
    entry = '{names: B, references: A, rows: 4-5, figures: {"Q1 2021/22": D, "Q2 2021/22": E}}'
    layout.write_text(f"workbook: {{tables: [{entry}]}}\n", encoding="utf-8")
    xl_scorecard("rules", "draft", path, status=3)
    draft = yaml.load(_draft(path, "--rules", layout), yaml.BaseLoader)
    assert draft["workbook"]["tables"] == [yaml.load(entry, yaml.BaseLoader)]
    assert [rule["id"] for rule in draft["indicators"]] == ["W1", "W2"]


def test_a_layout_that_is_unsound_is_told_by_its_line(tmp_path: Path) -> None:
    layout = tmp_path / "layout.yaml"
    layout.write_text("workbook:\n  tables:\n    - {names: ZZZZ}\n", encoding="utf-8")
    finished = xl_scorecard("rules", "draft", CHILDREN, "--rules", layout, status=2)
    assert "layout.yaml:3:15: workbook, tables, entry 1, names: there is no column" in finished.err


def test_a_period_that_is_told_stands_in_the_draft(tmp_path: Path) -> None:
    rows: list[Row] = [["Month", "Swims", "Gym"], ["April", 880, 410], ["May", 905, 395]]
    path = book(tmp_path / "s.xlsx", Page("Service", rows))
    draft = yaml.safe_load(_draft(path, "--period", "May 2022"))
    assert draft["workbook"]["period"] == "May 2022"
    finished = xl_scorecard("rules", "draft", path, "--period", "soon", status=2)
    assert '"soon" is not a period' in finished.err
