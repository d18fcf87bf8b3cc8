"""Workbooks on a server that is reached by SFTP: against OpenSSH's own, with a key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import xl_scorecard as package
from tests.conftest import need
from tests.support.books import rule_file, scorecard
from tests.support.sftp_server import SSHD, Server, sftp_server
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.errors import UsageError, WorkbookError
from xl_scorecard.stores.places import StorePath, place_of
from xl_scorecard.stores.sftp import KnownHosts
from xl_scorecard.stores.store import bring, put


@pytest.fixture(scope="module")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    need(SSHD, "sshd")
    with sftp_server(tmp_path_factory.mktemp("ssh")) as server:
        yield server


@pytest.fixture
def server(one_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The server, for a user who may sign on; one workbook lies in `in/north`."""
    monkeypatch.setenv("XL_SCORECARD_CACHE", str(tmp_path / "kept"))
    monkeypatch.setenv("HOME", str(one_server.home))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    rule_file(tmp_path)
    (tmp_path / "in" / "north").mkdir(parents=True)
    scorecard(tmp_path / "in" / "north" / "a.xlsx")
    yield one_server
    for connected in KnownHosts._cache.values():
        connected.client.close()
    KnownHosts.clear_instance_cache()


def _place(server: Server, folder: Path) -> StorePath:
    place = place_of(server.address(folder))
    assert isinstance(place, StorePath)
    return place


def _refreshed(server: Server, folder: Path) -> list[Outcome]:
    out = server.address(folder / "out")
    rules = folder / "rules.yaml"
    return package.refresh(server.address(folder / "in"), rules=rules, out=out).workbooks


def test_what_comes_of_a_server_is_what_comes_of_a_folder(server: Server, tmp_path: Path) -> None:
    (stored,) = _refreshed(server, tmp_path)
    assert (stored.outcome, stored.output) == (
        "refreshed", server.address(tmp_path / "out" / "north" / "a.xlsx")
    )  # fmt: skip
    package.refresh(tmp_path / "in", rules=tmp_path / "rules.yaml", out=tmp_path / "here")
    written = tmp_path / "out" / "north" / "a.xlsx"
    assert written.read_bytes() == (tmp_path / "here" / "north" / "a.xlsx").read_bytes()
    assert [path.name for path in written.parent.iterdir()] == ["a.xlsx"]
    assert [each.outcome for each in _refreshed(server, tmp_path)] == ["unchanged"]


def test_an_output_that_is_open_in_excel_is_left_alone(server: Server, tmp_path: Path) -> None:
    (tmp_path / "out" / "north").mkdir(parents=True)
    owner = b"\x06Miriam".ljust(165, b" ")
    (tmp_path / "out" / "north" / "~$a.xlsx").write_bytes(owner)
    (refused,) = _refreshed(server, tmp_path)
    assert refused.error is not None
    assert refused.error.message.startswith(
        f"a.xlsx: its output {server.address(tmp_path / 'out' / 'north' / 'a.xlsx')} is open in "
        "Excel by Miriam; save and close it there"
    )


def test_what_somebody_puts_there_meanwhile_is_not_written_over(
    server: Server, tmp_path: Path
) -> None:
    place = _place(server, tmp_path / "out" / "a.xlsx")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.xlsx").write_bytes(b"before")
    before = bring(place, tmp_path / "brought.xlsx")
    (tmp_path / "out" / "a.xlsx").write_bytes(b"theirs, longer")
    for seen in (before, None):
        with pytest.raises(WorkbookError, match="written by somebody else meanwhile"):
            put(place, tmp_path / "brought.xlsx", seen)
    assert [path.read_bytes() for path in (tmp_path / "out").iterdir()] == [b"theirs, longer"]


def test_a_server_that_nobody_vouched_for_is_not_signed_on_to(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(UsageError, match="is on a server that nobody vouches for"):
        _refreshed(server, tmp_path)


def test_who_has_no_key_is_told_to_sign_on(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".ssh").mkdir()
    known = (server.home / ".ssh" / "known_hosts").read_bytes()
    (tmp_path / ".ssh" / "known_hosts").write_bytes(known)
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(UsageError, match="is not open to us; sign on as the store asks for"):
        _refreshed(server, tmp_path)


def test_in_place_is_refused_where_a_store_cannot_put_on_condition(
    server: Server, tmp_path: Path
) -> None:
    place = server.address(tmp_path / "in")
    with pytest.raises(UsageError, match="cannot tell whether somebody saved it meanwhile"):
        package.refresh(place, rules=tmp_path / "rules.yaml", in_place=True)
