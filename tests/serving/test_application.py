"""The service as a browser and a proxy meet it, short of a press that is done."""

from __future__ import annotations

import re
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from xl_scorecard.errors import UsageError
from xl_scorecard.serving.app import application
from xl_scorecard.serving.manifest import manifest
from xl_scorecard.serving.service import Limits, Service

_RULES = Path("rules")
_PROXY = ("127.0.0.1", 40_000)
_ADDRESS = "https://apps.council.example/scorecard"


def _client(office: Path, client: tuple[str, int] = _PROXY, **more: Any) -> TestClient:
    app = application(Service(_RULES, **more), office)
    return TestClient(app, base_url="http://localhost", client=client)


def test_the_pane_is_whole_and_may_ask_nobody_but_its_server(office: Path) -> None:
    browser = _client(office)
    page = browser.get("/pane.html")
    assert page.status_code == 200
    named = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert {"pane.js", "pane.css", "office/office.js"} <= set(named)
    named += re.findall(r'from "./([^"]+)"', browser.get("/pane.js").text)
    assert {"read.js", "carry.js", "sign_on.js"} <= set(named)
    assert [name for name in named if browser.get(f"/{name}").status_code != 200] == []
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy
    assert "unsafe" not in policy


def test_what_the_pane_shows_is_not_kept_by_the_browser(office: Path) -> None:
    browser = _client(office)
    assert browser.get("/pane.html").headers["cache-control"] == "no-store"
    assert browser.post("/press/check", json={}).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("known", [True, False], ids=["length said", "length not said"])
