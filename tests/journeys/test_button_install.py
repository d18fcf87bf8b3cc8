"""`xl-scorecard button install`, `status` and `remove`, into a folder as IT would."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.support.command import Finished, xl_scorecard
from tests.support.packages import Patch, patched, replacing
from tests.support.paths import ROOT, RULES
from tests.support.readers import opened

NAME = "xl_scorecard_button"
FIVE = {
    f"{NAME}.xlam",
    "xl_scorecard_clear.xlam",
    f"xl-scorecard-button/{NAME}.py",
    "xl-scorecard-button/xl_scorecard_clear.py",
    f"xl-scorecard-button/{NAME}.json",
}


def _files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _install(folder: Path, *words: str | Path) -> Finished:
    finished = xl_scorecard("button", "install", "--to", folder, *words)
    assert finished.status == 0, finished.err
    return finished


def _wrong(finished: Finished, *words: str) -> None:
    assert finished.status == 1
    assert "all is right" not in finished.out
    lines = [line for line in finished.out.splitlines() if line.startswith("wrong: ")]
    for word in words:
        assert any(word in line for line in lines), finished.out


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """A folder with the button installed in it."""
    folder = tmp_path / "a share"
    _install(folder, "--rules", RULES)
    return folder


def test_install_writes_five_files_and_no_other(share: Path) -> None:
    assert set(_files(share)) == FIVE


def test_further_buttons_are_installed_named_and_removed(tmp_path: Path) -> None:
    refused = xl_scorecard("button", "install", "--to", tmp_path, "--with", "chck", status=2)
    assert "there is no such button" in refused.err
    assert _files(tmp_path) == {}
    _install(tmp_path, "--with", "check,next")
    written = set(_files(tmp_path))
    assert written - FIVE == {
        "xl_scorecard_check.xlam", "xl-scorecard-button/xl_scorecard_check.py",
        "xl_scorecard_next.xlam", "xl-scorecard-button/xl_scorecard_next.py",
    }  # fmt: skip
    source = (tmp_path / "xl-scorecard-button" / "xl_scorecard_next.py").read_text("utf-8")
    (imported,) = [n for n in ast.parse(source).body if isinstance(n, ast.ImportFrom)]
    assert [(alias.name, alias.asname) for alias in imported.names] == [("main_next", "main")]
    assert "refresh, clear, check, next" in xl_scorecard("button", "status", "--from", tmp_path).out
    (tmp_path / "xl-scorecard-button" / "xl_scorecard_next.py").unlink()
    _wrong(xl_scorecard("button", "status", "--from", tmp_path, status=1), "the module of next")
    xl_scorecard("button", "remove", "--from", tmp_path)
    assert _files(tmp_path) == {}


def test_install_says_what_it_installed(tmp_path: Path) -> None:
    finished = _install(tmp_path, "--rules", RULES)
    for word in (f"{NAME}.xlam", sys.executable, "xlwings", str(RULES), "tab Scorecard"):
        assert word in finished.out
    assert finished.err == ""


def test_the_module_hands_main_on_to_the_button(share: Path) -> None:
    source = (share / "xl-scorecard-button" / f"{NAME}.py").read_text("utf-8")
    (imported,) = [n for n in ast.parse(source).body if isinstance(n, ast.ImportFrom)]
    assert imported.module == "xl_scorecard.button"
    assert [alias.name for alias in imported.names] == ["main"]


def test_the_rules_folder_is_kept_in_the_settings(share: Path) -> None:
    held = json.loads((share / "xl-scorecard-button" / f"{NAME}.json").read_text("utf-8"))
    assert held == {"rules": str(RULES)}


def test_installed_twice_it_is_the_same_bytes(share: Path) -> None:
    before = _files(share)
    _install(share, "--rules", RULES)
    assert _files(share) == before


def test_installed_again_it_keeps_the_rules_folder_set_before(share: Path, tmp_path: Path) -> None:
    before = _files(share)
    _install(share)
    assert _files(share) == before
    other = tmp_path / "other rules"
    other.mkdir()
    _install(share, "--rules", other)
    held = json.loads((share / "xl-scorecard-button" / f"{NAME}.json").read_text("utf-8"))
    assert held == {"rules": str(other)}


def test_status_is_right_after_install(share: Path) -> None:
    finished = xl_scorecard("button", "status", "--from", share)
    assert finished.status == 0
    assert "all is right" in finished.out
    for word in (f"{share / NAME}.xlam", sys.executable, str(RULES)):
        assert word in finished.out


def test_status_without_rules_says_where_they_are_looked_for(tmp_path: Path) -> None:
    _install(tmp_path)
    finished = xl_scorecard("button", "status", "--from", tmp_path)
    assert finished.status == 0
    assert "beside the workbook" in finished.out


def test_status_of_nothing_is_1(tmp_path: Path) -> None:
    finished = xl_scorecard("button", "status", "--from", tmp_path)
    _wrong(finished, "not installed")
    assert finished.err == ""


def test_status_tells_a_rules_folder_that_is_gone(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    _install(tmp_path, "--rules", rules)
    rules.rmdir()
    _wrong(xl_scorecard("button", "status", "--from", tmp_path), str(rules))


def test_status_tells_unsound_settings(share: Path) -> None:
    (share / "xl-scorecard-button" / f"{NAME}.json").write_text("{")
    _wrong(xl_scorecard("button", "status", "--from", share), "not JSON")


def test_status_tells_a_module_that_is_gone(share: Path) -> None:
    (share / "xl-scorecard-button" / f"{NAME}.py").unlink()
    _wrong(xl_scorecard("button", "status", "--from", share), f"{NAME}.py")


def _altered(share: Path, changes: dict[str, Patch]) -> None:
    """The installed add-in with parts changed by other hands."""
    add_in = share / f"{NAME}.xlam"
    add_in.rename(share / "before.xlam")
    patched(share / "before.xlam", add_in, changes)


def test_status_tells_a_python_that_is_gone(share: Path) -> None:
    gone = "/opt/gone/python"
    _altered(share, {"xl/worksheets/sheet1.xml": _everywhere(sys.executable, gone)})
    _wrong(xl_scorecard("button", "status", "--from", share), gone)


def test_status_tells_an_add_in_without_its_configuration_sheet(share: Path) -> None:
    _altered(share, {"xl/workbook.xml": replacing("myaddin.conf", "ours.conf")})
    _wrong(xl_scorecard("button", "status", "--from", share), "myaddin.conf")


def test_status_tells_an_add_in_of_another_xlwings(share: Path) -> None:
    # VBA source compressed by hand: eight characters as they are after each zero flag byte.
    text = b"'Version: 0.36.2\r\n"
    body = b"".join(b"\x00" + text[at : at + 8] for at in range(0, len(text), 8))
    project = b"\x01" + (0xB000 | (len(body) - 1)).to_bytes(2, "little") + body
    _altered(share, {"xl/vbaProject.bin": lambda _: project})
    _wrong(
        xl_scorecard("button", "status", "--from", share),
        f"xlwings 0.36.2, installed is {version('xlwings')}",
    )


def test_status_tells_a_damaged_add_in_in_one_line(share: Path) -> None:
    (share / f"{NAME}.xlam").write_bytes(b"PK no zip")
    finished = xl_scorecard("button", "status", "--from", share)
    _wrong(finished, "cannot be read")
    assert finished.err == ""


def test_remove_deletes_what_was_installed_and_nothing_else(share: Path) -> None:
    (share / "other.xlam").write_text("not ours")
    finished = xl_scorecard("button", "remove", "--from", share)
    assert finished.status == 0
    assert _files(share) == {"other.xlam": b"not ours"}
    assert not (share / "xl-scorecard-button").exists()
    for name in FIVE:
        assert f"removed {share / name}" in finished.out
    assert len(finished.out.splitlines()) == 5


def test_remove_leaves_a_folder_in_which_somebody_keeps_a_file(share: Path) -> None:
    notes = share / "xl-scorecard-button" / "notes.txt"
    notes.write_text("ours")
    assert xl_scorecard("button", "remove", "--from", share).status == 0
    assert list(_files(share)) == ["xl-scorecard-button/notes.txt"]


def test_remove_of_nothing_says_so(tmp_path: Path) -> None:
    finished = xl_scorecard("button", "remove", "--from", tmp_path)
    assert finished.status == 0
    assert "nothing to remove" in finished.out


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is Excel on this system")
@pytest.mark.parametrize(
    ("command", "option"), [("install", "--to"), ("status", "--from"), ("remove", "--from")]
)
def test_without_excel_a_folder_must_be_named(command: str, option: str) -> None:
    finished = xl_scorecard("button", command, status=2)
    _refused(finished, option)


def _refused(finished: Finished, *words: str) -> None:
    assert finished.out == ""
    assert len(finished.err.splitlines()) == 1, finished.err
    for word in words:
        assert word in finished.err


def test_rules_that_are_a_file_are_refused(tmp_path: Path) -> None:
    file = RULES / "childrens-services.yaml"
    finished = xl_scorecard("button", "install", "--to", tmp_path, "--rules", file, status=2)
    _refused(finished, "is a file")
    assert _files(tmp_path) == {}


def test_rules_that_exist_nowhere_and_have_no_whole_path_are_refused(tmp_path: Path) -> None:
    words = ("button", "install", "--to", tmp_path, "--rules", "nowhere")
    finished = xl_scorecard(*words, status=2)
    assert "nowhere: is not there" in finished.err
    assert not list(tmp_path.iterdir())


def test_rules_that_only_exist_where_the_button_is_used_are_kept_and_said(tmp_path: Path) -> None:
    finished = _install(tmp_path, "--rules", r"\\server\share\rules")
    assert "not there" in finished.err
    assert len(finished.err.splitlines()) == 1
    held = json.loads((tmp_path / "xl-scorecard-button" / f"{NAME}.json").read_text("utf-8"))
    assert held == {"rules": r"\\server\share\rules"}


def _interpreters(folder: Path) -> dict[str, object]:
    """Keys and values about interpreters in the sheet of the built add-in, by openpyxl."""
    kind = replacing("ms-excel.addin.macroEnabled", "ms-excel.sheet.macroEnabled")
    book = patched(folder / f"{NAME}.xlam", folder / "b.xlsm", {"[Content_Types].xml": kind})
    rows = opened(book)["myaddin.conf"].iter_rows(max_col=2, values_only=True)
    return {str(key): value for key, value in rows if str(key).startswith("Interpreter")}


@pytest.mark.parametrize(
    ("named", "held"),
    [
        (r"C:\Program Files\Scorecard\button.exe", r"C:\Program Files\Scorecard\button.exe"),
        ("C:/Program Files/Python311/pythonw.exe", r"C:\Program Files\Python311\pythonw.exe"),
        (r"\\server\share$\env\pythonw.exe", r"\\server\share$\env\pythonw.exe"),
        (r"%LOCALAPPDATA%\Python\pythonw.exe", r"%LOCALAPPDATA%\Python\pythonw.exe"),
    ],
)
def test_a_python_on_windows_is_named_from_any_system_and_said_not_to_be_here(
    tmp_path: Path, named: str, held: str
) -> None:
    finished = _install(tmp_path, "--python", named)
    assert _interpreters(tmp_path) == {"Interpreter_Win": held, "Interpreter_Mac": None}
    assert finished.err.startswith(
        f"xl-scorecard: the Python it runs is not on this machine: {held}"
    )
    assert len(finished.err.splitlines()) == 1
    assert held in finished.out


def test_status_tells_that_a_python_for_another_machine_is_not_on_this_one(tmp_path: Path) -> None:
    named = r"C:\Program Files\Python311\pythonw.exe"
    _install(tmp_path, "--python", named)
    finished = xl_scorecard("button", "status", "--from", tmp_path)
    _wrong(finished, f"not on this machine: {named}; that is right if it is where")
    assert f"python   {named}" in finished.out


def test_a_python_that_is_here_is_named_by_its_whole_path(tmp_path: Path) -> None:
    (tmp_path / "other").symlink_to(sys.executable)
    install = ("button", "install", "--to", "share", "--python", "other")
    assert xl_scorecard(*install, folder=tmp_path).status == 0
    held = _interpreters(tmp_path / "share")
    assert str(tmp_path / "other") in held.values()
    assert set(held.values()) <= {str(tmp_path / "other"), None}


def test_installed_again_without_a_name_it_is_the_python_that_runs(tmp_path: Path) -> None:
    _install(tmp_path, "--python", r"C:\Python311\pythonw.exe")
    _install(tmp_path)
    assert sys.executable in _interpreters(tmp_path).values()


def test_an_executable_that_carries_xlwings_is_all_right(tmp_path: Path) -> None:
    program = tmp_path / "button" / "scorecard_button"
    metadata = program.parent / "_internal" / f"xlwings-{version('xlwings')}.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: xlwings\nVersion: {version('xlwings')}\n"
    )
    program.touch()
    _install(tmp_path, "--python", program)
    assert xl_scorecard("button", "status", "--from", tmp_path).status == 0


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("gone/python", "whole path"),
        ("C:python.exe", "whole path"),
        (".", "is a folder"),
        ("", "is a folder"),
        (r"C:\a;b\python.exe", "holds ;"),
        (r"C:\a^b\python.exe", "holds ^"),
        ('C:\\a"b\\python.exe', 'holds "'),
    ],
)
def test_a_python_that_excel_could_not_start_is_refused(
    tmp_path: Path, named: str, words: str
) -> None:
    _refused(
        xl_scorecard("button", "install", "--to", tmp_path, "--python", named, status=2), words
    )
    assert _files(tmp_path) == {}


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    finished = xl_scorecard("button", "install", "--to", tmp_path / "file", status=3)
    _refused(finished, f"{NAME}.xlam")
    assert _files(tmp_path) == {"file": b"in the way"}


def test_a_place_that_is_held_is_one_line_and_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / f"{NAME}.xlam").mkdir()  # as unwilling to be replaced as an open file on Windows
    install = xl_scorecard("button", "install", "--to", tmp_path, status=3)
    _refused(install, f"{NAME}.xlam", "if Excel is open, close it")
    assert _files(tmp_path) == {}
    (tmp_path / "xl-scorecard-button" / f"{NAME}.py").write_text("ours")
    remove = xl_scorecard("button", "remove", "--from", tmp_path, status=3)
    _refused(remove, f"{NAME}.xlam", "if Excel is open, close it")
    assert list(_files(tmp_path)) == [f"xl-scorecard-button/{NAME}.py"]


def test_without_xlwings_it_says_what_to_install(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "sys.modules['xlwings'] = None\n"
        "from xl_scorecard.cli import main\n"
        f"sys.exit(main(['button', 'install', '--to', {str(tmp_path)!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    _refused(
        Finished(done.returncode, done.stdout, done.stderr), "pip install 'xl-scorecard[button]'"
    )
    assert _files(tmp_path) == {}


def _everywhere(old: str, new: str) -> Patch:
    return lambda data: data.replace(old.encode(), new.encode())
