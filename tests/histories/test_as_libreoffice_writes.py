"""The steps of a history read a workbook as LibreOffice writes it, apostrophes escaped."""

from __future__ import annotations

import random
from pathlib import Path

from tests.histories.formulas import with_formulas
from tests.histories.history import History
from tests.histories.owned import Owned
from tests.histories.tabs import rename
from tests.support.board import board
from tests.support.packages import packed, parts
from tests.support.readers import opened


def test_a_formula_is_changed_as_excel_shows_it() -> None:
    name = '<definedName name="x">&apos;Ours &amp; theirs&apos;!$G$3</definedName>'
    assert with_formulas(name, lambda text: text.replace("'!$G", "'!$H")) == (
        "<definedName name=\"x\">'Ours &amp; theirs'!$H$3</definedName>"
    )
    assert with_formulas(name, lambda text: text) == name


def test_a_tab_is_renamed(tmp_path: Path) -> None:
    path, tab = board(tmp_path / "book.xlsx"), "It's ours & theirs"
    contents = parts(path)
    tabs = contents["xl/workbook.xml"].replace(b"It's", b"It&apos;s")
    assert tabs != contents["xl/workbook.xml"]
    packed({**contents, "xl/workbook.xml": tabs}, path)
    rename(History(path, path, Owned({tab: {}}), random.Random(0)))
    assert opened(path).sheetnames == ["Scorecard", "Board", "Tab 1"]
