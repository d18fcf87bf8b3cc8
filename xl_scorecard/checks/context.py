"""What a check is given to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from xl_scorecard.domain.aspect import Aspect
from xl_scorecard.domain.assessed import AssessedRow, nearest_meant
from xl_scorecard.domain.doubt import About, Doubt
from xl_scorecard.domain.our_columns import OurColumns
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Scorecard, Table


@dataclass(frozen=True)
class Context:
    """A scorecard under its rule set, its rows as they were assessed, in sheet order.

    `ask_beside` gives the columns that hold, or would hold, our results. `aside` are sheets that
    are not to be looked at: too little is known of them. `unknown` is what is not known of any.
    """

    scorecard: Scorecard
    rule_set: RuleSet
    all_rows: Sequence[AssessedRow]
    aside: frozenset[str] = frozenset()
    ask_beside: Callable[[], Sequence[OurColumns]] = tuple
    unknown: frozenset[Aspect] = frozenset()

    @property
    def period(self) -> Period:
        """The reporting period."""
        return self.scorecard.period

    @cached_property
    def tables(self) -> list[Table]:
        """The tables to look at."""
        return [table for table in self.scorecard.tables if table.sheet not in self.aside]

    @cached_property
    def rows(self) -> list[AssessedRow]:
        """The rows to look at."""
        return [row for row in self.all_rows if row.table.sheet not in self.aside]

    @cached_property
    def beside(self) -> list[OurColumns]:
        """Our columns beside the tables to look at."""
        return [ours for ours in self.ask_beside() if ours.table.sheet not in self.aside]

    def doubts(self, about: About) -> Iterator[tuple[Doubt, str | None]]:
        """What reading left open of a kind, each with the id of the indicator it is about."""
        of_rows = ((doubt, row.measure.id) for row in self.rows for doubt in row.measure.doubts)
        for doubt, indicator in (*((d, None) for d in self.scorecard.of_all), *of_rows):
            if doubt.about is about and doubt.sheet not in self.aside:
                yield doubt, indicator

    def row_meant(self, indicator_id: str, by: AssessedRow) -> AssessedRow | None:
        """The row that another means by an id, such as that of its numerator.

        It is sought near first: in the same section of the table, in the table, on the sheet, in
        the workbook. Where several are as near it cannot be said which is meant, nor, outside the
        section, by which of several rows of the asking one's id it is. Then it is None, as where
        there is none.
        """
        meant, asking = (
            self._by_id.get(each.casefold(), ()) for each in (indicator_id, by.measure.id)
        )
        return nearest_meant(meant, asking, by)

    @cached_property
    def _by_id(self) -> dict[str, list[AssessedRow]]:
        found: dict[str, list[AssessedRow]] = {}
        for row in self.all_rows:
            found.setdefault(row.measure.id.casefold(), []).append(row)
        return found
