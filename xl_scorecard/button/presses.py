"""What the further buttons do, and what the officer reads then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from xl_scorecard.button.counts import counted, open_findings
from xl_scorecard.button.dialog import (
    TITLE,
    CalledOffError,
    installed_config,
    logged,
    refreshed,
    rules_folder,
    status_bar,
    told,
)
from xl_scorecard.button.listed_findings import accept, go_to_next
from xl_scorecard.button.report import about, version_of
from xl_scorecard.domain.outcome import Outcome

_SHOWN = 5
_OFFERED = 4


def press_check(book: Any) -> None:
    """Say what is wrong with the open scorecard; nothing is written."""
    config = installed_config()
    with logged(config):
        told(book, lambda: in_words(_checked(book, rules_folder(book, config))))


def press_next(book: Any) -> None:
    """Go to the cell of the next finding."""
    with logged(installed_config()):
        told(book, lambda: go_to_next(book))


def press_accept(book: Any) -> None:
    """Accept the finding that is selected, and go to where the reason is typed."""
    with logged(installed_config()):
        told(book, lambda: accept(book))


def press_period(book: Any) -> None:
    """Refresh for a period that the officer picks: the last that there is, or one before."""
    config = installed_config()
    with logged(config):
        told(book, lambda: _for_period(book, rules_folder(book, config)))


def press_about(book: Any) -> None:
    """Say what runs here, by which rules, and where the log is."""
    config = installed_config()
    told(book, lambda: _about(book, config))


def _checked(book: Any, rules: Path | None) -> Outcome:
    from xl_scorecard.button import refresh

    with status_bar(book.app, "Scorecard: reading, checking and rating"):
        return refresh(book, rules=rules, go_on=lambda _: False)


def in_words(outcome: Outcome) -> str:
    """What a check found: counts, and the first findings with their cells."""
    open_ones = open_findings(outcome)
    lines = [f"{counted(outcome)}. Nothing was written."]
    lines += [f"{f.sheet}!{f.cell}: {f.message}" for f in open_ones[:_SHOWN]]
    if len(open_ones) > _SHOWN:
        lines.append(f"... and {len(open_ones) - _SHOWN} more: Refresh lists them all.")
    return "\n".join(lines)


def _for_period(book: Any, rules: Path | None) -> str | None:
    """Refresh for the period picked; each is offered with the one before it for No."""
    from xl_scorecard.button.live import last_period

    with status_bar(book.app, "Scorecard: reading"):
        period = last_period(book, rules)
    for _ in range(_OFFERED):
        answer = book.app.alert(
            f"Refresh for {period.words}? No: for {period.previous.words} or before.",
            title=TITLE, buttons="yes_no_cancel", mode="info",
        )  # fmt: skip
        if answer == "yes":
            return refreshed(book, rules, period.words)
        if answer == "cancel":
            break
        period = period.previous
    raise CalledOffError


def _about(book: Any, config: Path | None) -> str:
    rules = rules_folder(book, config)
    where = "the folder rules beside the workbook" if rules is None else str(rules)
    log = "kept nowhere" if config is None else str(config.with_suffix(".log"))
    version = version_of("xl-scorecard")
    return (
        f"xl-scorecard {version}. {about(book.app)}.\nRules: {where}.\nLog: {log}.\n"
        "To send all of it to whoever helps: xl-scorecard button status --report FILE."
    )
