"""What the officer sees: progress, one question, one sentence, and every failure in words."""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from xl_scorecard.button.asked import asked
from xl_scorecard.button.autosaved import ask_about_autosave, how_to_undo
from xl_scorecard.button.counted_calls import counted_calls
from xl_scorecard.button.further import FURTHER
from xl_scorecard.button.patience import patience
from xl_scorecard.button.places import NAME
from xl_scorecard.button.refused import in_words, places, refusal
from xl_scorecard.button.report import about
from xl_scorecard.domain.cell_ref import read_range
from xl_scorecard.domain.ours import sheet_name
from xl_scorecard.errors import ScorecardError

TITLE = "Scorecard"
_OUT_OF_REACH = (
    "The workbook in front could not be reached. If it is open in a second Excel, close it there; "
    "leave any cell you are editing, and press again. Nothing was changed."
)
_NO_WORKBOOK = (
    "No workbook is open that can be changed. If one is in Protected View, press Enable Editing "
    "above its cells, and press again."
)
_EQUALS_SIGN = (
    "The workbook's name holds an equals sign, with which Excel's add-in cannot name it. Save it "
    "under another name, and press again. Nothing was changed."
)
_log = logging.getLogger("xl_scorecard.button")


class CalledOffError(ScorecardError):
    """The officer chose to leave the workbook as it is."""


def caller() -> Any | None:
    """The workbook in front as an `xlwings.Book`; None, and the officer told, if out of reach.

    Excel names the workbook it calls for. It is out of reach when it is open in a second Excel
    that does not answer, or was closed meanwhile.
    """
    import xlwings

    try:
        if _name_is_cut():
            raise ScorecardError(_EQUALS_SIGN)
        with patience():
            book = xlwings.Book.caller()
            _ = book.name  # a busy Excel answers nothing
            return book
    except Exception as fault:  # xlwings and Excel raise what they like here
        _log.error("no caller: %s at %s", type(fault).__name__, places(fault))
        app = xlwings.apps.active if xlwings.apps.count else None
        if app is None:
            raise
        message = _OUT_OF_REACH if len(app.books) else _NO_WORKBOOK
        if _name_is_cut():
            message = _EQUALS_SIGN
        app.alert(message, title=TITLE, buttons="ok", mode="critical")
        return None


def _name_is_cut() -> bool:
    """Whether xlwings would take the workbook's name up to an equals sign: perhaps another's."""
    return any(word.startswith("--wb=") and "=" in word[5:] for word in sys.argv)


def press(book: Any) -> None:
    """Refresh the open workbook and tell the officer what came of it; nothing is raised."""
    config = installed_config()
    with logged(config):
        told(book, lambda: refreshed(book, rules_folder(book, config)))


def press_clear(book: Any) -> None:
    """Take out what is ours, once the officer said yes, and tell what came of it."""
    with logged(installed_config()):
        told(book, lambda: _cleared(book))


def told(book: Any, act: Callable[[], str | None]) -> None:
    """Act on a workbook and say what came of it, or what stopped it."""
    app = book.app
    begun = time.monotonic()
    _log.info("pressed: %s", about(app))
    try:
        with counted_calls() as calls:
            sentence = act()
    except CalledOffError:
        return
    except ScorecardError as error:
        _log.info("refused: %s %s", type(error).__name__, getattr(error, "kind", ""))
        app.alert(str(error), title=TITLE, buttons="ok", mode="critical")
        return
    except Exception as fault:  # the outermost edge: a button shows no traceback
        _log.error("stopped: %s at %s", type(fault).__name__, places(fault))
        app.alert(_in_words(fault), title=TITLE, buttons="ok", mode="critical")
        return
    spent = time.monotonic() - begun
    _log.info("done in %.1f s, %s, questions to the officer included", spent, calls)
    if sentence is not None:
        app.alert(sentence, title=TITLE, buttons="ok", mode="info")


def _cleared(book: Any) -> str | None:
    from xl_scorecard.button import clear

    question = (
        "Take out all that the button put into this workbook: its columns, colours and sheets? "
        "What was typed into them stays."
    )
    if str(book.app.alert(question, title=TITLE, buttons="yes_no", mode="info")) == "no":
        return None
    with status_bar(book.app, "Scorecard: taking out"):
        stay = clear(book)
    if stay:
        return f"Taken out. With what was typed on them stay: {', '.join(stay)}."
    return "Taken out."


