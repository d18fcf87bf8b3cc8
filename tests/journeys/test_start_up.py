from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

from tests.support.command import xl_scorecard
from tests.support.paths import EARLY_HELP, ROOT, RULES

HEAVY = ("pandas", "openpyxl", "xlwings", "pydantic", "lxml", "xlsxwriter", "ruamel", "numpy")
NOT_FOR_ONE = (
    "pandas", "numpy", "openpyxl", "xlwings", "shtab", "tqdm", "multiprocessing", "fsspec",
    "xl_scorecard.cli.junit",
)  # fmt: skip
COMPOSING = ("xl_scorecard.compose.workbook", "xl_scorecard.compose.register.sheet")


def _loaded(words: list[str], asked: tuple[str, ...]) -> list[str]:
    """Which of some modules a command has imported by its end."""
    script = (
        "from xl_scorecard.cli import main\n"
        "try:\n"
        f"    main({words!r})\n"
        "except SystemExit:\n"
        "    pass\n"
    )
    return _loaded_by(script, asked)


def _loaded_by(script: str, asked: tuple[str, ...]) -> list[str]:
    """Which of some modules a script has imported by its end, in a process of its own."""
    script += f"import sys\nprint('loaded:', *(n for n in {asked!r} if n in sys.modules))\n"
    # what measures the tests' coverage imports modules of its own
    environment = {k: v for k, v in os.environ.items() if not k.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[-1].split()[1:]


@pytest.mark.parametrize(
    "words", [["--help"], ["refresh", "--help"], ["--version"], ["-V"], ["completion", "bash"]]
)
def test_help_answers_without_the_heavy_libraries(words: list[str]) -> None:
    assert _loaded(words, HEAVY) == []


def test_a_check_of_one_workbook_pays_for_no_more_than_reading() -> None:
    words = ["check", str(EARLY_HELP), "--rules", str(RULES), "--quiet"]
    asked = (*NOT_FOR_ONE, *COMPOSING, "xlsxwriter", "pydantic")
    assert _loaded(words, asked) == ["pydantic"]


def test_a_refresh_of_one_workbook_pays_for_no_table_and_no_second_process(tmp_path: Path) -> None:
    words = ["refresh", str(EARLY_HELP), "--rules", str(RULES), "--out", str(tmp_path), "--quiet"]
    assert _loaded(words, (*NOT_FOR_ONE, "xlsxwriter")) == ["xlsxwriter"]


def test_a_press_beside_no_earlier_quarter_pays_for_no_reading_of_files(tmp_path: Path) -> None:
    script = (
        "from pathlib import Path\n"
        "from xl_scorecard.button import live\n"
        "from xl_scorecard.domain.rule_set import RuleSet\n"
        f"ask_earlier = live.earlier_beside(Path({str(tmp_path)!r}), 'q3.xlsx')\n"
        "rules = RuleSet(name='ours', indicators=[{'id': 'A1', 'name': 'Seen'}])\n"
        "assert not ask_earlier(rules, None).quarters\n"
    )
    reading_files = ("lxml", "xl_scorecard.opc", "xl_scorecard.file_host", "xl_scorecard.writing")
    assert _loaded_by(script, (*NOT_FOR_ONE, *reading_files, "pydantic")) == ["pydantic"]


def test_a_refresh_is_not_held_up_by_looking_for_garbage_and_foreign_plugins(
    tmp_path: Path,
) -> None:
    words = ["refresh", str(EARLY_HELP), "--rules", str(RULES), "--out", str(tmp_path), "--quiet"]
    script = (
        "import gc, sys\n"
        "from xl_scorecard.cli import main\n"
        "before = sum(each['collections'] for each in gc.get_stats())\n"
        f"main({words!r})\n"
        "print(sum(each['collections'] for each in gc.get_stats()) - before)\n"
        "print(bool(sys.modules['pydantic.plugin._loader']._plugins))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    looks, plugins = done.stdout.split()
    assert int(looks) < 5  # at Python's own pace over a hundred
    assert plugins == "False"


@pytest.mark.parametrize("word", ["-V", "--version"])
def test_the_version_is_the_installed_one(word: str) -> None:
    finished = xl_scorecard(word)
    assert (finished.status, finished.out) == (0, f"xl-scorecard {version('xl-scorecard')}\n")


def test_the_module_is_the_command() -> None:
    finished = xl_scorecard("--help")
    assert finished.status == 0
    for command in ("refresh", "check", "clear", "rules", "demo"):
        assert command in finished.out


def test_the_installed_command_is_there() -> None:
    (command,) = entry_points(group="console_scripts", name="xl-scorecard")
    assert command.value == "xl_scorecard.cli:main"
