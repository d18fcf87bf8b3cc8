"""Feedback, caseloads and the workforce: the scorecard's last four sections."""

from .measure import Measure, Polarity, Section, count
from .series import Q3, flow, percent, stock

OPEN = stock(3990, 4012, 4018, 4029, 4041, 4049, 4052, 4066, 4073, 4081, 4090)
WORKERS = stock(225, 233, 236, 240, 247, 251, 256, 262, 270, 277, 284)
COMPLAINTS = flow(41, 44, 47, 50, 54, months=(15, 16, 16, 18, 15, 17, 19, 21, 14))
UPHELD = flow(16, 18, 18, 19, 17)
SENDERS = flow("[x]", "[x]", 41, 38, 58)


def theme(letter: str, what: str, *quarters: int | str) -> Measure:
    return Measure(
        f"MOMO-T{letter}", f"MOMO theme: {what}", flow("[x]", "[x]", *quarters), unit="Number",
        reported=("Q3",),
    )  # fmt: skip


FEEDBACK = Section(
    "Empowerment and Feedback",
    (
        Measure(
            "MOMO-N", "MOMO statements sent",
            flow("[x]", "[x]", 74, 66, 109, months=(24, 26, 24, 25, 18, 23, 34, 41, 34)),
            unit="Number", comment="More than in both earlier quarters. In use since April 2018.",
            reported=("Q1", "Q2", "Q3"),
        ),
        Measure(
            "MOMO-CH", "Children who sent a MOMO statement, as % of children open to social care",
            percent(SENDERS, OPEN, 1, {0: "[x]", 1: "[x]"}), places=(1, 1), reported=("Q3",),
        ),
        count("MOMO-CH-N", "Children who sent a MOMO statement", SENDERS, "Q3"),
        theme("A", "sort out a problem", 25, 21, 35),
        theme("B", "a visit from my worker", 15, 14, 22),
        theme("C", "getting ready for a meeting or conference", 11, 11, 17),
        theme("D", "sharing good news", 12, "[c]", 16),
        Measure(
            "COMPL", "Complaints received", COMPLAINTS, Polarity.LOW, unit="Number",
            comment="A similar number to last quarter, but rising steadily over the year.",
            reported=("Q4 2017/18", "Q2", "Q3"),
        ),
        Measure(
            "COMPL-PCT", "Complaints as % of children open to social care",
            percent(flow(*COMPLAINTS[:5]), OPEN, 1, {}), Polarity.LOW, places=(1, 1),
            reported=("Q3",),
        ),
        Measure(
            "COMPL-UPH", "% of complaints upheld or partially upheld",
            percent(UPHELD, COMPLAINTS, 0, {Q3: 32}),
            Polarity.LOW, target=30, tolerance="5 points", comment="Decreased in Quarter 3.",
            reported=("Q3",),
        ),
        count("COMPL-UPH-N", "of which: upheld or partially upheld", UPHELD, "Q3"),
    ),
)  # fmt: skip

CASELOADS = Section(
    "Caseload Levels",
    (
        Measure(
            "OPEN", "Children open to social care", OPEN, unit="Number",
            comment="Relatively steady: up 2.5%, around 100 children, in twelve months.",
            reported=("Q3 2017/18", "Q3", "Dec"),
        ),
        Measure(
            "WORKERS", "Case holding workers", WORKERS, unit="Number",
            comment="Has increased gradually.", reported=("Q3 2017/18", "Q3", "Dec"),
        ),
        Measure(
            "SW-20", "Social workers responsible for more than 20 children",
            stock(58, 55, 54, 53, 52, 51, 52, 50, 51, 49, 50),
            Polarity.LOW, unit="Number", target=40, tolerance="6 workers",
            comment="The same as Quarter 2.", reported=("Q2", "Q3", "Sep", "Dec"),
        ),
        Measure(
            "SW-25", "Social workers responsible for more than 25 children",
            stock(11, 9, 9, 8, 7, 8, 7, 6, 8, 10, 13),
            Polarity.LOW, unit="Number", target=5, tolerance="2 workers",
            comment="An increase, mostly in the two assessment teams with vacancies.",
            reported=("Q2", "Q3", "Sep", "Dec"),
        ),
    ),
)  # fmt: skip

UNALLOCATED = Section(
    "Unallocated Cases",
    (
        Measure(
            "ALLOC", "% of children with an allocated case worker",
            stock(98.7, 98.5, 98.6, 98.7, 98.9, 99.0, 98.9, 99.2, 99.3, 99.2, 99.1),
            Polarity.HIGH, places=(1, 1), target=99, tolerance="0.5 points",
            comment="Between 98.5% and 99.3% throughout 2018.", reported=("Q3", "Dec"),
        ),
        Measure(
            "ALLOC-DELAY", "Children who waited to be allocated a worker",
            stock(41, 38, 35, 33, 32, 30, 29, 28, 31, "TBC", "TBC"),
            Polarity.LOW, unit="Number", target=25, tolerance="5 children",
            comment="Awaiting two area returns; expected to be higher than Quarter 2.",
        ),
    ),
)  # fmt: skip

WORKFORCE = Section(
    "Workforce Stability",
    (
        Measure(
            "SW-STAB", "% of children with fewer than three social workers in six months",
            stock(88.6, 89.3, 89.2, 89.5, 89.7, 89.8, 90.1, 90.0, 89.8, 90.0, 89.9),
            Polarity.HIGH, places=(1, 1), target=90, tolerance="2 points",
            comment="Static.", reported=("Q3", "Dec"),
        ),
    ),
)  # fmt: skip
