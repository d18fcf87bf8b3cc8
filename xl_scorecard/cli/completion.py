"""What a shell needs to complete the command's words."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import shtab

from xl_scorecard.cli.parser import make_parser

_FOLDERS = ("DIR", "FOLDER")
_FILES = ("FILE", "FILE|DIR", "PATH", "WORKBOOK")


def completion(options: argparse.Namespace) -> int:
    """Print the script for a shell; the documents say where each looks for it."""
    parser = make_parser()
    for action in _actions(parser):
        what = action.metavar or action.dest.upper()
        if what in _FOLDERS:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
        elif what in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    print(shtab.complete(parser, options.shell))
    return 0


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every word a command takes, those of the commands below it too."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from _actions(inner)
        else:
            yield action
