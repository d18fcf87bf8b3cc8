"""The replayer and the payload against what Excel and its web client are known to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import xlwings

from tests.button.models import Book, Cell, Series, Shade, Sheet, read_book
from tests.button.payload import payload, payload_of
from tests.button.replayer import Touch, replay
from tests.button.typed import Becomes

Script = Callable[[Any], object]


def _book(*rows: list[object]) -> Book:
    cells = {
        (row, column): Cell(value)
        for row, line in enumerate(rows, 1)
        for column, value in enumerate(line, 1)
    }
    return Book("small.xlsx", [Sheet("Page", cells), Sheet("Other page")])


def _after(book: Book, script: Script) -> list[Touch]:
    """What xlwings sends for a script, carried out on the model."""
    live = xlwings.Book(json=payload(book, {}))
    script(live)
    return replay(book, live.json()["actions"])


def _contents(sheet: Sheet) -> dict[tuple[int, int], object]:
    return {at: cell.content for at, cell in sheet.filled.items()}


def test_a_block_of_formulas_texts_and_numbers_lands_cell_by_cell() -> None:
    book = _book()
    _after(book, lambda b: setattr(b.sheets[0]["B2:C3"], "formula", [["=A1", 2], ["words", ""]]))
    assert _contents(book["Page"]) == {(2, 2): "=A1", (2, 3): 2.0, (3, 2): "words"}


def test_one_formula_over_a_block_is_filled_with_its_references_moved_along() -> None:
    book = _book()
    _after(book, lambda b: setattr(b.sheets[0]["C2:D3"], "formula", "=$A2+B$1"))
    assert _contents(book["Page"]) == {
        (2, 3): "=$A2+B$1",
        (2, 4): "=$A2+C$1",
        (3, 3): "=$A3+B$1",
        (3, 4): "=$A3+C$1",
    }


def test_an_empty_text_empties_a_cell() -> None:
    book = _book(["there", "there too"])
    _after(book, lambda b: setattr(b.sheets[0]["A1:B1"], "value", [[None, "new"]]))
    assert _contents(book["Page"]) == {(1, 2): "new"}


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("'=A1", "=A1"),
        ("'December 2018", "December 2018"),
        ("Q3 2018/19", "Q3 2018/19"),
        ("2018/19", "2018/19"),
        ("5a", "5a"),
        ("May", "May"),
        ("n/a", "n/a"),
        ("1.10", 1.1),
        ("December 2018", Becomes("a date", "December 2018")),
        ("Dec 18", Becomes("a date", "Dec 18")),
        ("31 March 2019", Becomes("a date", "31 March 2019")),
        ("3/4", Becomes("a date", "3/4")),
        ("12%", Becomes("a number", "12%")),
        ("1,234", Becomes("a number", "1,234")),
        ("10:30", Becomes("a time", "10:30")),
        ("TRUE", Becomes("a truth", "TRUE")),
        ("#N/A", Becomes("an error", "#N/A")),
        ("- not counted", Becomes("a formula", "- not counted")),
    ],
)
def test_text_is_taken_as_if_it_were_typed(typed: str, held: object) -> None:
    book = _book()
    _after(book, lambda b: setattr(b.sheets[0]["A1"], "formula", typed))
    assert book["Page"].cells[1, 1].content == held


def test_in_a_cell_formatted_as_text_everything_stays_text() -> None:
    def script(book: Any) -> None:
        book.sheets[0]["A1:A2"].number_format = "@"
        book.sheets[0]["A1:A2"].formula = [["December 2018"], ["=B1"]]

    book = _book()
    _after(book, script)
    assert _contents(book["Page"]) == {(1, 1): "December 2018", (2, 1): "=B1"}


def test_a_merge_that_would_lose_a_value_fails() -> None:
    book = _book(["keep", "me"])
    with pytest.raises(AssertionError, match="loses"):
        _after(book, lambda b: b.sheets[0]["A1:B1"].merge())


def test_clearing_a_range_takes_its_merges_formats_and_shades_and_leaves_the_rest() -> None:
    def script(book: Any) -> None:
        page = book.sheets[0]
        page["A1:A6"].conditional_formats.add_custom('=$A1="Red"', fill_color="#b3001b")
        page["B1:B2"].merge()
        page["A1:B9"].number_format = "0%"
        page["A1:B2"].clear()

    book = _book(["gone"], ["gone"], ["stays"])
    _after(book, script)
    page = book["Page"]
    assert _contents(page) == {(3, 1): "stays"}
    assert page.merges == set()
    assert page.shades == [Shade((3, 1, 6, 1), '$A3="Red"', "#B3001B")]
    assert page.cells[3, 1].number_format == "0%"
    assert (2, 1) not in page.cells


def test_column_widths_are_taken_in_points_and_kept_in_characters() -> None:
    book = _book()
    _after(book, lambda b: setattr(b.sheets[0]["B1:C1"], "column_width", 52.5))
    assert book["Page"].widths == {2: 10.0, 3: 10.0}


def test_the_latest_conditional_format_comes_first() -> None:
    def script(book: Any) -> None:
        for word in ("Green", "Red"):
            book.sheets[0]["A2:B3"].conditional_formats.add_custom(
                f'=$A2="{word}"', fill_color="#00ff00", font_color=(255, 255, 255)
            )

    book = _book()
    _after(book, script)
    assert book["Page"].shades == [
        Shade((2, 1, 3, 2), '$A2="Red"', "#00FF00", "#FFFFFF"),
        Shade((2, 1, 3, 2), '$A2="Green"', "#00FF00", "#FFFFFF"),
    ]


def test_sheets_are_added_where_they_are_asked_for_and_deleted_with_their_names_lost() -> None:
    def script(book: Any) -> None:
        book.names.add("one", "=Page!$A$1")
        book.names.add("other", "='Other page'!$B$2")
        book.sheets.add("Last", after=book.sheets["Other page"])
        book.sheets["Other page"].delete()
        book.sheets["Last"]["A1"].value = "here"

    book = _book()
    book["Page"].cells[1, 1] = Cell(formula="='Other page'!B2+1")
    _after(book, script)
    assert book.sheet_names == ["Page", "Last"]
    assert _contents(book["Last"]) == {(1, 1): "here"}
    assert book.names == {"one": "Page!$A$1", "other": "#REF!$B$2"}
    assert _contents(book["Page"]) == {(1, 1): "=#REF!B2+1"}


def test_a_name_that_is_there_cannot_be_added_before_it_is_deleted() -> None:
    book = _book()
    book.names["ours"] = "Page!$A$1"
    with pytest.raises(AssertionError, match="there is a name ours already"):
        _after(book, lambda b: b.names.add("OURS".lower(), "=Page!$A$2"))

    def anew(live: Any) -> None:
        live.names["ours"].delete()
        live.names.add("ours", "=Page!$A$2")

    _after(book, anew)
    assert book.names == {"ours": "Page!$A$2"}


def test_a_chart_takes_headings_of_text_as_names_and_categories() -> None:
    def script(book: Any) -> None:
        chart = book.sheets[0].charts.add(
            0, 0, 300, 200, chart_type="line_markers", source=book.sheets[0]["A1:C3"],
            plot_by="rows", name="Trend",
        )  # fmt: skip
        chart.title = "Children seen"
        chart.legend.position = "bottom"

    book = _book(["Measure", "Q1 2018/19", "Q2 2018/19"], ["Outturn", 0.5, 0.6], ["Target", 1, 1])
    _after(book, script)
    (chart,) = book["Page"].charts
    assert (chart.kind, chart.title, chart.name) == ("line", "Children seen", "Trend")
    assert chart.series == [
        Series("Page!B2:C2", "Page!B1:C1", "Page!A2"),
        Series("Page!B3:C3", "Page!B1:C1", "Page!A3"),
    ]


def test_a_chart_over_headings_that_became_dates_takes_them_for_figures() -> None:
    def script(book: Any) -> None:
        page = book.sheets[0]
        page["A1:C2"].formula = [["Measure", "Nov 2018", "Dec 2018"], ["Outturn", 1, 2]]
        page.charts.add(chart_type="line", source=page["A1:C2"], plot_by="rows")

    book = _book()
    _after(book, script)
    (chart,) = book["Page"].charts
    assert [(s.values, s.categories) for s in chart.series] == [
        ("Page!B1:C1", None),
        ("Page!B2:C2", None),
    ]


def test_charts_are_numbered_as_the_sheet_holds_them() -> None:
    def script(book: Any) -> None:
        page = book.sheets[0]
        for name in ("first", "second"):
            page.charts.add(source=page["A1:B2"], name=name, chart_type="bar_stacked")
        page.charts["first"].delete()
        page.charts["second"].title = "Left over"

    book = _book(["", "a"], ["b", 1])
    _after(book, script)
    assert [(c.name, c.kind, c.title) for c in book["Page"].charts] == [
        ("second", "bar stacked", "Left over")
    ]


def test_a_chart_begins_at_its_anchor_or_as_far_down_as_the_rows_above_it_are_high() -> None:
    def script(book: Any) -> None:
        page = book.sheets[0]
        page["A1:A2"].row_height = 30
        page.charts.add(10, 75, source=page["A1:B2"], name="two high rows and one of 15")
        page.charts.add(anchor=page["C7"], source=page["A1:B2"], name="anchored")

    book = _book(["", "a"], ["b", 1])
    _after(book, script)
    page = book["Page"]
    assert [page.row_of(chart) for chart in page.charts] == [4, 7]


def test_saving_and_every_other_unknown_action_fails() -> None:
    with pytest.raises(AssertionError, match="does not know the action save"):
        _after(_book(), lambda b: b.save())
    with pytest.raises(AssertionError, match="does not know the action rangeInsert"):
        _after(
            _book(),
            lambda b: b.sheets[0]["A1"].insert("down", copy_origin="format_from_left_or_above"),
        )


def test_every_touch_says_where_and_whether_contents_or_looks_change() -> None:
    def script(book: Any) -> None:
        book.sheets[1]["B2:C3"].value = 1
        book.sheets[0]["A1"].font.bold = True

    value, bold = _after(_book(), script)
    assert (value.sheet, value.area, value.contents, value.looks) == (
        "Other page", (2, 2, 3, 3), True, False,
    )  # fmt: skip
    assert (bold.sheet, bold.area, bold.contents, bold.looks) == (
        "Page", (1, 1, 1, 1), False, True,
    )  # fmt: skip


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A workbook with one of each thing that the model knows."""
    path = tmp_path / "written.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page, empty = book.add_worksheet("First page"), book.add_worksheet("Empty")
        date = book.add_format({"num_format": "d mmm yyyy"})
        page.write_row("B2", ["Month", "Figure", True])
        page.write_number("B3", 43465, date)
        page.write_formula("C3", "=1/4", book.add_format({"num_format": "0%"}), 0.25)
        page.write_formula("C4", "=NA()", None, "#N/A")
        page.write_url("E2", "internal:'First page'!B2", None, "B2")
        page.merge_range("D3:E3", "")
        page.conditional_format(
            "C3:C9",
            {
                "type": "formula",
                "criteria": "=$C3>1",
                "format": book.add_format({"bg_color": "#B3001B", "font_color": "#FFFFFF"}),
                "multi_range": "C3:C9 E3:E9",
            },
        )
        chart = book.add_chart({"type": "bar", "subtype": "stacked"})
        chart.add_series({"values": "='First page'!$C$3:$C$4", "name": "='First page'!$C$2",
                          "categories": "='First page'!$B$3:$B$4"})  # fmt: skip
        chart.set_title({"name": "Words"})
        page.insert_chart("J1", chart)
        book.define_name("Ours", "='First page'!$B$2:$C$3")
        book.define_name("Rate", "=0.2")
        empty.hide()
    return path


