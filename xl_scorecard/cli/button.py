"""The commands over the button inside Excel: install, status, remove."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from xl_scorecard.button import install as installing
from xl_scorecard.button.further import chosen
from xl_scorecard.button.install_files import put
from xl_scorecard.button.install_python import is_whole, whole_path
from xl_scorecard.button.places import place
from xl_scorecard.button.report import report
from xl_scorecard.errors import UsageError

_WRONG = 1


def install(options: argparse.Namespace) -> int:
    """Write the add-in and what it runs, and say where."""
    target = place(options.to)
    elsewhere = options.to is not None
    rules = _rules(options.rules, elsewhere=elsewhere)
    python = options.python
    if python is not None:
        python = whole_path(python, elsewhere=elsewhere)
    further = chosen(options.further.split(",") if options.further else [])
    installing.install(target, rules, python, further=further)
    print(f"installed {target.add_in}")
    result = installing.status(target)
    _lines(result.lines[1:])
    for wrong in result.wrong:
        print(f"xl-scorecard: {wrong}", file=sys.stderr)
    print("Once Excel starts with this add-in, the button is on the tab Scorecard.")
    return 0


def status(options: argparse.Namespace) -> int:
    """Say what is installed and what is wrong; 1 where anything is."""
    target = place(options.source, option="--from")
    result = installing.status(target)
    _lines(result.lines)
    if options.report is not None:
        log = target.settings.with_suffix(".log")
        put({options.report: report(result.lines, result.wrong, log).encode()})
        print(f"wrote {options.report}")
    for wrong in result.wrong:
        print(f"wrong: {wrong}")
    if not result.wrong:
        print("all is right")
    return _WRONG if result.wrong else 0


def remove(options: argparse.Namespace) -> int:
    """Delete the files that install wrote, and say which."""
    target = place(options.source, option="--from")
    gone = installing.remove(target)
    for file in gone:
        print(f"removed {file}")
    if not gone:
        print(f"nothing to remove: there is no {target.add_in}")
    return 0


def _lines(lines: list[tuple[str, str]]) -> None:
    for word, text in lines:
        print(f"  {word:<8} {text}")


def _rules(named: Path | None, *, elsewhere: bool) -> str | None:
    """The rules folder as the settings keep it.

    For a button that is built to be used elsewhere, a folder that only exists there will do.
    """
    if named is None:
        return None
    if named.is_dir():
        return str(named.absolute())
    if named.exists():
        raise UsageError(f"--rules {named}: is a file; name the folder it is in")
    if not elsewhere:
        raise UsageError(f"--rules {named}: is not there; it names a folder of rule sets")
    if not is_whole(str(named)):
        raise UsageError(
            f"--rules {named}: is not there; name a folder that is, or one by its whole path, as "
            "where the button is used"
        )
    return str(named)
