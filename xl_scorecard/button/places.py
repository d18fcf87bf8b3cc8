"""Where the button's three files lie: the add-in where Excel starts it, the others out of its way.

Excel opens every file in a start-up folder, text files too, so only the add-in may stand there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from xl_scorecard.errors import UsageError

NAME = "xl_scorecard_button"
_OURS = "xl-scorecard-button"


@dataclass(frozen=True)
class Place:
    """A folder for the add-in and a folder for what it runs."""

    start_up: Path
    beside: Path
    name: str = NAME

    def of(self, name: str) -> Place:
        """A further add-in; its settings are those of the first."""
        return replace(self, name=name)

    @property
    def add_in(self) -> Path:
        """The add-in that Excel opens; its VBA imports the module of the same name."""
        return self.start_up / f"{self.name}.xlam"

    @property
    def module(self) -> Path:
        """The Python module that the add-in runs."""
        return self.beside / f"{self.name}.py"

    @property
    def settings(self) -> Path:
        """What was set at installation."""
        return self.beside / f"{NAME}.json"


def place(
    folder: Path | None,
    *,
    option: str = "--to",
    system: str = sys.platform,
    home: Path | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Place:
    """The place in a folder, or that of the user's own Excel where none is named.

    Raises UsageError, naming the option that helps, on a system for which there is no Excel.
    """
    usual = _usual(system, home or Path.home(), environment)
    if folder is None:
        if usual is None:
            raise UsageError(f"there is no Excel on this system: name a folder with {option}")
        return usual
    folder = folder.absolute()
    if usual is not None and folder == usual.start_up:
        return usual
    return Place(folder, folder / _OURS)


def _usual(system: str, home: Path, environment: Mapping[str, str]) -> Place | None:
    if system == "win32":
        roaming = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
        return Place(roaming / "Microsoft" / "Excel" / "XLSTART", roaming / _OURS)
    if system == "darwin":
        library = home / "Library"
        content = library / "Group Containers" / "UBF8T346G9.Office" / "User Content.localized"
        return Place(
            content / "Startup.localized" / "Excel", library / "Application Support" / _OURS
        )
    return None
