"""Addresses of stores: what is one, what is not taken as one, and what is never shown of one."""

from __future__ import annotations

import errno
import pickle
import sys
from importlib import import_module
from pathlib import Path

import pytest

import xl_scorecard as package
from tests.support.books import rule_file
from tests.support.command import xl_scorecard
from xl_scorecard.errors import UsageError
from xl_scorecard.stores.places import StorePath, place_of
from xl_scorecard.stores.said import why


def test_a_place_of_a_store_is_written_as_it_was_named() -> None:
    place = place_of("s3://bucket/in/north/")
    assert isinstance(place, StorePath)
    assert str(place / "q3.xlsx") == "s3://bucket/in/north/q3.xlsx"
    assert str(place.parent) == "s3://bucket/in"
    assert pickle.loads(pickle.dumps(place)) == place
    assert place.absolute() is place


def test_a_place_of_a_store_is_never_opened_as_a_file_of_this_machine() -> None:
    place = place_of("s3://bucket/q3.xlsx")
    with pytest.raises(TypeError, match="is no file of this machine"):
        place.open("rb")
    with pytest.raises(TypeError, match="is no file of this machine"):
        place.mkdir()


@pytest.mark.parametrize("said", ["C:/in", "in/a.xlsx", "c:\\in", "a:b"])
def test_other_paths_are_of_this_machine(said: str) -> None:
    assert place_of(said) == Path(said)
    assert not isinstance(place_of(said), StorePath)


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("s3://", "s3://: is no address of a store; write one such as s3://bucket/folder"),
        ("zip://a::s3://b/c", "is no address of a store"),
        ("file:///in", "file:///in: is on this machine; name it by its path alone"),
        ("nope://a/b", "nope://a/b: nothing is known of nope:// addresses; write one such as"),
        ("gs://a/b", "gs://a/b: lies in a store; first pip install gcsfs; nothing was done"),
    ],
)
def test_what_is_no_address_is_one_line(said: str, line: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as refused:
        package.check(said, rules=rule_file(tmp_path))
    assert line in str(refused.value)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "sftp://officer:pass-word@host/in"),
        ("refresh", "in", "--out", "sftp://officer:pass-word@host/in"),
        ("check", "in", "--rules", "sftp://officer:pass-word@host/in"),
        ("check", "in", "--json", "sftp://officer:pass-word@host/in"),
        ("check", "sftp://officer:pass-word@host/in", "--watch"),
        ("roll-up", "sftp://officer:pass-word@host/in", "--out", "all.xlsx"),
    ],
)
def test_a_password_in_an_address_is_refused_and_never_shown(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    finished = xl_scorecard(*words, "--debug", folder=tmp_path, status=2)
    assert "pass-word" not in finished.out + finished.err
    assert "sftp://officer:...@host: holds a password, which would stay in" in finished.err


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("check", "in", "--rules", "s3://b/r"), "--rules: lies in a store; name a place of this"),
        (("check", "in", "--csv", "s3://b/r"), "--csv: lies in a store; name a place of this"),
        (("check", "s3://b/in", "--watch"), "--watch s3://b/in: a store does not tell what is"),
        (("roll-up", "s3://b/in", "--out", "a.xlsx"), "s3://b/in: lies in a store; copy the teams"),
    ],
)
def test_what_must_be_on_this_machine_is_one_line(
    words: tuple[str, ...], line: str, tmp_path: Path
) -> None:
    finished = xl_scorecard(*words, folder=tmp_path, status=2)
    assert line in finished.err
    assert len(finished.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("module", "said"),
    [("fsspec", "s3://b/in"), ("s3fs", "s3://b/in"), ("paramiko", "sftp://b/in")],
)
def test_without_the_extra_one_line_says_what_to_install(
    module: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = import_module("fsspec.registry")
    monkeypatch.delitem(registry._registry, "s3", raising=False)
    for name in (module, "xl_scorecard.stores.sftp", "fsspec.implementations.sftp"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError) as refused:
        package.check(said, rules=rule_file(tmp_path))
    install = 'pip install "xl-scorecard[remote]"'
    assert str(refused.value) == f"{said}: lies in a store; first {install}; nothing was done"


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (type("NoCredentialsError", (Exception,), {})(), "is not open to us"),
        (type("EndpointConnectionError", (ConnectionError,), {})(), "does not answer"),
        (TimeoutError("in its words"), "does not answer"),
        (NotImplementedError("in its words"), "cannot do this"),
        (OSError("in its words"), "did not do this (OSError)"),
        (type("SMBOSError", (OSError,), {})(errno.ENOENT, "in its words"), "is not there"),
        (type("SMBOSError", (OSError,), {})(errno.EACCES, "in its words"), "is not open to us"),
    ],
)
def test_no_words_of_a_library_are_told(cause: Exception, words: str) -> None:
    assert words in why(cause)
    assert "in its words" not in why(cause)
