"""One value says what is asked of a run, whoever asks."""

from __future__ import annotations

import inspect
from dataclasses import fields

import pytest

import xl_scorecard
from xl_scorecard.cli.parser import make_parser
from xl_scorecard.options import Options

NAMES = {field.name for field in fields(Options)}


@pytest.mark.parametrize("command", ["refresh", "check", "clear"])
def test_what_python_can_ask_for_is_an_option_of_the_command(command: str) -> None:
    words = vars(make_parser().read([command, "q3.xlsx"]))
    asked = set(inspect.signature(getattr(xl_scorecard, command)).parameters)
    # a password is read from a file, so that it stands in no history of commands, and what a
    # command prints comes as workbooks are done, as a stream does
    assert asked - {"paths", "password", "stream"} <= set(words)
    assert asked - {"paths", "jobs", "stream"} <= NAMES


def test_every_option_of_a_run_can_be_asked_for_on_the_command_line() -> None:
    words = set()
    for command in ("refresh", "check", "clear"):
        words |= set(vars(make_parser().read([command, "q3.xlsx"])))
    assert NAMES - words == {"password", "figures"}  # the JSON report holds no earlier figures


def test_a_password_is_not_shown() -> None:
    assert "secret" not in repr(Options(password="secret"))
