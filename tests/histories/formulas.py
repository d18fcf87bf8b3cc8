"""Where a part of a workbook holds formulas."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from xml.sax.saxutils import escape

_FORMULA = re.compile(
    r"(<(?:f|formula|formula1|formula2|definedName|xm:f|xm:sqref|c:f)(?: [^>]*)?>)([^<]*)(?=</)"
)


def with_formulas(xml: str, change: Callable[[str], str]) -> str:
    """A part in which each formula, name and source of a chart reads otherwise.

    `change` is given it as Excel shows it: LibreOffice escapes more signs than others do.
    """

    def changed(found: re.Match[str]) -> str:
        before = html.unescape(found[2])
        after = change(before)
        return found[1] + (found[2] if after == before else escape(after))

    return _FORMULA.sub(changed, xml)
