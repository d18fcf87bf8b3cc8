"""A drawn workbook made what Excel saves today, where the drawing library writes that of 2007.

What a chart leaves out means one thing in a workbook of 2007 and another in one of today, which
says everything itself.
"""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from xl_scorecard.ooxml.chart_defaults import say_defaults
from xl_scorecard.opc.xml import parse, serialise

APP_VERSION = "16.0300"
EDITED = 'lastEdited="7" lowestEdited="7" rupBuild="28330"'
CALCULATION = '<calcPr calcId="191029"/>'  # all stored, nothing to be computed on opening


def save_as_today(path: Path) -> None:
    """Write the workbook at a path anew, entries in their order and dates as they were."""
    with zipfile.ZipFile(path) as drawn:
        entries = [(info, drawn.read(info)) for info in drawn.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as saved:
        for info, data in entries:
            saved.writestr(info, change(info.filename)(data))


def change(part: str) -> Callable[[bytes], bytes]:
    if part == "docProps/app.xml":
        return lambda data: replaced(r"(?<=<AppVersion>)[\d.]+", APP_VERSION, data)
    if part == "xl/workbook.xml":
        return workbook
    if part.startswith("xl/charts/chart"):
        return chart
    return lambda data: data


def workbook(data: bytes) -> bytes:
    data = replaced(r'lastEdited="\d+" lowestEdited="\d+" rupBuild="\d+"', EDITED, data)
    return replaced(r"<calcPr [^>]*/>", CALCULATION, data)


def chart(data: bytes) -> bytes:
    root = parse(data, "the chart")
    say_defaults(root)
    return serialise(root)


def replaced(pattern: str, text: str, data: bytes) -> bytes:
    found, times = re.subn(pattern, text, data.decode())
    if times != 1:
        raise SystemExit(f"{pattern} stands {times} times in what was drawn")
    return found.encode()
