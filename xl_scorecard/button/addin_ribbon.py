"""The ribbon tab of the add-in, as custom UI XML (MS-CUSTOMUI, MS-CUSTOMUI2)."""

from __future__ import annotations

from lxml import etree

from xl_scorecard.button.ribbon_words import REFRESH, Button
from xl_scorecard.opc.xml import Element, namespace, serialise

_OFFICE = "http://schemas.microsoft.com/office"
# The namespace that goes with each relationship. xlwings' template mixes the two, which the
# Open XML SDK refuses to read.
NAMESPACES = {
    f"{_OFFICE}/2006/relationships/ui/extensibility": f"{_OFFICE}/2006/01/customui",
    f"{_OFFICE}/2007/relationships/ui/extensibility": f"{_OFFICE}/2009/07/customui",
}
_OURS = "https://xl-scorecard.invalid/ribbon"
"""The tab is called by a name in this namespace: add-ins that do so share one tab."""


def callback(template: Element) -> str | None:
    """The macro that the template's button calls, or None."""
    found = (item.get("onAction") for item in template.iter("{*}button"))
    return next((name for name in found if name), None)


def ribbon(name_space: str, macro: str, button: Button = REFRESH) -> bytes:
    """Our tab with one button, calling a macro of the template's VBA."""
    root = etree.Element(f"{{{name_space}}}customUI", nsmap={None: name_space, "x": _OURS})
    tabs = _inside(_inside(root, "ribbon"), "tabs")
    tab = _inside(tabs, "tab", idQ="x:xlScorecardTab", label="Scorecard", keytip="SC")
    group = _inside(tab, "group", id=f"xlScorecard{button.id}Group", label="Performance")
    _inside(
        group,
        "button",
        id=f"xlScorecard{button.id}",
        label=button.label,
        size="large",
        onAction=macro,
        imageMso=button.image,
        keytip=button.key,
        screentip=button.tip,
        supertip=button.more,
    )
    etree.indent(root)
    return serialise(root)


def _inside(parent: Element, name: str, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{namespace(parent)}}}{name}", attributes)
