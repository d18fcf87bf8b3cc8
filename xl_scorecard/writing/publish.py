"""Writing the copy for the web: a file of its own, in which nothing of another is."""

from __future__ import annotations

import html
import io
from pathlib import Path

from xl_scorecard.domain.edits import NewSheet
from xl_scorecard.domain.period import Period
from xl_scorecard.errors import WorkbookError
from xl_scorecard.writing.draw import drawn
from xl_scorecard.writing.web_copy import CORE, MARK, is_web_copy

_FONT = "Arial"
_WRITTEN = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/\
core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>\
<dc:identifier>{mark}</dc:identifier><dc:language>en-GB</dc:language>\
<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created></cp:coreProperties>"""


def publish(sheets: list[NewSheet], place: Path, title: str, author: str, period: Period) -> None:
    """Write the sheets into a new file, whose day is the last of the period: no clock is in it.

    Raises WorkbookError (write_failed) where it cannot be written, or where a file is that is no
    copy for the web.
    """
    if place.exists() and not is_web_copy(place):
        raise WorkbookError(
            "write_failed",
            f"{place}: the copy for the web is not written: a file that is none is there; name "
            "another folder with --published",
        )
    package = drawn(sheets, _FONT)
    said = {"title": f"{title}, {period.words}", "author": author}
    escaped = {key: html.escape(text, quote=False) for key, text in said.items()}
    core = _WRITTEN.format(**escaped, mark=MARK, day=period.last_day.isoformat())
    package.put(CORE, core.encode("utf-8"))
    target = io.BytesIO()
    package.save(target)
    beside = place.with_name(f".{place.name}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(target.getvalue())
        beside.replace(place)
    except OSError as cause:
        raise WorkbookError(
            "write_failed", f"{place}: the copy for the web cannot be written ({cause.strerror})"
        ) from None
