"""Results as they come: each workbook's lines as soon as those of the ones before it are out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager

from xl_scorecard.cli.streams import while_read
from xl_scorecard.domain.outcome import Outcome

LinesOf = Callable[[Outcome], Iterable[str]]


class Results:
    """Prints outcomes in the order of their places, whichever is done first.

    That standard output cannot be written does not stop the run: it is raised at the end.
    """

    def __init__(
        self, lines: LinesOf | None, aside: Callable[[], AbstractContextManager[object]]
    ) -> None:
        self._lines = lines
        self._aside = aside
        self._waiting: dict[int, Outcome] = {}
        self._printed = 0
        self._trouble: OSError | None = None

    def came(self, place: int, outcome: Outcome) -> None:
        """Print what can be printed now that one more is done."""
        if self._lines is None or self._trouble is not None:
            return
        self._waiting[place] = outcome
        ready = []
        while self._printed in self._waiting:
            ready.append(self._waiting.pop(self._printed))
            self._printed += 1
        if ready:
            self._print(ready)

    def finish(self, outcomes: list[Outcome]) -> None:
        """Print those that are left, such as what a stopped run did not get to.

        Raises OSError where standard output could not be written.
        """
        if self._lines is not None and self._trouble is None:
            left = enumerate(outcomes[self._printed :], self._printed)
            self._print([self._waiting.get(place, outcome) for place, outcome in left])
        if self._trouble is not None:
            raise self._trouble

    def _print(self, outcomes: list[Outcome]) -> None:
        assert self._lines is not None
        lines = [line for outcome in outcomes for line in self._lines(outcome)]
        try:
            with self._aside(), while_read():
                for line in lines:
                    print(line)
        except OSError as cause:
            self._trouble = cause
