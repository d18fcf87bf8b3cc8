"""The picture of the ribbon in the documents says what the add-in says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from lxml import etree

from tests.support.packages import root
from tests.support.paths import ROOT
from xl_scorecard.button.addin import build, template

_PICTURE = ROOT / "docs" / "images" / "ribbon.svg"


def _words(tmp_path: Path) -> list[str]:
    """All that an officer can read of the built add-in's ribbon."""
    add_in = tmp_path / "xl_scorecard_button.xlam"
    add_in.write_bytes(build(template(), {}))
    return [
        element.get(name)
        for element in root(add_in, "customUI/customUI.xml").iter()
        for name in ("label", "screentip", "supertip")
        if element.get(name)
    ]


def test_the_picture_is_the_one_that_the_script_draws(tmp_path: Path) -> None:
    drawn = tmp_path / "ribbon.svg"
    subprocess.run([sys.executable, ROOT / "docs" / "draw_ribbon.py", drawn], cwd=ROOT, check=True)
    assert drawn.read_bytes() == _PICTURE.read_bytes()


def test_every_word_of_the_ribbon_is_in_the_picture(tmp_path: Path) -> None:
    shown = " ".join(etree.parse(_PICTURE).getroot().itertext())
    words = _words(tmp_path)
    assert len(words) == 5
    assert [text for text in words if text not in " ".join(shown.split())] == []


def test_who_cannot_see_the_picture_reads_the_same_words(tmp_path: Path) -> None:
    document = (ROOT / "docs" / "excel-button.md").read_text("utf-8")
    (instead,) = re.findall(r"!\[([^\]]*)\]\(images/ribbon\.svg\)", document)
    assert [text for text in _words(tmp_path) if text not in instead] == []
