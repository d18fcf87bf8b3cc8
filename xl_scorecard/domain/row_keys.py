"""What each row of a sheet of ours is about, so that what stands beside it can follow it."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from xl_scorecard.domain.acceptance import Identity, identity, numbered

Place = tuple[int, int]
Texts = Mapping[Place, str]
Key = tuple[str, ...]
FINDING, INDICATOR, FIXED = "finding", "indicator", "fixed"
"""Kinds of rows: an entry of a list, which goes where the list puts it, or a row in its place."""
SECTION, UNLOOKED, MOVER = "section", "unlooked", "mover"
_LISTED = (FINDING, INDICATOR, SECTION, UNLOOKED, MOVER)
_RATINGS_COLUMNS = 8
ACCEPTED_HEADING, REASON_HEADING = "Accepted", "Reason"
UNLOOKED_TITLE, UNLOOKED_HEADING = "What was not looked at, and why", "What was not looked at"
SEE_CHECKS = ": see Checks"
"""How the Summary's line of findings ends."""
FIGURES_COLUMN = 15
"""Where the figures behind the Summary's charts begin, right of all that is printed."""
FIGURES_COLUMNS = (11, FIGURES_COLUMN)
"""Where they began in any version."""
ATTENTION = "Indicators that need attention, worst first"
IMPROVED, WORSENED = "Most improved", "Most worsened"
TRENDS, TRENDS_OF_ALL = "Trends, section by section", "Trends"
COUNTS_CHART, _COUNTED_BY = "Rated indicators by status", "By "
"""The title of the chart of counts, which goes on by what they are by, and how the heading above it
begins."""
KEY_TITLE = "What the words mean"
MEANING = "Meaning"
"""What stands in the third column of the key, in which words are in the first."""
RISKS = "Risks"
VARIATION = "Variation"
BEHIND = "Figures behind the charts"
SEVERITIES = ("Error", "Warning", "Info")
_REGISTER_ENDS = ("Rated by", "Nearer to target by", "Also at the refresh ",
                  "Series as at the refresh", "Figure at the refresh ",
                  "Floor: read then as")  # fmt: skip
"""How headings of the register begin of which the rightmost is its last: what stands right of that
is another table. The first is all that an earlier version had."""
NO_RESULT = "?"
"""What a formula says that shows nothing, or whose result is not stored: which of them it is
depends on the program that saved it."""
_RATED_BY = "Rated by"
_BELOW_THE_LIST = (
    "None: every rated",
    "No indicator is rated",
    "The worst ",
    "No rated",
    NO_RESULT,
)
"""How the line below a list of indicators begins."""
_OF_FIGURES = (
    "Target", "Target, upper", "Before the break", "Tolerance", "Tolerance, upper",
    "Tolerance, lower", "Mean", "Upper limit", "Lower limit",
)  # fmt: skip
"""The rows that may stand below the outturns behind a chart."""
_RIGHT_OF_CELL = ("Variation", "How long", "Benchmark", "Section", "Owner", "Comment")
"""How the headings begin of what stands in a list right of the link to the cell."""
_FEWEST_COUNTS = 3
_TILES = ("All indicators", "Number of", "Movement since ")
_MARK_ENDS = "made anew at each refresh"


@dataclass
class RowKeys:
    """Keys by row, which columns of the row are ours, and what an officer would call it."""

    by_row: dict[int, Key] = field(default_factory=dict)
    columns: dict[int, Collection[int]] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    findings: dict[int, Identity] = field(default_factory=dict)
    """What rows of findings are about, more closely: an answer goes with no other."""
    answers: dict[str, int] = field(default_factory=dict)
    """The columns that officers answer findings in, by their headings."""
    _seen: Counter[Key] = field(default_factory=Counter)

    def put(self, row: int, key: Key, columns: Collection[int], words: str) -> None:
        """Say what a row is about; of rows about the same the second is another."""
        self._seen[key] += 1
        seen = self._seen[key]
        self.by_row[row] = (*key, str(seen)) if seen > 1 else key
        self.columns[row] = columns
        self.words[row] = words

    def anchor(self, row: int) -> Key | None:
        """What a row is about, or how far it is below what; None for one among the entries of a
        list, or above all that is ours."""
        if row in self.by_row:
            return self.by_row[row]
        above = max((known for known in self.by_row if known < row), default=None)
        if above is None:
            return None
        key = self.by_row[above]
        if key[0] not in _LISTED:
            return ("below", *key, str(row - above))
        last = max(known for known, of in self.by_row.items() if of[0] == key[0])
        return ("below", key[0], str(row - last)) if row > last else None

    def row_of(self, anchor: Key) -> int | None:
        """The row of an anchor; None where nothing here is about that, or an entry stands there."""
        if anchor[0] != "below":
            return next((row for row, key in self.by_row.items() if key == anchor), None)
        key, below = anchor[1:-1], int(anchor[-1])
        among = (
            [row for row, of in self.by_row.items() if of[0] == key[0]]
            if key[0] in _LISTED
            else [row for row, of in self.by_row.items() if of == key]
        )
        if not among:
            return None
        row = max(among) + below
        return None if self.by_row.get(row, (FIXED,))[0] in _LISTED else row

    def is_listed(self, row: int) -> bool:
        """Whether a row is an entry of a list."""
        return self.by_row.get(row, (FIXED,))[0] in _LISTED

    def last_of(self, kind: str) -> int | None:
        """The last entry of a list."""
        return max((row for row, key in self.by_row.items() if key[0] == kind), default=None)


