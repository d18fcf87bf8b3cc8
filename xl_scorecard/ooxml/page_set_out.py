"""How a worksheet is shown and printed, in terms that compare whichever program wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xl_scorecard.opc.xml import Element, child, whole

_DEFAULTS: Mapping[str, Mapping[str, str]] = {
    "sheetView": {
        "zoomScale": "100", "showGridLines": "1", "showRowColHeaders": "1", "view": "normal",
        "rightToLeft": "0", "showFormulas": "0", "showZeros": "1", "showOutlineSymbols": "1",
    },
    "pageMargins": dict.fromkeys(("left", "right", "top", "bottom"), "0"),
    "pageSetup": {
        "orientation": "portrait", "paperSize": "1", "fitToWidth": "1", "fitToHeight": "1",
        "scale": "100", "pageOrder": "downThenOver", "blackAndWhite": "0", "draft": "0",
    },
    "printOptions": dict.fromkeys(
        ("horizontalCentered", "verticalCentered", "headings", "gridLines"), "0"
    ),
    "pageSetUpPr": {"fitToPage": "0"},
    "tabColor": dict.fromkeys(("rgb", "theme", "tint", "indexed"), ""),
}  # fmt: skip
_PRESENT = ("sheetProtection", "autoFilter", "colBreaks", "mergeCells", "sortState")
_SAID = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_WORDS = {"true": "1", "false": "0", "default": "portrait"}


def page_set_out(root: Element) -> set[str]:
    """What a worksheet says about its view and its page, a line for each setting."""
    return {f"{name}: {value}" for name, value in _settings(root)}


def _settings(root: Element) -> Iterator[tuple[str, str]]:
    for name, defaults in _DEFAULTS.items():
        element = next(root.iter(f"{{*}}{name}"), None)
        for attribute, usual in defaults.items():
            value = element.get(attribute, usual) if element is not None else usual
            yield f"{name} {attribute}", _plain(_WORDS.get(value, value))
    pane = next(root.iter("{*}pane"), None)
    frozen = pane is not None and (pane.get("state") or "").startswith("frozen")
    for attribute in ("xSplit", "ySplit"):
        at = whole(pane.get(attribute)) if pane is not None else 0
        yield f"pane {attribute}", f"{at} {'frozen' if frozen else 'split'}" if at else ""
    for name in _SAID:
        said = next(root.iter(f"{{*}}{name}"), None)
        yield name, ((said.text or "") if said is not None else "").strip()
    for name in _PRESENT:
        if child(root, name) is not None:
            yield name, "there"


def _plain(value: str) -> str:
    """A number without what programs round away."""
    try:
        return f"{float(value):.2g}" if "." in value else value
    except ValueError:
        return value
