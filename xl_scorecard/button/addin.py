"""The add-in: xlwings' own ribbon template with our ribbon and configuration; its VBA untouched.

What the VBA expects of the file (xlwings 0.37.8):
  RibbonMyAddin.RunMain   imports the Python module named like the file and calls its main()
  PROJECT_NAME & ".conf"  the sheet it reads: keys in column A without a gap, values in column B
"""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from xl_scorecard.button.addin_ribbon import NAMESPACES, callback, ribbon
from xl_scorecard.button.addin_vba import xlwings_version
from xl_scorecard.button.ribbon_words import REFRESH, Button
from xl_scorecard.errors import UsageError
from xl_scorecard.ooxml.cells import Frame, read_rows
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.workbook import Sheet, Workbook
from xl_scorecard.ooxml.worksheet import Worksheet
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import child

SHEET = "myaddin.conf"
_ASIDE = "_"  # in front of the sheet's name, so that the template's own is not read
_TEMPLATE = "quickstart_addin_ribbon.xlam"
_TITLE = "Scorecard: the button that refreshes"


@dataclass(frozen=True)
class AddIn:
    """An add-in as it stands: its configuration by key, and whose VBA it holds."""

    configuration: Mapping[str, str]
    xlwings: str | None


def template() -> Path:
    """The ribbon template inside the installed xlwings; raises UsageError where there is none."""
    spec = importlib.util.find_spec("xlwings")
    if spec is None:
        raise UsageError("the button needs xlwings: pip install 'xl-scorecard[button]'")
    for folder in spec.submodule_search_locations or ():
        file = Path(folder) / _TEMPLATE
        if file.is_file():
            return file
    raise _unlike(f"has no {_TEMPLATE}")


def build(source: Path, configuration: Mapping[str, str], button: Button = REFRESH) -> bytes:
    """The add-in's bytes: the template with our ribbon, title and configuration.

    Raises UsageError where the template is not as we know it.
    """
    with Package.open(source) as package:
        _configure(package, configuration)
        _put_ribbon(package, button)
        _entitle(package)
        target = io.BytesIO()
        package.save(target)
        return target.getvalue()


def read(path: Path) -> AddIn:
    """A written add-in; raises WorkbookError where it cannot be read.

    The configuration is empty where the sheet that the VBA reads is not there.
    """
    with Package.open(path) as package:
        workbook = Workbook(package)
        sheets = [sheet for sheet in workbook.worksheets if sheet.name == SHEET]
        rows = _rows(workbook, sheets[0]) if sheets else ()
        project = workbook.related("vbaProject")
        version = xlwings_version(package.read(project)) if project else None
        return AddIn({key: value for _, key, value in rows}, version)


def _configure(package: Package, configuration: Mapping[str, str]) -> None:
    """Give the configuration sheet the name that the VBA looks for, and its values."""
    workbook = Workbook(package)
    sheets = [sheet for sheet in workbook.worksheets if sheet.name == _ASIDE + SHEET]
    if not sheets:
        raise _unlike(f"holds no sheet {_ASIDE + SHEET}")
    rows = {key: row for row, key, _ in _rows(workbook, sheets[0])}
    sheet = Worksheet(package, sheets[0].part, workbook.flavour)
    for key, value in configuration.items():
        if key not in rows:
            rows[key] = max(rows.values(), default=0) + 1
            sheet.set_cell(rows[key], 1, f"A{rows[key]}", sheet.style_at(1, 1), key, None)
        row = rows[key]
        sheet.set_cell(row, 2, f"B{row}", sheet.style_at(row, 2), value, None)
    sheet.save()
    for item in workbook.root.iter("{*}sheet"):
        if item.get("name") == _ASIDE + SHEET:
            item.set("name", SHEET)
    package.touch(workbook.part)


def _rows(workbook: Workbook, sheet: Sheet) -> Iterator[tuple[int, str, str]]:
    """Row, key and value of each line of the configuration that the VBA gets to see.

    As the VBA does, stop at the first empty key.
    """
    strings = SharedStrings(workbook.package, workbook.related("sharedStrings"))
    for number, row in enumerate(
        read_rows(workbook.package, sheet.part, strings, Frame(), sheet.name), start=1
    ):
        texts = {cell.column: cell.value or "" for cell in row}
        if row[0].row != number or not texts.get(1):
            return
        yield number, texts[1], texts.get(2, "")


def _put_ribbon(package: Package, button: Button) -> None:
    links = [r for r in package.relationships("") if r.type in NAMESPACES]
    if len(links) != 1 or not package.has(links[0].target):
        raise _unlike("has no ribbon")
    macro = callback(package.root(links[0].target))
    if macro is None:
        raise _unlike("has no button on its ribbon")
    package.put(links[0].target, ribbon(NAMESPACES[links[0].type], macro, button))


def _entitle(package: Package) -> None:
    """Set the title, which Excel shows in its list of add-ins."""
    for link in package.relationships(""):
        if link.kind == "core-properties" and package.has(link.target):
            title = child(package.root(link.target), "title")
            if title is not None:
                title.text = _TITLE
                package.touch(link.target)


def _unlike(what: str) -> UsageError:
    return UsageError(
        f"the add-in template of the installed xlwings {what}: "
        "pip install 'xl-scorecard[button]' for a version that fits"
    )
