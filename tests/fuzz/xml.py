"""Parts made odd as XML: attributes, figures, references, elements, namespaces."""

from __future__ import annotations

import copy
import random

from lxml import etree

from tests.fuzz import odd
from tests.fuzz.package import Entry, Pack, elements, is_sheet, pick, rewritten

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_REFERRING = {"r", "ref", "sqref", "activeCell", "topLeftCell", "location"}
_PLACING = ("r", "min", "max", "spans", "ref", "s", "si", "count", "uniqueCount", "outlineLevel")


def mutate(pack: Pack, chance: random.Random) -> str | None:
    """Make one part odd; says what was done."""
    entry = _chosen(pack, chance)
    if entry is None:
        return None
    kind = chance.choice(_KINDS)
    if not rewritten(entry, lambda root: kind(root, chance)):
        return None
    return f"xml {kind.__name__.strip('_')} in {entry.name}"


def _chosen(pack: Pack, chance: random.Random) -> Entry | None:
    sort = chance.random()
    if sort < 0.45:
        return pick(chance, [entry for entry in pack.entries if is_sheet(entry)])
    if sort < 0.6:
        return pick(chance, pack.ending("workbook.xml"))
    if sort < 0.75:
        return pick(chance, pack.ending("styles.xml", "sharedstrings.xml"))
    return pick(chance, [e for e in pack.ending(".xml", ".vml") if not is_sheet(e)])


def _attributed(root: etree._Element, chance: random.Random) -> tuple[etree._Element, str] | None:
    having = [item for item in elements(root) if item.attrib]
    if not having:
        return None
    item = chance.choice(having)
    return item, chance.choice(sorted(item.attrib))


def _attribute_odd(root: etree._Element, chance: random.Random) -> None:
    if found := _attributed(root, chance):
        item, name = found
        values = odd.REFERENCES if name in _REFERRING else odd.NUMBERS
        item.set(name, chance.choice((*values, *_short_texts())))


def _attribute_dropped(root: etree._Element, chance: random.Random) -> None:
    if found := _attributed(root, chance):
        del found[0].attrib[found[1]]


def _attribute_borrowed(root: etree._Element, chance: random.Random) -> None:
    """One element says what another of its kind says."""
    if found := _attributed(root, chance):
        item, name = found
        others = [e for e in root.iter(item.tag) if e.get(name) is not None]
        item.set(name, chance.choice(others).get(name))


def _number_odd(root: etree._Element, chance: random.Random) -> None:
    """A figure, an index of a text or of a format."""
    figures = [item for item in elements(root) if (item.text or "").strip().isnumeric()]
    if figures:
        chance.choice(figures).text = chance.choice(odd.NUMBERS)
    else:
        _attribute_odd(root, chance)


def _text_odd(root: etree._Element, chance: random.Random) -> None:
    texts = elements(root, "t", "v", "definedName", "formula1", "sqref")
    if texts:
        chance.choice(texts).text = _sayable(chance.choice(odd.TEXTS))


def _formula_odd(root: etree._Element, chance: random.Random) -> None:
    formulas = elements(root, "f", "formula", "formula1", "definedName")
    if formulas:
        chance.choice(formulas).text = chance.choice(odd.FORMULAS)
    elif cells := elements(root, "c"):
        cell = chance.choice(cells)
        made = etree.Element(etree.QName(etree.QName(cell).namespace, "f"))
        made.text = chance.choice(odd.FORMULAS)
        cell.insert(0, made)


def _reference_odd(root: etree._Element, chance: random.Random) -> None:
    pairs = [(e, name) for e in elements(root) for name in e.attrib if name in _REFERRING]
    if pairs:
        item, name = chance.choice(pairs)
        item.set(name, chance.choice(odd.REFERENCES))


