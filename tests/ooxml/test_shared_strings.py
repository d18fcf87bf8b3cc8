"""Shared texts, looked up in a table that is cut rather than parsed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.support.books import scorecard
from tests.support.packages import packed, parts
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.shared_strings import NoSuchTextError, SharedStrings
from xl_scorecard.opc.package import Package

PART = "xl/sharedStrings.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
A_AND_B = "<si><t>A</t></si><si><t>B</t></si>"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _texts(folder: Path, table: str | bytes, order: list[int]) -> list[str]:
    """The texts at these places of a table, in this order."""
    contents: dict[str, bytes | str] = dict(parts(scorecard(folder / "plain.xlsx")))
    contents[PART] = table
    with Package.open(packed(contents, folder / "book.xlsx")) as package:
        strings = SharedStrings(package, PART)
        return [strings.get(index) for index in order]


def _table(items: str) -> str:
    return f'{DECLARATION}<sst xmlns="{MAIN}">{items}</sst>'


def test_texts_of_a_table_in_many_pieces_are_found_in_any_order(tmp_path: Path) -> None:
    items = "".join(f"<si><t>Child {n} &amp; Bücher</t></si>" for n in range(20_000))
    order = random.Random(5).sample(range(20_000), 300)
    expected = [f"Child {n} & Bücher" for n in order]
    assert _texts(tmp_path, _table(items), order) == expected


def test_runs_are_joined_and_phonetic_guides_left_out(tmp_path: Path) -> None:
    runs = "<si><r><rPr><b/></rPr><t>Children </t></r><r><t>seen</t></r><rPh><t>x</t></rPh></si>"
    order = [0, 1, 2, 3]
    table = _table(f"<si/>{runs}<si ><t/></si><si><t>! and ?</t></si>")
    assert _texts(tmp_path, table, order) == ["", "Children seen", "", "! and ?"]


@pytest.mark.parametrize(
    "table",
    [
        f'<x:sst xmlns:x="{MAIN}"><x:si><x:t>A</x:t></x:si><x:si><x:t>B</x:t></x:si></x:sst>',
        f'<sst xmlns="{MAIN}"><!-- <si> -->{A_AND_B}</sst>',
        f'<sst xmlns="{MAIN}"><si><t><![CDATA[A]]></t></si><si><t>B</t></si></sst>',
        f'<!-- by hand --><sst xmlns="{MAIN}">{A_AND_B}</sst>',
        f'<?xml version="1.0" encoding="UTF-16"?><sst xmlns="{MAIN}">{A_AND_B}</sst>',
    ],
    ids=["prefix", "comment", "cdata", "comment before", "utf-16"],
)
def test_a_table_written_otherwise_says_the_same(tmp_path: Path, table: str) -> None:
    data = table.encode("utf-16" if "UTF-16" in table else "utf-8")
    assert _texts(tmp_path, data, [1, 0]) == ["B", "A"]


def test_a_comment_after_many_texts_changes_no_count(tmp_path: Path) -> None:
    items = [f"<si><t>Child {n}</t></si>" for n in range(20_000)]
    items.insert(15_000, "<!-- <si><t>no child</t></si> -->")
    order = [3, 19_999, 15_000]
    expected = ["Child 3", "Child 19999", "Child 15000"]
    assert _texts(tmp_path, _table("".join(items)), order) == expected


@pytest.mark.parametrize("index", [-1, 2])
def test_a_text_that_is_not_there_is_one_clear_error(tmp_path: Path, index: int) -> None:
    with pytest.raises(NoSuchTextError):
        _texts(tmp_path, _table(A_AND_B), [index])


def test_a_table_cut_short_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(WorkbookError, match="not well-formed"):
        _texts(tmp_path, f'<sst xmlns="{MAIN}"><si><t>A</t></si><si><t>B', [0])
