"""What is swapped in is synced, and has the owner, permissions and attributes of the old file."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.writing.systems import (
    open_files,
    refusing,
    write,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="makes less of a Linux")


def _synced(monkeypatch: pytest.MonkeyPatch, *, folders: bool) -> list[str]:
    """What is synced from now on, told by what it is; folders only if the volume can."""
    kinds: list[str] = []
    real = os.fsync

    def sync(descriptor: int) -> None:
        at = Path(f"/proc/self/fd/{descriptor}")
        kinds.append("folder" if at.is_dir() else "file")
        if kinds[-1] == "folder" and not folders:
            raise OSError(errno.EINVAL, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    return kinds


@pytest.mark.parametrize("folders", [True, False], ids=["folders too", "no folders"])
def test_the_file_is_synced_before_the_swap_and_its_folder_after_it(
    book: Path, monkeypatch: pytest.MonkeyPatch, folders: bool
) -> None:
    kinds = _synced(monkeypatch, folders=folders)
    real = os.replace

    def replace(source: Any, target: Any) -> None:
        kinds.append("swap")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    opened = len(open_files())
    assert write(book)
    assert kinds == ["file", "swap", "folder"]
    assert book.read_bytes() == b"new"
    assert len(open_files()) == opened  # whatever happens, all is closed again


@pytest.mark.parametrize("call", ["fchown", "listxattr"])
def test_owners_and_attributes_that_cannot_be_given_stop_nothing(
    book: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    book.chmod(0o640)
    monkeypatch.setattr(os, call, refusing(errno.EPERM))
    assert write(book)
    assert book.read_bytes() == b"new"
    assert book.stat().st_mode & 0o777 == 0o640


def test_the_new_file_is_given_the_owner_and_group_of_the_old_one(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "fchown", lambda _, user, group: given.append((user, group)))
    write(book)
    assert given == [(book.stat().st_uid, book.stat().st_gid)]


def test_every_attribute_that_can_be_given_is_given(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held_by = {"user.label": b"official", "security.odd": b"x", "user.team": b"north"}
    given: dict[str, bytes] = {}

    def give(_: int, name: str, value: bytes) -> None:
        if name.startswith("security."):
            raise PermissionError(errno.EPERM, "Operation not permitted")
        given[name] = value

    monkeypatch.setattr(os, "listxattr", lambda path: list(held_by))
    monkeypatch.setattr(os, "getxattr", lambda path, name: held_by[name])
    monkeypatch.setattr(os, "setxattr", give)
    assert write(book)
    assert given == {"user.label": b"official", "user.team": b"north"}


def test_a_new_file_has_the_standing_of_its_source(book: Path) -> None:
    book.chmod(0o604)
    out = book.with_name("out.xlsx")
    write(out, source=book)
    assert out.stat().st_mode & 0o777 == 0o604
