"""A workbook's layout as a person would write it into a rule set who sees where everything stands.

What the truth and its places say is written as `workbook: tables:`; the rest is left to be guessed.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import openpyxl
from openpyxl.utils import coordinate_to_tuple, get_column_letter

from tests.layouts.generate import Made
from tests.layouts.on_sheet import OnSheet, Place, Seen
from tests.layouts.times import MONTHS, Span, Time


def layout(made: Made) -> dict[str, Any]:
    """No more of a rule set than what says how the workbook is laid out."""
    book = openpyxl.load_workbook(io.BytesIO(made.content), data_only=True)
    sheets = dict.fromkeys(spot.sheet for spot in made.spots.values())
    tables = [entry for name in sheets for entry in _Sheet(made, book[name]).entries()]
    starts = MONTHS[made.truth.start - 1]
    workbook: dict[str, Any] = {"sheets": [*sheets], "tables": tables}
    if made.truth.reported is not None:
        workbook["period"] = words(made.truth.reported)
    return {"financial_year_starts": starts, "workbook": workbook}


def words(time: Time) -> str:
    """A period as a person writes it."""
    if time.span is Span.MONTH:
        return f"{MONTHS[time.number - 1][:3]} {time.year}"
    return f"Q{time.number} {time.label}" if time.span is Span.QUARTER else time.label


class _Sheet(OnSheet):
    """A sheet of the workbook as a person looks at it."""

    def entries(self) -> Iterator[dict[str, Any]]:
        """How the sheet is laid out, in as few lines as it takes."""
        name = {"sheet": self._sheet.title}
        together: dict[object, list[Seen]] = {}
        for one in self._all:
            together.setdefault(one.way, []).append(one)
        for seen in together.values():
            self.seen = seen
            ways = (self._across, self._in_parts, self._down, self._long)
            found = next((told for way in ways if (told := way()) is not None), None)
            for entry in [found] if found is not None else map(self._alone, seen):
                yield name | entry

    def _across(self) -> dict[str, Any] | None:
        """A row an indicator."""
        alike = {tuple(sorted((words(t), c) for t, (_, c) in s.figures.items())) for s in self.seen}
        rows = [{row for row, _ in s.figures.values()} for s in self.seen]
        same = all(
            len(own) == 1 and s.name[0] in own for own, s in zip(rows, self.seen, strict=True)
        )
        names = {s.name[1] for s in self.seen}
        below = any(self._is_below(s) or s.made.parts for s in self.seen)
        if len(alike) != 1 or not same or len(names) != 1 or below:
            return None
        figures = {when: get_column_letter(column) for when, column in next(iter(alike))}
        found: dict[str, Any] = {
            "rows": _stretches([s.name[0] for s in self.seen]),
            "names": get_column_letter(names.pop()),
            "figures": figures | self._begun(),
        }
        return found | self._beside(_letter_of, 1)

    def _begun(self) -> dict[str, str]:
        """The column of the period to come, where one figure stands in it early."""
        last = self._made.truth.reported
        columns = {
            _column_of(slip.cell) for slip in self._made.truth.slips
            if slip.kind == "early figure" and slip.sheet == self._sheet.title
        }  # fmt: skip
        return {words(last.back(-1)): column for column in columns} if last is not None else {}

    def _is_below(self, one: Seen) -> bool:
        """Whether its target stands in a row of its own, in the column of its figure."""
        target = self._target_of(one)
        return target is not None and target[1] == one.latest[1]

    def _in_parts(self) -> dict[str, Any] | None:
        """Several rows an indicator, one of them its figures, one its targets."""
        alike = {tuple(sorted((words(t), c) for t, (_, c) in s.figures.items())) for s in self.seen}
        tops = [s.name[0] for s in self.seen]
        sizes = {after - top for top, after in pairwise(tops)}
        if len(alike) != 1 or len(sizes) != 1 or len({s.name[1] for s in self.seen}) != 1:
            return None
        figures = {column for s in self.seen for _, column in s.figures.values()}
        in_one_row = all(len({row for row, _ in s.figures.values()}) == 1 for s in self.seen)
        if not in_one_row or self.seen[0].name[1] in figures:
            return None
        size = sizes.pop()
        parts = ["other"] * size
        for one in self.seen:
            target = self._target_of(one)
            at = one.latest[0] - one.name[0], target[0] - one.name[0] if target else 0
            if not all(0 <= place < size for place in at):
                return None
            if target is not None:
                parts[at[1]] = "target"
            for count, offset in self._counts_below(one).items():
                parts[offset] = count
            parts[at[0]] = "actual"
        beside = {} if "target" in parts else self._beside(_letter_of, 1)
        return {
            "rows": f"{tops[0]}-{tops[-1] + size - 1}",
            "names": get_column_letter(self.seen[0].name[1]),
            "figures": {when: get_column_letter(column) for when, column in next(iter(alike))},
            "parts": parts,
        } | beside

    def _counts_below(self, one: Seen) -> dict[str, int]:
        """How far below its figure the counts stand that a share is made of."""
        time = min(one.made.parts, key=lambda t: (t.year, t.number), default=None)
        if time is None:
            return {}
        row, column = one.figures[time]
        counts = zip(("numerator", "denominator"), one.made.parts[time], strict=True)
        return {
            part: next(n for n in (1, 2) if self._sheet.cell(row + n, column).value == count)
            for part, count in counts
        }

    def _down(self) -> dict[str, Any] | None:
        """A column an indicator."""
        alike = {tuple(sorted((words(t), r) for t, (r, _) in s.figures.items())) for s in self.seen}
        own = [{column for _, column in s.figures.values()} for s in self.seen]
        same = all(len(c) == 1 and s.name[1] in c for c, s in zip(own, self.seen, strict=True))
        names = {s.name[0] for s in self.seen}
        if len(alike) != 1 or not same or len(names) != 1:
            return None
        found: dict[str, Any] = {
            "rows": _columns([s.name[1] for s in self.seen]),
            "names": str(names.pop()),
            "figures": {when: str(row) for when, row in next(iter(alike))},
        }
        return found | self._beside(lambda place: str(place[0]), 0)

    def _long(self) -> dict[str, Any] | None:
        """A row an indicator and period."""
        columns = {c for s in self.seen for _, c in s.figures.values()}
        names = {s.name[1] for s in self.seen}
        if not all(
            self._texts.get((row, s.name[1])) == s.made.name
            for s in self.seen
            for row, _ in s.figures.values()
        ):
            return None
        rows = [(row, time) for s in self.seen for time, (row, _) in s.figures.items()]
        if len(columns) != 1 or len(names) != 1 or len({row for row, _ in rows}) != len(rows):
            return None
        said: dict[int, dict[Time, set[str]]] = {}
        for row, time in rows:
            for (r, column), text in self._texts.items():
                if r == row:
                    said.setdefault(column, {}).setdefault(time, set()).add(text)
        times = {time for _, time in rows}
        when = [
            column for column, by_time in said.items()
            if set(by_time) == times and all(len(texts) == 1 for texts in by_time.values())
            and len(set().union(*by_time.values())) == len(times) and column not in columns | names
        ]  # fmt: skip
        if len(when) != 1:
            return None
        found = {
            "rows": _stretches(sorted(row for row, _ in rows)),
            "names": get_column_letter(names.pop()),
            "figures": get_column_letter(columns.pop()),
            "periods": get_column_letter(when[0]),
        }
        return found | self._beside(_letter_of, 1)

    def _beside(self, called: Callable[[Place], str], line: int) -> dict[str, Any]:
        """Where targets, references, sites and which way is good stand, the same for each."""
        found: dict[str, Any] = {}
        by_key = {
            "targets": self._target_of, "references": self._reference_of,
            "dimension": self._site_of, "good_is": self._good_of,
            "judgements": lambda one: _at(one.spot.rag), "travel": lambda one: _at(one.spot.travel),
        }  # fmt: skip
        for key, look in by_key.items():
            places = [place for one in self.seen if (place := look(one)) is not None]
            if places and len({place[line] for place in places}) == 1:
                found[key] = called(places[0])
        return found

    def _alone(self, one: Seen) -> dict[str, Any]:
        """One indicator, everything by its cell."""
        found: dict[str, Any] = {
            "names": _cell(one.name),
            "figures": {words(time): _cell(place) for time, place in one.figures.items()},
        }
        by_key = {
            "targets": self._target_of,
            "references": self._reference_of,
            "good_is": self._good_of,
        }
        for key, look in by_key.items():
            if (place := look(one)) is not None:
                found[key] = _cell(place)
        return found


def _letter_of(place: Place) -> str:
    return get_column_letter(place[1])


def _column_of(cell: str) -> str:
    return _letter_of(coordinate_to_tuple(cell))


def _at(cell: str) -> Place | None:
    return coordinate_to_tuple(cell) if cell else None


def _cell(place: Place) -> str:
    return f"{get_column_letter(place[1])}{place[0]}"


def _stretches(rows: Sequence[int]) -> str:
    """Rows one after the other as `6-9, 11-14`."""
    found: list[list[int]] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1][1] = row
        else:
            found.append([row, row])
    return ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in found)


def _columns(columns: Sequence[int]) -> str:
    return f"{get_column_letter(min(columns))}:{get_column_letter(max(columns))}"
