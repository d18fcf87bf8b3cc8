"""A workbook in either host, with what the host does to it seen as the same plain model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import xlwings
from openpyxl import load_workbook

from tests.button.models import Book, Cell, read_book
from tests.button.payload import payload, results_in
from tests.button.replayer import Action, replay
from xl_scorecard.button.live_host import LiveHost
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.file_host import FileHost, Leave, opened
from xl_scorecard.host import Host


class Stage(Protocol):
    """A workbook that lies open or closed between one refresh and the next."""

    def hosted(self, rule_sets: Sequence[RuleSet] = ()) -> Any:
        """The host, as a context; what it writes is there afterwards."""

    @property
    def book(self) -> Book:
        """The workbook as it is now."""

    def type(self, sheet: str, at: tuple[int, int], text: str | float) -> None:
        """An officer types over a cell."""

    def delete(self, sheet: str) -> None:
        """An officer deletes a sheet."""

    def point(self, name: str, place: str) -> None:
        """An officer cuts what a name lies over and pastes it elsewhere."""


class OnDisk:
    """A closed file, refreshed in place."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def hosted(self, rule_sets: Sequence[RuleSet] = ()) -> Iterator[Host]:
        with opened(self.path, self.path, Leave(), None) as file:
            yield FileHost(file)

    @property
    def book(self) -> Book:
        return read_book(self.path)

    def type(self, sheet: str, at: tuple[int, int], text: str | float) -> None:
        book = load_workbook(self.path)
        book[sheet].cell(*at).value = text
        book.save(self.path)

    def delete(self, sheet: str) -> None:
        book = load_workbook(self.path)
        del book[sheet]
        book.save(self.path)

    def point(self, name: str, place: str) -> None:
        book = load_workbook(self.path)
        book.defined_names[name].attr_text = place
        book.save(self.path)


class InExcel:
    """A workbook of xlwings' remote engine; what its formulas come to is read from a file."""

    def __init__(self, path: Path, refreshed: Path | None = None) -> None:
        self._path = path
        self._results = results_in(path)
        self._refreshed = refreshed
        self.book = read_book(path)
        self.actions: list[Action] = []

    @contextmanager
    def hosted(self, rule_sets: Sequence[RuleSet] = ()) -> Iterator[Host]:
        live = xlwings.Book(json=payload(self.book, self._results))
        yield LiveHost(live, self._path, rule_sets)
        self.actions = live.json()["actions"]
        replay(self.book, self.actions)
        if self._refreshed is not None:
            self._results = results_in(self._refreshed)

    def type(self, sheet: str, at: tuple[int, int], text: str | float) -> None:
        self.book[sheet].cells[at] = Cell(text)

    def delete(self, sheet: str) -> None:
        live = xlwings.Book(json=payload(self.book, self._results))
        live.sheets[sheet].delete()
        replay(self.book, live.json()["actions"])

    def point(self, name: str, place: str) -> None:
        self.book.names[name] = f"={place}"
