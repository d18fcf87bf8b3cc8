"""What officers put on a sheet of ours in the open workbook, taken along when it is drawn anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from xl_scorecard.button.areas import over
from xl_scorecard.button.asked import asked
from xl_scorecard.button.content_area import last_content
from xl_scorecard.button.held_cells import formulas_of
from xl_scorecard.button.live_contents import as_text
from xl_scorecard.button.rectangles import runs
from xl_scorecard.compose.look import BODY, HEADING, SUBTITLE
from xl_scorecard.domain.cell_ref import a1, parse_a1
from xl_scorecard.domain.drawn import BLANK, digest, read_drawn, shown
from xl_scorecard.domain.edits import CHART_NAME, CellEdit, NewSheet
from xl_scorecard.domain.followed import followed
from xl_scorecard.domain.row_keys import Place, titles_of_counts
from xl_scorecard.domain.settling import (
    KEPT_HEADINGS,
    KEPT_TITLE,
    Found,
    KeptNote,
    Settling,
    found,
    kept_rows,
)

_WIDE = 8


@dataclass
class FoundSheet:
    """A sheet of ours as it was found: what its cells hold, and what is theirs on it."""

    sheet: Any
    found: Found
    contents: dict[Place, Any] = field(default_factory=dict)
    texts: dict[Place, str] = field(default_factory=dict)
    notes: list[Any] = field(default_factory=list)
    formulas: set[Place] = field(default_factory=set)
    """Where a formula stands; a text may begin with an equals sign as well."""

    @property
    def is_ours_alone(self) -> bool:
        """Whether nothing in its cells is theirs."""
        return not self.found.whose.theirs and not self.notes


def look_at(sheet: Any, key: str, drawn: dict[str, str]) -> FoundSheet:
    """Read a sheet of ours: its values and formulas in one call each."""
    last = last_content(sheet)
    area = over(sheet, (1, 1, last.row, last.column))
    values = area.options(ndim=2, err_to_str=True).value
    formulas = formulas_of(area)
    contents: dict[Place, Any] = {}
    texts: dict[Place, str] = {}
    digests: dict[Place, str] = {}
    computed: set[Place] = set()
    for at, value in _cells(values):
        text = formulas[at[0] - 1][at[1] - 1] if formulas is not None else None
        is_formula = isinstance(text, str) and text.startswith("=") and text != value
        plain = _plain(value)
        formula = text[1:] if is_formula and isinstance(text, str) else None
        if plain is None and formula is None:
            continue
        if formula is not None:
            computed.add(at)
        contents[at] = text if is_formula else value
        digests[at] = digest(plain, formula)
        if plain is not None:
            texts[at] = shown(plain)
    known = computed if formulas is not None else None
    seen = found(key, texts, known, digests, read_drawn(key, drawn))
    return FoundSheet(
        sheet, seen, contents, texts, asked(lambda: list(sheet.notes)) or [], computed
    )


def _cells(values: Sequence[Sequence[Any]]) -> Iterator[tuple[Place, Any]]:
    for row, line in enumerate(values, 1):
        for column, value in enumerate(line, 1):
            yield (row, column), value


def _plain(value: Any) -> float | str | None:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if value else None


def clear_ours(there: FoundSheet, new: NewSheet, kept: list[KeptNote]) -> None:
    """Empty a sheet of what we drew, and bring what is theirs to where it goes.

    What has no place any more is added to `kept`.
    """
    settling = Settling(there.found, new)
    name = there.sheet.name
    moved: dict[Place, Place] = {}
    gone: list[Place] = []
    theirs = {at: there.texts.get(at, "") for at in there.found.whose.theirs}
    for at in sorted(there.found.whose.theirs):
        to = settling.place(at)
        if to is None:
            gone.append(at)
            said = settling.lost(at, theirs)
            if said is not None and not settling.says_the_same(at, said):
                kept.append(KeptNote(said, f"{name}!{a1(*at)}", settling.beside(at[0])))
        elif to != at:
            moved[at] = to
    looks = {at: _look(over(there.sheet, (*at, *at))) for at in moved}
    ours = there.found.whose.ours
    if there.is_ours_alone and there.found.drawn is not None:
        ours |= there.found.drawn.cells.keys()  # those left blank too: whole areas take one call
    stale = [CellEdit(*at) for at in {*ours, *gone, *moved}]
    for top, left, bottom, right in runs(stale):
        area = over(there.sheet, (top, left, bottom, right))
        area.clear_contents()
        area.clear_formats()
    for at, to in moved.items():
        content = there.contents[at]
        cell = over(there.sheet, (*to, *to))
        if not isinstance(content, str):
            cell.value = content
        elif at in there.formulas:
            cell.formula = f"={followed(content[1:], settling.row)}"
        else:
            cell.formula = as_text(content)
        _give(cell, looks[at])
    _move_notes(there, settling, kept)


def _look(cell: Any) -> tuple[Any, Any]:
    return asked(lambda: cell.number_format), asked(lambda: cell.color)


def _give(cell: Any, look: tuple[Any, Any]) -> None:
    number_format, colour = look
    with suppress(NotImplementedError):
        if number_format not in (None, "General"):
            cell.number_format = number_format
        if colour is not None:
            cell.color = colour


def _move_notes(there: FoundSheet, settling: Settling, kept: list[KeptNote]) -> None:
    """Move the notes on cells along; where an engine does not say what they say, they stay."""
    moves: list[tuple[str, Place | None, Place]] = []
    for note in there.notes:
        at = parse_a1(note.location.address.replace("$", ""))
        row = settling.row(at[0])
        to = None if row is None else (row, settling.column(at[1]))
        text = asked(partial(getattr, note, "text")) if to != at else None
        if text is not None:
            note.delete()
            moves.append((text, to, at))
    for text, to, at in moves:
        if to is not None:
            over(there.sheet, (*to, *to)).add_note(text)
        else:
            beside = settling.beside(at[0])
            kept.append(KeptNote(text, f"{there.sheet.name}!{a1(*at)}", beside))


def charts_of_ours(there: FoundSheet) -> list[Any]:
    """The charts that we drew, the last first: by their names, or those of an earlier version by
    their titles."""
    charts = list(there.sheet.charts)
    named = [chart for chart in charts if str(chart.name).startswith(CHART_NAME)]
    if not named:
        titles = {*titles_of_counts(there.texts.values()), *there.texts.values()}
        named = [c for c in charts if asked(partial(_title_of, c)) in (None, *titles)]
    return list(reversed(named))


def _title_of(chart: Any) -> str:
    return str(chart.title or "")


def kept_cells(there: FoundSheet | None, new: NewSheet, notes: list[KeptNote]) -> list[CellEdit]:
    """The cells that add notes to the list of kept notes below the findings."""
    if not notes:
        return []
    ours = max(cell.row for cell in new.cells)
    stands = _places(there, new)
    title = next((row for (row, column), text in stands.items()
                  if (column, text) == (1, KEPT_TITLE)), None)  # fmt: skip
    cells = []
    if title is None:
        title = max([ours, *(row for row, _ in stands)]) + 2
        cells.append(CellEdit(title, 1, KEPT_TITLE, style=SUBTITLE))
        cells += [
            CellEdit(title + 1, column, KEPT_HEADINGS.get(column), style=HEADING)
            for column in range(1, _WIDE + 1)
        ]
    last = title + 1
    while any((last + 1, column) in stands for column in range(1, _WIDE + 1)):
        last += 1
    rows = {last + number: note for number, note in enumerate(notes, 1)}
    line = next(str(c.value or "") for c in new.cells if (c.row, c.column) == (2, 1))
    texts = kept_rows(line.partition(":")[0], rows)
    return [
        *cells,
        *(
            CellEdit(row, column, texts.get((row, column)) or None, style=BODY)
            for row in rows
            for column in range(1, _WIDE + 1)
        ),
    ]


def less_theirs(cells: list[CellEdit], there: FoundSheet | None, new: NewSheet) -> list[CellEdit]:
    """The cells to write, but for blank ones of ours in which something of theirs stands now."""
    theirs = _places(there, new)
    return [c for c in cells if c.value is not None or c.formula or (c.row, c.column) not in theirs]


def _places(there: FoundSheet | None, new: NewSheet) -> dict[Place, str]:
    """Where what is theirs stands on the sheet drawn anew."""
    if there is None:
        return {}
    settling = Settling(there.found, new)
    return {
        to: there.texts.get(at, BLANK)
        for at in sorted(there.found.whose.theirs)
        if (to := settling.place(at)) is not None
    }
