"""The button inside Excel: the open workbook refreshed where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xl_scorecard.one_command import live_for_one_command, without_tidying

if TYPE_CHECKING:
    from xl_scorecard.domain.outcome import FindingResult, Outcome
    from xl_scorecard.reading.tables.workbooks import Choose


def main() -> None:
    """What the ribbon's button calls: refresh the workbook in front, and say what came of it."""
    book = _in_front()
    if book is not None:
        from xl_scorecard.button.dialog import press

        press(book)


def main_clear() -> None:
    """What the ribbon's second button calls: take out of the workbook in front what is ours."""
    book = _in_front()
    if book is not None:
        from xl_scorecard.button.dialog import press_clear

        press_clear(book)


def main_check() -> None:
    """What the button Check only calls: say what is wrong, and write nothing."""
    book = _in_front()
    if book is not None:
        from xl_scorecard.button.presses import press_check

        press_check(book)


def main_next() -> None:
    """What the button Next finding calls."""
    book = _in_front()
    if book is not None:
        from xl_scorecard.button.presses import press_next

        press_next(book)


def main_accept() -> None:
    """What the button Accept finding calls."""
    book = _in_front()
    if book is not None:
        from xl_scorecard.button.presses import press_accept

        press_accept(book)


def main_period() -> None:
    """What the button that refreshes for a chosen period calls."""
    book = _in_front()
    if book is not None:
        from xl_scorecard.button.presses import press_period

        press_period(book)


def main_about() -> None:
    """What the button About calls."""
    book = _in_front()
    if book is not None:
        from xl_scorecard.button.presses import press_about

        press_about(book)


def _in_front() -> Any | None:
    """The workbook in front, for a press; Excel starts a process for each."""
    live_for_one_command()
    from xl_scorecard.button.dialog import caller

    return caller()


@without_tidying()
def clear(book: Any) -> list[str]:
    """Take out of an open workbook what `refresh` put in; returns the sheets of ours that stay,
    because something of the officers' is on them. Saves nothing. Raises WorkbookError."""
    from xl_scorecard.button.live import folder_of
    from xl_scorecard.button.live_clear import clear_live

    with _quiet(book.app):
        return clear_live(book, (folder_of(book) or Path()) / book.name)


@without_tidying()
def refresh(
    book: Any,
    *,
    rules: str | Path | None = None,
    period: str | None = None,
    go_on: Callable[[list[FindingResult]], bool] | None = None,
    choose: Choose | None = None,
) -> Outcome:
    """Refresh the scorecard in an open workbook (an `xlwings.Book`), unsaved edits included.

    `rules` is a rule set or a folder of them; by default the `rules` folder beside the workbook.
    `go_on` is asked before anything is written, `choose` where several rule sets fit (by default
    the one that knows most of the rows is taken). It saves nothing; where AutoSave is on, Excel
    does. What is written when Excel refuses is taken back. Raises ScorecardError.
    """
    from xl_scorecard.button.live import refresh_live
    from xl_scorecard.reading.tables.workbooks import most_known

    folder = Path(rules) if rules is not None else None
    with _quiet(book.app):
        return refresh_live(book, folder, period, go_on, choose or most_known)


@contextmanager
def _quiet(app: Any) -> Iterator[None]:
    """Excel neither redraws nor recalculates meanwhile; both are restored whatever happens."""
    from xl_scorecard.button.asked import asked

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
            asked(partial(setattr, app, setting, value))
