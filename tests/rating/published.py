"""Ratings that councils publish, worked by hand: the cells, the rules, the status of each row.

Each is from a paper named in `../shared/facts/conventions.md`, its figures made small enough to be
checked in the head. The last column says how the status comes about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Cell = float | str | None
Q2, Q3, YEAR_AGO = "Q2 2018/19", "Q3 2018/19", "Q3 2017/18"


class Worked(NamedTuple):
    """A row as it stands, what its rule says besides, the status it must have, and why."""

    cells: tuple[Cell, ...]
    rule: str
    status: str
    why: str


@dataclass(frozen=True)
class Paper:
    """A scorecard of one council: headings, the rule set's rating, and rows worked by hand."""

    who: str
    rules: str
    headings: tuple[str, ...]
    rows: tuple[Worked, ...]


_OWN = """\
rating: ours
ratings:
  ours:
    bands:
"""
ROTHERHAM = Paper(
    "Rotherham Early Help: Red, Amber and Target Green columns",
    "rating: rag\n",
    ("Ref", "Measure", "Good is", Q2, Q3, "Red", "Amber", "Target Green"),
    (
        Worked(("R1", "Assessments in time", "High", .80, .90, "<85%", "85-90%", ">=90%"),
               "unit: percent", "green", "on the green threshold"),
        Worked(("R2", "Plans in time", "High", .80, .8999, "<85%", "85-90%", ">=90%"),
               "unit: percent", "amber", "between the two"),
        Worked(("R3", "Visits in time", "High", .80, .85, "<85%", "85-90%", ">=90%"),
               "unit: percent", "amber", "red is below 85%, not at it"),
        Worked(("R4", "Reviews in time", "High", .80, .849, "<85%", "85-90%", ">=90%"),
               "unit: percent", "red", "below 85%"),
        Worked(("R5", "Referrals again", "Low", .20, .22, ">25%", "20-25%", "<=20%"),
               "unit: percent", "amber", "low is good, between the two"),
        Worked(("R6", "Plans again", "Low", .20, .26, ">25%", "20-25%", "<=20%"),
               "unit: percent", "red", "above 25%"),
    ),
)  # fmt: skip
RED_INCLUDED = Paper(
    "A council whose red begins with its threshold",
    "rating: rag\n",
    ("Ref", "Measure", "Good is", Q2, Q3, "Green", "Red"),
    (
        Worked(("E1", "Assessments in time", "High", .80, .85, ">=90%", "<=85%"),
               "unit: percent", "red", "red has its own end"),
        Worked(("E2", "Plans in time", "High", .80, .851, ">=90%", "<=85%"),
               "unit: percent", "amber", "just above where red ends"),
        Worked(("E3", "Visits in time", "High", .80, .85, ">=90%", "<85%"),
               "unit: percent", "amber", "red begins below 85%"),
        Worked(("E4", "Referrals again", "Low", .20, .25, "<20%", ">=25%"),
               "unit: percent", "red", "red has its own end"),
        Worked(("E5", "Plans again", "Low", .20, .20, "<20%", ">=25%"),
               "unit: percent", "amber", "20% is not under 20%"),
    ),
)  # fmt: skip
KENT = Paper(
    "Kent QPR: the target and, in a second column, the floor standard",
    "rating: rag\n",
    ("Ref", "Measure", "Good is", Q2, Q3, "Target", "Tolerance", "Floor Standard"),
    (
        Worked(
            ("K1", "Calls answered", "High", 0.9, 0.96, 0.95, None, 0.85),
            "unit: percent",
            "green",
            "target met",
        ),
        Worked(
            ("K2", "Letters answered", "High", 0.9, 0.85, 0.95, None, 0.85),
            "unit: percent",
            "amber",
            "floor met",
        ),
        Worked(
            ("K3", "Repairs in time", "High", 0.9, 0.849, 0.95, None, 0.85),
            "unit: percent",
            "red",
            "below the floor",
        ),
    ),
)
KENT_COUNTS = Paper(
    "Kent QPR: floor standards of counts and days",
    "rating: rag\n",
    ("Ref", "Measure", "Good is", Q2, Q3, "Target", "Tolerance", "Floor Standard"),
    (
        Worked(("K4", "Days to decide", "Low", 30, 36, 30, None, 35), "unit: days",
               "red", "low is good: above the floor"),
        Worked(("K5", "Days to answer", "Low", 30, 34, 30, 10, 33), "unit: days",
               "red", "within tolerance, and yet past the floor"),
        Worked(("K6", "Homes let", "High", 90, 92, 100, 5, 80), "unit: count",
               "red", "above the floor, and beyond tolerance all the same"),
        Worked(("K7", "Homes built", "High", 90, 96, 100, 5, None), "unit: count",
               "amber", "no floor: tolerance alone"),
    ),
)  # fmt: skip
FLOOR_BY_RULE = Paper(
    "The rating of the report with a floor from the rule set",
    "rating: concern\ndefaults: {tolerance: 5 points}\n",
    ("Ref", "Measure", "Good is", Q2, Q3, "Target"),
    (
        Worked(("F1", "Calls answered", "High", .9, .74, .80), "unit: percent, floor: 75%",
               "red", "a little over one tolerance short, but below the floor"),
        Worked(("F2", "Letters answered", "High", .9, .75, .80), "unit: percent, floor: 75%",
               "acceptable", "the floor itself is met"),
        Worked(("F3", "Repairs in time", "High", .9, .74, .80), "unit: percent",
               "yellow", "the same figure without a floor"),
    ),
)  # fmt: skip
LINCOLNSHIRE = Paper(
    "Lincolnshire 2018/19: 2 points below the target, 1 point above",
    "rating: rag\n",
    ("Ref", "Measure", "Good is", Q2, Q3, "Target"),
    (
        Worked(("L1", "Spend of budget", "Plan", .9, .94, .95),
               "unit: percent, tolerance: {above: 1 point, below: 2 points}", "amber",
               "1 point under, 2 allowed"),
        Worked(("L2", "Spend of grant", "Plan", .9, .965, .95),
               "unit: percent, tolerance: {above: 1 point, below: 2 points}", "red",
               "1.5 points over, 1 allowed"),
        Worked(("L3", "Places taken", "Plan", .9, .96, .95),
               "unit: percent, tolerance: {above: 1 point, below: 2 points}", "amber",
               "exactly 1 point over"),
        Worked(("L4", "Visits in time", "High", .9, .93, .95),
               "unit: percent, tolerance: {above: 1 point, below: 2 points}", "amber",
               "high is good: what counts is below"),
        Worked(("L5", "Referrals again", "Low", .2, .215, .20),
               "unit: percent, tolerance: {above: 1 point, below: 2 points}", "red",
               "low is good: what counts is above"),
    ),
)  # fmt: skip
STAFF = Paper(
    "A plan of a count with its own tolerances on both sides",
    "rating: rag\n",
    ("Ref", "Measure", "Good is", Q2, Q3, "Target"),
    (
        Worked(("L7", "Agency staff", "Plan", 100, 95, 100),
               'unit: count, tolerance: {above: "10%", below: 5}', "amber", "5 under, 5 allowed"),
        Worked(("L6", "Staff in post", "Plan", 100, 111, 100),
               'unit: count, tolerance: {above: "10%", below: 5}', "red", "11 over, 10 allowed"),
    ),
)  # fmt: skip
DFT = Paper(
    "DfT and IPA: delivery confidence in five words",
    "rating: five-point\n",
    ("Ref", "Project", Q2, Q3),
    (
        Worked(("D1", "Station", "G", "A/G"), "good_is: high", "amber_green", "as it says"),
        Worked(("D2", "Bypass", "R", "A/R"), "good_is: high", "amber_red", "as it says"),
        Worked(("D3", "Bridge", "A", "r"), "good_is: high", "red", "whatever the letter case"),
        Worked(("D4", "Tunnel", "A", "TBC"), "good_is: high", "no_data", "a gap is never red"),
    ),
)
FIVE_BY_FIGURE = Paper(
    "The five points by figures",
    "rating: five-point\ndefaults: {tolerance: 5 points}\n",
    ("Ref", "Measure", "Good is", Q2, Q3, "Target"),
    (
        Worked(("P1", "Visits in time", "High", .9, .77, .80), "unit: percent", "amber_green",
               "within one tolerance"),
        Worked(("P2", "Plans in time", "High", .9, .66, .80), "unit: percent", "amber_red",
               "within three"),
    ),
)  # fmt: skip
AUDIT = Paper(
    "Internal audit opinions: Substantial, Reasonable, Limited, Nil",
    "rating: assurance\n",
    ("Ref", "Audit", Q2, Q3),
    (
        Worked(("U1", "Payroll", "Limited", "Substantial"), "good_is: high", "substantial", ""),
        Worked(("U2", "Creditors", "Limited", "Reasonable"), "good_is: high", "reasonable", ""),
        Worked(("U3", "Debtors", "Reasonable", "Limited"), "good_is: high", "limited", ""),
        Worked(("U4", "Treasury", "Reasonable", "Nil"), "good_is: high", "nil", ""),
        Worked(("U5", "Grants", "Reasonable", None), "good_is: high", "no_data", "not audited"),
    ),
)
PROJECTS = Paper(
    "Milestones of projects",
    "rating: milestones\n",
    ("Ref", "Milestone", Q2, Q3),
    (
        Worked(("M1", "Site bought", "On track", "Complete"), "good_is: high", "complete", ""),
        Worked(("M2", "Plans drawn", "Delayed", "On Track"), "good_is: high", "on_track", ""),
        Worked(("M3", "Walls built", "On track", "Delayed"), "good_is: high", "delayed", ""),
        Worked(("M4", "Roof built", "On track", "Overdue"), "good_is: high", "delayed",
               "another word for it"),
        Worked(("M5", "Keys handed over", "On track", "n/a"), "good_is: high", "no_data", ""),
    ),
)  # fmt: skip
HAVERING = Paper(
    "Havering: green within 10% of target, else amber if no worse than the same quarter last year",
    _OWN
    + """\
      - {status: green, label: Green, up_to: 10%}
      - {status: amber, label: Amber, up_to: last year, concern: 2}
      - {status: red, label: Red, concern: 3}
""",
    ("Ref", "Measure", "Good is", YEAR_AGO, Q2, Q3, "Target"),
    (
        Worked(("H1", "Homes let", "High", 70, 95, 90, 100), "unit: count", "green",
               "exactly 10% short"),
        Worked(("H2", "Homes built", "High", 80, 95, 85, 100), "unit: count", "amber",
               "15% short, better than a year ago"),
        Worked(("H3", "Homes bought", "High", 85, 95, 85, 100), "unit: count", "amber",
               "maintained"),
        Worked(("H4", "Homes sold", "High", 86, 95, 85, 100), "unit: count", "red", "worse"),
        Worked(("H5", "Homes empty", "Low", 130, 95, 125, 100), "unit: count", "amber",
               "low is good, and fewer than a year ago"),
        Worked(("H6", "Homes mended", "High", None, 95, 85, 100), "unit: count", "red",
               "nothing to have improved on"),
        Worked(("H7", "Homes heated", "Plan", 70, 95, 125, 100), "unit: count", "amber",
               "25 off plan, and 30 off a year ago"),
    ),
)  # fmt: skip
SPIDER = Paper(
    "Spider Impact: a score of 0 to 10, green at 6.6 and red below 3.3",
    "rating: score\ndefaults: {good_is: high}\n",
    ("Ref", "Measure", Q2, Q3),
    (
        Worked(("S1", "Plan quality", 5, 6.6), "unit: score", "green", ""),
        Worked(("S2", "File quality", 5, 6.5), "unit: score", "amber", ""),
        Worked(("S3", "Visit quality", 5, 3.3), "unit: score", "amber", ""),
        Worked(("S4", "Call quality", 5, 3.2), "unit: score", "red", ""),
        Worked(("S5", "Risk left", 5, 3.2), "unit: score, good_is: neither", "not_rated", ""),
    ),
)
PROFILED = Paper(
    "RCT and docsbay: a target for the year, profiled over its quarters",
    "rating: rag\n",
    ("Ref", "Measure", "Good is", Q2, Q3),
    (
        Worked(
            ("T1", "Homes built to date", "High", 150, 300),
            "unit: count, basis: year to date, target: {2018/19: 400, profile: linear}",
            "green",
            "three quarters of 400",
        ),
        Worked(
            ("T2", "Homes let to date", "High", 150, 299),
            "unit: count, basis: year to date, target: {2018/19: 400, profile: linear}",
            "red",
            "one short of three quarters of 400",
        ),
    ),
)
PROFILED_SHARES = Paper(
    "Shares between the targets of two periods",
    "rating: rag\n",
    ("Ref", "Measure", "Good is", Q2, Q3),
    (
        Worked(("T3", "Visits in time", "High", .7, .80),
               "unit: percent, target: {2018/19 Q1: 70%, 2018/19 Q4: 85%, profile: linear}",
               "green", "two thirds of the way from 70% to 85%"),
        Worked(("T4", "Plans in time", "High", .7, .79),
               "unit: percent, target: {2018/19 Q1: 70%, 2018/19 Q4: 85%, profile: linear}",
               "red", "80% was due"),
        Worked(("T5", "Reviews in time", "High", .7, .79),
               "unit: percent, target: {2017/18: 76%, 2018/19: 80%, profile: linear}",
               "green", "from 76% to 80% over the year is 79% after three quarters"),
    ),
)  # fmt: skip

PAPERS = (
    ROTHERHAM, RED_INCLUDED, KENT, KENT_COUNTS, FLOOR_BY_RULE, LINCOLNSHIRE, STAFF, DFT,
    FIVE_BY_FIGURE, AUDIT,
    PROJECTS, HAVERING, SPIDER, PROFILED, PROFILED_SHARES,
)  # fmt: skip
