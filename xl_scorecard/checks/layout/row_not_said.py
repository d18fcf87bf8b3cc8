"""A row that has come below those that the rule set says are the table's."""

from __future__ import annotations

from xl_scorecard.checks._doubted import doubted
from xl_scorecard.checks.check import Check
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity

_ROWS = (
    ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19"),
    ("A1", "Children seen", 24, 26),
    ("A2", "Children waiting", 9, 8),
)

CHECK = Check(
    slug="row-not-said",
    severity=Severity.WARNING,
    looks_for="a row with a name and figures right below the rows that `workbook: tables:` says",
    question="Is the rule set held to rows 4 to 20 while a new measure stands in row 21?",
    mend="Take the row into `tables:` in the rule set, or leave a blank row above it.",
    run=doubted(About.NOT_SAID),
    triggers=Example(_ROWS, said="{names: B, references: A, rows: '2'}", finds=("B3",)),
    passes=Example(_ROWS, said="{names: B, references: A, rows: 2-3}"),
)
