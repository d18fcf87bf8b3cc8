"""Children in care, their placements and their health: the scorecard's sixth to eighth sections."""

from .measure import Measure, Polarity, Section, count
from .series import DEC, Q2, Q3, counts_of, flow, percent, remainder, stock

SEP = 10
IN_CARE = stock(636, 644, 648, 652, 657, 661, 666, 671, 680, 690, 699)
SECTION_20 = counts_of(
    stock(29.1, 29.5, 29.6, 29.9, 30.1, 30.3, 30.5, 30.8, 31.0, 31.2, 31.3),
    IN_CARE,
    {Q2: 207, SEP: 207, Q3: 219, DEC: 219},
)

CHILDREN_IN_CARE = Section(
    "Children in Care",
    (
        Measure(
            "CIC-NUM", "Number of children in care", IN_CARE, unit="Number",
            comment="Has risen steadily, by 9.9% in twelve months.",
            reported=("Q3 2017/18", "Q2", "Q3", "Sep", "Dec"),
        ),
        Measure(
            "CIC-ADM", "Children who came into care",
            flow(58, 61, 66, 68, 84, months=(21, 22, 23, 22, 23, 23, 28, 29, 27)),
            unit="Number", reported=("Q3",),
        ),
        Measure(
            "CIC-LEFT", "Children who left care",
            flow(50, 53, 53, 54, 56, months=(17, 18, 18, 18, 18, 18, 19, 19, 18)),
            unit="Number", reported=("Q3",),
        ),
        Measure(
            "CIC-READM", "% of admissions that are children returning to care",
            flow(19, 21, 20, 19, 20), Polarity.LOW, target=15, tolerance="3 points",
            comment="One in five, as before. There are still delays in recording when a child"
            " has come into care.",
            reported=("Q3",),
        ),
        Measure(
            "CIC-S20", "% of children in care accommodated under Section 20",
            percent(SECTION_20, IN_CARE, 1, {}),
            Polarity.LOW, places=(1, 1), target=25, tolerance="4 points", england=19,
            comment="Above the 2017/18 national average and still increasing.",
            reported=("Q3", "Dec"),
        ),
        count(
            "CIC-S20-N", "of which: accommodated under Section 20",
            SECTION_20, "Q2", "Q3", "Sep", "Dec",
        ),
        Measure(
            "CIC-STATVISIT", "% of children in care with an up-to-date statutory visit",
            stock(97, 97, 97, 97, 98, 98, 97, 97, 97, 96, 96),
            Polarity.HIGH, target=95, tolerance="2 points",
            comment="A marginal decline over the last two quarters.", reported=("Q3", "Dec"),
        ),
        Measure(
            "CIC-ASSESS", "% of children in care with an up-to-date assessment",
            stock(74, 77, 79, 80, 82, 84, 85, 87, 88, 90, 91),
            Polarity.HIGH, target=95, tolerance="3 points",
            comment="Has improved throughout 2018/19.", reported=("Q3", "Apr", "Dec"),
        ),
        Measure(
            "PP-HAVE", "% of eligible children in care with a Pathway Plan",
            stock(58, 61, 62, 64, 65, 67, 69, 71, 74, 77, 79),
            Polarity.HIGH, target=95, tolerance="5 points",
            comment="Better than Quarter 2 (71%); continued improvement is needed.",
            reported=("Q2", "Q3", "Sep", "Dec"),
        ),
        Measure(
            "PP-UTD", "% of Pathway Plans that are up to date",
            stock(93, 94, 94, 95, 95, 95, 96, 96, 96, 97, 97),
            Polarity.HIGH, target=95, tolerance="3 points", reported=("Q3", "Dec"),
        ),
    ),
)  # fmt: skip

MOVED_OFTEN = counts_of(
    stock(7.5, 7.8, 7.7, 7.6, 7.8, 7.7, 7.5, 7.6, 7.8, 7.7, 7.7), IN_CARE, {Q3: 54, DEC: 54}
)

PLACEMENTS = Section(
    "Placement Stability",
    (
        Measure(
            "PL-3PLUS", "% of children in care with three or more placements in twelve months",
            percent(MOVED_OFTEN, IN_CARE, 1, {}),
            Polarity.LOW, places=(1, 1), target=10, tolerance="2 points", england=10,
            comment="Relatively static from month to month.", reported=("Q3", "Dec"),
        ),
        count("PL-3PLUS-N", "of which: three or more placements", MOVED_OFTEN, "Q3", "Dec"),
        Measure(
            "PL-OOC", "% of children in care placed outside the county",
            stock(20.9, 21.4, 21.8, 22.1, 22.5, 22.9, 23.2, 23.5, 23.9, 24.3, None),
            Polarity.LOW, places=(1, 1), target=20, tolerance="3 points",
            comment="Nearly a quarter; a steady increase throughout 2018.",
        ),
    ),
)  # fmt: skip

HEALTH_CHECKED = counts_of(
    stock(72, 70, 71, 71, 72, 73, 74, 75, 76, 77, 78), IN_CARE, {Q3: 548, DEC: 548}
)
AGED_TWO = stock(558, 565, 569, 573, 578, 582, 587, 592, 599, 607, 615)
DENTAL_CHECKED = counts_of(
    stock(73, 74, 74, 74, 75, 75, 76, 76, 77, 78, 79), AGED_TWO, {Q3: 486, DEC: 486}
)

HEALTH = Section(
    "Health and Well Being",
    (
        Measure(
            "IHA", "% of initial health assessments within timescale",
            flow(29, 24, 21, 25, 32, months=(18, 24, 21, 25, 23, 27, 30, 34, 32)),
            Polarity.HIGH, target=85, tolerance="10 points", rag="Red",
            comment="Up on the previous quarter, but significant improvement is still needed."
            " Weekly tracking with the health trust began in November.",
            reported=("Q3", "Dec"),
        ),
        Measure(
            "HA-UTD", "% of children in care with an up-to-date health assessment",
            percent(HEALTH_CHECKED, IN_CARE, 0, {}),
            Polarity.HIGH, target=90, tolerance="5 points", england=88,
            comment="Better than Quarter 2.", reported=("Q3", "Dec"),
        ),
        count("HA-UTD-N", "of which: health assessment up to date", HEALTH_CHECKED, "Q3", "Dec"),
        Measure(
            "HA-OVERDUE", "% of children in care with an overdue health assessment",
            percent(remainder(IN_CARE, HEALTH_CHECKED), IN_CARE, 0, {}),
            Polarity.LOW, target=10, tolerance="5 points",
            comment="Remains an area of focus.", reported=("Q3", "Dec"),
        ),
        Measure(
            "DENTAL", "% of children in care aged two or over with an up-to-date dental check",
            percent(DENTAL_CHECKED, AGED_TWO, 0, {}),
            Polarity.HIGH, target=85, tolerance="4 points", england=84,
            comment="A small improvement on Quarter 2.", reported=("Q2", "Q3", "Sep", "Dec"),
        ),
        count("DENTAL-N", "of which: dental check up to date", DENTAL_CHECKED, "Q3", "Dec"),
        count("DENTAL-D", "Children in care aged two or over", AGED_TWO),
    ),
)  # fmt: skip