def key_digest(key: Key) -> str:
    """What a row is about, in four letters."""
    said = "\n".join(key).encode("utf-8", "surrogatepass")
    return base64.b64encode(hashlib.blake2b(said, digest_size=3).digest()).decode()


def row_keys(key: str, texts: Texts) -> RowKeys:
    """What the rows of a sheet of ours are about, by what it shows."""
    lines: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(texts.items()):
        if text:
            lines.setdefault(row, {})[column] = text
    keys = RowKeys()
    readers = {"summary": _summary, "checks": _checks, "ratings": _ratings, "indicators": _register}
    readers.get(key, _other)(lines, keys)
    return keys


Lines = Mapping[int, Mapping[int, str]]
Reader = Callable[[int, Mapping[int, str], RowKeys], None]


def _other(_: Lines, __: RowKeys) -> None:
    """A sheet that is not known: nothing on it is about anything."""


def _header(lines: Lines, *words: str) -> int | None:
    return next((r for r, line in lines.items() if all(w in line.values() for w in words)), None)


def _head(lines: Lines, keys: RowKeys, header: int, rows: int, columns: Collection[int]) -> None:
    """The rows above the first table: title, period and so on, counted from the table upwards."""
    for row in range(header - rows, header):
        if row in lines and row > 0:
            said = lines[row].get(1) or next(iter(lines[row].values()))
            keys.put(row, (FIXED, "head", str(header - row)), columns, said)


def _checks(lines: Lines, keys: RowKeys) -> None:
    header = _header(lines, "Severity", "What is wrong", "Check")
    if header is None:
        return
    at = {heading: column for column, heading in sorted(lines[header].items(), reverse=True)}
    last = max(at[word] for word in ("Check", REASON_HEADING) if word in at)
    wide = range(1, last + 1)
    _head(lines, keys, header, 4, wide)
    keys.put(header, (FIXED, "headings"), wide, "the headings")
    keys.answers = {word: at[word] for word in (ACCEPTED_HEADING, REASON_HEADING) if word in at}
    about: dict[int, Identity] = {}
    for row, line in lines.items():
        if row > header and line.get(1) in SEVERITIES and at["Check"] in line:
            _finding(row, line, at, keys, wide)
            about[row] = _identity(line, at)
        elif row == header + 1 and line.get(1) == "None":
            keys.put(row, (FINDING, "none"), wide, "None")
    keys.findings = dict(zip(about, numbered(about.values()), strict=True))
    _unlooked(lines, keys, wide)


def _finding(
    row: int, line: Mapping[int, str], at: Mapping[str, int], keys: RowKeys, wide: range
) -> None:
    about = line.get(4) or line.get(3) or ""
    place = " ".join(line[c] for c in (2, 3, 4) if c in line)
    words = f"{place}: {line.get(5, '')}" if place else line.get(5, "")
    keys.put(row, (FINDING, line[at["Check"]], line.get(2, ""), about), wide, words)


def _identity(line: Mapping[int, str], at: Mapping[str, int]) -> Identity:
    def said(heading: str) -> str:
        return line.get(at.get(heading, 0), "")

    return identity(
        said("Check"),
        said("Sheet"),
        said("Indicator"),
        said("Cell"),
        said("Period"),
        (said("Found"), said("Should be"), said("What is wrong")),
    )


def _unlooked(lines: Lines, keys: RowKeys, wide: range) -> None:
    """The part below the findings: what was not looked at."""
    title = next((row for row, line in lines.items() if line.get(1) == UNLOOKED_TITLE), None)
    if title is None or lines.get(title + 1, {}).get(5) != UNLOOKED_HEADING:
        return
    keys.put(title, (FIXED, UNLOOKED), wide, UNLOOKED_TITLE)
    keys.put(title + 1, (FIXED, UNLOOKED, "headings"), wide, "the headings")
    row = title + 2
    while 5 in lines.get(row, {}):
        line = lines[row]
        keys.put(row, (UNLOOKED, line[5], line.get(2, "")), wide, line[5])
        row += 1


