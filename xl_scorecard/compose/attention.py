"""The indicators that need attention, worst first, as the register ranks them now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xl_scorecard.compose.counts import NONE_RATED
from xl_scorecard.compose.formulas import quoted
from xl_scorecard.compose.look import BODY, CENTRED, NOTE
from xl_scorecard.compose.register.headings import Heading, letters_of
from xl_scorecard.compose.register.sheet import FIRST_ROW, Register
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.cell_ref import column_letters, quoted_sheet
from xl_scorecard.domain.edits import CellEdit, Style

CHANGE_FORMAT = "+0.0%;-0.0%;0.0%"
MOST_LISTED = 50
_ROOM = 5
"""How many more places the list has than indicators need attention now."""
_LINK = Style(border=True, align="center", text="#0B5394")
_CHANGE = Style(border=True, align="center", number_format=CHANGE_FORMAT)
_COLUMNS = (
    (Heading.NAME, BODY),
    (Heading.STATUS, CENTRED),
    (Heading.SHOWN, CENTRED),
    (Heading.TARGET_SHOWN, CENTRED),
    (Heading.DIRECTION, CENTRED),
    (Heading.CHANGE, _CHANGE),
    (Heading.CHANGE_ON_YEAR, _CHANGE),
    (Heading.SECTION, CENTRED),
)


@dataclass(frozen=True)
class Attention:
    """The list: as many places as it may need until the next refresh."""

    register: Register

    @property
    def now(self) -> list[AssessedRow]:
        """The indicators that need attention now, worst first."""
        ranks = {a: self.register.value(Heading.WORST, a) for a in self.register.rows}
        ranked = {a: rank for a, rank in ranks.items() if isinstance(rank, float)}
        return sorted(ranked, key=lambda a: ranked[a], reverse=True)

    @property
    def places(self) -> int:
        """How many rows the list has."""
        return min(MOST_LISTED, len(self.register.rows), len(self.now) + _ROOM)

    def rows(self, first: int, helper: int) -> Iterator[list[CellEdit]]:
        """The cells of each row from a row of the Summary on; the last stands in the column
        `helper` and says which row of the register it is."""
        listed = self.now
        sheet = quoted_sheet(self.register.name)
        for place in range(self.places):
            row = first + place
            a = listed[place] if place < len(listed) else None
            at = f"${column_letters(helper)}{row}"
            cells = [
                self._looked_up(row, column, heading, style, a, f"{sheet}!", at)
                for column, (heading, style) in enumerate(_COLUMNS, 1)
            ]
            yield [*cells, self._link(row, a, f"{sheet}!", at), self._rank(row, helper, place, a)]

    def _rank(self, row: int, helper: int, place: int, a: AssessedRow | None) -> CellEdit:
        ranks = self.register.range(Heading.WORST)
        formula = f'IFERROR(MATCH(LARGE({ranks},{place + 1}),{ranks},0)+{FIRST_ROW - 1},"")'
        now = float(self.register.rows[a]) if a is not None else ""
        return CellEdit(row, helper, now, formula, NOTE)

    def _looked_up(
        self, row: int, column: int, heading: Heading, style: Style, a: AssessedRow | None,
        sheet: str, at: str,
    ) -> CellEdit:  # fmt: skip
        letters = letters_of(heading)
        found = f"INDEX({sheet}${letters}:${letters},{at})"
        text = heading in (Heading.NAME, Heading.SECTION)
        formula = f'IF({at}="","",{found}{"&" + quoted("") if text else ""})'
        value = self.register.value(heading, a) if a is not None else ""
        return CellEdit(row, column, "" if value is None else value, formula, style)

    def _link(self, row: int, a: AssessedRow | None, sheet: str, at: str) -> CellEdit:
        """A link to the figure's cell."""
        where, cell = (
            f"INDEX({sheet}${letters_of(h)}:${letters_of(h)},{at})"
            for h in (Heading.SHEET, Heading.CELL)
        )
        place = f'"#\'"&SUBSTITUTE({where},"\'","\'\'")&"\'!"&{cell}'
        value = self.register.value(Heading.CELL, a) if a is not None else ""
        formula = f'IF({at}="","",HYPERLINK({place},{cell}))'
        return CellEdit(row, len(_COLUMNS) + 1, value or "", formula, _LINK)

    def more(self, rated: str, fine: str, *, any_rated: bool) -> tuple[str, str]:
        """How many more there are than places, or that there is none: a formula and its words now.

        `rated` counts those that are rated, `fine` are the words of the statuses without concern.
        """
        none = f"None: every rated indicator is {fine}."
        count = f"COUNT({self.register.range(Heading.WORST)})"
        most = self.places
        said = "; the register shows the others."
        formula = (
            f'IF({count}>{most},"The worst {most} of "&{count}&{quoted(said)},'
            f'IF({count}>0,"",IF({rated}=0,{quoted(NONE_RATED)},{quoted(none)})))'
        )
        now = len(self.now)
        words = f"The worst {most} of {now}{said}" if now > most else ""
        if now:
            return formula, words
        return formula, none if any_rated else NONE_RATED
