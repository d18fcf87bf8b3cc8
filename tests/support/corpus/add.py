"""Parts that no library writes, put into a package by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.packages import Patch, packed, parts

WORKBOOK, SHEET = "xl/workbook.xml", "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@dataclass(frozen=True)
class Relation:
    """A part (None is the package) pointing to a target under an id."""

    source: str | None
    id: str
    kind: str
    target: str
    external: bool = False


@dataclass(frozen=True)
class Addition:
    """Parts, what points to them, and changes to parts that are there."""

    parts: Mapping[str, str | bytes]
    relations: tuple[Relation, ...]
    types: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    patches: Mapping[str, Patch] = field(default_factory=dict)


def spreadsheet(kind: str) -> str:
    """The content type of a part of a spreadsheet."""
    return f"{_SPREADSHEET}.{kind}+xml"


def before(tag: str, text: str) -> Patch:
    """The patch that puts text before the first occurrence of a tag."""
    return lambda data: data.replace(tag.encode(), (text + tag).encode(), 1)


def with_addition(source: Path, target: Path, addition: Addition) -> Path:
    """A copy of a workbook with an addition."""
    contents: dict[str, bytes] = parts(source)
    for name, patch in addition.patches.items():
        changed = patch(contents[name])
        assert changed != contents[name], name
        contents[name] = changed
    for name, part in addition.parts.items():
        contents[name] = part if isinstance(part, bytes) else (HEAD + part).encode()
    for relation in addition.relations:
        _relate(contents, relation)
    listed = "".join(
        [f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in addition.defaults.items()]
        + [f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in addition.types.items()]
    )
    types = before("</Types>", listed) if listed else None
    if types is not None:
        contents["[Content_Types].xml"] = types(contents["[Content_Types].xml"])
    return packed(contents, target)


def _relate(contents: dict[str, bytes], relation: Relation) -> None:
    folder, _, name = (relation.source or "").rpartition("/")
    listed = f"{folder}/_rels/{name}.rels" if relation.source else "_rels/.rels"
    empty = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"></Relationships>'
    kind = relation.kind if "://" in relation.kind else f"{OFFICE}/{relation.kind}"
    mode = ' TargetMode="External"' if relation.external else ""
    contents[listed] = before(
        "</Relationships>",
        f'<Relationship Id="{relation.id}" Type="{kind}" Target="{relation.target}"{mode}/>',
    )(contents.get(listed, empty.encode()))
