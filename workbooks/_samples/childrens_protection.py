"""Children in need and child protection: the scorecard's fourth and fifth sections."""

from .measure import Measure, Polarity, Section, count
from .series import DEC, Q3, counts_of, flow, percent, remainder, stock

IN_NEED = stock(2137, 2149, 2141, 2136, 2144, 2151, 2139, 2152, 2163, 2157, 2160)
SEEN = counts_of(stock(72, 74, 75, 76, 77, 78, 80, 81, 82, 83, 84), IN_NEED, {Q3: 1806, DEC: 1806})
NOT_SEEN = remainder(IN_NEED, SEEN)
ONE_YEAR = counts_of(
    stock(93, 93, 93, 94, 93, 94, 94, 94, 94, 94, 94), IN_NEED, {Q3: 2032, DEC: 2032}
)

CHILDREN_IN_NEED = Section(
    "Children in Need",
    (
        Measure(
            "CIN-NUM", "Number of Children in Need", IN_NEED, unit="Number",
            comment="Relatively static over twelve months.",
            reported=("Q3 2017/18", "Q3", "Dec"),
        ),
        Measure(
            "CIN-SEEN", "% of Children in Need seen within timescale",
            percent(SEEN, IN_NEED, 0, {}),
            Polarity.HIGH, target=80, tolerance="5 points", target_reported=True, rag="Good",
            comment="Above target, and better than Quarters 1 and 2.", reported=("Q3", "Dec"),
        ),
        count("CIN-SEEN-N", "of which: seen within timescale", SEEN, "Q3", "Dec"),
        Measure(
            "CIN-NOTSEEN", "% of Children in Need not visited within timescale",
            percent(NOT_SEEN, IN_NEED, 0, {Q3: 14, DEC: 14}),
            Polarity.LOW, target=20, tolerance="5 points", reported=("Q3", "Dec"),
        ),
        count("CIN-NOTSEEN-N", "of which: not visited within timescale", NOT_SEEN, "Q3", "Dec"),
        Measure(
            "CIN-1YR", "% of Children in Need on a plan for one year or less",
            percent(ONE_YEAR, IN_NEED, 0, {}),
            Polarity.HIGH, target=97, tolerance="3 points", target_reported=True,
            rag="Acceptable", comment="Within tolerance of the 97% target.",
            reported=("Q3", "Dec"),
        ),
        count("CIN-1YR-N", "of which: on a plan for one year or less", ONE_YEAR, "Q3", "Dec"),
        Measure(
            "CIN-PLAN", "% of Children in Need with a timely plan in place",
            stock(91.8, 92.3, 92.6, 92.9, 93.1, 93.4, 93.0, 93.8, 94.1, 94.4, 94.7),
            Polarity.HIGH, places=(1, 1), target=95, tolerance="2 points",
            comment="Counts a plan made within the assessment period as timely.",
            reported=("Q3", "Dec"),
        ),
    ),
)  # fmt: skip

ON_PLAN = stock(842, 868, 871, 874, 879, 881, 884, 885, 878, 869, 861)
VISITED = counts_of(
    stock(72.4, 73.9, 74.5, 75.2, 74.8, 73.9, 75.6, 76.3, 83.7, 85.0, 86.3),
    ON_PLAN,
    {Q3: 743, DEC: 743},
)
REPEAT = counts_of(
    stock(23.0, 23.6, 23.9, 24.1, 24.4, 24.6, 24.9, 25.3, 25.7, 26.2, 26.5),
    ON_PLAN,
    {Q3: 228, DEC: 228},
)

CHILD_PROTECTION = Section(
    "Children in Need of Help and Protection",
    (
        Measure(
            "CPP-NUM", "Number of children on a child protection plan", ON_PLAN, unit="Number",
            comment="A small decrease (-2.7%), the first this year.",
            reported=("Q2", "Q3", "Sep", "Dec"),
        ),
        Measure(
            "CPP-SEEN", "% of children on a protection plan seen within 10 working days",
            percent(VISITED, ON_PLAN, 1, {Q3: 86.4, DEC: 86.4}),
            Polarity.HIGH, places=(1, 1), target=85, tolerance="5 points",
            target_reported=True, rag="Good",
            comment="Above target. The reporting cycle changed in October, so Q3 cannot be"
            " compared with earlier quarters.",
            reported=("Q3", "Dec"),
        ),
        count("CPP-SEEN-N", "of which: seen within 10 working days", VISITED, "Q3", "Dec"),
        Measure(
            "CPP-2YR", "% of children on a protection plan for less than two years",
            stock(97.1, 97.0, 97.2, 97.3, 97.0, 97.2, 97.5, 97.4, 97.6, 97.7, 97.8),
            Polarity.HIGH, places=(1, 1), target=97, tolerance="2 points", good_authorities=97.4,
            comment="Better than Good and Outstanding authorities.", reported=("Q3", "Dec"),
        ),
        Measure(
            "CPP-REPEAT-STOCK", "% of children on a plan for a second or subsequent time",
            percent(REPEAT, ON_PLAN, 1, {}),
            Polarity.LOW, places=(1, 1), target=22, tolerance="2 points",
            comment="Has increased. Children on a plan at the end of the period.",
            reported=("Q3", "Dec"),
        ),
        count(
            "CPP-REPEAT-STOCK-N", "of which: on a second or subsequent plan", REPEAT, "Q3", "Dec"
        ),
        Measure(
            "CPP-REPEAT-FLOW",
            "% of children placed on a plan in the last year who had one before (rolling year)",
            stock(26, 27, 27, 28, 28, 28, 29, 29, 30, 30, 31),
            Polarity.LOW, target=23, tolerance="2 points", england=20.2,
            comment="Not comparable with the measure above: new plans over twelve months. A"
            " dip-sample of 30 repeat plans goes to the February practice board.",
            reported=("Q3", "Dec"),
        ),
        Measure(
            "ICPC-15", "% of initial child protection conferences within 15 working days",
            flow(21, 17, 24, 62, 86, months=(19, 24, 29, 60, 64, 62, 84, 88, 86)),
            Polarity.HIGH, target=80, tolerance="5 points", target_reported=True, england=76.9,
            comment="Improved again and now above target.", reported=("Q2", "Q3", "Sep", "Dec"),
        ),
        Measure(
            "ICPC-15-R12M", "Initial conferences within 15 working days (rolling year)",
            stock(31.4, 27.5, 26.9, 25.6, 24.8, 26.1, 27.9, 30.0, 34.9, 39.8, 44.6),
            places=(1, 1), reported=("Q3", "Dec"),
            comment="For information: the weak months of early 2018 are still in the year.",
        ),
        Measure(
            "RCPC", "% of review child protection conferences in timescale",
            flow(
                93.1, 94.0, 95.2, 96.0, 97.7,
                months=(94.8, 95.1, 95.7, 95.5, 96.1, 96.4, 97.2, 97.5, 98.3),
            ),
            Polarity.HIGH, places=(1, 1), target=90, tolerance="5 points", target_reported=True,
            good_authorities=92.4, england=90.5,
            comment="Above target and above Good and Outstanding authorities.",
            reported=("Q3",),
        ),
    ),
)  # fmt: skip
