"""The words of the command, completed by a shell."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.command import xl_scorecard
from xl_scorecard.cli.parser import SHELLS

# What bash does when somebody presses the tabulator: the words so far, then the function it was
# given for the command.
ASKED = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 ))
read -r -a registered <<<"$(complete -p xl-scorecard)"
"${registered[-2]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.parametrize("shell", SHELLS)
def test_there_is_a_script_for_every_shell(shell: str) -> None:
    finished = xl_scorecard("completion", shell)
    assert finished.status == 0
    for word in ("refresh", "rules", "completion"):
        assert word in finished.out


def test_a_shell_without_one_is_answered_with_those_there_are() -> None:
    finished = xl_scorecard("completion", "ksh", status=2)
    assert finished.status == 2
    assert all(shell in finished.err for shell in SHELLS)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["ref"], ["refresh"]),
        (["rules", "dr"], ["draft"]),
        (["check", "--expl"], ["--explain"]),
        (["check", "--fail-on", "w"], ["warning"]),
        (["refresh", "q"], ["q3.xlsx", "quarters"]),
        (["refresh", "--out", "q"], ["quarters"]),
        (["rules", "draft", "q3"], ["q3.xlsx"]),
    ],
    ids=" ".join,
)
def test_bash_completes_commands_options_and_files(
    words: list[str], offered: list[str], tmp_path: Path
) -> None:
    bash = shutil.which("bash")
    if bash is None or os.name != "posix":
        pytest.skip("there is no bash, or it knows other paths than Python")
    script = tmp_path / "completion.bash"
    script.write_text(xl_scorecard("completion", "bash").out, encoding="utf-8")
    folder = tmp_path / "here"
    (folder / "quarters").mkdir(parents=True)
    (folder / "q3.xlsx").touch()
    done = subprocess.run(
        [bash, "-c", ASKED, "bash", str(script), "xl-scorecard", *words],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert sorted(done.stdout.split()) == offered, done.stderr
