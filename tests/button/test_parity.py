"""What the button does to an open workbook equals what the file writer does to a closed one."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import pytest

import xl_scorecard
from tests.button.desktop import press_on_desktop
from tests.button.models import Book, Cell, area_of, places, read_book
from tests.button.payload import Results, results_in
from tests.button.pressed import (
    charts,
    contents,
    everything,
    number_formats,
    our_columns,
    our_names,
    press,
)
from tests.button.replayer import Action, Touch
from tests.button.waiting import without_waiting_rows
from tests.support import paths
from tests.support.books import HEADINGS, done, rule_file, scorecard
from tests.support.layouts import LAYOUTS, laid_out

_SAMPLES = {
    "children": (paths.CHILDREN, paths.CHILDRENS_RULES),
    "early help": (paths.EARLY_HELP, paths.RULES / "early-help.yaml"),
}
_CELL_IN_SUMMARY, _CELL_IN_CHECKS = 9, 3
_REGISTER = "Indicators"
_A_FEW = 5
_USUAL_WIDTH, _ABOUT = 9.14, 1.5
_NO_FOLDER = (
    "the open workbook lies in no folder of this computer: save it beside last quarter's, and "
    "press again"
)


@dataclass(frozen=True)
class Both:
    """A sample before, refreshed as a file, and refreshed by the button."""

    rules: Path
    original: Book
    file: Book
    results: Results
    button: Book
    actions: list[Action]
    touches: list[Touch]
    press: Callable[[Book, Results, Path], tuple[list[Action], list[Touch]]]


_RULES_OF_TWO_TABLES = """\
name: two-tables
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: A1, name: Children seen, good_is: high}
  - {id: B1, name: Children waiting, good_is: low}
  - {id: D1, name: Reviews on time, good_is: high}
  - {id: E1, name: Staff vacancies, good_is: low}
