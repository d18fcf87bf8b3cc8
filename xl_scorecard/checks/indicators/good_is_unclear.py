"""An entry that is to say which way is good, and says neither high nor low."""

from __future__ import annotations

from xl_scorecard.checks._doubted import doubted
from xl_scorecard.checks.check import Check
from xl_scorecard.checks.example import Example, Percent
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.finding import Severity

_RULES = ("{id: A1, name: Children seen, unit: percent}",)
CHECK = Check(
    slug="good-is-unclear",
    severity=Severity.WARNING,
    looks_for="an entry under Good is that does not say whether high or low is good",
    question="Is an indicator not rated because its Good is is not understood?",
    mend="Write High, Low, Plan or Neither under Good is.",
    run=doubted(About.POLARITY),
    triggers=Example(
        rows=(
            ("Ref", "Measure", "Good is", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", "Better", Percent(0.8), Percent(0.7), Percent(0.82)),
        ),
        rules=_RULES,
        finds=("C2",),
    ),
    passes=Example(
        rows=(
            ("Ref", "Measure", "Good is", "Target", "Q2 2018/19", "Q3 2018/19"),
            ("A1", "Children seen", "Higher", Percent(0.8), Percent(0.7), Percent(0.82)),
        ),
        rules=_RULES,
    ),
)
