from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.books import scorecard
from xl_scorecard.opc.package import Package

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


@pytest.fixture
def package(tmp_path: Path) -> Iterator[Package]:
    with Package.open(scorecard(tmp_path / "q3.xlsx")) as opened:
        yield opened


def test_a_new_relationship_takes_an_unused_id(package: Package) -> None:
    before = {relation.id for relation in package.relationships("xl/workbook.xml")}
    new = package.relate("xl/workbook.xml", KIND, "customXml/item1.xml")
    assert new not in before
    (relation,) = [r for r in package.relationships("xl/workbook.xml") if r.id == new]
    assert (relation.kind, relation.target, relation.external) == (
        "customXml", "customXml/item1.xml", False,
    )  # fmt: skip


def test_a_part_without_relationships_is_given_a_place_for_them(package: Package) -> None:
    assert package.relationships("xl/styles.xml") == []
    package.relate("xl/styles.xml", KIND, "xl/theme/theme1.xml")
    assert package.has("xl/_rels/styles.xml.rels")
    assert [r.target for r in package.relationships("xl/styles.xml")] == ["xl/theme/theme1.xml"]


def test_taking_a_relationship_out_leaves_the_others(package: Package) -> None:
    before = package.relationships("xl/workbook.xml")
    new = package.relate("xl/workbook.xml", KIND, "customXml/item1.xml")
    package.unrelate("xl/workbook.xml", new)
    assert package.relationships("xl/workbook.xml") == before


def test_a_content_type_is_declared_only_where_the_extension_does_not_say_it(
    package: Package,
) -> None:
    before = package.read("[Content_Types].xml")
    package.set_type("xl/other.xml", package.type_of("xl/other.xml"))
    assert package.read("[Content_Types].xml") == before
    package.set_type("xl/other.xml", "application/other")
    assert package.type_of("xl/other.xml") == "application/other"
    assert package.type_of("XL/Other.xml") == "application/other"


def test_a_free_name_is_the_first_nobody_has(package: Package) -> None:
    assert package.free_name("xl/worksheets/sheet{}.xml") == "xl/worksheets/sheet2.xml"
    package.add("xl/worksheets/sheet2.xml", b"<x/>", "application/xml")
    assert package.free_name("xl/worksheets/sheet{}.xml") == "xl/worksheets/sheet3.xml"


APP, APP_LINKS = "docProps/app.xml", "docProps/_rels/app.xml.rels"


@pytest.mark.parametrize("led_to", [APP, APP_LINKS])
def test_a_part_stays_while_something_leads_to_it_or_to_its_relationships(
    led_to: str, package: Package
) -> None:
    package.relate(APP, KIND, "xl/theme/theme1.xml")
    (link,) = [r.id for r in package.relationships("") if r.target == APP]
    package.unrelate("", link)
    other = package.relate("xl/styles.xml", KIND, led_to)
    assert not package.remove(APP)
    assert package.has(APP)
    assert package.has(APP_LINKS)
    assert f"/{APP}".encode() in package.read("[Content_Types].xml")
    package.unrelate("xl/styles.xml", other)
    assert package.remove(APP)
    assert not package.has(APP)
    assert not package.has(APP_LINKS)
    assert f"/{APP}".encode() not in package.read("[Content_Types].xml")


def test_relationships_that_something_leads_to_stay_when_the_last_is_taken_out(
    package: Package,
) -> None:
    only = package.relate(APP, KIND, "xl/theme/theme1.xml")
    package.relate("xl/styles.xml", KIND, APP_LINKS)
    package.unrelate(APP, only)
    assert package.has(APP_LINKS)
    assert package.relationships(APP) == []


def test_the_type_of_relationships_goes_with_the_last_of_them(package: Package) -> None:
    links = "xl/_rels/styles.xml.rels"
    only = package.relate("xl/styles.xml", KIND, "xl/theme/theme1.xml")
    package.set_type(links, "application/x-of-its-own")  # as where the extension says another
    package.unrelate("xl/styles.xml", only)
    assert not package.has(links)
    assert f"/{links}".encode() not in package.read("[Content_Types].xml")
