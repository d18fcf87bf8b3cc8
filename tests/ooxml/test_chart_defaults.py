"""A chart of ours says itself what its reader would fill in by the version of the workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tests.support.books import refreshed_into, scorecard
from tests.support.packages import parts, patched, replacing
from tests.support.strict import made_strict

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
C_STRICT = "{http://purl.oclc.org/ooxml/drawingml/chart}"

# ECMA-376 part 1, 21.2.2: what each may leave out, and what LibreOffice (oox) and Excel then take
# otherwise in a workbook of 2007 than in a later one. None: whatever it says, it must say it.
SAID = {
    "chartSpace": {"roundedCorners": "0"},
    "chart": {"autoTitleDeleted": "0", "plotVisOnly": "1", "dispBlanksAs": "span",
              "showDLblsOverMax": "0"},
    "title": {"overlay": "0"},
    "legend": {"overlay": "0"},
    "barChart": {"varyColors": "0"},
    "lineChart": {"varyColors": "0", "marker": "1"},
    "dLbls": {"showLegendKey": "0", "showVal": "1", "showCatName": "0", "showSerName": "0",
              "showPercent": "0", "showBubbleSize": "0"},
    "catAx": {"delete": None, "majorTickMark": "out", "minorTickMark": "none", "auto": "1",
              "noMultiLvlLbl": "0"},
    "valAx": {"delete": None, "majorTickMark": "out", "minorTickMark": "none"},
}  # fmt: skip
OF_SERIES = {"barChart": {"invertIfNegative": "0"}, "lineChart": {"smooth": "0"}}
LABELS = ["numFmt", "txPr", "showLegendKey", "showVal", "showCatName", "showSerName",
          "showPercent", "showBubbleSize"]  # fmt: skip


def _trending(path: Path) -> Path:
    """A scorecard with an indicator far off target for five quarters, which is drawn as a line."""
    headings = ["Ref", "Measure", "Good is", "Target"]
    headings += [f"Q{n % 4 + 1} 20{17 + n // 4}/{18 + n // 4}" for n in range(2, 7)]
    rows = [
        (f"{letter}1", f"Children {letter}", "High", 0.8, 0.5, 0.52, 0.49, 0.47, figure)
        for letter, figure in (("A", 0.4), ("B", 0.82), ("C", 0.3))
    ]
    return scorecard(path, rows, headings)


RULES = """\
name: small
defaults: {tolerance: 5 points, unit: percent, good_is: high}
indicators:
  - {id: A1, name: Children A}
  - {id: B1, name: Children B}
  - {id: C1, name: Children C}
"""


def _charts(workbook: Path, folder: Path) -> list[etree._Element]:
    refreshed_into(folder / "out", workbook, RULES)
    contents = parts(folder / "out" / workbook.name)
    return [etree.fromstring(d) for n, d in contents.items() if n.startswith("xl/charts/chart")]


def _unsaid(chart: etree._Element, space: str) -> Iterator[str]:
    for element in [chart, *chart.iter(f"{space}*")]:
        name = etree.QName(element).localname
        wanted: dict[str, str | None] = dict(SAID.get(name, {}))
        if name == "ser":
            wanted = dict(OF_SERIES[etree.QName(element.getparent()).localname])
        for child, value in wanted.items():
            found = [item.get("val") for item in element.findall(f"{space}{child}")]
            if len(found) != 1 or value not in (None, found[0]):
                yield f"{name}/{child}: {found}"


def test_every_kind_of_chart_that_is_drawn_leaves_nothing_to_its_reader(
    tmp_path: Path,
) -> None:
    saved = patched(
        _trending(tmp_path / "plain.xlsx"),
        tmp_path / "q3.xlsx",
        {"docProps/app.xml": replacing(">12.0000<", ">16.0300<")},
    )
    charts = _charts(saved, tmp_path)
    kinds = {kind for kind in OF_SERIES for chart in charts if [*chart.iter(C + kind)]}
    assert kinds == set(OF_SERIES)
    assert [list(_unsaid(chart, C)) for chart in charts] == [[] for _ in charts]


def test_what_is_said_stands_where_the_schema_has_it(tmp_path: Path) -> None:
    charts = _charts(_trending(tmp_path / "q3.xlsx"), tmp_path)
    labels = [item for chart in charts for item in chart.iter(f"{C}dLbls")]
    assert labels
    for item in labels:
        assert [etree.QName(inner).localname for inner in item] == LABELS


def test_charts_in_a_strict_workbook_say_it_in_its_words(tmp_path: Path) -> None:
    strict = made_strict(_trending(tmp_path / "plain.xlsx"), tmp_path / "q3.xlsx")
    charts = _charts(strict, tmp_path)
    assert charts
    assert [list(_unsaid(chart, C_STRICT)) for chart in charts] == [[] for _ in charts]
