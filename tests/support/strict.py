"""Strict Open XML workbooks, which Excel writes on request: other namespaces, else the same."""

from __future__ import annotations

from pathlib import Path

from tests.support.packages import packed, parts

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_NAMES = {
    f"{_TRANSITIONAL}spreadsheetml/2006/": f"{_STRICT}spreadsheetml/",
    f"{_TRANSITIONAL}officeDocument/2006/": f"{_STRICT}officeDocument/",
    f"{_TRANSITIONAL}drawingml/2006/": f"{_STRICT}drawingml/",
}


def made_strict(source: Path, target: Path) -> Path:
    """A Strict copy of a Transitional workbook."""
    contents = {}
    for name, data in parts(source).items():
        for before, after in _NAMES.items():
            data = data.replace(before.encode(), after.encode())
        contents[name] = data.replace(b"<workbook ", b'<workbook conformance="strict" ', 1)
    return packed(contents, target)


def transitional_names(path: Path) -> set[str]:
    """The parts in which a Transitional namespace of spreadsheets or drawings is left."""
    return {
        name
        for name, data in parts(path).items()
        if any(before.encode() in data for before in _NAMES)
    }
