"""The task pane in headless Chromium against the running service: what an officer does and sees."""

from __future__ import annotations

import json
import queue
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from tests.conftest import need
from tests.serving.host_book import host_book
from tests.support.books import ROWS, RULES, rule_file, scorecard
from tools import axe_core, office_types
from xl_scorecard.serving.app import application
from xl_scorecard.serving.service import Service

_HERE = Path(__file__).parent
_ODD = ("D1", "Reviews on time", "High", 0.8, 0.75, 7.5)  # 750%, where no more than all can be
_RULES = f"{RULES}  - {{id: D1, name: Reviews on time, good_is: high}}\n"
_SECONDS = 120
_ROUND_TRIPS = 16


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of the trial with a small scorecard."""
    need(browser(), "Chromium (chromium)")
    need(axe_core.installed(), "axe-core (tools/axe_core.py --install)")
    folder = tmp_path_factory.mktemp("pane")
    return tried(scorecard(folder / "q3.xlsx", [*ROWS, _ODD]), rule_file(folder, _RULES), folder)


def browser() -> str | None:
    """The program of the browser."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


def tried(workbook: Path, rules: Path, folder: Path) -> dict[str, Any]:
    """What an officer does in the pane with an open workbook, and sees of it."""
    parts = [f"globalThis.BOOK = {json.dumps(host_book(workbook))};"]
    parts += [axe_core.script().read_text("utf-8")]
    parts += [(_HERE / name).read_text("utf-8") for name in ("office.js", "trial.js")]
    office = folder / "office"
    office.mkdir()
    (office / "office.js").write_text("\n".join(parts), "utf-8")
    with _running(Service(rules), office) as (address, told):
        program = subprocess.Popen(
            [str(browser()), "--headless", "--no-sandbox", "--disable-gpu",
             "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
             f"--user-data-dir={folder / 'profile'}", "--remote-debugging-port=0",
             f"{address}/pane.html"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            found: dict[str, Any] = told.get(timeout=_SECONDS)
        finally:
            program.kill()
            program.wait()
    return found


@contextmanager
def _running(service: Service, office: Path) -> Iterator[tuple[str, queue.Queue[Any]]]:
    """The service on a free port, and what the page tells the test."""
    told: queue.Queue[Any] = queue.Queue()

    async def hear(request: Request) -> Response:
        told.put(await request.json())
        return Response()

    app = Starlette(routes=[
        Route("/said", hear, methods=["POST"]), Mount("/", application(service, office)),
    ])  # fmt: skip
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield f"http://localhost:{listening.getsockname()[1]}", told
        finally:
            server.should_exit = True
            thread.join(_SECONDS)


def test_no_script_fails_and_nobody_else_is_asked(said: dict[str, Any]) -> None:
    assert (said["errors"], said.get("wrong"), said.get("elsewhere")) == ([], "", [])


def test_where_a_row_has_an_error_it_asks_before_anything_is_written(said: dict[str, Any]) -> None:
    assert said["question"].startswith("1 error in 1 row: ")
    assert (said["focused"], said["writtenBefore"]) == ("question", [])


def test_it_shows_the_counts_by_status(said: dict[str, Any]) -> None:
    # 82% of 80%; 3 points over 20%, within 5; 14 points short; 750% is not rated
    assert said["sentence"].startswith("2018/19 Q3: ")
    counts = dict(said["statuses"])
    assert [counts[word] for word in ("Good", "Acceptable", "Amber")] == ["1", "1", "1"]


def test_what_was_pressed_is_written(said: dict[str, Any]) -> None:
    assert said["sheets"] == ["Scorecard", "Summary", "Indicators", "Checks"]
    assert said["cells"]["Scorecard"]["3,7"] == "'Status Q3 2018/19"
    assert said["cells"]["Indicators"]["1,1"] == "Indicators: small"


def test_from_press_to_press_excel_is_waited_for_a_few_times(said: dict[str, Any]) -> None:
    # the workbook is read twice, for the question and again, and written once
    assert said["roundTrips"] <= _ROUND_TRIPS


def test_whatever_members_were_asked_for_are_in_microsofts_types(
    said: dict[str, Any], tmp_path: Path
) -> None:
    need(office_types.installed(), "Office.js' types (tools/office_types.py --install)")
    assert {"Worksheet.getUsedRangeOrNullObject", "Range.formulas"} <= set(said["asked"])
    assert office_types.members_faults(said["asked"], tmp_path / "asked.ts") == ""


def test_a_finding_says_where_and_goes_there(said: dict[str, Any]) -> None:
    assert said["findings"][0].startswith("error Scorecard!F7 ")
    assert said["selected"] == ["Scorecard!F7", "Scorecard", 1]


def test_an_earlier_period_can_be_chosen_and_clear_asks_first(said: dict[str, Any]) -> None:
    assert said["periods"][:3] == ["The last with figures", "Q3 2018/19", "Q2 2018/19"]
    assert said["earlier"].startswith("2018/19 Q2: ")
    assert said["clearAsks"].startswith("Take out all that Refresh put into this workbook")


def test_nothing_bars_anybody_from_using_it(said: dict[str, Any]) -> None:
    assert said["barriers"] == []
    assert said["named"]
