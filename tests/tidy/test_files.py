"""Tidy tables for analysts: what stands in them, and that a data dictionary tells of all of it."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest

from tests.conftest import need
from tests.support.books import ROWS, all_done, rule_file, scorecard
from tests.support.paths import ROOT
from xl_scorecard import check
from xl_scorecard.cli import main
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.tidy.files import csv_files, dictionary
from xl_scorecard.tidy.tables import TABLES


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    """A scorecard with an error to find and a figure that is awaited."""
    folder = tmp_path_factory.mktemp("tidy")
    rows = [(*ROWS[0][:5], 1.01), (*ROWS[1][:5], "TBC"), ("C1", "=Plans", "High", 0.8, 0.7, 0.66)]
    book = scorecard(folder / "q3.xlsx", rows)
    return all_done(check(book, rules=rule_file(folder)))


def _read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))


def test_a_row_is_an_indicator_a_figure_a_finding(outcomes: list[Outcome]) -> None:
    files = {name: _read(data) for name, data in csv_files(outcomes)}
    figures = [(r["indicator"], r["period"], r["period_end"], r["cell"], r["value"], r["gap"])
               for r in files["figures.csv"]]  # fmt: skip
    assert figures[:4] == [
        ("A1", "2018/19 Q2", "2018-09-30", "E4", "0.75", ""),
        ("A1", "2018/19 Q3", "2018-12-31", "F4", "1.01", ""),
        ("B1", "2018/19 Q2", "2018-09-30", "E5", "0.25", ""),
        ("B1", "2018/19 Q3", "2018-12-31", "F5", "", "awaited"),
    ]
    last = files["indicators.csv"][2]
    # 14 points short of a target with 5 points of tolerance: within three of these
    assert (last["name"], last["status"], last["concern"]) == ("'=Plans", "amber", "2")
    (found,) = [r for r in files["findings.csv"] if r["check"] == "percent-over-100"]
    assert (found["cell"], found["accepted"], found["indicator"]) == ("F4", "no", "A1")


def test_every_column_is_in_the_dictionary_and_in_the_documents() -> None:
    told = {(row["table"], row["column"]) for row in _read(dictionary())}
    assert told == {(table.name, column.name) for table in TABLES for column in table.columns}
    text = (ROOT / "docs" / "analysts.md").read_text("utf-8")
    assert [column for _, column in sorted(told) if f"`{column}`" not in text] == []


def test_a_folder_is_filled_by_the_command(outcomes: list[Outcome], tmp_path: Path) -> None:
    book = Path(outcomes[0].path)
    rules = str(book.parent / "rules.yaml")
    told = tmp_path / "told"
    told.mkdir()
    words = ["check", str(book), "--rules", rules, "--csv", str(told), "--fail-on", "never"]
    assert main(words) == 0
    assert {f.name: f.read_bytes() for f in told.iterdir()} == dict(csv_files(outcomes))


def test_parquet_holds_the_same_with_types(outcomes: list[Outcome], tmp_path: Path) -> None:
    try:
        import pyarrow.parquet as pq
    except ImportError:
        need(None, "pyarrow")
    book = Path(outcomes[0].path)
    rules = str(book.parent / "rules.yaml")
    words = ["check", str(book), "--rules", rules, "--parquet", str(tmp_path / "new" / "told")]
    assert main([*words, "--fail-on", "never"]) == 0
    table = pq.read_table(tmp_path / "new" / "told" / "figures.parquet")
    assert table.column("value").to_pylist() == [0.75, 1.01, 0.25, None, 0.7, 0.66]
    assert table.column("period_end")[0].as_py() == dt.date(2018, 9, 30)
    field = table.schema.field("gap")
    assert field.metadata[b"description"].startswith(b"why there is none")
