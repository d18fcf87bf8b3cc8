from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree

from tests.conftest import NewErrors, Refreshed
from tests.support.command import xl_scorecard
from tests.support.packages import parts, root
from tests.support.paths import CHILDREN, EARLY_HELP

both = pytest.mark.parametrize("sample", [CHILDREN, EARLY_HELP], ids=["children", "early-help"])
STYLES = "xl/styles.xml"


@pytest.fixture(scope="module")
def cleared(refreshed: Refreshed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The refreshed samples, cleared by the command."""
    folder = tmp_path_factory.mktemp("cleared")
    finished = xl_scorecard("clear", refreshed.folder, "--out", folder, "--json", "-")
    assert finished.status == 0
    outcomes = {w["outcome"] for w in finished.report["workbooks"]}
    assert outcomes == {"cleared"}
    return folder


@both
def test_every_part_comes_back_equal_but_for_the_styles(
    cleared: Path, sample: Path, part_diff: ModuleType
) -> None:
    found = part_diff.diff(sample, cleared / sample.name)
    assert (found["lost"], found["added"], found["cells"]) == ([], [], {})
    changed = {name for name, how in found["rewritten"].items() if how != "same"}
    assert changed <= {STYLES}


@both
def test_styles_differ_only_by_additions_at_the_ends_of_tables(cleared: Path, sample: Path) -> None:
    before, after = root(sample, STYLES), root(cleared / sample.name, STYLES)

    def tables(styles: etree._Element) -> dict[str, list[bytes]]:
        return {
            etree.QName(table).localname: [etree.tostring(i, method="c14n") for i in table]
            for table in styles
        }

    old, new = tables(before), tables(after)
    assert [name for name in new if name in old] == list(old)
    assert {name: new[name][: len(items)] for name, items in old.items()} == old


@both
def test_nothing_of_ours_is_left(cleared: Path, sample: Path) -> None:
    for name, content in parts(cleared / sample.name).items():
        assert b"xl-scorecard" not in content, name
        assert b"xl_scorecard" not in content, name
        assert not name.startswith("customXml/")


@both
def test_the_validator_has_no_new_complaint(
    cleared: Path, sample: Path, validator: NewErrors
) -> None:
    assert validator(cleared / sample.name, sample) == "no new errors"


def test_a_workbook_that_was_never_refreshed_is_unchanged(samples: Path, tmp_path: Path) -> None:
    workbook = samples / CHILDREN.name
    finished = xl_scorecard("clear", workbook, "--out", tmp_path / "out", "--json", "-")
    assert finished.status == 0
    assert finished.only["outcome"] == "unchanged"
    assert (tmp_path / "out" / CHILDREN.name).read_bytes() == CHILDREN.read_bytes()


def test_clearing_needs_no_rules(refreshed: Refreshed, tmp_path: Path) -> None:
    finished = xl_scorecard(
        "clear", refreshed.file(CHILDREN), "--out", tmp_path / "out", folder=tmp_path
    )
    assert finished.status == 0