def _ratings(lines: Lines, keys: RowKeys) -> None:
    header = _header(lines, "Indicator", "Section", "Outturn")
    if header is None:
        return
    wide = range(1, _RATINGS_COLUMNS + 1)
    _head(lines, keys, header, 4, wide)
    keys.put(header, (FIXED, "headings"), wide, "the headings")
    for row, line in lines.items():
        if row > header and 1 in line and 8 in line:
            keys.put(row, (INDICATOR, line[1], line.get(2, "")), wide, line[1])


def _register(lines: Lines, keys: RowKeys) -> None:
    """An indicator is known by its reference, else by section and name; with its dimension."""
    header = _header(lines, "Reference", "Name", "Section", _RATED_BY)
    if header is None:
        return
    at = {heading: column for column, heading in sorted(lines[header].items(), reverse=True)}
    last = max(column for heading, column in at.items() if heading.startswith(_REGISTER_ENDS))
    wide = range(1, last + 1)
    _head(lines, keys, header, 4, wide)
    keys.put(header, (FIXED, "headings"), wide, "the headings")
    for row, line in lines.items():
        if row <= header or at["Name"] not in line or at[_RATED_BY] not in line:
            continue
        name, reference = line[at["Name"]], line.get(at["Reference"], "")
        dimension = line.get(at.get("Dimension", 0), "")
        known = ("", reference) if reference else (line.get(at["Section"], ""), name)
        words = f"{name}, {dimension}" if dimension else name
        keys.put(row, (INDICATOR, *known, dimension), wide, words)


def names_on_summary(register: Texts) -> dict[str, str]:
    """What the indicators of a register are called, by the digest of what their rows on the Summary
    are about."""
    keys, found = row_keys("indicators", register), {}
    header = next((row for row, key in keys.by_row.items() if key == (FIXED, "headings")), 0)
    at = {register.get((header, column), ""): column for column in keys.columns.get(header, ())}
    for row, key in keys.by_row.items():
        if key[0] == INDICATOR:
            name, section = (register.get((row, at[word]), "") for word in ("Name", "Section"))
            found[key_digest((INDICATOR, name, section))] = name
    return found


def _summary(lines: Lines, keys: RowKeys) -> None:
    counts = _counts(lines)
    if counts is None:
        return
    sections = lines[counts][1]
    _top(lines, keys, _summary_wide(lines, sections))
    blocks: Mapping[str, Reader] = {
        KEY_TITLE: _word,
        ATTENTION: _attention(INDICATOR, sections),
        IMPROVED: _attention(MOVER, sections),
        WORSENED: _attention(MOVER, sections),
        TRENDS: _trend,
        TRENDS_OF_ALL: _trend,
        RISKS: _nothing,
        VARIATION: _nothing,
        "Trend of each section's leading indicator": _trend,
    }
    reader: Reader = _tile
    for row, line in lines.items():
        if row in keys.by_row:
            continue
        begun = line.get(1, "")
        if row == counts:
            wide = max(column for column, text in line.items() if text == "Indicators")
            keys.put(row, (FIXED, "counts"), range(1, wide + 1), "the headings of the counts")
            reader = _section(wide)
        elif begun in blocks:
            keys.put(row, (FIXED, begun), (1, 2, *FIGURES_COLUMNS), begun)
            reader = blocks[begun]
        else:
            reader(row, line, keys)
    _figures(lines, keys)


def _top(lines: Lines, keys: RowKeys, wide: Collection[int]) -> None:
    """Title, period, headline, what waits, and the line of findings that an earlier version had
    not."""
    period = next(
        (
            row
            for row, line in lines.items()
            if any(t.startswith("Position at ") or t.endswith(_MARK_ENDS) for t in line.values())
        ),
        None,
    )
    if period is None:
        return
    for row in range(max(period - 1, 1), period + 3):
        if row in lines:
            said = lines[row].get(1) or next(iter(lines[row].values()))
            keys.put(row, (FIXED, "head", str(period + 3 - row)), wide, said)
    if lines.get(period + 3, {}).get(1, "").endswith((SEE_CHECKS, NO_RESULT)):
        keys.put(period + 3, (FIXED, "findings"), (1,), "the line of findings")


def titles_of_counts(texts: Iterable[str]) -> set[str]:
    """How charts of counts may be titled on a Summary that shows these texts, in any version."""
    by = {text.removeprefix(_COUNTED_BY) for text in texts if text.startswith(_COUNTED_BY)}
    return {COUNTS_CHART, *(f"{COUNTS_CHART} and {word}" for word in {"section", *by})}


