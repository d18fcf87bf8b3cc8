"""Reasons not to write: somebody has the workbook open, or signed or protected it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import scorecard
from tests.support.packages import packed, parts
from xl_scorecard.errors import WorkbookError
from xl_scorecard.opc.package import Package
from xl_scorecard.writing.guards import refuse_open, refuse_signed, unsign


@pytest.mark.parametrize(
    ("owner", "by"),
    [
        (b"\x05Smith" + b" " * 49, " by Smith"), (b"\x06J\xfcrgen" + b" " * 48, " by Jürgen"),
        (b"", ""), (b"\x00", ""), (b"\x37" + b"x" * 60, ""),  # 55 letters are no name's length
        (b"\x03a\x01b", ""), (b"\x03   ", ""),
        (b"\x36" + b"x" * 60, " by " + "x" * 54),
    ],
)  # fmt: skip
def test_a_workbook_that_excel_has_open_is_refused_with_who_has_it(
    tmp_path: Path, owner: bytes, by: str
) -> None:
    (tmp_path / "~$q3.xlsx").write_bytes(owner)
    with pytest.raises(WorkbookError) as caught:
        refuse_open(tmp_path / "q3.xlsx")
    assert caught.value.kind == "locked"
    assert caught.value.message == (
        f"q3.xlsx: is open in Excel{by}; save and close it there, then run again; if nobody has it "
        "open, delete ~$q3.xlsx"
    )


def test_of_a_short_name_the_owner_file_may_lack_its_first_two_letters(tmp_path: Path) -> None:
    (tmp_path / "~$port.xlsx").write_bytes(b"")
    with pytest.raises(WorkbookError, match="is open in Excel;"):
        refuse_open(tmp_path / "report.xlsx")
    refuse_open(tmp_path / "another.xlsx")


def test_a_name_as_long_as_the_volume_takes_has_no_owner_file(tmp_path: Path) -> None:
    refuse_open(tmp_path / ("x" * 250 + ".xlsx"))


TYPES = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
PARTS = {
    "_xmlsignatures/origin.sigs": b"",
    "_xmlsignatures/_rels/origin.sigs.rels": f"{TYPES}/signature sig1.xml",
    "_xmlsignatures/sig1.xml": b"<Signature/>",
    "_xmlsignatures/_rels/sig1.xml.rels": f"{TYPES}/certificate cert.cer",
    "_xmlsignatures/cert.cer": b"certificate",
}


def _relations(said: str) -> str:
    kind, target = said.split()
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>'
    )


def test_an_unsigned_copy_has_neither_signature_nor_certificate(tmp_path: Path) -> None:
    contents: dict[str, bytes | str] = {**parts(scorecard(tmp_path / "plain.xlsx"))}
    for name, content in PARTS.items():
        contents[name] = _relations(content) if isinstance(content, str) else content
    origin = f'Id="rId9" Type="{TYPES}/origin" Target="_xmlsignatures/origin.sigs"'
    contents["_rels/.rels"] = parts(tmp_path / "plain.xlsx")["_rels/.rels"].replace(
        b"</Relationships>", f"<Relationship {origin}/></Relationships>".encode()
    )
    with Package.open(packed(contents, tmp_path / "q3.xlsx")) as package:
        with pytest.raises(WorkbookError, match="digitally signed") as caught:
            refuse_signed(package)
        assert caught.value.kind == "signed"
        unsign(package)
        refuse_signed(package)
        assert not [name for name in package.part_names if "signatures" in name]