def test_a_file_is_sent_as_the_client_sends_it(written: Path) -> None:
    sent = payload_of(written)
    first, empty = sent["sheets"]
    assert (sent["client"], sent["book"]["name"]) == ("Office.js", "written.xlsx")
    assert first["values"][:4] == [
        [""] * 5,
        ["", "Month", "Figure", True, "B2"],
        ["", "2018-12-31T00:00:00.000Z", 0.25, "", ""],
        ["", "", "#N/A", "", ""],
    ]
    assert first["used_range_address"] == "B2:E4"
    assert len(first["charts"]) == 1
    assert (empty["visibility"], empty["used_range_address"]) == ("Hidden", None)
    assert {(n["name"], n["refers_to"], n["sheet_index"], n["address"]) for n in sent["names"]} == {
        ("Ours", "='First page'!$B$2:$C$3", 0, "B2:C3"),
        ("Rate", "=0.2", None, None),
    }


def test_xlwings_reads_from_the_payload_what_the_file_holds(written: Path) -> None:
    live = xlwings.Book(json=payload_of(written))
    page = live.sheets["First page"]
    assert page["B3"].value.isoformat() == "2018-12-31T00:00:00"
    assert page["C3"].value == 0.25
    assert page.used_range.address == "$B$2:$E$4"
    assert live.names["Ours"].refers_to_range.address == "$B$2:$C$3"


def test_a_file_is_read_into_the_model_as_it_was_written(written: Path) -> None:
    book = read_book(written)
    page = book["First page"]
    assert page.cells[3, 3] == Cell(formula="=1/4", number_format="0%")
    assert page.cells[2, 5].link == "'First page'!B2"
    assert page.merges == {(3, 4, 3, 5)}
    assert page.shades == [
        Shade(area, "$C3>1", "#B3001B", "#FFFFFF") for area in ((3, 3, 9, 3), (3, 5, 9, 5))
    ]
    (chart,) = page.charts
    assert (chart.kind, chart.title) == ("bar stacked", "Words")
    assert chart.series == [Series("First page!C3:C4", "First page!B3:B4", "First page!C2")]
    assert not book["Empty"].visible
