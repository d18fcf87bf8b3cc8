"""A package: parts with content types, tied together by relationships (ECMA-376 part 2)."""

from __future__ import annotations

import io
import posixpath
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO
from urllib.parse import unquote

from lxml import etree

from xl_scorecard.errors import WorkbookError
from xl_scorecard.opc.archive import Archive, Entry, open_archive
from xl_scorecard.opc.part_names import TYPES, linked, mentioned, relationships_part, resolved
from xl_scorecard.opc.relationship import Relationship
from xl_scorecard.opc.seal import Seal
from xl_scorecard.opc.xml import Element, local, namespace, parse, serialise

_RELATIONSHIP_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"

_RELATIONS_MAP = {None: _RELATIONSHIPS_NAMESPACE}
_LONGEST_PARSED = 128 << 20
OUR_ID = "rIdScorecard"  # unlike any id that a part may still mention without a relationship


class Package:
    """An OOXML file open for patching: parts are read when asked for, the rest stays as bytes.

    Part names are `xl/workbook.xml`, looked up without regard to case.
    """

    def __init__(self, stream: BinaryIO, archive: Archive, name: str) -> None:
        self.name = name
        self._seal: Seal | None = None
        self._stream = stream
        self._archive = archive
        self._entries: dict[str, Entry] = {e.name.lower(): e for e in archive.entries}
        self._replaced: dict[str, bytes] = {}
        self._added: dict[str, tuple[str, bytes]] = {}  # by name in small letters
        self._removed: set[str] = set()
        self._roots: dict[str, Element] = {}
        self._edited: set[str] = set()
        self._mentioned: set[str] | None = None
        if not self.has(TYPES):
            raise WorkbookError("unreadable", f"{name}: is a zip file but not an Excel workbook")

    @classmethod
    def open(cls, path: Path, *, at_once: bool = False) -> Package:
        """Open a file, or read it `at_once` and let go of it; raises WorkbookError where it is not
        a sound package."""
        stream, archive = open_archive(path, at_once=at_once)
        try:
            return cls(stream, archive, path.name)
        except BaseException:
            stream.close()
            raise

    @classmethod
    def unsealed(cls, seal: Seal, name: str) -> Package:
        """The package inside an encrypted file; saving closes it again."""
        stream = io.BytesIO(seal.opened)
        package = cls(stream, Archive(stream, name), name)
        package._seal = seal
        return package

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._stream.close()

    @property
    def encrypted(self) -> bool:
        """Whether a password was needed to open it; `save` then encrypts it again."""
        return self._seal is not None

    @property
    def part_names(self) -> list[str]:
        """Every part, in file order."""
        kept = [e.name for e in self._archive.entries if e.name not in self._removed]
        return kept + [name for name, _ in self._added.values()]

    def has(self, part: str) -> bool:
        """Whether the package has a part."""
        entry = self._entries.get(part.lower())
        if entry is not None and entry.name not in self._removed:
            return True
        return part.lower() in self._added

    def read(self, part: str) -> bytes:
        """A part's bytes as they will be saved; raises WorkbookError where it is missing."""
        self._settle(part.lower())
        if part.lower() in self._added:
            return self._added[part.lower()][1]
        entry = self._entry(part)
        return self._replaced.get(entry.name) or self._archive.read(entry)

    def stream(self, part: str) -> Iterator[bytes]:
        """A part's bytes in blocks, for a reader that may stop early."""
        self._settle(part.lower())
        entry = self._entries.get(part.lower())
        if entry is None or entry.name in self._replaced or entry.name in self._removed:
            yield self.read(part)
        else:
            yield from self._archive.stream(entry)

    def _entry(self, part: str) -> Entry:
        entry = self._entries.get(part.lower())
        if entry is None or entry.name in self._removed:
            raise WorkbookError(
                "unreadable", f"{self.name}: its part {part} is missing; open and save it in Excel"
            )
        return entry

    def root(self, part: str) -> Element:
        """A part's parsed XML; edit it in place, then `touch` the part."""
        key = part.lower()
        if key not in self._roots:
            if self.length(part) > _LONGEST_PARSED:
                raise WorkbookError(
                    "too_large", f"{self.name}: its part {part} is too large to be edited"
                )
            self._roots[key] = parse(self.read(part), f"{self.name}: part {part}")
        return self._roots[key]

    def length(self, part: str) -> int:
        """How many bytes a part has, 0 where it is ours."""
        entry = self._entries.get(part.lower())
        if entry is None or entry.name in self._replaced or entry.name in self._removed:
            return 0
        return entry.info.file_size

    def checksum(self, part: str) -> int:
        """The CRC-32 of a part, which of an untouched one stands in the zip file's directory."""
        self._settle(part.lower())
        entry = self._entries.get(part.lower())
        if entry is None or entry.name in self._replaced or entry.name in self._removed:
            return zlib.crc32(self.read(part))
        return entry.info.CRC

    def touch(self, part: str) -> None:
        """Say that a part's parsed XML was edited, so that it is saved anew."""
        if not self.has(part):
            raise KeyError(part)
        self._edited.add(part.lower())

    def _settle(self, key: str) -> None:
        """Turn the edited XML of a part into its bytes."""
        if key in self._edited:
            self._edited.discard(key)
            self._store(key, serialise(self._roots[key]))

    def put(self, part: str, data: bytes) -> None:
        """Replace a part's content in its place, or add the part at the end."""
        self._roots.pop(part.lower(), None)
        self._edited.discard(part.lower())
        self._store(part, data)

    def _store(self, part: str, data: bytes) -> None:
        key = part.lower()
        entry = self._entries.get(key)
        if entry is not None and entry.name not in self._removed:
            self._replaced[entry.name] = data
        else:
            name, _ = self._added.get(key, (part, b""))
            self._added[key] = name, data
            self._mention(part)

    def _mention(self, part: str) -> None:
        if self._mentioned is not None:
            self._mentioned.add(part.lower())

    def add(self, part: str, data: bytes, content_type: str) -> None:
        """Add a new part with its content type."""
        self.put(part, data)
        self.set_type(part, content_type)

    def remove(self, part: str) -> bool:
        """Take out a part, its relationships and its content type; says whether it went.

        It stays, and all of these with it, while a relationship leads to it or to the part that
        keeps its relationships: a link that leads nowhere is one that others cannot open.
        """
        if not linked(self).isdisjoint((part.lower(), relationships_part(part).lower())):
            return False
        self._mentioned = None
        for name in (part, relationships_part(part)):
            self._drop(name)
        return True

    def _drop(self, name: str) -> None:
        """Take out one part and its own content type."""
        types = self.root(TYPES)
        for override in list(types):
            if (override.get("PartName") or "").lower() == f"/{name}".lower():
                types.remove(override)
                self.touch(TYPES)
        self._added.pop(name.lower(), None)
        entry = self._entries.get(name.lower())
        if entry is not None:
            self._removed.add(entry.name)
            self._replaced.pop(entry.name, None)
        self._roots.pop(name.lower(), None)
        self._edited.discard(name.lower())

    def type_of(self, part: str) -> str:
        """A part's content type, empty where none is declared."""
        types = self.root(TYPES)
        extension = part.rpartition(".")[2].lower()
        default = ""
        for item in types:
            if (item.get("PartName") or "").lower() == f"/{part}".lower():
                return item.get("ContentType") or ""
            if (item.get("Extension") or "").lower() == extension and local(item) == "Default":
                default = item.get("ContentType") or ""
        return default

    def set_type(self, part: str, content_type: str) -> None:
        """Declare a part's content type, unless its extension's default already says so."""
        if self.type_of(part) == content_type:
            return
        types = self.root(TYPES)
        override = types.makeelement(f"{{{namespace(types)}}}Override", {}, types.nsmap)
        override.set("PartName", f"/{part}")
        override.set("ContentType", content_type)
        types.append(override)
        self.touch(TYPES)

    def set_relationships(self, part: str, relations: list[Relationship]) -> None:
        """Give a new part its relationships, by the ids that its content mentions."""
        rels = relationships_part(part)
        root = etree.Element(f"{{{_RELATIONSHIPS_NAMESPACE}}}Relationships", nsmap=_RELATIONS_MAP)
        for relation in relations:
            item = etree.SubElement(root, f"{{{_RELATIONSHIPS_NAMESPACE}}}Relationship")
            target = relation.target
            if not relation.external and not target.startswith("#"):
                target = posixpath.relpath(target, posixpath.dirname(part) or ".")
            for name, value in (("Id", relation.id), ("Type", relation.type), ("Target", target)):
                item.set(name, value)
            if relation.external:
                item.set("TargetMode", "External")
        if relations:
            self.add(rels, serialise(root), _RELATIONSHIP_TYPE)

    def relationships(self, part: str) -> list[Relationship]:
        """A part's relationships, targets as part names; "" is the package itself."""
        rels = relationships_part(part)
        if not self.has(rels):
            return []
        return [
            Relationship(
                item.get("Id") or "",
                item.get("Type") or "",
                (item.get("Target") or "")
                if item.get("TargetMode") == "External"
                else self._resolved(part, item.get("Target") or ""),
                item.get("TargetMode") == "External",
            )
            for item in self.root(rels)
            if local(item) == "Relationship"
        ]

    def _resolved(self, part: str, target: str) -> str:
        """A target as a part name; percent signs are undone where only that leads to a part."""
        name = resolved(part, target)
        return name if self.has(name) or not self.has(unquote(name)) else unquote(name)

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relationship from a part to another; returns its id.

        `kind` is the whole type URI.
        """
        rels = relationships_part(part)
        if not self.has(rels):
            self.put(rels, f'<Relationships xmlns="{_RELATIONSHIPS_NAMESPACE}"/>'.encode())
            self.set_type(rels, _RELATIONSHIP_TYPE)
        root = self.root(rels)
        used = {item.get("Id") for item in root}
        number = 1
        while f"{OUR_ID}{number}" in used:
            number += 1
        item = root.makeelement(f"{{{namespace(root)}}}Relationship", {}, root.nsmap)
        item.set("Id", f"{OUR_ID}{number}")
        item.set("Type", kind)
        item.set("Target", posixpath.relpath(target, posixpath.dirname(part) or "."))
        root.append(item)
        self.touch(rels)
        self._mention(target)
        return f"{OUR_ID}{number}"

    def unrelate(self, part: str, relationship_id: str, kind: str | None = None) -> None:
        """Take out a relationship; of several under one id, with a `kind`, those of that kind."""
        self._mentioned = None
        rels = relationships_part(part)
        root = self.root(rels)
        for item in list(root):
            of_kind = kind is None or (item.get("Type") or "").rpartition("/")[2] == kind
            if item.get("Id") == relationship_id and of_kind:
                root.remove(item)
        if len(root) or rels.lower() in linked(self):
            self.touch(rels)
        else:
            self._drop(rels)

    def revert(self) -> None:
        """Forget every change: the package is again as it was opened."""
        for changed in (self._replaced, self._added, self._removed, self._roots, self._edited):
            changed.clear()
        self._mentioned = None

    def free_name(self, pattern: str) -> str:
        """The first free part name of a pattern such as `xl/charts/chart{}.xml`.

        A name is free if nobody mentions it: no part, no relationship, no content type.
        """
        number = 1
        while not self.is_free(name := pattern.replace("{}", str(number))):
            number += 1
        return name

    def is_free(self, part: str) -> bool:
        """Whether nobody mentions a part name, whatever its case."""
        if self._mentioned is None:
            self._mentioned = mentioned(self)
        return part.lower() not in self._mentioned

    def folder_of(self, content_type: str) -> str | None:
        """The folder of the first part that is declared to be of a type; None if there is none."""
        for item in self.root(TYPES):
            part = (item.get("PartName") or "").lstrip("/")
            if item.get("ContentType") == content_type and self.has(part):
                return posixpath.dirname(part)
        return None

    def save(self, target: BinaryIO) -> None:
        """Write the package: untouched entries as bytes, touched ones in place, new ones last."""
        for key in sorted(self._edited):
            self._settle(key)
        added = dict(self._added.values())
        if self._seal is None:
            self._archive.write(target, self._replaced, self._removed, added)
            return
        opened = io.BytesIO()
        self._archive.write(opened, self._replaced, self._removed, added)
        target.write(self._seal.close(opened.getvalue()))
