"""What is taken out leaves no link that leads nowhere, whatever of ours theirs lead to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.fuzz.links import broken
from tests.support.books import cleared, refreshed_into, scorecard
from tests.support.packages import packed, parts
from tests.support.readers import opened

LINKS = "xl/worksheets/_rels/sheet1.xml.rels"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/printerSettings"


def _refreshed(tmp_path: Path) -> tuple[Path, list[str]]:
    """A refreshed workbook, and the parts that the refresh put in."""

    def formula(_: Any, page: Any) -> None:
        page.write_formula(9, 1, "=1+1", None, 2)

    plain = scorecard(tmp_path / "q3.xlsx", more=formula)
    refreshed_into(tmp_path / "once", plain)
    path = tmp_path / "once" / plain.name
    return path, [name for name in parts(path) if name not in parts(plain)]


def _led_to(refreshed: Path, part: str, path: Path) -> Path:
    """The workbook with a link from the scorecard's sheet to a part."""
    link = f'<Relationship Id="rIdX" Type="{KIND}" Target="/{part}"/>'
    links = f'<Relationships xmlns="{RELATIONSHIPS}">{link}</Relationships>'
    return packed({**parts(refreshed), LINKS: links}, path)


def test_a_part_of_ours_that_something_of_theirs_leads_to_stays_and_all_else_goes(
    tmp_path: Path,
) -> None:
    refreshed, ours = _refreshed(tmp_path)
    assert len(ours) > 8  # two sheets, a drawing, charts, the record and their relationships
    for number, part in enumerate(ours):
        path = _led_to(refreshed, part, tmp_path / f"{number}.xlsx")
        before = path.read_bytes()
        cleared(path, force=True)  # a chart that theirs lead to is one that looks at our sheet
        assert broken(before, path.read_bytes()) == []
        assert part in parts(path)
        assert opened(path).sheetnames == ["Scorecard"]