def _place_odd(root: etree._Element, chance: random.Random) -> None:
    """Rows, columns, spans and formats beyond what a sheet has."""
    places = elements(root, "row", "c", "col", "dimension", "f", "sheetView", "sst", "cellXfs")
    if places:
        item = chance.choice(places)
        named = [name for name in _PLACING if item.get(name) is not None] or ["r"]
        item.set(chance.choice(named), chance.choice((*odd.NUMBERS, *odd.REFERENCES[:8])))


def _type_odd(root: etree._Element, chance: random.Random) -> None:
    cells = elements(root, "c")
    if cells:
        kinds = ("s", "str", "inlineStr", "b", "e", "d", "n", "x", "")
        chance.choice(cells).set("t", chance.choice(kinds))


def _element_dropped(root: etree._Element, chance: random.Random) -> None:
    items = elements(root)[1:]
    if items:
        item = chance.choice(items)
        item.getparent().remove(item)


def _element_doubled(root: etree._Element, chance: random.Random) -> None:
    items = elements(root)[1:]
    if items:
        item = chance.choice(items)
        item.addnext(copy.deepcopy(item))


def _element_moved(root: etree._Element, chance: random.Random) -> None:
    """To another place among its own, or into another element altogether."""
    items = elements(root)[1:]
    if len(items) < 2:
        return
    item, other = chance.sample(items, 2)
    if chance.random() < 0.6:
        parent = item.getparent()
        parent.remove(item)
        parent.insert(chance.randint(0, len(parent)), item)
    elif item not in list(other.iterancestors()):
        other.insert(chance.randint(0, len(other)), item)


def _children_dropped(root: etree._Element, chance: random.Random) -> None:
    having = [item for item in elements(root) if len(item)]
    if having:
        item = chance.choice(having)
        del item[:]


def _alien_put_in(root: etree._Element, chance: random.Random) -> None:
    """A comment, an instruction, an element of nobody's, a choice that readers differ on."""
    item = chance.choice(elements(root))
    alien = chance.choice(
        (
            lambda: etree.Comment("x"),
            lambda: etree.ProcessingInstruction("x", "y"),
            lambda: etree.Element("{urn:nobody}row", r="3"),
            lambda: etree.Element("nothing"),
            lambda: _choice(),
        )
    )()
    item.insert(chance.randint(0, len(item)), alien)


def _choice() -> etree._Element:
    outer = etree.Element(f"{{{_MC}}}AlternateContent", nsmap={"mc": _MC})
    etree.SubElement(outer, f"{{{_MC}}}Choice", Requires="x14")
    etree.SubElement(outer, f"{{{_MC}}}Fallback")
    return outer


def _namespace_changed(root: etree._Element, chance: random.Random) -> None:
    """One element leaves its namespace, or all of its kind do."""
    item = chance.choice(elements(root))
    name = etree.QName(item).localname
    new = chance.choice(("", "{urn:nobody}", "{http://purl.oclc.org/ooxml/spreadsheetml/main}"))
    for each in [item] if chance.random() < 0.7 else list(root.iter(item.tag)):
        each.tag = f"{new}{name}"


def _wrapped_deep(root: etree._Element, chance: random.Random) -> None:
    item = chance.choice(elements(root))
    for _ in range(chance.choice((3, 200))):
        item = etree.SubElement(item, item.tag)


def _many_of_one(root: etree._Element, chance: random.Random) -> None:
    items = [item for item in elements(root)[1:] if not len(item)]
    if items:
        item = chance.choice(items)
        for _ in range(2000):
            item.addnext(copy.copy(item))


def _short_texts() -> list[str]:
    return [_sayable(text) for text in odd.TEXTS if len(text) < 60]


def _sayable(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(c for c in text if c not in "\ufffe\uffff")


_KINDS = (
    _attribute_odd, _attribute_odd, _attribute_dropped, _attribute_borrowed, _number_odd,
    _text_odd, _formula_odd, _reference_odd, _place_odd, _place_odd, _type_odd, _element_dropped,
    _element_doubled, _element_moved, _children_dropped, _alien_put_in, _namespace_changed,
    _wrapped_deep, _many_of_one,
)  # fmt: skip
