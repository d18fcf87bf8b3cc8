"""Names taken from councils' papers and national returns, and what a reader would say of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_scorecard.drafting.polarity_of_names import (
    is_offered,
    polarity_of_name,
    says_time_limit,
)

HIGH = [
    "% of Children in Need seen within timescale",
    "% of major planning applications determined within 13 weeks",
    "% of invoices paid within 30 days",
    "% of complaints responded to within timescale",
    "% of customers satisfied with the service",
    "% of care leavers in suitable accommodation",
    "School attendance of children with a plan",
    "% of household waste recycled",
    "Multi-agency audits completed",
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
    "Children who waited to be allocated a worker",
]
NOTHING = [
    "Number of children looked after per 10,000",
    "No. of visits by social workers",
    "Bus passes issued",
    "% of complaints not upheld",
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


WRITTEN_DOWN = [
    line.split("|")
    for file in ("names_and_polarity.txt", "names_of_other_papers.txt")
    for line in Path(__file__).with_name(file).read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_no_name_of_the_national_sets_is_guessed_wrong() -> None:
    found = {name: polarity_of_name(name) for name, _ in WRITTEN_DOWN}
    wrong = [
        (name, found[name]) for name, good in WRITTEN_DOWN if (found[name] or (good, ""))[0] != good
    ]
    assert wrong == []


def test_most_names_of_the_national_sets_are_guessed() -> None:
    known = [name for name, good in WRITTEN_DOWN if good != "neither"]
    assert sum(polarity_of_name(name) is not None for name in known) >= 0.7 * len(known)


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("Burst water mains repaired in 48 hours", "high"),
        ("Burst water mains repaired late", "low"),
        ("Evictions averted", "high"),
        ("Complaints escalated to stage 2", "low"),
        ("Reviews not held on time", "low"),
        ("Satisfaction with the handling of complaints", "high"),
        ("Rent arrears as a proportion of rent collected", "low"),
        ("Average wait before a call is answered", "low"),
        ("Reduction in knife crime", "high"),
        ("FOIs responded to outside deadline", "low"),
        ("RTT incomplete pathways within 18 weeks", "high"),
        ("Volunteers leaving", "low"),
        ("Non-housing enquiries answered in 3 days", "high"),
        ("Non-attendance at lessons", "low"),
        ("Paths clear of graffiti", "high"),
        ("Falls-free days on the ward", "high"),
        ("Car parks without fly-tipping", "high"),
        ("Patrol attending within 20 minutes, % of alarms", "high"),
        ("Void days per property", "low"),
        ("Vans older than 8 years", None),
        ("Vehicles older than 8 years", "low"),
        ("Vehicles older than 8 years replaced", None),
        ("Covid test positivity rate", None),
        ("Learners completing a first aid course", "high"),
        ("Patients leaving without completing their treatment", "low"),
        ("Graduates in low-paid work", None),
        ("Trading surplus/(deficit)", None),
        ("Surplus land sold", None),
    ],
)
def test_what_became_of_a_thing_says_more_than_the_thing(name: str, good: str | None) -> None:
    found = polarity_of_name(name)
    assert (found[0] if found is not None else None) == good


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("Swims", True), ("Gym sessions (all centres)", True), ("Museum visits by schools", True),
        ("Outreach workshops", True), ("Hospital visits", False), ("A&E visits", False),
        ("Swimming pool temperature", False), ("Court sessions", False),
    ],
)  # fmt: skip
def test_what_is_offered_is_known_by_its_name(name: str, offered: bool) -> None:
    assert is_offered(name) is offered


@pytest.mark.parametrize(
    "name",
    [
        "Complaints referred elsewhere",
        "Fines issued",
        "Vacancies advertised",
        "Trees felled",
        "Refuse collected",
        "Cancer 2 week wait",
        "Calls abandoned within 30 seconds",
    ],
)
def test_a_verb_that_may_be_good_or_bad_leaves_a_name_open(name: str) -> None:
    assert polarity_of_name(name) is None


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("4 hours from arrival to admission", True),
        ("28 days to a diagnosis of cancer", True),
        ("2-hour urgent community response", True),
        ("52 weeks or more on the list", False),
        ("12 months rolling turnover", False),
        ("6 weeks exceeded for a scan", False),
        ("Visits in 10 days", False),
    ],
)
def test_a_name_may_begin_with_how_long_something_may_take(name: str, limit: bool) -> None:
    assert says_time_limit(name) is limit
