"""The overview as files: a workbook and a page, from the command to what a reader sees."""

from __future__ import annotations

import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from tests.overview.test_facts import done, indicator
from tests.support.books import ROWS, rule_file, scorecard
from tests.support.command import xl_scorecard
from tests.support.office import Office
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.outcome import FindingResult
from xl_scorecard.overview.facts import overview_of
from xl_scorecard.overview.page import overview_page
from xl_scorecard.overview.workbook import overview_workbook

NASTY = '</script><img src=x onerror=alert(1)>"&=1+1'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three teams' scorecards and a damaged one in `in`, and their rules."""
    rule_file(tmp_path)
    (tmp_path / "in").mkdir()
    for team, seen in (("north", 0.9), ("south", 0.7), ("west", 0.5)):
        scorecard(tmp_path / "in" / f"{team}.xlsx", [(*ROWS[0][:5], seen), *ROWS[1:]])
    (tmp_path / "in" / "bad.xlsx").write_bytes(b"PK")
    return tmp_path


def _refresh(folder: Path, *words: str) -> None:
    xl_scorecard(
        "refresh", "in", "--rules", "rules.yaml", "--out", "out", "--quiet", *words,
        folder=folder, status=3,
    )  # fmt: skip


def _cells(path: Path, sheet: str) -> list[tuple[object, ...]]:
    rows = openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(values_only=True)
    return list(rows)[2:]


def _rounded(rows: list[tuple[object, ...]]) -> list[list[object]]:
    return [[round(c, 9) if isinstance(c, float) else c for c in row] for row in rows]


def test_the_workbook_shows_each_scorecard_each_indicator_and_what_failed(folder: Path) -> None:
    _refresh(folder, "--overview", "all.xlsx")
    headings, *rows = _cells(folder / "all.xlsx", "Scorecards")
    shown = [dict(zip(headings, row, strict=True)) for row in rows[:3]]
    # of the target of 80% with 5 points: 90% is on it, 70% two tolerances short, 50% six
    assert [(r["Scorecard"], r["Good"], r["Red"]) for r in shown] == [
        ("north", 1, 0),
        ("south", 0, 0),
        ("west", 0, 1),
    ]
    headings, *rows = _cells(folder / "all.xlsx", "Rows")
    seen = [dict(zip(headings, row, strict=True)) for row in rows]
    ranks = {r["Scorecard"]: (r["Rank"], r["Of"]) for r in seen if r["Id"] == "A1"}
    assert ranks == {"north": (1, 3), "south": (2, 3), "west": (3, 3)}
    _, failed = _cells(folder / "all.xlsx", "Not done")
    assert failed[:2] == (str(Path("in/bad.xlsx")), "unreadable")
    _, *heat = _cells(folder / "all.xlsx", "Heat map")
    assert [row[0] for row in heat] == ["north", "south", "west"]
    page = openpyxl.load_workbook(folder / "all.xlsx")["Scorecards"]
    assert page["A4"].hyperlink.target.replace("\\", "/") == "out/north.xlsx"


def test_its_counts_are_formulas_that_give_what_is_stored(folder: Path, soffice: Office) -> None:
    _refresh(folder, "--overview", "all.xlsx")
    computed = soffice.recalculated(folder / "all.xlsx")
    for sheet in ("Scorecards", "Heat map"):
        there, stored = (_rounded(_cells(path, sheet)) for path in (computed, folder / "all.xlsx"))
        assert there == stored


def test_the_same_outcomes_give_the_same_bytes_and_an_unchanged_run_the_same_sheets(
    folder: Path,
) -> None:
    _refresh(folder, "--overview", "one.xlsx", "--html", "one.html")
    _refresh(folder, "--overview", "two.xlsx", "--html", "two.html", "--force")
    assert (folder / "one.xlsx").read_bytes() == (folder / "two.xlsx").read_bytes()
    _refresh(folder, "--overview", "two.xlsx", "--html", "two.html")
    assert (folder / "one.xlsx").read_bytes() == (folder / "two.xlsx").read_bytes()


def test_an_overview_in_the_folder_is_replaced_and_never_read_as_a_scorecard(folder: Path) -> None:
    _refresh(folder, "--overview", "in/all.xlsx")
    finished = xl_scorecard(
        "check", "in", "--rules", "rules.yaml", "--overview", "in/all.xlsx", folder=folder, status=3
    )
    path = Path("in/all.xlsx")
    assert f"xl-scorecard: {path}: passed over: it is an overview of scorecards" in finished.err


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("in/north.xlsx", "is a file of this run"),
        ("mine.xlsx", "is no overview of ours"),
        ("all.csv", "ends in .xlsx"),
        ("nowhere/all.xlsx", "its folder is not there"),
        ("in", "is a folder"),
    ],
)
def test_an_overview_takes_nobodys_place(folder: Path, name: str, why: str) -> None:
    scorecard(folder / "mine.xlsx")
    words = ("check", "in", "--rules", "rules.yaml", "--overview", name)
    finished = xl_scorecard(*words, folder=folder, status=2)
    assert why in finished.err
    assert len(finished.err.splitlines()) == 1


