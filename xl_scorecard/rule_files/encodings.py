"""The text of a rule file: its bytes, decoded; anything but UTF-8 is a mistake with a mend."""

from __future__ import annotations

import codecs
import re
from pathlib import Path as FilePath

from xl_scorecard.rule_files.slip import Place, UnreadableError

MOST_BYTES = 4_000_000
"""What a draft of ten thousand indicators takes, which is as many as `nodes.MOST_NODES` lets in."""
_START = Place(1, 1)
_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"),
)  # fmt: skip
NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, halves of characters and what is none: neither YAML nor a workbook may
hold them."""


def text_of(path: FilePath) -> str:
    """The text of a file; raises UnreadableError where it holds none that can be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as cause:
        raise UnreadableError(_START, f"cannot be read ({cause.strerror})") from None
    if len(data) > MOST_BYTES:
        raise UnreadableError(_START, "is over 4 MB; a rule set is a small text file")
    text = _decoded(data)
    if bad := NO_TEXT.search(text):
        number = ord(bad[0])
        called = "NUL" if number == 0 else f"code {number}"
        raise UnreadableError(
            place_in(text, bad.start()), f"holds a character that is no text ({called}); delete it"
        )
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _OTHER_MARKS:
        if data.startswith(mark):
            raise UnreadableError(_START, _not_utf8(encoding))
    if _every_other_is_null(data):
        raise UnreadableError(_START, _not_utf8("UTF-16"))
    try:
        return data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as cause:
        before = data[: cause.start].decode("utf-8").lstrip("\ufeff")
        message = "is not UTF-8 text from here on; save the file as UTF-8"
        raise UnreadableError(place_in(before, len(before)), message) from None


def _not_utf8(encoding: str) -> str:
    return f"is {encoding} text (some editors call it Unicode); save the file as UTF-8"


def _every_other_is_null(data: bytes) -> bool:
    """Whether text is in two bytes a character, without the mark that says so."""
    start = data[:200]
    return len(start) > 1 and any(
        start[first::2].count(0) * 4 > len(start[first::2]) * 3 for first in (0, 1)
    )


def place_in(text: str, index: int) -> Place:
    """The line and column of a character of a text."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
