"""Other forms of the same workbook: Strict, and the ways that other programs write the format."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import openpyxl

from tests.support.corpus.add import MAIN, SHEET
from tests.support.packages import packed, parts, patched, streamed
from tests.support.strict import made_strict


def _texts_in_cells(plain: Path, target: Path) -> Path:
    """Each text in its own cell, without a table of them."""
    texts = re.findall(rb"<si><t[^>]*>(.*?)</t></si>", parts(plain)["xl/sharedStrings.xml"])

    def inline(match: re.Match[bytes]) -> bytes:
        return b't="inlineStr"><is><t>' + texts[int(match[1])] + b"</t></is>"

    return patched(
        plain, target, {SHEET: lambda data: re.sub(rb't="s"><v>(\d+)</v>', inline, data)}
    )


def _cells_without_addresses(plain: Path, target: Path) -> Path:
    """Cells that stand where they stand because others stand before them."""
    return patched(plain, target, {SHEET: lambda data: re.sub(rb'<c r="[A-Z]+\d+"', b"<c", data)})


def _with_a_prefix(plain: Path, target: Path) -> Path:
    """The names of the sheet's elements with a prefix, as the Open XML SDK writes them."""

    def prefixed(data: bytes) -> bytes:
        data = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", data)
        return data.replace(f' xmlns="{MAIN}"'.encode(), f' xmlns:x="{MAIN}"'.encode(), 1)

    return patched(plain, target, {SHEET: prefixed, "xl/workbook.xml": prefixed})


def _whole_names(plain: Path, target: Path) -> Path:
    """Every entry's name begins with the slash that only part names should have."""
    return packed({f"/{name}": content for name, content in parts(plain).items()}, target)


def _saved_by_openpyxl(plain: Path, target: Path) -> Path:
    openpyxl.load_workbook(plain).save(target)
    return target


BOOKS: dict[str, Callable[[Path, Path], Path]] = {
    "strict.xlsx": made_strict,
    "streamed.xlsx": streamed,
    "texts-in-cells.xlsx": _texts_in_cells,
    "cells-without-addresses.xlsx": _cells_without_addresses,
    "with-a-prefix.xlsx": _with_a_prefix,
    "whole-names.xlsx": _whole_names,
    "saved-by-openpyxl.xlsx": _saved_by_openpyxl,
}
