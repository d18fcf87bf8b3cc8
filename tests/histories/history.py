"""One history of a workbook: where it lies, what the officers own in it, what was done so far."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.histories.owned import Owned
from tests.support.office import Office
from tests.support.packages import packed, parts
from tests.support.readers import opened

MARK = " by xl-scorecard, made anew at each refresh"
SHEET_NAME, CELLS_NAME = "xl_scorecard.sheet.", "xl_scorecard.cells."


@dataclass
class History:
    """A workbook on its way."""

    path: Path
    rules: Path
    owned: Owned
    chance: random.Random
    office: Office | None = None
    told: list[str] = field(default_factory=list)

    def edit(self, change: Callable[[Any], None], *, as_excel: bool | None = None) -> None:
        """Do something to the workbook with openpyxl, which drops our record.

        As Excel would, half the time, the record stays.
        """
        before = parts(self.path)
        book = opened(self.path, formulas=True)
        change(book)
        book.save(self.path)
        if as_excel if as_excel is not None else self.chance.random() < 0.5:
            _put_record_back(before, self.path)

    @property
    def ours(self) -> list[str]:
        """The sheets of ours, as the workbook's own names say."""
        return ours_in(opened(self.path, formulas=True))

    @property
    def scorecards(self) -> list[str]:
        """Their sheets with a scorecard on it."""
        return [name for name, cells in self.owned.sheets.items() if "Measure" in cells.values()]

    def number(self) -> int:
        """A number that no earlier step had."""
        return len(self.told) + 1


def ours_in(book: Any) -> list[str]:
    """The sheets that our names lead to."""
    names = [name for name in book.defined_names if name.startswith(SHEET_NAME)]
    texts = [book.defined_names[name].attr_text for name in names]
    sheets = [text.rpartition("!")[0].strip("'").replace("''", "'") for text in texts]
    return [sheet for sheet in sheets if sheet in book.sheetnames]


def blocks_in(book: Any) -> list[tuple[str, str]]:
    """Where our columns stand by our names: sheet and range."""
    found = []
    for name, item in book.defined_names.items():
        if name.startswith(CELLS_NAME):
            found.extend(item.destinations)
    return found


_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def _put_record_back(before: dict[str, bytes], path: Path) -> None:
    record = {name: data for name, data in before.items() if name.startswith("customXml/")}
    if not record:
        return
    after = parts(path)
    links, types = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
    number = 90
    for name in record:
        if name.startswith("customXml/item") and "Props" not in name:
            number += 1
            link = f'<Relationship Id="rId{number}" Type="{_LINK}" Target="/{name}"/>'
            after[links] = after[links].replace(b"</Relationships>", link.encode() + _END)
        elif "Props" in name:
            override = f'<Override PartName="/{name}" ContentType="{_TYPE}"/>'
            after[types] = after[types].replace(b"</Types>", override.encode() + b"</Types>")
    packed({**after, **record}, path)


_END = b"</Relationships>"
