"""The page as a browser has it: sorted, filtered and searched, by what a keyboard can reach."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import need
from tests.overview.test_facts import done, indicator
from tools import axe_core
from xl_scorecard.overview.facts import overview_of
from xl_scorecard.overview.page import overview_page

_TRIAL = """<script>
const said = {errors: []};
const rows = (id) => [...document.querySelectorAll(`#${id} tbody tr`)];
const seen = (id) => rows(id).filter((row) => !row.hidden).map((row) => row.cells[0].textContent);
const heading = (id, word) => [...document.querySelectorAll(`#${id} thead th`)]
  .find((cell) => cell.textContent === word);
addEventListener("error", (event) => said.errors.push(event.message));
addEventListener("securitypolicyviolation", (event) => said.errors.push(event.violatedDirective));
const figure = heading("rows", "Figure");
figure.firstElementChild.click();
said.up = [seen("rows"), figure.getAttribute("aria-sort")];
figure.firstElementChild.click();
said.down = [seen("rows"), figure.getAttribute("aria-sort")];
const search = document.getElementById("search");
search.value = "NORTH";
search.dispatchEvent(new Event("input"));
said.searched = [seen("rows"), document.getElementById("shown").textContent];
search.value = "";
search.dispatchEvent(new Event("input"));
const status = [...document.querySelectorAll("#rows .filters select")]
  .find((list) => list.parentElement.textContent.startsWith("Status"));
status.value = "Red";
status.dispatchEvent(new Event("change"));
said.filtered = seen("rows");
said.labelled = [...document.querySelectorAll("input, select")].every((each) => each.labels.length);
const reached = "a[href], button, input, select, [tabindex='0']";
said.reached = [...document.querySelectorAll(reached)].every((each) => each.tabIndex === 0);
const out = document.createElement("pre");
out.id = "said";
out.textContent = JSON.stringify(said);
document.body.append(out);
</script></body>"""


_AXE = """</script><script>
const told = (what) => {
  const out = document.createElement("pre");
  out.id = "said";
  out.textContent = JSON.stringify(what);
  document.body.append(out);
};
axe.run(document).then(
  (found) => told({
    broken: found.violations.map((rule) => `${rule.id}: ${rule.nodes[0].html}`),
    kept: found.passes.map((rule) => rule.id),
  }),
  (error) => told({broken: [String(error)], kept: []}),
);
</script></body>"""


def _shown(trial: str, folder: Path) -> dict[str, Any]:
    """What a trial says at the end of a page of four scorecards, in headless Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((found for name in names if (found := shutil.which(name))), None)
    need(program, "Chromium (chromium)")
    red = {"status": "red", "concern": 3}
    outcomes = [
        done("north.xlsx", indicator(0.9)), done("south.xlsx", indicator(0.1, **red)),
        done("west.xlsx", indicator(None, status="no_data")), done("east.xlsx", indicator(0.4)),
    ]  # fmt: skip
    page = overview_page(overview_of(outcomes), folder / "all.html")
    (folder / "all.html").write_text(page.replace("</body>", trial), "utf-8")
    finished = subprocess.run(
        [str(program), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
         "--virtual-time-budget=20000", f"--user-data-dir={folder / 'profile'}", "--dump-dom",
         (folder / "all.html").as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    found = re.search(r'<pre id="said">(.*?)</pre>', finished.stdout, re.DOTALL)
    assert found is not None, finished.stdout[-2000:]
    told: dict[str, Any] = json.loads(html.unescape(found[1]))
    return told


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of sorting, searching and filtering."""
    return _shown(_TRIAL, tmp_path_factory.mktemp("page"))


def test_headings_sort_and_say_how_with_what_is_not_there_last(said: dict[str, Any]) -> None:
    assert said["up"] == [["south", "east", "north", "west"], "ascending"]
    assert said["down"] == [["north", "east", "south", "west"], "descending"]


def test_the_search_leaves_rows_with_all_its_words_and_says_how_many(said: dict[str, Any]) -> None:
    # north in Scorecards, Heat map and Rows, and as the best in Indicators
    assert said["searched"] == [["north"], "4 of 13 rows shown"]


def test_a_list_filters_by_what_is_in_a_column(said: dict[str, Any]) -> None:
    assert said["filtered"] == ["south"]


def test_every_field_has_a_name_and_is_reached_by_keyboard(said: dict[str, Any]) -> None:
    assert (said["labelled"], said["reached"]) == (True, True)


def test_no_script_fails_and_nothing_is_asked_of_anybody(said: dict[str, Any]) -> None:
    assert said["errors"] == []


def test_axe_finds_no_rule_of_accessibility_broken(tmp_path: Path) -> None:
    need(axe_core.installed(), "axe-core (tools/axe_core.py --install)")
    axe = axe_core.script().read_text("utf-8").replace("</script", "<\\/script")
    found = _shown(f"<script>{axe}{_AXE}", tmp_path)
    assert found["broken"] == []
    assert {"html-has-lang", "label", "link-name", "td-headers-attr"} <= set(found["kept"])


def test_the_file_alone_is_enough(tmp_path: Path) -> None:
    page = overview_page(overview_of([done("a.xlsx", indicator(0.9))]), tmp_path / "all.html")
    assert "<style>" in page
    assert '"use strict"' in page
