"""The Python that the button runs: which it is, and whether Excel's VBA can start it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path, PurePosixPath, PureWindowsPath

from xl_scorecard.errors import UsageError

_KEYS = {"win32": ("Interpreter_Win",), "darwin": ("Interpreter_Mac",)}
_BOTH = ("Interpreter_Win", "Interpreter_Mac")
# What the VBA puts these paths into: a list with semicolons everywhere, cmd.exe on Windows, a
# shell within AppleScript on a Mac, where moreover the interpreter is not quoted.
_VARIABLE = re.compile(r"%[^%]+%")
_UNSAFE = {"win32": ';^"', "darwin": ';|"$`\\'}


def keys(system: str = sys.platform) -> tuple[str, ...]:
    """The configuration's keys for the interpreter; elsewhere than on Windows and Mac, both."""
    return _KEYS.get(system, _BOTH)


def configured(named: str | None, system: str = sys.platform) -> dict[str, str]:
    """The interpreter as the configuration holds it: the one named, else the one that runs this.

    A path tells by its looks for which system it is. Raises UsageError where Excel could not
    start it.
    """
    if named is None:
        found = str(interpreter(system=system))
        if system == "win32":
            _refuse_store(found)
        return dict.fromkeys(keys(system), found)
    if _of_windows(named):
        system = "win32"
    elif system == "win32":
        system = "darwin"
    if system == "win32":
        _refuse_store(named)
    _refuse_unsafe_python(named, system)
    return dict.fromkeys(keys(system), named)


def _refuse_store(path: str) -> None:
    """Python of the Microsoft Store writes into a private AppData, which Excel does not see."""
    if any(part.casefold() == "windowsapps" for part in PureWindowsPath(path).parts):
        raise UsageError(
            f"{path}: is Python from the Microsoft Store, whose files Excel does not see; install "
            "Python from python.org or by uv, and this package into it"
        )


def whole_path(named: str, *, elsewhere: bool) -> str:
    """An interpreter by its whole path, as somebody named it with `--python`.

    One that is used elsewhere need not be there. Raises UsageError where it is no program or its
    path is not whole.
    """
    path = Path(named)
    if path.is_file():
        return str(path.absolute())
    if path.is_dir():
        raise UsageError(f"--python {named}: is a folder; name the program in it")
    if not elsewhere:
        raise UsageError(f"--python {named}: is not there; it names the Python that Excel starts")
    if is_whole(named):
        return str(PureWindowsPath(named)) if _of_windows(named) else named
    raise UsageError(f"--python {named}: name it by its whole path, as where the button is used")


def is_whole(path: str) -> bool:
    """Whether a path is whole on one of the systems that Excel runs on."""
    return _of_windows(path) or PurePosixPath(path).is_absolute()


def _of_windows(path: str) -> bool:
    """Whether a path is whole on Windows; Excel fills in a variable such as %LOCALAPPDATA%."""
    return PureWindowsPath(path).is_absolute() or path.startswith("%")


def interpreter(executable: str = sys.executable, system: str = sys.platform) -> Path:
    """The Python that runs this, without a console window on Windows where there is such a one.

    Links are not followed: the path of a virtual environment is what makes it one. Raises
    UsageError where there is none or Excel could not start it.
    """
    if not executable:
        raise UsageError("it cannot be told which Python runs this; install from another Python")
    path = Path(executable).absolute()
    if system == "win32" and path.with_name("pythonw.exe").is_file():
        path = path.with_name("pythonw.exe")
    _refuse_unsafe_python(path, system)
    return path


def _refuse_unsafe_python(path: str | Path, system: str) -> None:
    refuse_unsafe(path, "this Python", system, also=" '" if system == "darwin" else "")


def refuse_unsafe(
    path: str | Path, what: str, system: str = sys.platform, *, also: str = ""
) -> None:
    """Raise UsageError where a path holds what Excel's way of starting Python cannot carry."""
    if system == "win32" and _VARIABLE.search(str(path)) and "Python" not in what:
        raise UsageError(
            f"{path}: Excel cannot start {what} because cmd.exe would take the part between % "
            "signs for a variable; install into a folder without"
        )
    unsafe = sorted(set(str(path)) & set(_UNSAFE.get(system, ";") + also))
    if unsafe:
        words = ", ".join("a space" if mark == " " else mark for mark in unsafe)
        raise UsageError(
            f"{path}: Excel cannot start {what} because its path holds {words}; "
            "install into a folder without"
        )


def xlwings_of(python: Path) -> str | None:
    """The version of xlwings that a Python has; None where none is found. Nothing is run."""
    if python.parent == Path(sys.executable).absolute().parent:
        try:
            return metadata.version("xlwings")
        except metadata.PackageNotFoundError:
            return None
    places = [str(folder) for folder in _libraries(python)]
    found = metadata.distributions(name="xlwings", path=places)
    return next((distribution.version for distribution in found), None)


def _libraries(python: Path) -> Iterator[Path]:
    """Where a Python's libraries lie, in a virtual environment or not, on any system."""
    yield python.parent / "_internal"  # an executable made by PyInstaller
    yield python.parent / "Lib" / "site-packages"
    yield python.parent.parent / "Lib" / "site-packages"
    yield from sorted(python.parent.parent.glob("lib/python3*/site-packages"))
