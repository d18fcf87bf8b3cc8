"""How many findings there are of what kind, in words that follow what officers accept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xl_scorecard.compose.formulas import quoted
from xl_scorecard.domain.acceptance import ACCEPTED
from xl_scorecard.domain.cell_ref import column_letters
from xl_scorecard.domain.finding import Finding, Severity


@dataclass(frozen=True)
class Part:
    """A number of something, said only where there is any: a formula part, what it comes to now,
    and its words."""

    formula: str
    now: int
    one: str
    many: str

    @property
    def words(self) -> str:
        """The words now."""
        return f"{self.now}{self.one if self.now == 1 else self.many}"

    def said(self, before: str) -> str:
        """A formula part: the words, after others. As a number format says them the number stands
        there but once."""
        some = [f'"{before}"0"{words}"' for words in (self.one, self.many)]
        form = '[=0]"";[=1]' + ";".join(some)
        return f"TEXT({self.formula},{quoted(form)})"


@dataclass(frozen=True)
class Tally:
    """The findings on a Checks sheet, by formulas on it over its own columns.

    `first` and `last` are the rows of findings, `column` is that of what is accepted.
    """

    findings: Sequence[Finding]
    first: int
    last: int
    column: int

    def open(self, *severities: Severity) -> Iterator[Part]:
        """How many of these severities nobody accepted."""
        counts = Counter(f.severity for f in self.findings if not f.accepted)
        for severity in severities:
            one, many = _NOUNS[severity]
            said = quoted(severity.value.capitalize())
            counted = f'COUNTIFS({self._range(1)},{said},{self._accepted},"<>{ACCEPTED}")'
            yield Part(counted, counts[severity], one, many)

    @property
    def accepted(self) -> Part:
        """How many are accepted."""
        now = sum(finding.accepted for finding in self.findings)
        words = f" {ACCEPTED}"
        return Part(f'COUNTIF({self._accepted},"{ACCEPTED}")', now, words, words)

    @property
    def _accepted(self) -> str:
        return self._range(self.column)

    def _range(self, column: int) -> str:
        letters = column_letters(column)
        return f"{letters}{self.first}:{letters}{self.last}"


NONE = "no findings"
_COMMA = ", "
_NOUNS = {
    Severity.ERROR: (" error", " errors"),
    Severity.WARNING: (" warning", " warnings"),
    Severity.INFO: (" for information", " for information"),
}


def told(parts: Sequence[Part]) -> tuple[str, str]:
    """Parts in words, one after the other, and the formula part that says them; there must be any
    of one of them."""
    words = ", ".join(part.words for part in parts if part.now)
    said = "&".join(part.said(_COMMA) for part in parts)
    return words, f"MID({said},{len(_COMMA) + 1},200)"