def _counts(lines: Lines) -> int | None:
    """The headings of the first table of counts: what sections are called, statuses, and the word
    for indicators."""
    return next(
        (
            row
            for row, line in lines.items()
            if 1 in line and len(line) > _FEWEST_COUNTS and "Indicators" in line.values()
        ),
        None,
    )


def _summary_wide(lines: Lines, sections: str) -> Collection[int]:
    """The columns of the list of what needs attention, and those beside the print."""
    header = _header(lines, "Indicator", "Status", "Outturn", "Cell")
    last = _last_of_list(lines[header], sections) if header else 1
    beside = (FIGURES_COLUMN + n for n in range(4))
    return {*range(1, last + 1), *(c for c in FIGURES_COLUMNS if c > last), *beside}


def _last_of_list(line: Mapping[int, str], sections: str) -> int:
    """The last column of a list by its headings: the link to the cell, in earlier versions, else
    what is told right of that."""
    last = next((column for column, text in line.items() if text == "Cell"), 1)
    while line.get(last + 1, "").startswith((*_RIGHT_OF_CELL, sections)):
        last += 1
    return last


def _nothing(row: int, line: Mapping[int, str], keys: RowKeys) -> None:
    """What is in a block whose rows are known by how far below its title they are."""


def _tile(row: int, line: Mapping[int, str], keys: RowKeys) -> None:
    if line.get(1, "").startswith(_TILES):
        keys.put(row, (FIXED, "tile", line[1].partition(" ")[0]), tuple(line), line[1])


def _section(wide: int) -> Callable[[int, Mapping[int, str], RowKeys], None]:
    def read(row: int, line: Mapping[int, str], keys: RowKeys) -> None:
        if 1 not in line or wide not in line or (FIXED, "total") in keys.by_row.values():
            return
        total = line[1] in ("All sections", "All")
        key = (FIXED, "total") if total else (SECTION, line[1])
        keys.put(row, key, range(1, wide + 1), line[1])

    return read


def _word(row: int, line: Mapping[int, str], keys: RowKeys) -> None:
    if 3 in line and not line[3].endswith("on bars"):
        keys.put(row, (FIXED, "word", line.get(1, "")), range(1, 4), line.get(1, ""))
    elif 2 in line:  # an earlier version had the words in the second column
        keys.put(row, (FIXED, "word", line[2]), range(1, 3), line[2])
    elif line.get(1, "").startswith("Arrows show"):
        keys.put(row, (FIXED, "arrows"), (1,), line[1])


def _attention(kind: str, sections: str) -> Reader:
    """The reader of a list; a place of it that is empty now is an entry too."""
    at: dict[str, int] = {}
    last = [1]

    def read(row: int, line: Mapping[int, str], keys: RowKeys) -> None:
        if line.get(1) == "Indicator" and line.get(2) == "Status":
            at.update({text: column for column, text in line.items()})
            last[0] = _last_of_list(line, sections)
            wide = (*range(1, last[0] + 1), *(c for c in FIGURES_COLUMNS if c > last[0]))
            keys.put(row, (FIXED, "attention", kind), wide, "the headings of the list")
        elif 1 in line and at.get("Cell") in line:
            section = line.get(at.get(sections, 0), NO_RESULT)
            known = line[1], "" if section == NO_RESULT else section
            wide = (*range(1, last[0] + 1), *(c for c in FIGURES_COLUMNS if c > last[0]))
            keys.put(row, (kind, *known), wide, line[1])
        elif line.get(1, "").startswith(_BELOW_THE_LIST):
            keys.put(row, (FIXED, "more", kind), range(1, 10), "the end of the list")

    return read


def _trend(row: int, line: Mapping[int, str], keys: RowKeys) -> None:
    for at in FIGURES_COLUMNS:
        if line.get(at, "").startswith("Linked to the scorecard; "):
            keys.put(row, (FIXED, "linked"), (at,), BEHIND)


def _figures(lines: Lines, keys: RowKeys) -> None:
    """The rows behind the charts that are known by their words: periods, outturns, targets."""
    for row, at, name in _names_of_figures(lines):
        words = ["periods", "Outturn"]
        while (label := lines.get(row + len(words), {}).get(at)) in _OF_FIGURES:
            words.append(label or "")
        for below, line in enumerate(words):
            there = lines[row + below]
            wide = range(at, max(there) + 1)
            if row + below not in keys.by_row:
                keys.put(row + below, (FIXED, "figures", name, line), wide, f"{name}: {line}")


def _names_of_figures(lines: Lines) -> Iterator[tuple[int, int, str]]:
    for row in lines:
        for at in FIGURES_COLUMNS:
            if at in lines[row] and lines.get(row + 1, {}).get(at) == "Outturn":
                yield row, at, lines[row][at]
