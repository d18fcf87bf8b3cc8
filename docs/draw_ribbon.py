"""Draws the ribbon tab of the button for the documents: docs/images/ribbon.svg.

Every word in it comes from the custom UI XML of the add-in as it is built; only the frame around
it, and the icon that Excel has under the name RefreshAll, are drawn by hand.
"""

from __future__ import annotations

import io
import sys
import textwrap
import zipfile
from html import escape
from pathlib import Path

from lxml import etree

from xl_scorecard.button.addin import build, template

PICTURE = Path(__file__).parent / "images" / "ribbon.svg"
_TEXT = 'font-family="Segoe UI, Helvetica, Arial, sans-serif" font-size="13"'
_ICONS = {
    "RefreshAll": (
        '<g fill="none" stroke="#217346" stroke-width="3">'
        '<path d="M 51 73 A 15 15 0 0 1 79 68"/><path d="M 81 79 A 15 15 0 0 1 53 84"/></g>'
        '<path fill="#217346" d="M 82 75 L 84 65 L 74 71 Z M 50 77 L 48 87 L 58 81 Z"/>'
    )
}


def ribbon_xml() -> bytes:
    """The custom UI XML out of a built add-in."""
    with zipfile.ZipFile(io.BytesIO(build(template(), {}))) as add_in:
        return add_in.read("customUI/customUI.xml")


def drawn(xml: bytes) -> str:
    """The tab with its one group, its one button, and the tip that shows over the button."""
    root = etree.fromstring(xml)
    (tab,), (group,), (button,) = (list(root.iter(f"{{*}}{n}")) for n in ("tab", "group", "button"))
    label = textwrap.wrap(button.get("label"), 10)
    tip = textwrap.wrap(button.get("supertip"), 56)
    others = "".join(
        f'<text x="{x}" y="22" fill="#444">{name}</text>'
        for x, name in ((18, "File"), (62, "Home"), (118, "Insert"), (174, "…"))
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="560" height="268" {_TEXT}>
<rect width="560" height="268" fill="#fff"/>
<rect width="560" height="34" fill="#f0f0f0"/>
{others}
<text x="205" y="22" fill="#217346" font-weight="bold">{escape(tab.get("label"))}</text>
<rect x="203" y="29" width="76" height="3" fill="#217346"/>
<rect x="8" y="38" width="544" height="112" rx="6" fill="#fff" stroke="#ccc"/>
<rect x="24" y="44" width="84" height="82" rx="4" fill="#e5f1ea"/>
<g transform="translate(0 -7)">{_ICONS[button.get("imageMso")]}</g>
{_lines(66, 106, label, 'text-anchor="middle"')}
{_lines(66, 143, [group.get("label")], 'text-anchor="middle" fill="#666" font-size="11"')}
<path d="M 124 46 V 144" stroke="#ccc"/>
<rect x="40" y="158" width="400" height="{44 + 17 * len(tip)}" rx="3" fill="#fff" stroke="#999"/>
{_lines(52, 180, [button.get("screentip")], 'font-weight="bold"')}
{_lines(52, 202, tip, 'fill="#444"')}
</svg>
"""


def _lines(x: int, y: int, lines: list[str], looks: str) -> str:
    return "\n".join(
        f'<text x="{x}" y="{y + 17 * number}" {looks}>{escape(line)}</text>'
        for number, line in enumerate(lines)
    )


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURE
    target.write_text(drawn(ribbon_xml()), "utf-8")
