"""Workbook files as zip packages: looked into and patched without the code under test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree

Patch = Callable[[bytes], bytes]


def parts(path: Path) -> dict[str, bytes]:
    """Every part's content by name, in file order."""
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def records(path: Path) -> dict[str, bytes]:
    """Each entry's bytes in the file, local header to data descriptor, in file order."""
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
        ends = [*(info.header_offset for info in infos[1:]), archive.start_dir]
    return {
        info.filename: data[info.header_offset : end] for info, end in zip(infos, ends, strict=True)
    }


def packed(contents: Mapping[str, bytes | str], path: Path) -> Path:
    """A zip file with these entries."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return path


def patched(source: Path, target: Path, patches: Mapping[str, Patch]) -> Path:
    """A copy of a workbook with some parts changed; every patch must change its part."""
    contents = parts(source)
    for name, patch in patches.items():
        before = contents[name]
        contents[name] = patch(before)
        assert contents[name] != before, f"the patch of {name} changed nothing"
    return packed(contents, target)


def replacing(old: str, new: str) -> Patch:
    """The patch that replaces the first occurrence of a text."""
    return lambda data: data.replace(old.encode(), new.encode(), 1)


class _Pipe(io.BytesIO):
    """A target that cannot be sought in: what zipfile writes to it carries data descriptors."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise io.UnsupportedOperation

    def seek(self, *to: int) -> int:
        raise io.UnsupportedOperation


def streamed(source: Path, target: Path) -> Path:
    """A copy whose entries carry data descriptors, as streaming writers leave them."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts(source).items():
            archive.writestr(name, content)
    target.write_bytes(pipe.getvalue())
    return target


def root(path: Path, part: str) -> etree._Element:
    """A part's parsed XML."""
    return etree.fromstring(parts(path)[part])


def children(element: etree._Element) -> list[str]:
    """The local names of an element's children, in order."""
    return [etree.QName(child).localname for child in element]
