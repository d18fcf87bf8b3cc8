"""What a chart leaves unsaid, said: readers fill it in by the version that saved the workbook.

A chart part without these elements looks one way in a workbook saved by Excel 2007 and another in
one saved by a later version (`AppVersion` in docProps/app.xml): labels then show everything they
can, lines are curved, corners round. The values are those that Excel 2007 takes, for which
XlsxWriter draws. Orders are those of ECMA-376 part 1, 21.2.2.
"""

from __future__ import annotations

from functools import cache

from lxml import etree

from xl_scorecard.opc.xml import Element, local, namespace

_AXIS = (
    "axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title", "numFmt",
    "majorTickMark", "minorTickMark", "tickLblPos", "spPr", "txPr", "crossAx", "crosses",
    "crossesAt", "auto", "lblAlgn", "lblOffset", "noMultiLvlLbl", "crossBetween", "majorUnit",
    "minorUnit", "dispUnits", "extLst",
)  # fmt: skip
_PLOT = ("barDir", "grouping", "varyColors", "ser", "dLbls", "gapWidth", "overlap", "serLines",
         "dropLines", "hiLowLines", "upDownBars", "marker", "smooth", "axId", "extLst")  # fmt: skip
_SERIES = (
    "idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "dPt", "dLbls",
    "trendline", "errBars", "cat", "val", "smooth", "shape", "extLst",
)  # fmt: skip
_ORDER = {
    "chartSpace": ("date1904", "lang", "roundedCorners", "AlternateContent", "style", "clrMapOvr",
                   "pivotSource", "protection", "chart", "spPr", "txPr", "externalData",
                   "printSettings", "userShapes", "extLst"),
    "chart": ("title", "autoTitleDeleted", "pivotFmts", "view3D", "floor", "sideWall", "backWall",
              "plotArea", "legend", "plotVisOnly", "dispBlanksAs", "showDLblsOverMax", "extLst"),
    "title": ("tx", "layout", "overlay", "spPr", "txPr", "extLst"),
    "legend": ("legendPos", "legendEntry", "layout", "overlay", "spPr", "txPr", "extLst"),
    "dLbls": ("dLbl", "delete", "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal",
              "showCatName", "showSerName", "showPercent", "showBubbleSize", "separator",
              "showLeaderLines", "leaderLines", "extLst"),
    "barChart": _PLOT, "lineChart": _PLOT, "ser": _SERIES, "catAx": _AXIS, "valAx": _AXIS,
}  # fmt: skip
_TICKS = {"delete": "0", "majorTickMark": "out", "minorTickMark": "none"}
_SAID = {
    "chartSpace": {"roundedCorners": "0"},
    "chart": {"plotVisOnly": "1", "dispBlanksAs": "gap", "showDLblsOverMax": "0"},
    "title": {"overlay": "0"},
    "legend": {"overlay": "0"},
    "dLbls": dict.fromkeys(
        ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"),
        "0",
    ),
    "barChart": {"varyColors": "0"},
    "lineChart": {"varyColors": "0", "marker": "1"},
    "catAx": {**_TICKS, "auto": "1", "noMultiLvlLbl": "0"},
    "valAx": _TICKS,
}
_OF_SERIES = {"barChart": {"invertIfNegative": "0"}, "lineChart": {"smooth": "0"}}


def say_defaults(chart_space: Element) -> None:
    """Write out in a chart of bars or lines what it leaves to its reader."""
    names = [f"{{{namespace(chart_space)}}}{name}" for name in (*_SAID, "ser")]
    for element in list(chart_space.iter(*names)):
        there = [local(item) for item in element]
        for name, value in _unsaid(element, there):
            _say(element, there, name, value)


def _unsaid(element: Element, there: list[str]) -> list[tuple[str, str]]:
    name = local(element)
    said = _SAID.get(name, {})
    if name == "ser":
        said = _OF_SERIES.get(local(element.getparent()), {})
    elif name == "chart":
        said = {"autoTitleDeleted": "0" if "title" in there else "1", **said}
    elif name == "dLbls" and "delete" in there:
        said = {}
    return [(missing, value) for missing, value in said.items() if missing not in there]


def _say(parent: Element, there: list[str], name: str, value: str) -> None:
    """Put a missing child in its place: behind all that the schema has before it."""
    before = _before(local(parent), name)
    place = max((at for at, other in enumerate(there, 1) if other in before), default=0)
    item = etree.SubElement(parent, f"{{{namespace(parent)}}}{name}", val=value)
    parent.insert(place, item)
    there.insert(place, name)


@cache
def _before(parent: str, name: str) -> frozenset[str]:
    """What stands before a child in an element."""
    order = _ORDER[parent]
    return frozenset(order[: order.index(name)])