class _Seen(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def _nasty_page() -> str:
    finding = FindingResult(
        check="x", severity=Severity.ERROR, sheet=NASTY, cell="A1", indicator=NASTY,
        message=NASTY, found=None, expected=None,
    )  # fmt: skip
    rows = [indicator(0.8, name=NASTY, section=NASTY, id=NASTY, status="good")]
    outcomes = [done(f"{NASTY.replace('/', '')}{n}.xlsx", *rows, findings=[finding])
                for n in range(3)]  # fmt: skip
    return overview_page(overview_of(outcomes), Path("all.html"))


def test_words_of_workbooks_are_words_on_the_page_and_nothing_else() -> None:
    seen = _Seen(_nasty_page())
    assert NASTY in seen.words
    assert [tag for tag, _ in seen.tags if tag in ("img", "iframe", "object", "link")] == []
    assert [tag for tag, _ in seen.tags].count("script") == 1
    assert not any(key.startswith("on") for _, attributes in seen.tags for key in attributes)


def test_the_page_asks_for_nothing_from_anywhere(folder: Path) -> None:
    _refresh(folder, "--html", "all.html")
    page = (folder / "all.html").read_text("utf-8")
    seen = _Seen(page)
    for _, attributes in seen.tags:
        assert "src" not in attributes
        assert not (attributes.get("href") or "").startswith(("http", "//"))
    assert not re.search(r"https?:|url\(|@import|fetch\(|XMLHttp", page)
    policies = [a["content"] for tag, a in seen.tags if a.get("http-equiv")]
    assert policies[0] is not None
    assert policies[0].startswith("default-src 'none'")


def test_the_page_says_in_words_what_it_shows_in_colours(folder: Path) -> None:
    _refresh(folder, "--html", "all.html")
    seen = _Seen((folder / "all.html").read_text("utf-8"))
    pictures = [attributes for tag, attributes in seen.tags if tag == "svg"]
    assert pictures
    assert all(a["role"] == "img" and a["aria-label"] for a in pictures)
    assert "from 50.0% to 90.0%, median 70.0%" in [a["aria-label"] for a in pictures]
    warm = [a for tag, a in seen.tags if tag == "td" and "h3" in (a.get("class") or "")]
    assert warm
    assert re.search(r"\d of \d", seen.words)
    links = [a["href"] for tag, a in seen.tags if tag == "a" and a["href"][:1] == "."]  # type: ignore[index]
    assert links == ["./out/north.xlsx", "./out/south.xlsx", "./out/west.xlsx"]


def test_every_table_has_a_name_and_headings_that_are_buttons() -> None:
    seen = _Seen(_nasty_page())
    ids = {a["id"] for _, a in seen.tags if "id" in a}
    tables = [a for tag, a in seen.tags if tag == "table"]
    assert len(tables) == 5  # nothing failed
    assert all(a["aria-labelledby"] in ids for a in tables)
    heads = [a for tag, a in seen.tags if tag == "th" and a.get("scope") == "col"]
    assert len(heads) == sum(tag == "button" for tag, _ in seen.tags)
    labelled = {a["for"] for tag, a in seen.tags if tag == "label"}
    assert {a["id"] for tag, a in seen.tags if tag == "input"} <= labelled


def test_formulas_in_words_of_workbooks_stay_words(tmp_path: Path) -> None:
    path = tmp_path / "all.xlsx"
    rows = [indicator(0.8, name="=1+1", section="=cmd|' /C calc'!A0")]
    path.write_bytes(overview_workbook(overview_of([done("=2.xlsx", *rows)]), path))
    for sheet in ("Rows", "Indicators"):
        cells = [cell for row in openpyxl.load_workbook(path)[sheet].iter_rows() for cell in row]
        said = {cell.value: cell.data_type for cell in cells if str(cell.value).startswith("=")}
        assert set(said) >= {"=1+1", "=cmd|' /C calc'!A0"}


def test_the_script_is_sound(tmp_path: Path) -> None:
    import shutil

    from tests.conftest import need
    from tests.support.paths import ROOT

    node = shutil.which("node")
    need(node, "node")
    script = ROOT / "xl_scorecard" / "overview" / "page.js"
    checked = subprocess.run([str(node), "--check", script], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stderr
