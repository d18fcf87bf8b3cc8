"""The Summary and Checks sheets as they go to a committee: on paper, and to screen readers."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from lxml import etree
from openpyxl.utils import column_index_from_string, get_column_letter

from tests.conftest import Refreshed, need
from tests.support.contrast import contrast
from tests.support.office import Office
from tests.support.packages import parts
from tests.support.paths import CHILDREN
from tests.support.readers import opened


@pytest.mark.parametrize("name", ["Summary", "Indicators", "Checks"])
def test_a_sheet_of_ours_prints_one_page_wide_on_a4(refreshed: Refreshed, name: str) -> None:
    sheet = opened(refreshed.file(CHILDREN))[name]
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in ((None, 0), (1, 0))
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_area


def test_the_checks_repeat_their_heading_on_every_page(refreshed: Refreshed) -> None:
    checks = opened(refreshed.file(CHILDREN))["Checks"]
    assert checks.print_title_rows == "$5:$5"
    assert checks.freeze_panes == "A6"


def test_every_chart_of_ours_says_in_words_what_it_shows(refreshed: Refreshed) -> None:
    before = set(parts(CHILDREN))
    drawings = {
        name: data.decode()
        for name, data in parts(refreshed.file(CHILDREN)).items()
        if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name) and name not in before
    }
    assert len(drawings) == 1
    described = [
        re.search(r'descr="([^"]*)"', tag)
        for drawing in drawings.values()
        for tag in re.findall(r"<xdr:cNvPr [^>]*>", drawing)
    ]
    # the bars, a chart for each of the 32 indicators that are rated, and 8 that the rules ask for
    assert len(described) == 41
    assert all(found is not None and len(found[1]) > 20 for found in described)


def test_no_status_is_shown_by_colour_alone(refreshed: Refreshed) -> None:
    book = opened(refreshed.file(CHILDREN))
    for sheet in book.worksheets:
        for block in sheet.conditional_formatting:
            for rule in block.rules:
                formula = " ".join(rule.formula or ())
                is_stripe = "MOD(ROW(),2)=0" in formula  # every second row, whatever it says
                if "xl-scorecard" in formula and not is_stripe:
                    assert re.search(r'="[A-Z][a-z]', formula), formula


def test_the_summary_becomes_pages(refreshed: Refreshed, soffice: Office) -> None:
    need(shutil.which("pdftotext"), "pdftotext")
    pdf = soffice.converted(refreshed.file(CHILDREN), "pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "17 of 32 rated indicators are good or acceptable; 4 rated red." in text
    assert "Indicators that need attention, worst first" in text


def _covered(refreshed: Refreshed) -> list[tuple[int, int]]:
    """The rows that each chart of the Summary covers, the first and the last, from 1."""
    before = set(parts(CHILDREN))
    drawing = next(
        data.decode()
        for name, data in parts(refreshed.file(CHILDREN)).items()
        if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name) and name not in before
    )
    anchors = re.findall(
        r"<xdr:from>.*?<xdr:row>(\d+)</xdr:row>.*?"
        r"<xdr:to>.*?<xdr:row>(\d+)</xdr:row><xdr:rowOff>(\d+)<",
        drawing,
        re.DOTALL,
    )
    # a chart that ends at the very top of a row does not cover it
    return [(int(top) + 1, int(bottom) + (int(off) > 0)) for top, bottom, off in anchors]


def test_no_chart_stands_over_a_cell_or_a_page_break(refreshed: Refreshed) -> None:
    page = opened(refreshed.file(CHILDREN))["Summary"]
    breaks = [each.id for each in page.row_breaks.brk]  # the row above each
    right = page.print_area.rpartition("$")[0].rpartition("$")[2]
    last = column_index_from_string(right)
    covered = _covered(refreshed)
    assert len(covered) == 41
    for top, bottom in covered:
        assert not [row for row in breaks if top <= row < bottom]
        under = page.iter_rows(min_row=top, max_row=bottom, max_col=last, values_only=True)
        assert not any(value not in (None, "") for row in under for value in row)


def test_letters_on_the_summarys_paper_are_ten_points_at_least(refreshed: Refreshed) -> None:
    """As Excel prints it: A4 across, half an inch at either side, a page wide; a width is stored in
    digits of 7 pixels, the 5 around them included."""
    path = refreshed.file(CHILDREN)
    sheet = opened(path)["Summary"]
    (area,) = sheet.print_area.split(",")
    first, last = (
        column_index_from_string(letters)
        for letters in re.findall(r"\$?([A-Z]+)\$?\d", area.rpartition("!")[2])
    )
    wide = sum(
        7 * sheet.column_dimensions[get_column_letter(n)].width * 0.75
        for n in range(first, last + 1)
    )
    scale = min(100, int(100 * (297 / 25.4 * 72 - 72) / wide)) / 100  # in whole percent
    sizes = {
        cell.font.sz
        for row in sheet.iter_rows(max_col=last)
        for cell in row
        if cell.value not in (None, "")
    }
    before = set(parts(CHILDREN))
    of_charts = {
        int(size) / 100
        for name, data in parts(path).items()
        if name.startswith("xl/charts/") and name not in before
        for size in re.findall(rb'\bsz="(\d+)"', data)
    }
    assert of_charts
    assert min(sizes | of_charts) * scale >= 10


_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_what_is_drawn_in_charts_stands_out_from_paper_and_letters_from_bars(
    refreshed: Refreshed,
) -> None:
    """WCAG 2.1: 4.5 to 1 for letters (1.4.3), 3 to 1 for lines (1.4.11)."""
    before = set(parts(CHILDREN))
    labelled, lines = set(), set()
    for name, data in parts(refreshed.file(CHILDREN)).items():
        if not name.startswith("xl/charts/chart") or name in before:
            continue
        for series in etree.fromstring(data).iter(f"{_C}ser"):
            fill = series.find(f"{_C}spPr/{_A}solidFill/{_A}srgbClr")
            line = series.find(f"{_C}spPr/{_A}ln/{_A}solidFill/{_A}srgbClr")
            letters = series.find(f"{_C}dLbls//{_A}solidFill/{_A}srgbClr")
            if letters is not None and fill is not None:
                labelled.add((f"#{fill.get('val')}", f"#{letters.get('val')}"))
            if line is not None and series.getparent().tag == f"{_C}lineChart":
                lines.add(f"#{line.get('val')}")
    assert len(labelled) == 5
    assert all(contrast(*pair) >= 4.5 for pair in labelled)
    assert len(lines) > 3
    assert {line for line in lines if contrast(line, "#FFFFFF") < 3} == set()
