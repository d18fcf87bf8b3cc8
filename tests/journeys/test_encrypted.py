"""Workbooks that need a password: refused, or opened and closed again the same way."""

from __future__ import annotations

import io
from pathlib import Path

import msoffcrypto
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

import xl_scorecard as package
from tests.support import books
from tests.support.command import Finished, xl_scorecard

PASSWORD = "Bücher & Bäume"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An encrypted scorecard, its rules, and files with the right and a wrong password."""
    plain = books.scorecard(tmp_path / "plain.xlsx")
    with plain.open("rb") as stream, (tmp_path / "book.xlsx").open("wb") as target:
        OOXMLFile(stream).encrypt(PASSWORD, target)
    plain.unlink()
    (tmp_path / "rules.yaml").write_text(books.RULES, encoding="utf-8")
    (tmp_path / "right").write_text(PASSWORD + "\n", encoding="utf-8")
    (tmp_path / "wrong").write_text("guess", encoding="utf-8")
    return tmp_path


def _refresh(folder: Path, *words: str, status: int = 0) -> Finished:
    return xl_scorecard(
        "refresh", folder / "book.xlsx", "--rules", folder / "rules.yaml", "--in-place",
        "--json", "-", *words, status=status,
    )  # fmt: skip


def _opened(path: Path) -> bytes:
    """The package inside, as msoffcrypto reads it."""
    target = io.BytesIO()
    with path.open("rb") as stream:
        office = msoffcrypto.OfficeFile(stream)
        office.load_key(password=PASSWORD, verify_password=True)
        office.decrypt(target, verify_integrity=True)
    return target.getvalue()


@pytest.mark.parametrize("words", [(), ("--password-from", "wrong")])
def test_without_the_right_password_it_is_refused_and_left_alone(
    folder: Path, words: tuple[str, ...]
) -> None:
    before = (folder / "book.xlsx").read_bytes()

    files = [str(folder / word) if word == "wrong" else word for word in words]
    finished = _refresh(folder, *files, status=3)

    assert finished.only["error"]["kind"] == "encrypted"
    assert (folder / "book.xlsx").read_bytes() == before


def test_with_the_password_it_is_refreshed_and_encrypted_again(folder: Path) -> None:
    finished = _refresh(folder, "--password-from", str(folder / "right"))

    assert finished.only["outcome"] == "refreshed"
    assert b"xl/worksheets/sheet2.xml" in _opened(folder / "book.xlsx")
    assert PASSWORD not in finished.out + finished.err


def test_a_second_run_leaves_the_encrypted_bytes_alone(folder: Path) -> None:
    _refresh(folder, "--password-from", str(folder / "right"))
    first = (folder / "book.xlsx").read_bytes()

    finished = _refresh(folder, "--password-from", str(folder / "right"))

    assert finished.only["outcome"] == "unchanged"
    assert (folder / "book.xlsx").read_bytes() == first


def test_a_python_call_checks_with_the_password(folder: Path) -> None:
    run = package.check(folder / "book.xlsx", rules=folder / "rules.yaml", password=PASSWORD)
    assert [outcome.outcome for outcome in run.workbooks] == ["checked"], run.failed
