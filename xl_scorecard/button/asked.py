"""Asking Excel something that not every Excel can answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from xl_scorecard.button.refused import REFUSED_BY_EXCEL

Answer = TypeVar("Answer")
_MOST_QUESTIONS = 1_000


class TooManyQuestions(Exception):  # noqa: N818 (what is asked for stays unknown, that is all)
    """What is asked for is so mixed that asking would keep the officer waiting."""


def asked(question: Callable[[], Answer]) -> Answer | None:
    """The answer, or None where this Excel has none.

    On the web most things cannot be asked (NotImplementedError), some clients leave things out
    (KeyError, as does a kind of shape that xlwings does not know), and the desktop may refuse.
    """
    try:
        return question()
    except (NotImplementedError, KeyError, TooManyQuestions):
        return None
    except Exception as fault:
        if type(fault).__name__ not in REFUSED_BY_EXCEL:
            raise
        return None


def is_on_web(book: Any) -> bool:
    """Whether a workbook is open in a browser: it counts widths in points, and tells less."""
    return book.app.engine.name in ("remote", "officejs")


class Questions:
    """Questions about stretches of rows or columns, each halved until it is answered as one."""

    def __init__(self) -> None:
        self._left = _MOST_QUESTIONS

    def count(self) -> None:
        """Count a question that is about to be asked; raises TooManyQuestions."""
        if self._left == 0:
            raise TooManyQuestions
        self._left -= 1

    def stretches(
        self, first: int, last: int, ask: Callable[[int, int], Answer | None]
    ) -> Iterator[tuple[int, int, Answer | None]]:
        """The stretches that are alike, with the answer of each; an answer of None means mixed.

        Raises TooManyQuestions.
        """
        self.count()
        answer = ask(first, last)
        if answer is not None or first == last:
            yield first, last, answer
            return
        middle = (first + last) // 2
        yield from self.stretches(first, middle, ask)
        yield from self.stretches(middle + 1, last, ask)
