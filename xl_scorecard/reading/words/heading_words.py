"""How the headings of one workbook are to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.words.headings import role_of


@dataclass(frozen=True)
class HeadingWords:
    """How to read headings.

    `extra` is the rule set's further words and `starts` where financial years start; `around` is
    what the workbook says of its period elsewhere, such as its file name, most telling first;
    `bands` are the words of the rating that figures may be, band by band.
    """

    extra: Mapping[str, Sequence[str]]
    starts: int = 4
    around: tuple[str, ...] = ()
    bands: tuple[tuple[str, ...], ...] = ()

    def role(self, heading: str) -> Role | None:
        """The role a heading names; the rule set's words come first."""
        if heading not in self._roles:
            self._roles[heading] = role_of(heading, self.extra) if heading else None
        return self._roles[heading]

    @cached_property
    def _roles(self) -> dict[str, Role | None]:
        return {}


def heading_words(rule_set: RuleSet, around: Sequence[str] = ()) -> HeadingWords:
    """How a rule set wants headings read.

    `around` is what else says which period the workbook reports.
    """
    extra, bands = rule_set.workbook.headings, rule_set.bands.words
    return HeadingWords(extra, rule_set.starts, tuple(around), bands)
