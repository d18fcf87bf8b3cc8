"""Whether a part that was written into still says all it said: what is new was only added."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_COUNTED = {
    ("dimension", "ref"), ("row", "spans"), ("sst", "count"), ("sst", "uniqueCount"),
    ("numFmts", "count"), ("fonts", "count"), ("fills", "count"), ("borders", "count"),
    ("cellXfs", "count"), ("dxfs", "count"), ("sheets", "count"), ("mergeCells", "count"),
    ("sparklineGroups", "count"), ("pivotCaches", "count"),
}  # fmt: skip
"""What says how much there is, or where it ends: it grows with what is added."""
_SHOWN = 3


def unlike(before: bytes, after: bytes) -> list[str]:
    """What the one part says and the other does not, as paths; empty where it was only added to.

    Every element must be there in its order, with its text and each of its attributes. Columns are
    compared one by one, since giving one a width parts a stretch of several.
    """
    try:
        old, new = etree.fromstring(before), etree.fromstring(after)
    except etree.XMLSyntaxError:
        return [] if before == after else ["is no XML, and differs"]
    found: list[str] = []
    for what in _unlike(old, new, ""):
        found.append(what)
        if len(found) == _SHOWN:
            break
    return found


def _unlike(old: etree._Element, new: etree._Element, path: str) -> Iterator[str]:
    name = etree.QName(old).localname
    path = f"{path}/{name}" + (f"[{old.get('r')}]" if old.get("r") else "")
    if old.tag != new.tag:
        yield f"{path}: is {new.tag}"
        return
    for key, value in old.attrib.items():
        if (name, key) not in _COUNTED and new.get(key) != value:
            yield f"{path}@{key}: {value!r} became {new.get(key)!r}"
    if (old.text or "").strip() != (new.text or "").strip():
        yield f"{path}: another text"
    if name == "cols":
        yield from _columns(old, new, path)
        return
    rest = iter(new)
    for child in old:
        if not isinstance(child.tag, str):
            continue
        match = next((c for c in rest if _may_be(child, c)), None)
        if match is None:
            yield f"{path}/{etree.QName(child).localname}: gone, or in another place"
            return
        yield from _unlike(child, match, path)


_KEYS = ("r", "Id", "name", "PartName", "Extension", "sqref", "ref", "formatCode", "uri", "{*}id")


def _may_be(old: etree._Element, new: etree._Element) -> bool:
    """Whether an element can be the same one: by its name and by what tells it from others."""
    if old.tag != new.tag:
        return False
    return all(old.get(key) == new.get(key) for key in _KEYS if old.get(key) is not None) or (
        etree.QName(old).localname == "dimension"
    )


def _columns(old: etree._Element, new: etree._Element, path: str) -> Iterator[str]:
    def each(cols: etree._Element) -> dict[int, dict[str, str]]:
        return {
            number: {k: v for k, v in col.attrib.items() if k not in ("min", "max")}
            for col in cols
            for number in range(int(col.get("min", 0)), int(col.get("max", 0)) + 1)
        }

    now = each(new)
    for number, said in each(old).items():
        if now.get(number) != said and not _widened(said, now.get(number, {})):
            yield f"{path}: column {number} was {said}, is {now.get(number)}"


def _widened(old: dict[str, str], new: dict[str, str]) -> bool:
    """Whether a column only got a width of its own."""

    def others(said: dict[str, str]) -> dict[str, str]:
        widths = ("width", "customWidth", "bestFit")
        plain = ("0", "false")
        return {k: v for k, v in said.items() if k not in widths and v not in plain}

    return others(old) == others(new)
