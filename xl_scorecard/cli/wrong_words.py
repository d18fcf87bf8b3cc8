"""A parser that says in one line what is wrong with a command line, and what was probably meant."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NoReturn

_WRONG = 2
_ALIKE = 0.75
_NOT_A_CHOICE = re.compile(r"argument (COMMAND): invalid choice: '([^']*)'")


class Parser(argparse.ArgumentParser):
    """argparse's, without its usage text before every error."""

    def read(self, arguments: Sequence[str] | None) -> argparse.Namespace:
        """The options of a command line; ends with status 2 where it is none."""
        options, unknown = self.parse_known_args(arguments)
        if unknown:
            _asked(self, options).refuse(unknown[0])
        return options

    def refuse(self, word: str) -> NoReturn:
        """Say that a word is no option of this command, or stands where none is expected."""
        if word.startswith("-"):
            known = [option for action in self._actions for option in action.option_strings]
            self.error(f"{word} is no option here{_close(word.partition('=')[0], known)}")
        self.error(f'{word} is not expected here; quote words with a space ("Q3 2018/19")')

    def error(self, message: str) -> NoReturn:
        """End with status 2 and one line."""
        wrong = _NOT_A_CHOICE.match(message)
        if wrong is not None:
            message = f"{wrong[2]} is no command{_close(wrong[2], self._commands())}"
        see = " See" if message.endswith("?") else "; see"
        self.exit(_WRONG, f"{self.prog}: {message}{see} {self.prog} --help\n")

    def _commands(self) -> Iterable[str]:
        return [name for action in _groups(self) for name in action.choices]


def _groups(parser: argparse.ArgumentParser) -> list[argparse._SubParsersAction[Parser]]:
    return [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]


def _asked(parser: Parser, options: argparse.Namespace) -> Parser:
    """The parser of the command that was given, `rules check` and not `rules` alone."""
    for group in _groups(parser):
        name = getattr(options, group.dest, None)
        if name in group.choices:
            return _asked(group.choices[name], options)
    return parser


def _close(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, known, n=1, cutoff=_ALIKE)
    return f"; did you mean {near[0]}?" if near else ""
