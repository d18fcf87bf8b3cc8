"""Draws docs/images/task-pane.png: the task pane after a press over the children's services sample.

    python -m docs.make_pane_picture

Needs what tests/serving/test_pane.py needs, whose trial it runs.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path

_DOCS = Path(__file__).parent
_PANE = _DOCS.parent / "xl_scorecard" / "serving" / "pane"


def main() -> None:
    """Run the trial, and have the page as it was then drawn without its scripts."""
    os.environ.setdefault("XLWINGS_LICENSE_KEY", "noncommercial")
    from tests.serving.test_pane import browser, tried
    from tests.support.paths import CHILDREN, CHILDRENS_RULES

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        page = tried(CHILDREN, CHILDRENS_RULES, folder)["page"]
        page = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
        style = (_PANE / "pane.css").read_text("utf-8")
        page = page.replace("</head>", f"<style>{style}</style></head>")
        (folder / "pane.html").write_text(f"<!doctype html>{page}", "utf-8")
        subprocess.run(  # noqa: S603
            [str(browser()), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             f"--user-data-dir={folder / 'drawn'}", "--window-size=500,1000",
             "--force-device-scale-factor=1.5", f"--screenshot={_DOCS / 'images/task-pane.png'}",
             (folder / "pane.html").as_uri()],
            check=True, capture_output=True,
        )  # fmt: skip


if __name__ == "__main__":
    main()
