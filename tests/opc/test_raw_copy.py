"""Untouched entries are copied as they stand in the file, whichever program wrote them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.support.books import scorecard
from tests.support.packages import packed, parts, records, streamed
from xl_scorecard.errors import WorkbookError
from xl_scorecard.opc.archive import open_archive
from xl_scorecard.opc.package import Package

TOUCHED = "xl/workbook.xml"


def _saved(source: Path, target: Path, *, touch: str | None = TOUCHED) -> Path:
    """The package saved anew, with one part replaced by itself and a space."""
    with Package.open(source) as package, target.open("wb") as stream:
        if touch is not None:
            package.put(touch, package.read(touch) + b" ")
        package.save(stream)
    return target


def _stored(source: Path, target: Path) -> Path:
    """A copy without compression, with a comment, times and attributes of its own."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.comment = b"Made by hand"
        for number, (name, content) in enumerate(parts(source).items()):
            info = zipfile.ZipInfo(name, (2019, 1, 14, 9, number, 0))
            info.external_attr = 0o640 << 16
            info.comment = b"part"
            info.extra = b"\xfe\xca\x04\x00note"
            archive.writestr(info, content)
    return target


@pytest.fixture(params=["plain", "data descriptors", "stored"])
def workbook(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The same workbook as three kinds of writers leave it."""
    plain = scorecard(tmp_path / "plain.xlsx")
    if request.param == "plain":
        return plain
    make = streamed if request.param == "data descriptors" else _stored
    return make(plain, tmp_path / "q3.xlsx")


def test_a_streamed_copy_really_has_data_descriptors(tmp_path: Path) -> None:
    copy = streamed(scorecard(tmp_path / "plain.xlsx"), tmp_path / "q3.xlsx")
    with zipfile.ZipFile(copy) as archive:
        assert all(info.flag_bits & 0x8 for info in archive.infolist())


def test_saved_without_a_change_it_is_the_same_file(workbook: Path, tmp_path: Path) -> None:
    saved = _saved(workbook, tmp_path / "saved.xlsx", touch=None)
    assert saved.read_bytes() == workbook.read_bytes()


def test_every_other_entry_keeps_every_byte_and_its_place(workbook: Path, tmp_path: Path) -> None:
    before, after = records(workbook), records(_saved(workbook, tmp_path / "saved.xlsx"))
    assert list(after) == list(before)
    assert {name for name in before if after[name] != before[name]} == {TOUCHED}


def test_the_result_is_a_sound_zip_file_with_the_same_directory(
    workbook: Path, tmp_path: Path
) -> None:
    saved = _saved(workbook, tmp_path / "saved.xlsx")
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(saved) as new:
        assert new.testzip() is None
        assert new.comment == old.comment
        for before, after in zip(old.infolist(), new.infolist(), strict=True):
            if before.filename != TOUCHED:
                for field in ("CRC", "date_time", "external_attr", "comment", "extra", "flag_bits"):
                    assert getattr(after, field) == getattr(before, field)


def test_the_touched_part_holds_what_was_put(workbook: Path, tmp_path: Path) -> None:
    after = parts(_saved(workbook, tmp_path / "saved.xlsx"))
    assert after[TOUCHED] == parts(workbook)[TOUCHED] + b" "


def test_new_parts_come_last_and_removed_ones_are_gone(workbook: Path, tmp_path: Path) -> None:
    target = tmp_path / "saved.xlsx"
    with Package.open(workbook) as package, target.open("wb") as stream:
        (link,) = [r.id for r in package.relationships("") if r.target == "docProps/app.xml"]
        package.unrelate("", link)
        assert package.remove("docProps/app.xml")
        package.add("xl/new.xml", b"<new/>", "application/xml")
        package.save(stream)
    names = [name for name in parts(workbook) if name != "docProps/app.xml"]
    assert list(parts(target)) == [*names, "xl/new.xml"]
    assert parts(target)["xl/new.xml"] == b"<new/>"
    assert b"/docProps/app.xml" not in parts(target)["[Content_Types].xml"]


def test_saving_twice_gives_the_same_bytes(workbook: Path, tmp_path: Path) -> None:
    once, twice = (_saved(workbook, tmp_path / f"{n}.xlsx") for n in (1, 2))
    assert once.read_bytes() == twice.read_bytes()


def test_folders_among_the_entries_are_no_parts(tmp_path: Path) -> None:
    contents = {"xl/": b"", **parts(scorecard(tmp_path / "plain.xlsx"))}
    with Package.open(packed(contents, tmp_path / "q3.xlsx")) as package:
        assert "xl/" not in package.part_names
        package.save(io.BytesIO())


DESCRIPTOR, HEADER = b"PK\x07\x08", b"PK\x03\x04"


@pytest.mark.parametrize(
    ("mark", "said"), [(DESCRIPTOR, "has no sound data descriptor"), (HEADER, "is damaged")]
)
def test_an_entry_whose_record_is_damaged_is_not_copied_on(
    tmp_path: Path, mark: bytes, said: str
) -> None:
    # the directory at the end is whole, so that this shows only when all is saved anew
    data = streamed(scorecard(tmp_path / "plain.xlsx"), tmp_path / "q3.xlsx").read_bytes()
    last = data.rindex(mark)
    book = tmp_path / "damaged.xlsx"
    book.write_bytes(data[:last] + b"\0" * 12 + data[last + 12 :])
    with pytest.raises(WorkbookError, match=said) as caught:
        _saved(book, tmp_path / "saved.xlsx")
    assert caught.value.kind == "unreadable"


def test_a_descriptor_may_lack_its_signature(tmp_path: Path) -> None:
    # as some writers leave it: the three numbers alone (APPNOTE 4.3.9.3)
    only = packed({"a.xml": b"<a/>"}, tmp_path / "one.zip")
    data = bytearray(streamed(only, tmp_path / "two.zip").read_bytes())
    at = data.index(DESCRIPTOR)
    del data[at : at + 4]
    end = data.rindex(b"PK\x05\x06")  # what closes the file says where the directory begins
    directory = int.from_bytes(data[end + 16 : end + 20], "little") - 4
    data[end + 16 : end + 20] = directory.to_bytes(4, "little")
    bare = tmp_path / "bare.zip"
    bare.write_bytes(data)
    saved = io.BytesIO()
    stream, archive = open_archive(bare)
    with stream:
        archive.copy_raw(archive.entries[0], saved)
    assert saved.getvalue() == bytes(data[:directory])
