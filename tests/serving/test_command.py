"""`xl-scorecard serve` as IT starts and stops it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.support.books import rule_file
from tests.support.paths import ROOT
from xl_scorecard.errors import UsageError
from xl_scorecard.serving.office import installed_office


def _as_if_installed(folder: Path, *files: str) -> Path:
    """A folder to import from, with a package that is laid out as xlwings Server's is."""
    for name in ("__init__.py", *files):
        file = folder / "xlwings_server" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", "utf-8")
    return folder


_OFFICE = "static/vendor/office-js/1/dist/office.js"


@pytest.mark.skipif(sys.platform == "win32", reason="a console's Ctrl+C reaches the tests too")
def test_it_says_where_it_listens_answers_and_ends_at_ctrl_c(tmp_path: Path) -> None:
    package = _as_if_installed(tmp_path / "packages", _OFFICE)
    paths = os.pathsep.join([str(package), str(ROOT)])
    rules = rule_file(tmp_path)
    serving = subprocess.Popen(
        [sys.executable, "-m", "xl_scorecard", "serve", "--rules", str(rules), "--port", "0"],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert serving.stdout is not None
        said = serving.stdout.readline()
        found = re.search(
            r"Excel opens (http://127\.0\.0\.1:\d+)/pane\.html; Ctrl\+C ends it", said
        )
        assert found is not None, said or serving.communicate()[1]
        with urllib.request.urlopen(f"{found[1]}/alive", timeout=60) as answer:
            assert answer.read() == b"alive"
        serving.send_signal(signal.SIGINT)
        _, wrong = serving.communicate(timeout=60)
    finally:
        serving.kill()
    assert (serving.returncode, wrong) == (0, "")


def test_an_xlwings_server_that_has_office_js_elsewhere_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "xlwings_server", raising=False)
    monkeypatch.syspath_prepend(_as_if_installed(tmp_path))
    with pytest.raises(UsageError, match=r"has Office\.js elsewhere"):
        installed_office()
