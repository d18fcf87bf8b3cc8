"""A workbook's layout as a person would write it into a rule set who sees where everything stands.

What the truth and its places say is written as `workbook: tables:`; the rest is left to be guessed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time as clock
from datetime import timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any

import openpyxl
from openpyxl.utils import coordinate_to_tuple, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.layouts import cells
from tests.layouts.columns import shown_target
from tests.layouts.expected import expected
from tests.layouts.generate import Made
from tests.layouts.laid import Spot
from tests.layouts.times import MONTHS, Span, Time
from tests.layouts.truth import Covers, Good, Indicator, Unit

Place = tuple[int, int]
BASES = {
    Covers.PERIOD: "in quarter",
    Covers.TO_DATE: "year to date",
    Covers.SNAPSHOT: "snapshot",
    Covers.ROLLING: "rolling 12 months",
}
UNITS = {unit: str(unit) for unit in Unit if unit is not Unit.RATE} | {Unit.MONEY: "currency"}
""" "per 1,000" is in the name; there is no word for it."""


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


def decided(made: Made, drafted: dict[str, Any]) -> dict[str, Any]:
    """A drafted rule set after a person went over its indicators who knows them: what each is
    counted in and covers, and, where the sheet does not say it, which way is good; and that the
    council judges in green, amber and red, whatever it calls them."""
    known = {_plain(" ".join(one.key)): one for one in made.truth.indicators}
    rules = [
        rule | _known_of(made, known[name]) if (name := _plain(rule["name"])) in known else rule
        for rule in drafted["indicators"]
    ]
    rating = {} if made.truth.shows.rag == "none" else {"rating": "rag"}
    return drafted | rating | {"indicators": rules}


def _plain(name: str) -> str:
    """A name with or without its site, however the two are put together."""
    return re.sub(r"\W+", " ", name).strip().casefold()


def _known_of(made: Made, indicator: Indicator) -> dict[str, str]:
    found = {"basis": BASES[indicator.covers]}
    if indicator.unit in UNITS:
        found["unit"] = UNITS[indicator.unit]
    if not expected(made.truth, indicator).good_told:
        found["good_is"] = str(indicator.good)
    return found


def words(time: Time) -> str:
    """A period as a person writes it."""
    if time.span is Span.MONTH:
        return f"{MONTHS[time.number - 1][:3]} {time.year}"
    return f"Q{time.number} {time.label}" if time.span is Span.QUARTER else time.label


@dataclass
class _Seen:
    """One indicator on a sheet, with where it stands."""

    made: Indicator
    spot: Spot
    name: Place

    @cached_property
    def figures(self) -> dict[Time, Place]:
        return {time: coordinate_to_tuple(cell) for time, cell in self.spot.figures.items()}

    @property
    def way(self) -> object:
        """What it has in common with those of its table: the columns or rows of its figures."""
        rows, columns = ({place[n] for place in self.figures.values()} for n in (0, 1))
        if rows == {self.name[0]}:
            return "across", self.name[1], *sorted(columns)
        if columns == {self.name[1]}:
            return "down", self.name[0], *sorted(rows)
        return "otherwise"

    @property
    def latest(self) -> Place:
        return self.figures[max(self.figures, key=lambda t: (t.year, t.number))]


class _Sheet:
    """A sheet of the workbook as a person looks at it."""

    def __init__(self, made: Made, sheet: Worksheet) -> None:
        self._made = made
        self._sheet = sheet
        self._texts = {
            (cell.row, cell.column): str(cell.value).strip()
            for row in sheet.iter_rows() for cell in row if cell.value is not None
        }  # fmt: skip
        self._all = [
            _Seen(one, made.spots[one.key], self._name_of(one, made.spots[one.key]))
            for one in made.truth.indicators
            if one.key in made.spots and made.spots[one.key].sheet == sheet.title
        ]
        self.seen = self._all

    def entries(self) -> Iterator[dict[str, Any]]:
        """How the sheet is laid out, in as few lines as it takes."""
        name = {"sheet": self._sheet.title}
        together: dict[object, list[_Seen]] = {}
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

    def _is_below(self, one: _Seen) -> bool:
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

    def _counts_below(self, one: _Seen) -> dict[str, int]:
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

    def _alone(self, one: _Seen) -> dict[str, Any]:
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

    def _name_of(self, one: Indicator, spot: Spot) -> Place:
        """Where its name stands: in its row, in its column, or nearest above."""
        places = [coordinate_to_tuple(cell) for cell in spot.figures.values()]
        rows, columns = {row for row, _ in places}, {column for _, column in places}
        found = [place for place, text in self._texts.items() if one.name in text]
        exact = [place for place in found if self._texts[place] == one.name] or found

        def distance(place: Place) -> tuple[bool, bool, int]:
            row, column = place
            beside = row in rows and column not in columns
            below = row > max(rows)
            near = min(abs(row - own) for own in rows)
            return below, not (beside or (column in columns and len(columns) == 1)), near

        return min(exact, key=distance)

    def _target_of(self, one: _Seen) -> Place | None:
        """The cell of the target that holds now: known, or the one called Target that has it."""
        if one.spot.target:
            return coordinate_to_tuple(one.spot.target)
        last = self._made.truth.reported
        value = shown_target(one.made, last) if last is not None else None
        if value is None and one.made.targets:
            value = next(iter(one.made.targets.values()))
        if value is None or one.made.good is Good.NEITHER:
            return None
        typed = cells.number(one.made, value).value
        return self._labelled("Target", one, lambda place: self._holds(place, typed))

    def _good_of(self, one: _Seen) -> Place | None:
        form = self._made.truth.shows.polarity
        if form not in cells.SAID:
            return None
        said = cells.SAID[form][one.made.good]
        row = [p for p in self._texts if p[0] == one.latest[0] and self._texts[p] == said]
        if len(row) == 1:
            return row[0]
        return self._labelled("Good is", one, lambda place: self._texts.get(place) == said)

    def _reference_of(self, one: _Seen) -> Place | None:
        """The cell with its reference, in the row of its name or just above."""
        found = [p for p, text in self._texts.items() if one.made.reference == text]
        near = [p for p in found if one.name[0] - 1 <= p[0] <= one.name[0]]
        return near[0] if one.made.reference and near else None

    def _site_of(self, one: _Seen) -> Place | None:
        found = [p for p, text in self._texts.items() if text == one.made.site]
        near = [p for p in found if p[0] == one.latest[0]]
        return near[0] if one.made.site and near else None

    def _labelled(self, label: str, one: _Seen, fits: Callable[[Place], bool]) -> Place | None:
        """What stands right of a label, or where its row or column meets the latest figure's, the
        nearest to the indicator."""
        row, column = one.latest
        found = [
            place
            for (r, c), text in self._texts.items() if text == label
            for place in ((r, column), (row, c), (r, c + 1))
            if fits(place) and place != one.latest
        ]  # fmt: skip
        return min(found, key=lambda p: (p[0] < one.name[0], abs(p[0] - one.name[0])), default=None)

    def _holds(self, place: Place, typed: object) -> bool:
        value = _part_of_a_day(self._sheet.cell(*place).value)
        if isinstance(value, float | int) and isinstance(typed, float | int):
            return abs(value - typed) < 1e-9
        return not isinstance(typed, float | int) and value == typed


def _part_of_a_day(value: object) -> object:
    """A duration as the number in its cell."""
    if isinstance(value, clock):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    return value / timedelta(days=1) if isinstance(value, timedelta) else value


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