"""


def _two_tables(folder: Path) -> tuple[Path, Path]:
    """One table above another on a sheet, and rules for both."""
    rows: list[tuple[str | float | None, ...]] = [
        ("A1", "Children seen", "High", 0.8, 0.75, 0.824),
        ("B1", "Children waiting", "Low", 0.2, 0.25, 0.23),
        (), (),
        HEADINGS,
        ("D1", "Reviews on time", "High", 0.9, 0.7, 0.715),
        ("E1", "Staff vacancies", "Low", 0.1, 0.1, 0.092),
    ]  # fmt: skip
    path = scorecard(folder / "two-tables.xlsx", rows)
    return path, rule_file(folder, _RULES_OF_TWO_TABLES)


_ON_THE_WEB = ["children", "two tables", *LAYOUTS]
"""Early help has a RAG column of its own, which the web cannot see to be uncoloured."""
_CASES = [
    *(("desktop", what) for what in (*_SAMPLES, "two tables", *LAYOUTS)),
    *(("web", what) for what in _ON_THE_WEB),
]


@pytest.fixture(scope="module", params=_CASES, ids=" ".join)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Both:
    engine, what = request.param
    folder = tmp_path_factory.mktemp("parity")
    if what in _SAMPLES:
        sample, rules = _SAMPLES[what]
        source = Path(shutil.copy(sample, folder))
    elif what in LAYOUTS:
        source, rules = laid_out(folder, what), folder / "rules.yaml"
    else:
        source, rules = _two_tables(folder)
    run = xl_scorecard.refresh(source, rules=rules, out=folder / "out")
    assert done(run).outcome == "refreshed"
    original = read_book(source)
    button = deepcopy(original)
    pressed = press if engine == "web" else press_on_desktop
    actions, touches = pressed(button, results_in(source), rules)
    written = folder / "out" / source.name
    results = results_in(written)
    file = read_book(written)
    if engine == "web":
        without_waiting_rows(file, original)
    return Both(rules, original, file, results, button, actions, touches, pressed)


def test_new_sheets_come_after_the_officers_in_the_same_order(both: Both) -> None:
    assert both.button.sheet_names == both.file.sheet_names
    added = [name for name in both.file.sheet_names if name not in both.original.sheet_names]
    assert both.file.sheet_names == [*both.original.sheet_names, *added]
    assert added in (
        ["Summary", "Indicators", "Checks"],
        ["Ratings", "Summary", "Indicators", "Checks"],
    )


def test_every_cell_of_the_officers_sheets_holds_the_same(both: Both) -> None:
    differences = {
        place: found
        for name in both.original.sheet_names
        for place, found in contents(both.file[name], both.button[name]).items()
    }
    assert differences == {}


def test_our_columns_hold_something_and_stand_at_the_same_place(both: Both) -> None:
    file, button = ({(s, k): at for s, k, at in our_columns(b)} for b in (both.file, both.button))
    assert file == button
    for (sheet, kind), at in file.items():
        if kind != "trend":
            assert any(place in both.button[sheet].filled for place in at), kind


def test_every_cell_of_the_summary_holds_the_same(both: Both) -> None:
    links = frozenset({_CELL_IN_SUMMARY})
    assert contents(both.file["Summary"], both.button["Summary"], links=links) == {}


def test_every_cell_of_the_register_holds_the_same(both: Both) -> None:
    headings = {at: cell.value for at, cell in both.file[_REGISTER].filled.items() if at[0] == 5}
    links = frozenset(column for (_, column), text in headings.items() if text == "Where")
    assert contents(both.file[_REGISTER], both.button[_REGISTER], links=links) == {}


def test_the_register_is_the_same_table(both: Both) -> None:
    assert both.file[_REGISTER].tables
    assert both.button[_REGISTER].tables == both.file[_REGISTER].tables


def test_every_cell_of_the_checks_holds_the_same_but_for_what_excel_cannot_be_asked(
    both: Both,
) -> None:
    file, button = both.file["Checks"], both.button["Checks"]
    differences = contents(file, button)
    nothing, some_unknown = differences.pop("Checks!R4C1")
    assert nothing is None
    assert some_unknown == "Not all could be looked at: see below the list."
    passed = differences.pop("Checks!R6C5", ("Every check passed.", None))
    assert passed[0] == "Every check passed."
    assert passed[1] != "Every check passed."
    (list_,) = file.tables.values()
    rows = {int(place.split("!R")[1].partition("C")[0]) for place in differences}
    assert all(row > list_[2] + 3 for row in rows)  # below the list and two headings
    why = {cell.value for (row, column), cell in button.filled.items() if row in rows
           and column == 8}  # fmt: skip
    assert why == {
        "Excel does not tell it of an open workbook: save it, and check the file",
        _NO_FOLDER,
    }


def test_the_findings_are_the_same_table_with_the_same_words_to_pick(both: Both) -> None:
    file, button = both.file["Checks"], both.button["Checks"]
    assert file.tables
    assert button.tables == file.tables
    assert button.choices == file.choices


def test_changes_have_the_same_number_formats(both: Both) -> None:
    columns = [(s, at) for s, kind, at in our_columns(both.file) if kind.startswith("change")]
    assert columns or "Ratings" in both.file.sheet_names
    for sheet, at in columns:
        assert number_formats(both.file[sheet], both.button[sheet], at) == {}


def test_the_figures_of_the_summary_have_the_same_number_formats(both: Both) -> None:
    summary = both.file["Summary"]
    figures = [
        at
        for at, cell in summary.filled.items()
        if cell.formula is not None or isinstance(cell.value, float)
    ]
    assert {"General"} < {summary.cells[at].number_format for at in figures}
    assert number_formats(summary, both.button["Summary"], figures) == {}


def test_every_sheet_has_the_same_conditional_formats_area_by_area(both: Both) -> None:
    for name in both.file.sheet_names:
        file, button = Counter(both.file[name].shades), Counter(both.button[name].shades)
        assert (name, dict(file - button), dict(button - file)) == (name, {}, {})


def test_conditional_formats_on_the_officers_sheets_say_that_they_are_ours(both: Both) -> None:
    for name in both.original.sheet_names:
        new = Counter(both.button[name].shades) - Counter(both.original[name].shades)
        assert all('N("xl-scorecard")=0' in shade.formula for shade in new)


def test_charts_have_the_same_kinds_and_lie_over_the_same_cells(both: Both) -> None:
    for name in both.file.sheet_names:
        file, button = charts(both.file[name]), charts(both.button[name])
        assert (name, dict(file - button), dict(button - file)) == (name, {}, {})


def test_charts_are_titled_in_the_words_that_the_file_points_to(both: Both) -> None:
    def words(title: str | None) -> object:
        if title is None or not title.startswith("="):
            return title
        sheet, cell = title[1:].split("!")
        row, column, _, _ = area_of(cell)
        return both.results[sheet, row, column]

    file, button = (
        [words(chart.title) for chart in book["Summary"].charts]
        for book in (both.file, both.button)
    )
    assert button == file


def test_the_names_of_ours_stand_for_the_same_cells(both: Both) -> None:
    names, in_file = our_names(both.button), our_names(both.file)
    # what a file holds is noted where it is written: Excel's own save comes after the button
    assert names.keys() == in_file.keys() - {"xl_scorecard.content"}
    # what was not looked at stands on the Checks sheet, and is more where less can be asked for
    differ = {name for name, text in names.items() if text != in_file[name]}
    assert all(name.startswith("xl_scorecard.drawn.checks.") for name in differ)


def test_the_officers_names_stand_for_the_same_cells(both: Both) -> None:
    kept = {n: t for n, t in both.button.names.items() if not n.startswith("xl_scorecard.")}
    assert kept == both.original.names


def test_merges_are_the_same(both: Both) -> None:
    for name in both.file.sheet_names:
        assert (name, both.button[name].merges) == (name, both.file[name].merges)


def test_columns_are_about_as_wide(both: Both) -> None:
    differences = {
        (sheet.name, column): (width, both.button[sheet.name].widths.get(column))
        for sheet in both.file.sheets
        for column, width in sheet.widths.items()
        if abs(both.button[sheet.name].widths.get(column, _USUAL_WIDTH) - width) > _ABOUT
    }
    assert differences == {}


def test_charts_begin_at_the_same_rows_as_high_as_the_rows_are(both: Both) -> None:
    file, button = (
        [book["Summary"].row_of(chart) for chart in book["Summary"].charts]
        for book in (both.file, both.button)
    )
    assert button == file


def test_no_cell_that_officers_filled_is_ever_written_to(both: Both) -> None:
    filled = {(sheet.name, at) for sheet in both.original.sheets for at in sheet.filled}
    written = {
        (touch.action, touch.sheet, at)
        for touch in both.touches
        if touch.contents or touch.looks
        for at in places(touch.area)
        if (touch.sheet, at) in filled
    }
    assert written == set()


def test_a_second_press_leaves_everything_as_it_is(both: Both) -> None:
    before = everything(both.button)
    again = deepcopy(both.button)
    both.press(again, both.results, both.rules)
    after = everything(again)
    assert after.keys() == before.keys()
    for part, was in before.items():
        assert (part, after[part]) == (part, was)


def test_what_officers_typed_over_our_words_stays_after_the_next_press(both: Both) -> None:
    again = deepcopy(both.button)
    if "Ratings" in again.sheet_names:
        return  # nothing of ours stands among the officers' cells
    sheet, _, column = next(c for c in our_columns(again) if c[1] == "rag")
    (at, *_) = [p for p in column if again[sheet].cells.get(p, Cell()).formula]
    again[sheet].cells[at] = Cell("See the note")
    results = {place: value for place, value in both.results.items() if place != (sheet, *at)}
    _, touches = both.press(again, results, both.rules)
    assert again[sheet].cells[at].content == "See the note"
    assert not [t for t in touches if t.sheet == sheet and t.contents and at in places(t.area)]


def test_a_second_press_sends_about_as_many_actions_as_the_first(both: Both) -> None:
    again = deepcopy(both.button)
    actions, _ = both.press(again, both.results, both.rules)
    assert len(actions) <= 1.5 * len(both.actions)


def test_figures_that_were_never_saved_count() -> None:
    book, results = read_book(paths.EARLY_HELP), results_in(paths.EARLY_HELP)
    sheet = book["EH monthly"]
    decided_in_time = (6, 18)  # 92.5 against a goal of 90, 5 points of tolerance
    assert sheet.cells[decided_in_time].value == 92.5
    sheet.cells[decided_in_time].value = 50.0
    press(book, results, paths.RULES / "early-help.yaml")
    register = book[_REGISTER]
    columns = {cell.value: at[1] for at, cell in register.filled.items() if at[0] == 5}
    assert register.cells[7, columns["Cell"]].content is not None
    assert register.cells[7, columns["Outturn: at the refresh"]].value == 50.0


_HEADINGS = ("Ref", "Measure", "Good is", "Target", "Q4 2017/18", "Q1 2018/19", "Q2 2018/19",
             "Q3 2018/19")  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """What the rows of a generated scorecard are like."""

    units: tuple[str, ...] = ("percent",)
    gaps: bool = False
    headed: bool = False


_KINDS = {
    "all alike": Kind(),
    "of two units in turn": Kind(units=("percent", "count")),
    "with figures missing": Kind(gaps=True),
    "under three headings": Kind(headed=True),
}


def _generated(folder: Path, rows: int, kind: Kind) -> tuple[Book, Results, Path]:
    """A scorecard in three sections, its rows short of target by more or less."""
    lines: list[tuple[str | float | None, ...]] = []
    rules = ["name: generated", "defaults: {tolerance: 5 points}", "indicators:"]
    for number in range(1, rows + 1):
        unit = kind.units[number % len(kind.units)]
        scale = 1 if unit == "percent" else 100
        last = 0.4 + number * 37 % 97 / 200
        figures = [round(value * scale, 3) for value in (0.8, 0.7, 0.72, 0.71, last)]
        if kind.gaps and number % 5 == 3:
            figures[-2] = None  # type: ignore[call-overload]
        section = f"Section {number * 3 // (rows + 1) + 1}"
        if kind.headed and (not lines or section != rules[-1].partition("section: ")[2][:9]):
            lines.append((section,))
        lines.append((f"A{number}", f"Measure {number}", "High", *figures))
        tolerance = "" if unit == "percent" else ", tolerance: 5"
        rules.append(
            f"  - {{id: A{number}, name: Measure {number}, good_is: high, unit: {unit},"
            f" section: {section}{tolerance}}}"
        )
    path = scorecard(folder / f"generated-{rows}.xlsx", lines, _HEADINGS)
    return read_book(path), results_in(path), rule_file(folder, "\n".join(rules))


@pytest.mark.parametrize("kind", _KINDS.values(), ids=_KINDS)
def test_the_number_of_actions_does_not_grow_with_the_rows(kind: Kind, tmp_path: Path) -> None:
    sent = {}
    for rows in (10, 60, 200):
        book, results, rules = _generated(tmp_path, rows, kind)
        actions, _ = press(book, results, rules)
        sent[rows] = Counter(action["func"] for action in actions)
    for found in sent.values():
        del found["namesAdd"]  # what is known again grows with what was drawn, 4,000 letters a name
    if len(kind.units) > 1:  # every other row of the register has another format
        assert sent[200].pop("setNumberFormat") <= sent[60].pop("setNumberFormat") + 500
    totals = {rows: found.total() for rows, found in sent.items()}
    more = dict(sent[200] - sent[10])
    # the list of what needs attention has 50 rows at most, each of which may change the format
    assert totals[200] <= totals[60] + _A_FEW, (totals, more)


def test_a_sheet_of_ours_that_is_no_longer_needed_goes(tmp_path: Path) -> None:
    (tmp_path / "down").mkdir()
    (tmp_path / "long").mkdir()
    down = laid_out(tmp_path / "down", "transposed")
    book, rules = read_book(down), tmp_path / "down" / "rules.yaml"
    press(book, results_in(down), rules)
    assert book.sheet_names == ["Scorecard", "Ratings", "Summary", "Indicators", "Checks"]
    turned = laid_out(tmp_path / "long", "long")
    book["Scorecard"].cells = read_book(turned)["Scorecard"].cells
    press(book, results_in(turned), rules)
    assert book.sheet_names == ["Scorecard", "Summary", "Indicators", "Checks"]