def _in_words(fault: Exception) -> str:
    """What stopped the refresh before anything was written, and how to go on."""
    refused = refusal(fault)
    if refused is not None:
        return f"{in_words(refused)}. Nothing was changed."
    return (
        f"The refresh stopped on a fault of the tool ({type(fault).__name__}). Look at the "
        "workbook before you save it, and send the log file to whoever installed the button."
    )


def refreshed(book: Any, rules: Path | None, period: str | None = None) -> str | None:
    """Refresh, asking where rows have errors; the sentence at the end, or None if called off."""
    from xl_scorecard.button import refresh
    from xl_scorecard.button.counts import counted, question_of_errors
    from xl_scorecard.domain.outcome import FindingResult
    from xl_scorecard.reading.tables.workbooks import Fit

    def go_on(findings: list[FindingResult]) -> bool:
        question = question_of_errors(findings)
        return (question is None or yes(question)) and ask_about_autosave(book, yes)

    def yes(question: str) -> bool:
        answer = book.app.alert(question, title=TITLE, buttons="yes_no", mode="info")
        return str(answer) != "no"

    def choose(fits: list[Fit]) -> Fit:
        for fit in fits:
            title = fit.rule_set.title or fit.rule_set.name
            answer = book.app.alert(
                f"{len(fits)} rule sets fit this workbook. Use {title} ({fit.rule_set.name})? It "
                f"knows {fit.known} of {len(fit.scorecard.measures)} rows. No: the next one.",
                title=TITLE, buttons="yes_no_cancel", mode="info",
            )  # fmt: skip
            if answer == "yes":
                return fit
            if answer == "cancel":
                break
        raise CalledOffError

    with status_bar(book.app, "Scorecard: reading, checking and rating"):
        outcome = refresh(book, rules=rules, period=period, go_on=go_on, choose=choose)
    if outcome.outcome == "checked":
        return None
    asked(lambda: _show_summary(book))
    return f"{counted(outcome)}. {_of_calculation(book.app)}{how_to_undo(book)}"


def _of_calculation(app: Any) -> str:
    """What to do where Excel computes only when told."""
    if asked(lambda: app.calculation) in ("manual", "semiautomatic"):
        return "Calculation is manual: press F9 after each change, and before you read a figure. "
    return ""


def _show_summary(book: Any) -> None:
    """Bring the Summary to the front."""
    for name in book.names:
        place = read_range((name.refers_to or "").lstrip("="))
        if name.name == sheet_name("summary") and place is not None:
            book.sheets[place[0]].activate()


@contextmanager
def status_bar(app: Any, text: str) -> Iterator[None]:
    """Say in the status bar what is being done."""
    try:
        app.status_bar = text
    except NotImplementedError:
        yield
        return
    try:
        yield
    finally:
        app.status_bar = False


def installed_config() -> Path | None:
    """The file that `button install` left beside the add-in's module, if there is one."""
    for module in map(sys.modules.get, (NAME, *(further.name for further in FURTHER))):
        if module is not None and module.__file__ is not None:
            return Path(module.__file__).with_name(f"{NAME}.json")
    return None


def rules_folder(book: Any, config: Path | None) -> Path | None:
    """The rules beside the workbook, else those named at installation; None: look as usual."""
    from xl_scorecard.button.live import folder_of

    folder = folder_of(book)
    if folder is not None and (folder / "rules").is_dir():
        return None
    if config is None or not config.is_file():
        return None
    named = json.loads(config.read_text("utf-8")).get("rules")
    return Path(named) if named else None


@contextmanager
def logged(config: Path | None) -> Iterator[None]:
    """Keep a log beside the installation, without cell contents."""
    if config is None:
        yield
        return
    try:
        handler = logging.FileHandler(config.with_suffix(".log"), encoding="utf-8")
    except OSError:
        yield
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    try:
        yield
    finally:
        _log.removeHandler(handler)
        handler.close()
