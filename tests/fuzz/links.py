"""Which parts of a workbook are spoken of and are not there."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

_TYPES = "[content_types].xml"


def broken(before: bytes, after: bytes) -> list[str]:
    """The parts that are missing only since, of those that links, types or relationships name."""
    return [f"{name} is spoken of and gone" for name in sorted(missing(after) - missing(before))]


def missing(data: bytes) -> set[str]:
    """Names, in small letters, that something leads to and no entry has."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = {_plain(n): archive.read(n) for n in archive.namelist()}
    except Exception:
        return set()  # what nobody else can open
    spoken_of = {
        name
        for part, content in entries.items()
        if part.endswith(".rels") or part == _TYPES
        for name in _named(part, content)
    }
    return {name for name in spoken_of if name not in entries and unquote(name) not in entries}


def _plain(name: str) -> str:
    return posixpath.normpath(f"/{name}".replace("\\", "/")).lstrip("/").lower()


def _named(part: str, content: bytes) -> Iterator[str]:
    """The parts that a part of links, with the one whose links they are, or of types names."""
    folder = ""
    if part.endswith(".rels"):
        above, name = posixpath.split(part)
        folder = posixpath.dirname(above)
        if source := posixpath.join(folder, name.removesuffix(".rels")):
            yield _plain(source)
    root = etree.fromstring(content, etree.XMLParser(recover=True, resolve_entities=False))
    for item in root if root is not None else ():
        target = item.get("Target") or item.get("PartName") or "#"
        if item.get("TargetMode") == "External" or target.startswith("#"):
            continue
        target = target.partition("#")[0]
        yield _plain(target if target[:1] in "/\\" else posixpath.join(folder, target))
