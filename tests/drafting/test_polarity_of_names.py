"""Names taken from councils' papers and national returns, and what a reader would say of them."""

from __future__ import annotations

import pytest

from xl_scorecard.drafting.polarity import polarity_of_name

HIGH = [
    "% of Children in Need seen within timescale",
    "% of major planning applications determined within 13 weeks",
    "% of invoices paid within 30 days",
    "% of complaints responded to within timescale",
    "% of customers satisfied with the service",
    "% of care leavers in suitable accommodation",
    "School attendance of children with a plan",
    "% of household waste recycled",
]
LOW = [
    "% of Children in Need not visited within timescale",
    "16 and 17 year olds not in education, employment or training",
    "Working days lost to sickness absence per FTE",
    "% of referrals that are re-referrals within 12 months",
    "Social worker vacancy rate, and vacancies",
    "Delayed transfers of care per 100,000",
    "Children waiting for an assessment",
    "Complaints received",
    "Average cost of a placement",
    "NEET",
]
NOTHING = [
    "Number of children looked after per 10,000",
    "No. of visits by social workers",
    "Multi-agency audits completed",
    "Bus passes issued",
    "% of complaints not upheld",
    "Children who waited to be allocated a worker",
    "🙂",
]


@pytest.mark.parametrize("name", HIGH)
def test_names_of_what_goes_well_say_that_high_is_good(name: str) -> None:
    found = polarity_of_name(name)
    assert found is not None
    assert found[0] == "high"


@pytest.mark.parametrize("name", LOW)
def test_names_of_what_goes_wrong_say_that_low_is_good(name: str) -> None:
    found = polarity_of_name(name)
    assert found is not None
    assert found[0] == "low"


@pytest.mark.parametrize("name", NOTHING)
def test_names_that_say_nothing_or_both_are_left_to_the_officer(name: str) -> None:
    assert polarity_of_name(name) is None
