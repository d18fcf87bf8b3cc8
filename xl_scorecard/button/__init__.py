"""The button inside Excel: the open workbook refreshed where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xl_scorecard.domain.outcome import FindingResult, Outcome


def main() -> None:
    """What the ribbon's button calls: refresh the workbook in front, and say what came of it."""
    import xlwings

    from xl_scorecard.button.dialog import press

    press(xlwings.Book.caller())


def refresh(
    book: Any,
    *,
    rules: str | Path | None = None,
    period: str | None = None,
    go_on: Callable[[list[FindingResult]], bool] | None = None,
) -> Outcome:
    """Refresh the scorecard in an open workbook (an `xlwings.Book`), unsaved edits included.

    `rules` is a rule set or a folder of them; by default the `rules` folder beside the workbook.
    `go_on` is asked before anything is written. Nothing is saved: closing without saving is the
    undo. Raises ScorecardError.
    """
    from xl_scorecard.button.live import refresh_live

    with _quiet(book.app):
        return refresh_live(book, Path(rules) if rules is not None else None, period, go_on)


@contextmanager
def _quiet(app: Any) -> Iterator[None]:
    """Excel neither redraws nor recalculates meanwhile; both are restored whatever happens."""
    before = {}
    for setting, value in (("screen_updating", False), ("calculation", "manual")):
        try:
            before[setting] = getattr(app, setting)
            setattr(app, setting, value)
        except NotImplementedError:
            before.pop(setting, None)  # the web has no such switch
    try:
        yield
    finally:
        for setting, value in before.items():
            setattr(app, setting, value)
