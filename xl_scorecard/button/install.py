"""Installing the button, saying what is installed, and taking it away."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from xl_scorecard.button.addin import SHEET, AddIn, build, read, template
from xl_scorecard.button.addin_settings import MODULE, rules_in, settings
from xl_scorecard.button.further import ALWAYS, FURTHER, Further
from xl_scorecard.button.install_files import put, take_away
from xl_scorecard.button.install_python import configured, keys, refuse_unsafe, xlwings_of
from xl_scorecard.button.places import Place
from xl_scorecard.errors import ScorecardError, UsageError

_AGAIN = "install the button again"


@dataclass
class Status:
    """What is installed, line by line with a word for each, and what is wrong with it."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def install(
    place: Place,
    rules: str | None,
    python: str | None = None,
    system: str = sys.platform,
    further: Sequence[Further] = (ALWAYS,),
) -> None:
    """Write the add-ins of Refresh and of the further buttons, what they run and the settings.

    `rules` None keeps the rules folder of an earlier installation; `python` None is the one that
    runs this. Raises UsageError where xlwings is missing or Excel could not start that Python,
    WorkbookError where the disk refuses.
    """
    interpreters = configured(python, system)
    refuse_unsafe(place.beside, "what is installed", system)
    if rules is None and place.settings.is_file():
        with contextlib.suppress(UsageError):
            rules = rules_in(place.settings)
    configuration = {
        **interpreters,
        "PYTHONPATH": str(place.beside),
        # Python files beside a workbook are not ours to run, and a workbook on SharePoint has no
        # folder at all.
        "ADD_WORKBOOK_TO_PYTHONPATH": "false",
    }
    files = {place.add_in: build(template(), configuration)}  # first: it may be held by Excel
    for each in further:
        files[place.of(each.name).add_in] = build(template(), configuration, each.button)
    files[place.module] = MODULE
    for each in further:
        files[place.of(each.name).module] = each.module
    put({**files, place.settings: settings(rules)})


def remove(place: Place) -> list[Path]:
    """Delete what install wrote, and our folder if nothing else is in it; returns what it was."""
    places = [place, *(place.of(each.name) for each in FURTHER)]
    files = [at.add_in for at in places] + [at.module for at in places] + [place.settings]
    gone = [file for file in files if take_away(file)]
    with contextlib.suppress(OSError):
        place.beside.rmdir()
    return gone


def status(place: Place, system: str = sys.platform) -> Status:
    """What is installed at a place, and all that is wrong with it."""
    found = Status()
    if not place.add_in.is_file():
        found.wrong.append(f"not installed: there is no {place.add_in}")
        return found
    found.lines.append(("add-in", str(place.add_in)))
    clear = place.of(ALWAYS.name)
    if not clear.add_in.is_file():
        found.wrong.append(f"the add-in of Clear is not there: {clear.add_in}; {_AGAIN}")
    words = [each.word for each in FURTHER if place.of(each.name).add_in.is_file()]
    found.lines.append(("buttons", ", ".join(["refresh", *words])))
    try:
        add_in = read(place.add_in)
    except ScorecardError as error:
        found.wrong.append(f"the add-in cannot be read ({error}); {_AGAIN}")
        return found
    if not add_in.configuration:
        found.wrong.append(f"the add-in has no sheet {SHEET} to find Python by; {_AGAIN}")
        return found
    _python(found, add_in, system)
    _module(found, add_in, [each for each in FURTHER if each.word in words])
    if system == "darwin":
        _script(found, add_in)
    return found


def _python(found: Status, add_in: AddIn, system: str) -> None:
    """The interpreter, and its xlwings beside that of the add-in."""
    named = next((text for key in keys(system) if (text := add_in.configuration.get(key))), None)
    if named is None:
        found.wrong.append(f"the add-in names no Python for this system; {_AGAIN}")
        return
    python = Path(os.path.expandvars(named))
    found.lines.append(("python", named))
    if not python.is_file():
        found.wrong.append(
            f"the Python it runs is not on this machine: {named}; that is right if it is where "
            f"the button is used, else {_AGAIN}"
        )
        return
    theirs, ours = add_in.xlwings, xlwings_of(python)
    found.lines.append(
        ("xlwings", f"{theirs or 'unknown'} in the add-in, {ours or 'none'} installed")
    )
    if ours is None:
        found.wrong.append(f"no xlwings found for {named}: pip install 'xl-scorecard[button]'")
    elif theirs is None:
        found.wrong.append(f"the add-in does not say which xlwings it is of; {_AGAIN}")
    elif theirs != ours:
        found.wrong.append(f"the add-in is of xlwings {theirs}, installed is {ours}; {_AGAIN}")


def _module(found: Status, add_in: AddIn, further: Sequence[Further]) -> None:
    """The module that it runs, where the add-in looks for it, and the rules set beside it."""
    named = add_in.configuration.get("PYTHONPATH", "")
    if not named:
        found.wrong.append(f"the add-in does not say where its module is; {_AGAIN}")
        return
    theirs = Place(Path(), Path(named))
    found.lines.append(("module", str(theirs.module)))
    if not theirs.module.is_file():
        found.wrong.append(f"the module it runs is not there: {theirs.module}; {_AGAIN}")
        return
    for each in further:
        module = theirs.of(each.name).module
        if not module.is_file():
            found.wrong.append(f"the module of {each.word} is not there: {module}; {_AGAIN}")
    try:
        rules = rules_in(theirs.settings)
    except UsageError as error:
        found.wrong.append(str(error))
        return
    found.lines.append(("rules", rules or "none set: looked for beside the workbook"))
    if rules is not None and not Path(rules).is_dir():
        found.wrong.append(f"the rules folder is not there: {rules}")


def _script(found: Status, add_in: AddIn) -> None:
    """On a Mac, the script through which Excel may start Python at all."""
    folder = Path.home() / "Library" / "Application Scripts" / "com.microsoft.Excel"
    script = folder / f"xlwings-{add_in.xlwings}.applescript"
    found.lines.append(("script", str(script)))
    if not script.is_file():
        found.wrong.append("Excel may not start Python yet: run 'xlwings runpython install' once")