def test_a_workbook_that_is_too_large_is_refused_in_one_sentence(office: Path, known: bool) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(3):
            yield b" " * 400_000

    browser = _client(office, limits=Limits(megabytes=1))
    sent = b"".join(parts()) if known else parts()
    answer = browser.post(
        "/press/check", content=sent, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 413
    assert answer.json() == {
        "error": "The workbook is larger than the 1 MB that the service takes: delete sheets that "
        "are not used in a copy of it, or run xl-scorecard refresh over the file."
    }


def test_a_form_of_another_page_is_no_press(office: Path) -> None:
    answer = _client(office).post("/press/check", data={"book": "x"})
    assert (answer.status_code, list(answer.json())) == (415, ["error"])


def test_a_press_that_there_is_not_is_said(office: Path) -> None:
    answer = _client(office).post("/press/save", json={})
    assert (answer.status_code, "reload" in answer.json()["error"]) == (404, True)


def test_it_answers_to_its_own_names_alone(office: Path) -> None:
    browser = _client(office, address=_ADDRESS)
    assert browser.get("/pane.html", headers={"Host": "apps.council.example"}).status_code == 200
    assert browser.get("/pane.html", headers={"Host": "elsewhere.example"}).status_code == 400


@pytest.mark.parametrize("under", ["", "/scorecard"], ids=["path taken away", "path left"])
def test_behind_a_proxy_it_works_with_and_without_the_path(office: Path, under: str) -> None:
    browser = _client(office, address=_ADDRESS)
    page = browser.get(f"{under}/pane.html").text
    named = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert [name for name in named if name.startswith(("/", "http"))] == []
    for name in named:
        assert browser.get(f"{under}/{name}").status_code == 200
    assert browser.post(f"{under}/press/save", json={}).status_code == 404


def test_where_a_proxy_signs_on_nobody_else_is_let_in(office: Path) -> None:
    signed_on = {"X-User": "officer@council.example", "X-Forwarded-Proto": "https"}
    through = _client(office, sign_on="header:X-User")
    assert through.get("/pane.html", headers=signed_on).status_code == 200
    assert through.get("/pane.html").status_code == 401
    assert through.post("/press/check", json={}).status_code == 401
    in_the_clear = {**signed_on, "X-Forwarded-Proto": "http"}
    assert through.get("/pane.html", headers=in_the_clear).status_code == 403
    past = _client(office, ("10.0.0.7", 40_000), sign_on="header:X-User")
    assert past.get("/pane.html", headers=signed_on).status_code == 403
    assert past.get("/alive").text == "alive"


def test_sign_on_by_xlwings_server_needs_it(office: Path) -> None:
    with pytest.raises(UsageError, match=r"installed|no provider is set up"):
        _client(office, sign_on="xlwings-server")


def test_the_log_says_what_was_pressed_and_not_what_was_asked_for(
    office: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    _client(office).post("/press/Jane%20Smith%0Aforged", json={"book": "Jane Smith"})
    _client(office).post("/press/check", content=b"Jane Smith")
    assert [each.getMessage() for each in caplog.records if "serving" in each.name] == [
        "?: 404, no such press", "check: 415, no JSON",
    ]  # fmt: skip


def test_the_manifest_names_the_address_and_stays_the_same_add_in(office: Path) -> None:
    text = _client(office, address=f"{_ADDRESS}/").get("/manifest.xml").text
    root = ElementTree.fromstring(text)
    names = {"o": "http://schemas.microsoft.com/office/appforoffice/1.1"}
    pane = root.find("o:DefaultSettings/o:SourceLocation", names)
    assert pane is not None
    assert pane.get("DefaultValue") == f"{_ADDRESS}/pane.html"
    assert root.findtext("o:AppDomains/o:AppDomain", None, names) == "https://apps.council.example"
    asked = re.findall(r'DefaultValue="(https?:[^"]+)"', text)
    assert asked
    assert all(each.startswith(f"{_ADDRESS}/") for each in asked)
    said = root.findtext("o:Id", None, names)
    assert uuid.UUID(said).version == 5
    assert f"<Id>{said}</Id>" in manifest(_ADDRESS)
    assert f"<Id>{said}</Id>" not in manifest("https://other.council.example")


def test_it_lets_no_excel_in_that_cannot_make_a_table_larger() -> None:
    # Table.resize came with ExcelApi 1.13; Excel 2021 has 1.14
    assert '<Set Name="ExcelApi" MinVersion="1.13" />' in manifest(_ADDRESS)


def test_every_word_the_manifest_goes_by_is_there() -> None:
    text = manifest(_ADDRESS, "an-application")
    assert set(re.findall(r'resid="([^"]+)"', text)) == set(
        re.findall(r'<bt:\w+ id="([^"]+)"', text)
    )
    assert "<Resource>api://apps.council.example/scorecard/an-application</Resource>" in text


_DEPENDENCIES = '''
"""What is asked of xlwings Server, whose package is not needed for tests."""
from types import SimpleNamespace
from starlette.exceptions import HTTPException

settings = SimpleNamespace(auth_providers=["entraid"], auth_entraid_client_id="an-application")

async def authenticate(token_string, auth_provider):
    if token_string != "Bearer known" or auth_provider != "entraid":
        raise HTTPException(401, "Auth error: Couldn't validate token")
    return token_string

async def get_user(request, current_user):
    if request.headers.get("x-role") != "officer":
        raise HTTPException(403, "Auth error: Missing roles")
'''


def test_xlwings_servers_own_providers_are_asked_at_each_press(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "xlwings_server"
    package.mkdir()
    (package / "__init__.py").write_text("", "utf-8")
    (package / "dependencies.py").write_text(_DEPENDENCIES, "utf-8")
    for name in ("xlwings_server", "xlwings_server.dependencies"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    browser = _client(office, sign_on="xlwings-server", address=_ADDRESS)
    assert '"authProviders": ["entraid"]' in browser.get("/pane.html").text
    assert "an-application</Id>" in browser.get("/manifest.xml").text
    known = {"Authorization": "Bearer known", "Auth-Provider": "entraid"}
    said = [
        (answer.status_code, answer.json()["error"])
        for headers in ({}, known, {**known, "X-Role": "officer"})
        for answer in [browser.post("/press/save", json={}, headers=headers)]
    ]
    assert said == [
        (401, "Auth error: Couldn't validate token"), (403, "Auth error: Missing roles"),
        (404, "The task pane is of another version: reload it."),
    ]  # fmt: skip
    for name in ("xlwings_server", "xlwings_server.dependencies"):
        sys.modules.pop(name, None)
