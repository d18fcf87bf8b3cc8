"""What a sheet holds stays the same however a program writes it, and not when somebody types."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.books import scorecard
from tests.support.packages import patched
from xl_scorecard.ooxml.content import loosely, moved, sheet_digest
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.reading.sheets.files import open_package

SHEET = "xl/worksheets/sheet1.xml"
_PLAIN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_END = "</sheetData></worksheet>"
Digest = Callable[[str], bytes]


@pytest.fixture
def digest(tmp_path: Path) -> Digest:
    """The digest of a sheet of these rows."""
    plain = scorecard(tmp_path / "plain.xlsx")

    def of(rows: str) -> bytes:
        text = rows if rows.startswith("<x:") else _PLAIN + rows + _END
        book = patched(plain, tmp_path / "book.xlsx", {SHEET: lambda _: text.encode()})
        with open_package(book) as package:
            workbook = Workbook(package)
            strings = SharedStrings(package, workbook.related("sharedStrings"))
            return sheet_digest(package, workbook.worksheets[0], strings)

    return of


def _row(*cells: str) -> str:
    return f'<row r="1">{"".join(cells)}</row>'


A = '<c r="A1"><v>0.85</v></c>'
SHARED = """<c r="A1"><f t="shared" ref="A1:B1" si="0">A2+$C$3</f></c>\
<c r="B1"><f t="shared" si="0"/></c>"""
FILLED = '<c r="A1"><f>A2+$C$3</f></c><c r="B1"><f>B2+$C$3</f></c>'
SAME = {
    "a number with more digits": ('<c r="A1"><v>0.84999999999999998</v></c>', A),
    "a number with an exponent": ('<c r="A1" s="3" t="n"><v>8.5E-1</v></c>', A),
    "a shared text and one in place": (
        '<c r="A1" t="s"><v>0</v></c>',
        '<c r="A1" t="inlineStr"><is><t>Performance of </t></is></c>'.replace(
            "Performance of </t>", "Performance of the service</t>"
        ),
    ),
    "a text in pieces": (
        '<c r="A1" t="inlineStr"><is><r><t>two </t></r><r><t>words</t></r></is></c>',
        '<c r="A1" t="inlineStr"><is><t>two words</t></is></c>',
    ),
    "a result that was computed again": (
        '<c r="A1"><f>B1+1</f><v>2</v></c>',
        '<c r="A1"><f>B1+1</f><v>3</v></c>',
    ),
    "a formula without a result": (
        '<c r="A1"><f>B1&amp;"x"</f><v>2</v></c>',
        '<c r="A1"><f aca="false">B1&amp;"x"</f></c>',
    ),
    "a truth as a formula": ('<c r="A1" t="b"><v>1</v></c>', '<c r="A1" t="b"><f>TRUE()</f></c>'),
    "a day as text": ('<c r="A1" t="d"><v>1990-01-01</v></c>', '<c r="A1"><v>32874</v></c>'),
    "a formula stored once for two cells": (SHARED, FILLED),
    "an empty cell with a format": ('<c r="A1" s="4"/>' + A.replace("A1", "B1"),
                                    A.replace("A1", "B1")),
}  # fmt: skip


@pytest.mark.parametrize("what", SAME)
def test_it_is_the_same_with(what: str, digest: Digest) -> None:
    one, other = SAME[what]
    assert digest(_row(one)) == digest(_row(other)) != b""


@pytest.mark.parametrize(
    "other",
    [
        '<c r="A1"><v>0.86</v></c>',
        '<c r="B1"><v>0.85</v></c>',
        '<c r="A1" t="str"><v>x0.85</v></c>',
        '<c r="A1"><f>0.85</f><v>0.85</v></c>',
        "",
        A + '<c r="B1" t="b"><v>1</v></c>',
    ],
)
def test_it_is_another_when_somebody_typed(other: str, digest: Digest) -> None:
    assert digest(_row(A)) != digest(_row(other))


def test_prefixes_do_not_count(digest: Digest) -> None:
    prefixed = (_PLAIN + _row(A) + _END).replace("<", "<x:").replace("<x:/", "</x:")
    assert digest(prefixed.replace("xmlns=", "xmlns:x=")) == digest(_row(A))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SUM( A1:B2 )*1.50", "SUM(A1:B2)*1.5"),
        ("'Q3'!A1+1E-3", "Q3!A1+0.001"),
        ("_xlfn.IFS(A1,TRUE)", "IFS(A1,TRUE())"),
        ("Table1[[#This Row],[x]]*2", "C5*2,[x]"),
    ],
)
def test_formulas_are_compared_as_all_programs_write_them(one: str, other: str) -> None:
    assert loosely(one) == loosely(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("SUM(A1:B2)", "SUM(A1:B3)"), ("A1*1.5", "A1*1.25"), ("Q3!A1", "Q4!A1"), ("A1", "-A1")],
)
def test_another_formula_is_another(one: str, other: str) -> None:
    assert loosely(one) != loosely(other)


def test_a_shared_formula_moves_as_excel_fills_it() -> None:
    formula = "SUM($B2:C$3)+D4&\"E5\"&'F6'!G7+LOG10(H8)"
    # two down, one to the right, worked out by hand
    assert moved("A1", formula, "B3") == "SUM($B4:D$3)+E6&\"E5\"&'F6'!H9+LOG10(I10)"
