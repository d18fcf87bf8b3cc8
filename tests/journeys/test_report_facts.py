"""The children's scorecard against the published report that its figures come from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import Refreshed
from tests.support.paths import CHILDREN

Facts = dict[str, Any]

CURRENT = {"Q3 2018/19", "end Dec 2018"}
STATEMENTS = {
    "above target": {"good"},
    "now above target": {"good"},
    "within tolerance of the 97% target": {"acceptable"},
    # "below tolerance" and only marginally: the first of three degrees of concern
    "marginally dropped below tolerance of target": {"yellow"},
    "requires further significant improvement": {"yellow", "amber", "red"},
    "continued improvement is required": {"yellow", "amber", "red"},
}


def _judged(facts: Facts) -> Iterator[tuple[str, str]]:
    for indicator in facts["indicators"]:
        for judgement in indicator["judgement_stated"]:
            if judgement in STATEMENTS:
                yield indicator["id"], judgement


def test_every_status_agrees_with_the_judgement_the_report_states(
    refreshed: Refreshed, report_facts: Facts
) -> None:
    given = refreshed.indicators(CHILDREN)
    judged = list(_judged(report_facts))
    assert {judgement for _, judgement in judged} == set(STATEMENTS)
    wrong = [
        (name, judgement, given[name]["status"])
        for name, judgement in judged
        if given[name]["status"] not in STATEMENTS[judgement]
    ]
    assert wrong == []


def _stated(facts: Facts) -> Iterator[tuple[str, float, str]]:
    """Indicator, its figure for the quarter as the report gives it, and its unit."""
    for indicator in facts["indicators"]:
        for value in indicator["values"]:
            reported = value["period"] in CURRENT and value["value"] is not None
            other_basis = indicator["id"] == "ICPC-15" and value["period_type"] == "rolling-12m"
            complement = "complement" in value.get("note", "")
            if reported and not other_basis and not complement:
                yield indicator["id"], value["value"], indicator["unit"]


def test_every_figure_of_the_report_is_read_as_it_was_stated(
    refreshed: Refreshed, report_facts: Facts
) -> None:
    given = refreshed.indicators(CHILDREN)
    stated = list(_stated(report_facts))
    assert len(stated) >= 40
    for name, value, unit in stated:
        expected = value / 100 if unit == "percent" else value
        assert given[name]["value"] == pytest.approx(expected, abs=1e-12), name


@pytest.mark.parametrize(
    ("word", "direction"), [("up", "up"), ("down", "down"), ("increased", "up")]
)
def test_arrows_follow_the_number_as_the_report_says(
    refreshed: Refreshed, report_facts: Facts, word: str, direction: str
) -> None:
    given = refreshed.indicators(CHILDREN)
    stated = {
        i["id"]: given[i["id"]]["direction"]
        for i in report_facts["indicators"]
        if word in (i["direction_of_travel_stated"] or "").split(" ", 1)[:1] + i["judgement_stated"]
        and not i.get("series_break")
        and i["id"] in given
        and given[i["id"]]["value"] is not None
    }
    assert stated
    assert set(stated.values()) == {direction}, stated


@pytest.mark.parametrize(("word", "travel"), [("(worse)", "worsened"), ("(improved)", "improved")])
def test_travel_is_judged_by_polarity_as_the_report_does(
    refreshed: Refreshed, report_facts: Facts, word: str, travel: str
) -> None:
    given = refreshed.indicators(CHILDREN)
    stated = [
        i["id"]
        for i in report_facts["indicators"]
        if word in (i["direction_of_travel_stated"] or "") and given[i["id"]]["value"] is not None
    ]
    assert stated
    assert {name: given[name]["travel"] for name in stated} == dict.fromkeys(stated, travel)


def test_across_a_break_in_the_series_nothing_is_said_of_a_move(
    refreshed: Refreshed, report_facts: Facts
) -> None:
    given = refreshed.indicators(CHILDREN)
    broken = [i["id"] for i in report_facts["indicators"] if i.get("series_break")]
    assert broken == ["CPP-SEEN"]
    moves = ("previous", "change", "change_on_year", "direction", "travel")
    assert [given["CPP-SEEN"][key] for key in moves] == [None] * 5
    assert given["CPP-SEEN"]["not_compared"] == "break"


def test_an_unmoved_figure_is_level_and_static(refreshed: Refreshed) -> None:
    same = refreshed.indicators(CHILDREN)["SW-20"]  # 50 in Q2 and 50 in Q3
    assert (same["previous"], same["value"], same["change"]) == (50, 50, 0)
    assert (same["direction"], same["travel"]) == ("level", "static")


@pytest.mark.parametrize(
    ("indicator", "key", "percent"),
    [
        ("CPP-NUM", "change", -2.7),  # 885 to 861
        ("CIC-NUM", "change_on_year", 9.9),  # 636 to 699
        ("SW-25", "change", 116.7),  # 6 to 13
        ("COMPL", "change", 8.0),  # 50 to 54
        ("MOMO-N", "change", 65.2),  # 66 to 109
        ("PP-HAVE", "change", 11.3),  # 71% to 79%: relative, not 8 points
    ],
)
def test_every_change_is_a_percentage_of_the_earlier_figure(
    refreshed: Refreshed, indicator: str, key: str, percent: float
) -> None:
    assert round(refreshed.indicators(CHILDREN)[indicator][key] * 100, 1) == percent


def _counted(facts: Facts, verdict: str) -> set[str]:
    """The indicators whose percentage the report's own counts do, or do not, give."""
    pairs = {
        (check["numerator"], check["denominator"])
        for check in facts["arithmetic"]["checks"]
        if check["kind"] == "percent-vs-count" and check["verdict"] == verdict
    }
    return {
        indicator["id"]
        for indicator in facts["indicators"]
        for value in indicator["values"]
        if (value.get("numerator"), value.get("denominator")) in pairs
    }


def _mismatched(refreshed: Refreshed) -> set[str]:
    return {
        finding["indicator"]
        for finding in refreshed.workbook(CHILDREN)["findings"]
        if finding["check"] == "numerator-denominator-mismatch"
    }


def test_every_inconsistent_figure_of_the_report_is_found(
    refreshed: Refreshed, report_facts: Facts
) -> None:
    inconsistent = _counted(report_facts, "INCONSISTENT")
    assert inconsistent == {"CIN-NOTSEEN", "CPP-SEEN", "COMPL-UPH"}  # G01, G02, G03
    assert _mismatched(refreshed) == inconsistent


def test_no_consistent_figure_of_the_report_is_flagged(
    refreshed: Refreshed, report_facts: Facts
) -> None:
    consistent = _counted(report_facts, "consistent")
    assert len(consistent) == 8  # G04 to G11
    flagged = {f["indicator"] for f in refreshed.workbook(CHILDREN)["findings"]}
    assert consistent & flagged == set()
