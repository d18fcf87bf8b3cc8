"""Where the button's files go, and which Python Excel is told to start."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from xl_scorecard.button.addin import build, template
from xl_scorecard.button.addin_settings import MODULE, rules_in, settings
from xl_scorecard.button.further import ALWAYS
from xl_scorecard.button.install import status
from xl_scorecard.button.install_python import configured, interpreter, whole_path, xlwings_of
from xl_scorecard.button.places import place
from xl_scorecard.button.ribbon_words import CLEAR
from xl_scorecard.errors import UsageError


def test_on_windows_only_the_add_in_is_in_the_start_up_folder(tmp_path: Path) -> None:
    found = place(None, system="win32", home=tmp_path, environment={"APPDATA": "/roaming"})
    assert found.add_in == Path("/roaming/Microsoft/Excel/XLSTART/xl_scorecard_button.xlam")
    assert found.module == Path("/roaming/xl-scorecard-button/xl_scorecard_button.py")
    assert found.settings == Path("/roaming/xl-scorecard-button/xl_scorecard_button.json")


def test_on_a_mac_the_add_in_is_in_offices_start_up_folder() -> None:
    found = place(None, system="darwin", home=Path("/Users/ann"), environment={})
    assert found.add_in == Path(
        "/Users/ann/Library/Group Containers/UBF8T346G9.Office/User Content.localized/"
        "Startup.localized/Excel/xl_scorecard_button.xlam"
    )
    assert found.module.parent == Path("/Users/ann/Library/Application Support/xl-scorecard-button")


def test_where_there_is_no_excel_a_folder_must_be_named() -> None:
    with pytest.raises(UsageError, match="--to"):
        place(None, system="linux")
    with pytest.raises(UsageError, match="--from"):
        place(None, option="--from", system="linux")


def test_the_start_up_folder_named_is_the_usual_place() -> None:
    usual = place(None, system="win32", environment={"APPDATA": "/roaming"})
    named = place(usual.start_up, system="win32", environment={"APPDATA": "/roaming"})
    assert named == usual


def test_a_folder_of_its_own_holds_what_must_not_stand_beside_the_add_in(tmp_path: Path) -> None:
    found = place(tmp_path, system="linux")
    assert found.add_in == tmp_path / "xl_scorecard_button.xlam"
    assert found.module.parent == found.settings.parent == tmp_path / "xl-scorecard-button"


def test_the_interpreter_is_the_environments_and_not_what_its_link_leads_to(
    tmp_path: Path,
) -> None:
    link = tmp_path / "python"
    link.symlink_to(sys.executable)
    assert interpreter(str(link), "linux") == link


def test_on_windows_the_python_without_a_console_is_taken_where_there_is_one(
    tmp_path: Path,
) -> None:
    python = tmp_path / "python.exe"
    assert interpreter(str(python), "win32") == python
    (tmp_path / "pythonw.exe").touch()
    assert interpreter(str(python), "win32") == tmp_path / "pythonw.exe"


@pytest.mark.parametrize(
    ("path", "system", "words"),
    [
        ("", "linux", "which Python"),
        ("/a;b/python", "win32", "holds ;"),
        ("/a^b/python", "win32", r"holds \^"),
        ("/Users/ann/Library/Application Support/pipx/python", "darwin", "holds a space"),
        ("/Users/o'neill/python", "darwin", "holds '"),
        ("/Users/$HOME/python", "darwin", r"holds \$"),
    ],
)
def test_a_python_that_excel_cannot_start_is_refused(path: str, system: str, words: str) -> None:
    with pytest.raises(UsageError, match=words) as told:
        interpreter(path, system)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("path", ["/Users/ann lee/a & b/python.exe", "/share$/python.exe"])
def test_on_windows_spaces_ampersands_and_hidden_shares_are_no_matter(path: str) -> None:
    assert interpreter(path, "win32") == Path(path)


@pytest.mark.parametrize("named", ["/opt/gone/python", r"C:\Python311\pythonw.exe"])
def test_a_python_named_for_this_machine_must_be_on_it(named: str) -> None:
    with pytest.raises(UsageError, match="is not there") as told:
        whole_path(named, elsewhere=False)
    assert "\n" not in str(told.value)
    assert named in str(told.value)


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_a_path_of_windows_is_for_windows_wherever_it_is_named(system: str) -> None:
    assert configured(r"C:\py\python.exe", system) == {"Interpreter_Win": r"C:\py\python.exe"}


def test_any_other_path_named_on_windows_is_for_a_mac() -> None:
    assert configured("/opt/py/python", "win32") == {"Interpreter_Mac": "/opt/py/python"}
    with pytest.raises(UsageError, match="holds a space"):
        configured("/opt/a py/python", "win32")


def test_the_xlwings_of_another_environment_is_found_without_running_it(tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / "bin" / "python"
    assert xlwings_of(python) is None
    (libraries,) = (tmp_path / "env").glob("lib/python3*/site-packages")
    (libraries / "xlwings-1.2.3.dist-info").mkdir()
    (libraries / "xlwings-1.2.3.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: xlwings\nVersion: 1.2.3\n"
    )
    assert xlwings_of(python) == "1.2.3"


@pytest.mark.parametrize("rules", [None, r"\\server\share\rules", "/Übersicht/rules"])
def test_the_settings_name_the_rules_folder_or_none(tmp_path: Path, rules: str | None) -> None:
    file = tmp_path / "xl_scorecard_button.json"
    file.write_bytes(settings(rules))
    assert json.loads(file.read_text("utf-8")) == {"rules": rules}
    assert rules_in(file) == rules


@pytest.mark.parametrize("text", ["", "{", "[]", '{"rules": 3}', "\xff"])
def test_unsound_settings_are_said_in_one_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "xl_scorecard_button.json"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(UsageError, match="install the button again"):
        rules_in(file)


_PRESSED = """
import sys
import xlwings.utils
xlwings.utils.prepare_sys_path(sys.argv[1])
import xl_scorecard_button
import xl_scorecard.button
assert xl_scorecard_button.main is xl_scorecard.button.main
print(xl_scorecard_button.__file__)
"""


def test_python_started_as_the_vba_does_runs_our_module_and_no_namesake(tmp_path: Path) -> None:
    # The list that VBA's RunPython hands to xlwings: whether to add the workbook's folder, the
    # workbook, the add-in, three places in the cloud, PYTHONPATH. The decoy is by the workbook.
    ours = tmp_path / "it's ours"
    ours.mkdir()
    (ours / "xl_scorecard_button.py").write_bytes(MODULE)
    books = tmp_path / "books"
    books.mkdir()
    (books / "xl_scorecard_button.py").write_text("raise SystemExit('the wrong one')")
    handed = f"false;{books / 'q3.xlsx'};{books / 'xl_scorecard_button.xlam'};;;;{ours}"
    done = subprocess.run(
        [sys.executable, "-B", "-c", _PRESSED, handed],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout == f"{ours / 'xl_scorecard_button.py'}\n"


def test_on_a_mac_the_script_that_lets_excel_start_python_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    to = place(tmp_path, system="darwin")
    configuration = {"Interpreter_Mac": sys.executable, "PYTHONPATH": str(to.beside)}
    to.add_in.write_bytes(build(template(), configuration))
    to.of("xl_scorecard_clear").add_in.write_bytes(build(template(), configuration, CLEAR))
    to.beside.mkdir()
    to.module.write_bytes(MODULE)
    to.of("xl_scorecard_clear").module.write_bytes(ALWAYS.module)
    to.settings.write_bytes(settings(None))
    before = status(to, "darwin")
    assert [wrong for wrong in before.wrong if "xlwings runpython install" in wrong]
    script = Path(dict(before.lines)["script"])
    assert script.parent == tmp_path / "Library" / "Application Scripts" / "com.microsoft.Excel"
    script.parent.mkdir(parents=True)
    script.touch()
    assert status(to, "darwin").wrong == []
