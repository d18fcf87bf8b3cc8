"""What an officer sends to whoever helps: versions, host and what the last presses logged."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from xl_scorecard.button import through_api
from xl_scorecard.button.asked import asked

_LAST = 200
_PACKAGES = ("xl-scorecard", "xlwings", "pywin32", "appscript", "lxml", "pydantic")


def about(app: Any) -> str:
    """The Excel that is open, and what it runs on, for the log."""
    excel = through_api.version(app) or "version not known"
    engine = asked(lambda: app.engine.name) or "not known"
    return f"Excel {excel}, engine {engine}, Python {platform.python_version()}, {sys.platform}"


def report(lines: Iterable[tuple[str, str]], wrong: Iterable[str], log: Path) -> str:
    """The report as text; the log holds no cell contents, and the home folder is shown as ~."""
    parts = [f"{name} {version_of(name)}" for name in _PACKAGES]
    parts.append(f"Python {platform.python_version()} ({platform.python_implementation()})")
    parts.append(platform.platform())
    parts += [f"{word}: {text}" for word, text in lines]
    parts += [f"wrong: {text}" for text in wrong]
    parts += ["", f"the last {_LAST} lines of the log:", *_tail(log)]
    return "\n".join(parts).replace(str(Path.home()), "~") + "\n"


def version_of(package: str) -> str:
    """The installed version of a package, or that there is none."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _tail(log: Path) -> list[str]:
    try:
        return log.read_text("utf-8", errors="replace").splitlines()[-_LAST:]
    except OSError:
        return ["there is none: the button was never pressed, or may not write beside its module"]
