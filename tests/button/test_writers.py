"""Each writer carries out every field of every edit, or lists it for the documents."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.button.hosted import InExcel as ExcelStage
from tests.button.hosted import OnDisk
from tests.button.models import read_book
from tests.button.object_model import on_windows
from tests.button.payload import results_in
from tests.button.seen import IN_EXCEL, IN_FILE, InExcel, InFile, in_file
from tests.button.telling import (
    MODEL,
    MODEL_FILL,
    PUBLISHED,
    PUBLISHED_FORMULA,
    fields_of,
    telling,
)
from tests.support.books import scorecard
from tests.support.paths import ROOT
from xl_scorecard.button import live_writer
from xl_scorecard.button.hosts import Host, not_carried, table_of_carried, table_of_told
from xl_scorecard.button.live_charts import draw_charts
from xl_scorecard.button.live_host import LiveHost
from xl_scorecard.domain.edits import Chart
from xl_scorecard.writing import apply as file_writer
from xl_scorecard.writing import carried as by_file

FIELDS = list(fields_of())
BY_BUTTON = not_carried(Host.SERVER)


def _listed(path: str, not_carried: Mapping[str, str]) -> bool:
    return any(path == entry or path.startswith(f"{entry}.") for entry in not_carried)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def model(book: Any, page: Any) -> None:
        page.write(MODEL[0] - 1, MODEL[1] - 1, "model", book.add_format({"bg_color": MODEL_FILL}))
        last = book.add_worksheet(PUBLISHED)
        last.write("F3", "Status Q2 2018/19")
        last.write_formula("F4", PUBLISHED_FORMULA, None, "Good")
        book.define_name("xl_scorecard.cells.4.rag", f"='{PUBLISHED}'!$F$3:$F$4")

    return scorecard(tmp_path_factory.mktemp("writers") / "plain.xlsx", more=model)


@pytest.fixture(scope="module")
def file(plain: Path) -> InFile:
    copy = plain.with_name("file.xlsx")
    copy.write_bytes(plain.read_bytes())
    with OnDisk(copy).hosted() as host:
        assert host.write(telling())
    return in_file(copy)


@pytest.fixture(scope="module")
def excel(plain: Path) -> InExcel:
    stage = ExcelStage(plain)
    with stage.hosted() as host:
        assert host.write(telling())
    return InExcel(stage.book, stage.actions)


def test_every_field_there_is_is_looked_for_in_both() -> None:
    assert len(FIELDS) > 60
    assert sorted(IN_FILE) == sorted(FIELDS)
    assert sorted(IN_EXCEL) == sorted(FIELDS)


@pytest.mark.parametrize("path", FIELDS)
def test_the_file_writer_carries_a_field_out_or_lists_it(path: str, file: InFile) -> None:
    assert IN_FILE[path](file) is not _listed(path, by_file.NOT_CARRIED)


@pytest.mark.parametrize("path", FIELDS)
def test_the_button_carries_a_field_out_or_lists_it(path: str, excel: InExcel) -> None:
    assert IN_EXCEL[path](excel) is not _listed(path, BY_BUTTON)


@pytest.mark.parametrize("not_carried", [by_file.NOT_CARRIED, BY_BUTTON])
def test_nothing_is_listed_that_is_no_field(not_carried: Mapping[str, str]) -> None:
    for entry in not_carried:
        assert any(path == entry or path.startswith(f"{entry}.") for path in FIELDS), entry


def test_both_writers_are_called_alike() -> None:
    file, button = (inspect.signature(w.apply) for w in (file_writer, live_writer))
    assert list(file.parameters) == list(button.parameters) == ["workbook", "edits"]
    assert file.return_annotation == button.return_annotation == "None"


def _bullets(after: str) -> list[str]:
    """The points of the list that follows a sentence of the document."""
    text = (ROOT / "docs" / "excel-button.md").read_text("utf-8")
    _, _, rest = text.partition(after)
    (block,) = re.findall(r"\A\n\n((?:- .*\n(?:  .*\n)*)+)", rest)
    return [" ".join(point.split()) for point in re.split(r"(?m)^- ", block)[1:]]


def test_the_document_says_what_the_file_writer_does_not_carry_out_and_nothing_else() -> None:
    said = _bullets("The file writer has exceptions too:")
    assert said == list(dict.fromkeys(by_file.NOT_CARRIED.values()))


def test_the_document_has_the_tables_of_what_each_host_cannot_do() -> None:
    text = (ROOT / "docs" / "excel-button.md").read_text("utf-8")
    for table in (table_of_carried(), table_of_told()):
        assert f"\n\n{table}\n\n" in text, f"the document must say:\n{table}"


def test_both_clients_of_office_js_carry_out_the_same_and_no_host_less() -> None:
    assert not_carried(Host.LITE) == BY_BUTTON
    assert not_carried(Host.WINDOWS).keys() < not_carried(Host.MAC).keys() < BY_BUTTON.keys()


# -- what only a desktop Excel can be asked for, with a double of its charts -----------------------


class Drawn:
    """A chart of a desktop Excel, which knows its series."""

    def __init__(self, series: int) -> None:
        self.given: list[dict[str, object]] = [{} for _ in range(series)]
        self.legend, self.value_axis, self.category_axis = (SimpleNamespace() for _ in range(3))
        self.title: str | None = None

    @property
    def series(self) -> list[SimpleNamespace]:
        return [SimpleNamespace(set=lambda into=into, **k: into.update(k)) for into in self.given]


def _drawn(chart: Chart, series: int = 2) -> Drawn:
    drawn = Drawn(series)
    sheet = SimpleNamespace(
        range=lambda *_: SimpleNamespace(address="$C$80"),
        charts=SimpleNamespace(add=lambda **_: drawn),
    )
    (new,) = telling().new_sheets
    draw_charts(sheet, replace(new, charts=[chart]))
    return drawn


def test_on_a_desktop_bars_have_the_colours_of_their_bands() -> None:
    bars, _ = telling().new_sheets[0].charts
    assert _drawn(bars).given == [{"fill_color": "#AA0001"}, {"fill_color": "#AA0002"}]


def test_on_a_desktop_the_line_of_targets_has_no_markers() -> None:
    _, lines = telling().new_sheets[0].charts
    bold = replace(lines.series[0], faint=False)
    outturn, target = _drawn(replace(lines, series=(bold, lines.series[1]))).given
    assert outturn == {
        "line_color": "#AA0001",
        "marker_foreground_color": "#AA0001",
        "marker_background_color": "#AA0001",
    }
    assert target == {"line_color": "#AA0002", "marker_style": "none"}


def test_where_excel_took_a_heading_for_figures_no_series_gets_the_colour_of_another() -> None:
    bars, _ = telling().new_sheets[0].charts
    assert _drawn(bars, series=3).given == [{}, {}, {}]


# -- what is carried out on Windows alone, in a stand-in for Excel's object model -----------------


def test_on_windows_what_is_listed_for_the_other_hosts_alone_is_carried_out(plain: Path) -> None:
    with on_windows(read_book(plain), results_in(plain)) as (book, calls):
        LiveHost(book, plain, ()).write(telling())
    given = [(member, value) for _, _, member, value in calls.set]
    for wanted in (
        ("PageSetup.Orientation", 2),
        ("PageSetup.PrintTitleRows", "$4:$5"),
        ("Shape.AlternativeText", "told of a bar"),
        ("Shape.AlternativeText", "told of a line"),
        ("Line.DashStyle", 4),
    ):
        assert given.count(wanted) == 1, wanted
    assert calls["HPageBreaks.Add()"] == 1
    only = not_carried(Host.MAC).keys() - not_carried(Host.WINDOWS).keys()
    assert {path.rpartition(".")[2] for path in only} == {
        "alternative_text", "dashed", "landscape", "page_breaks", "repeat_rows",
    }  # fmt: skip
