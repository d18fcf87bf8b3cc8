from __future__ import annotations

import pytest

from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.words.headings import role_of

# Headings of real scorecards: Gloucestershire, Rotherham, Cumbria, Kent, Rhondda Cynon Taf,
# Blackburn, DfE, the NHS and others.
SEEN = {
    Role.REFERENCE: ["Ref", "Ref.", "NO.", "PI Code", "KPI Ref", "Indicator ID", "Code"],
    Role.INDICATOR: [
        "Indicator", "INDICATORS - EARLY HELP BOROUGH WIDE PERFORMANCE", "Indicator Description",
        "Key performance indicators", "Performance measures", "measure_name", "KPI", "Metric_Name",
        "Measure or actions to achieve objective", "Performance Indicator", "Key Business Metrics",
    ],
    Role.SECTION: ["Theme", "Service Area", "Health check category", "Lead Directorate", "Domain"],
    Role.POLARITY: [
        "Good is", "GOOD PERF IS", "Polarity", "improvement_direction", "Good Performance is",
        "Good Performance (is bigger, smaller or to plan better)", "Polarity (H/L/T)", "Aim",
    ],
    Role.TARGET: [
        "Target", "Q2 Target (2017/18)", "2018/2019 target", "Year End target", "Target Q4",
        "Target Green", "Goal", "Annual target", "Target 2022/23", "2014/15 Target",
    ],
    Role.TOLERANCE: ["Tolerance", "Tolerances", "Tolerance +/-", "Variance"],
    Role.RAG: [
        "RAG", "RAG (in month)", "RAG rating", "Performance against target", "Alert", "Status",
        "Performance Q4 vs Target Q4",
    ],
    Role.TRAVEL: [
        "DoT", "DOT (Month on Month)", "Direction of Travel (qtr 2 v qtr 1)", "Short Trend",
    ],
    Role.COMMENT: [
        "Comments Q2 (2017/18)", "Commentary on Progress Qtr 2", "Latest Note", "DATA NOTE",
        "Reasons for Variances/ Performance", "Narrative",
    ],
    Role.OWNER: ["Lead officer", "Accountable person", "Managed By", "data_owner"],
    Role.BENCHMARK: [
        "STAT NEIGH AVE", "BEST STAT NEIGH", "NAT AVE", "NAT TOP QTILE THRESHOLD", "England",
        "Good/Outstanding LAs", "all Wales comparative data",
    ],
    Role.NUMERATOR: ["Numerator", "Numerator_Correct"],
    Role.DENOMINATOR: ["Denominator", "Cohort"],
    Role.FREQUENCY: ["Frequency of measure", "Collection frequency"],
    Role.RANK: ["Latest National Rank"],
    Role.DATA_QUALITY: ["Data quality", "data_quality"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "role"),
    [(heading, role) for role, headings in SEEN.items() for heading in headings],
)
def test_the_headings_of_real_scorecards_name_their_role(heading: str, role: Role) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize(
    "heading", ["", "Q3 2018/19", "Children", "P-Value", "Forecast WLC (£m)", "targeted support"]
)
def test_other_headings_name_none(heading: str) -> None:
    assert role_of(heading) is None


def test_the_rule_sets_own_words_come_first() -> None:
    extra = {"target": ["Q3 aim"], "comment": ["Target"], "good_is": ["Which way"]}
    assert role_of("Q3 Aim", extra) is Role.TARGET
    assert role_of("Target", extra) is Role.COMMENT
    assert role_of("which way:", extra) is Role.POLARITY
    assert role_of("RAG", extra) is Role.RAG


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Variance to target", Role.CHANGE),
        ("Gap to target", Role.CHANGE),
        ("% of target", Role.CHANGE),
        ("+/- target", Role.CHANGE),
        ("Performance vs Target", Role.RAG),
        ("Against target", Role.RAG),
        ("Target met?", Role.RAG),
        ("Target status", Role.RAG),
        ("Target comments", Role.COMMENT),
        ("Target source", Role.OTHER),
        ("Stretch target", Role.TARGET),
        ("Year End target", Role.TARGET),
    ],
)
def test_what_came_of_a_target_is_no_target(heading: str, role: Role) -> None:
    assert role_of(heading) is role
