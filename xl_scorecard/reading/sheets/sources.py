"""The worksheets of a workbook, whoever reads them: a closed file's, or those open in Excel."""

from __future__ import annotations

from typing import Protocol

from xl_scorecard.domain.grid import Grid

LOOK_AT_ROWS = 200
"""The first rows of a sheet, in which it is looked at whether it is a scorecard."""


class SheetSource(Protocol):
    """The worksheets of a workbook: a closed file's, or those open in Excel."""

    @property
    def names(self) -> list[str]:
        """The worksheets' names, in tab order."""

    def top(self, name: str) -> Grid:
        """The first rows of a sheet, enough to tell whether it is a scorecard."""

    def whole(self, name: str) -> Grid:
        """All of a sheet."""


class ReadOnce:
    """The worksheets of a source, each read once however often it is asked for."""

    def __init__(self, source: SheetSource) -> None:
        self._source = source
        self._tops: dict[str, Grid] = {}
        self._wholes: dict[str, Grid] = {}

    @property
    def names(self) -> list[str]:
        """The worksheets' names, in tab order."""
        return self._source.names

    def top(self, name: str) -> Grid:
        """The first rows of a sheet."""
        if name not in self._tops:
            self._tops[name] = self._source.top(name)
        return self._tops[name]

    def whole(self, name: str) -> Grid:
        """All of a sheet."""
        if name not in self._wholes:
            self._wholes[name] = self._source.whole(name)
        return self._wholes[name]


def read_once(source: SheetSource) -> SheetSource:
    """The source, if it reads each sheet once, or one over it that does."""
    return source if isinstance(source, ReadOnce) else ReadOnce(source)
