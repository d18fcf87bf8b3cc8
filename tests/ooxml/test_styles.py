"""Looks are appended to the style tables; no index that a cell uses ever means another look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.support.books import refused, scorecard
from tests.support.packages import packed, parts, patched
from xl_scorecard.ooxml.names import TRANSITIONAL
from xl_scorecard.ooxml.styles import Styles
from xl_scorecard.opc.package import Package

PART, LINKS = "xl/styles.xml", "xl/_rels/workbook.xml.rels"
SCHEMA = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
]  # fmt: skip


@pytest.fixture
def package(tmp_path: Path) -> Iterator[Package]:
    with Package.open(scorecard(tmp_path / "q3.xlsx")) as opened:
        yield opened


@pytest.fixture
def styles(package: Package) -> Styles:
    return Styles(package, PART, TRANSITIONAL)


def _tables(package: Package) -> dict[str, list[bytes]]:
    return {
        etree.QName(table).localname: [etree.tostring(i, method="c14n") for i in table]
        for table in package.root(PART)
    }


def test_new_looks_stand_behind_those_that_are_there(package: Package, styles: Styles) -> None:
    before = _tables(package)
    styles.derive(1, align="center", wrap=True)
    styles.derive(0, number_format="+0.0%;-0.0%;0.0%")
    styles.shade("#00703C", "#FFFFFF")
    after = _tables(package)
    assert {name: after[name][: len(items)] for name, items in before.items()} == before


def test_a_table_counts_what_it_holds(package: Package, styles: Styles) -> None:
    for number in range(3):
        styles.derive(number, align="center", number_format=f"0.{'0' * (number + 3)}")
        styles.shade(f"#00000{number}", "#FFFFFF")
    for table in package.root(PART):
        if table.get("count") is not None:
            assert int(table.get("count")) == len(table), table.tag


def test_the_same_look_is_appended_only_once(package: Package, styles: Styles) -> None:
    first = styles.derive(1, align="center")
    assert styles.derive(1, align="center") == first
    assert styles.shade("#00703C", "#FFFFFF") == styles.shade("#00703c", "#ffffff")
    assert styles.number_format_id("0.000") == styles.number_format_id("0.000")


def test_a_derived_look_keeps_all_but_what_was_asked_for(package: Package, styles: Styles) -> None:
    base = package.root(PART).find("{*}cellXfs")[1]
    derived = package.root(PART).find("{*}cellXfs")[styles.derive(1, align="center", wrap=True)]
    for name in ("numFmtId", "fontId", "fillId", "borderId"):
        assert derived.get(name) == base.get(name)
    (alignment,) = derived
    assert dict(alignment.attrib) == {"horizontal": "center", "wrapText": "1"}


def test_a_number_format_that_excel_has_built_in_is_not_defined_again(styles: Styles) -> None:
    assert [styles.number_format_id(code) for code in ("General", "0", "0%", "0.00%", "#,##0")] == [
        0, 1, 9, 10, 3,
    ]  # fmt: skip
    assert styles.number_format_id("0.0000") >= 164


def test_a_missing_table_is_made_in_its_place(package: Package, styles: Styles) -> None:
    root = package.root(PART)
    for name in ("dxfs", "numFmts"):
        table = root.find(f"{{*}}{name}")
        if table is not None:
            root.remove(table)
    styles.shade("#00703C", "#FFFFFF")
    styles.number_format_id("0.0000")
    names = [etree.QName(table).localname for table in root]
    assert {"dxfs", "numFmts"} <= set(names)
    assert names == sorted(names, key=SCHEMA.index)


def test_an_index_that_is_not_there_looks_plain(styles: Styles) -> None:
    assert styles.look(999).number_format == "General"
    assert styles.look(1).number_format == "0.0%"


def test_what_is_no_format_among_the_formats_has_no_index(package: Package, styles: Styles) -> None:
    formats = package.root(PART).find("{*}cellXfs")
    formats.insert(1, formats.makeelement("{urn:nobody}nothing", {}, None))
    assert styles.look(1).number_format == "0.0%"
    derived = styles.derive(1, align="center")
    real = formats.findall("{*}xf")
    assert formats.get("count") == str(len(real))
    assert real[derived].get("numFmtId") == real[1].get("numFmtId")


@pytest.mark.parametrize("table", ["cellXfs", "fonts", "dxfs"])
def test_no_look_is_appended_to_a_table_that_stands_twice(tmp_path: Path, table: str) -> None:
    def twice(data: bytes) -> bytes:
        found = re.search(rf"<{table}[^>]*(/>|>.*</{table}>)".encode(), data)
        assert found is not None
        return data.replace(found.group(), found.group() * 2)

    workbook = patched(scorecard(tmp_path / "plain.xlsx"), tmp_path / "q3.xlsx", {PART: twice})
    error = refused(tmp_path / "out", workbook)
    assert error.kind == "unreadable"
    assert error.message.startswith(f"q3.xlsx: part {PART} has {table} twice")


def test_a_workbook_that_says_where_its_formats_are_is_given_no_others(tmp_path: Path) -> None:
    contents = parts(scorecard(tmp_path / "plain.xlsx"))
    link = b'Target="styles.xml"'
    abroad = contents[LINKS].replace(link, link + b' TargetMode="External"')
    workbook = tmp_path / "q3.xlsx"
    packed({name: data for name, data in contents.items() if name != PART}, workbook)
    error = refused(tmp_path / "out", workbook)
    assert error.kind == "unreadable"
    assert error.message == "q3.xlsx: its part xl/styles.xml is missing; open and save it in Excel"
    packed({**contents, LINKS: abroad}, workbook)
    error = refused(tmp_path / "out", workbook)
    assert error.message == "q3.xlsx: its part styles.xml is missing; open and save it in Excel"
