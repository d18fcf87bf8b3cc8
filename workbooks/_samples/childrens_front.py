"""Front door and assessment: the scorecard's first three sections."""

from .measure import Measure, Polarity, Section, count
from .series import Q2, flow, percent, stock

ASSESSED = flow(1902, 1955, 1986, 2042, 2096, months=(640, 671, 675, 702, 668, 672, 731, 724, 641))
IN_45_DAYS = flow(
    1580, 1610, 1629, 1652, 1679, months=(521, 552, 556, 570, 541, 541, 588, 580, 511)
)

CONTACTS = Section(
    "Contact Activity",
    (
        Measure(
            "FD-24H", "% of contacts with a decision within 24 hours",
            flow(61.2, 58.3, 49.4, 73.5, 77.2, months=(55, 48, 45, 66, 74, 80, 85, 80, 67)),
            Polarity.HIGH, places=(1, 0), target=80, tolerance="5 points",
            comment="Up on Q2 (73.5%) and well up on Q1 (49.4%), but the monthly figure fell in"
            " each month of the quarter; December was affected by sickness in the team.",
            reported=("Q1", "Q2", "Q3", "Apr", "Dec"),
        ),
        Measure(
            "FD-48H", "% of contacts with a decision within 48 hours",
            flow(88, 86, 78, 90, 94, months=(81, 76, 77, 87, 90, 93, 95, 95, 92)),
            Polarity.HIGH, target=92, tolerance="3 points", reported=("Q3",),
        ),
        Measure(
            "CON-NUM", "Number of contacts needing a social care response",
            flow(
                3986, 4120, 3874, 3512, 3748,
                months=(1268, 1322, 1284, 1201, 1098, 1213, 1309, 1287, 1152),
            ),
            unit="Number",
            comment="Rose in Q3 after falling for two quarters.",
        ),
        Measure(
            "CON-REF", "% of contacts that lead to a referral",
            flow(68, 69, 70, 71, 75, months=(70, 69, 71, 70, 71, 72, 74, 75, 76)),
            reported=("Q2", "Q3"),
        ),
        Measure(
            "REF-ASS", "% of referrals that go on to assessment",
            flow(72, 73, 74, 75, 77, months=(73, 74, 75, 75, 74, 76, 76, 77, 78)),
            reported=("Q2", "Q3"),
        ),
    ),
)  # fmt: skip

REFERRALS = Section(
    "Referrals and Re-referrals",
    (
        Measure(
            "REF-SEEN", "% of children referred who are seen in a timely way",
            flow(38, 41, 46, 51, 55, months=(44, 46, 48, 49, 51, 53, 54, 55, 56)),
            Polarity.HIGH, target=70, tolerance="6 points",
            comment="Still improving; just under half of children wait longer than they should.",
            reported=("Q3",),
        ),
        Measure(
            "REF-NOVISIT", "Children whose first visit is significantly overdue",
            stock(14, 11, 12, 9, 8, 7, 9, 7, 6, "c", "c"),
            Polarity.LOW, unit="Number", target=5, tolerance="2 children",
            comment="Small number, suppressed. Each child is followed up by the service manager.",
        ),
        Measure(
            "REREF", "% of referrals that are re-referrals within 12 months (rolling year)",
            stock(27.9, 28.8, 29.1, 28.7, 28.9, 29.3, 29.0, 29.6, 29.1, 29.5, 29.2),
            Polarity.LOW, places=(1, 1), target=25, tolerance="3 points",
            good_authorities=24.3, england=21.9,
            comment="Slightly lower than last quarter; the figure continues to fluctuate.",
            reported=("Q3", "Dec"),
        ),
    ),
)  # fmt: skip

ASSESSMENTS = Section(
    "Single Assessments",
    (
        Measure(
            "SA-45", "% of single assessments completed within 45 working days",
            percent(IN_45_DAYS, ASSESSED, 0, {Q2: "80.9 %"}),
            Polarity.HIGH, target=84, tolerance="3 points",
            good_authorities=84.8, england=82.7, rag="Good",
            comment="Dropped a little and is now short of target.", reported=("Q3",),
        ),
        count("SA-45-N", "of which: completed within 45 working days", IN_45_DAYS, "Q3"),
        count("SA-45-D", "Single assessments completed in the period", ASSESSED),
        Measure(
            "SA-OPEN", "% of open single assessments still within timescale",
            stock(85, 84, 84, 85, 85, 86, 86, 87, 87, 87, 88),
            Polarity.HIGH, target=90, tolerance="3 points", comment="Marginal improvement.",
            reported=("Q3", "Dec"),
        ),
    ),
)  # fmt: skip
