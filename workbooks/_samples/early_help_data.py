"""The early help service's monthly indicators; every figure is made up."""

from dataclasses import dataclass

from .series import Value, percent

COMPLETED = (112, 124, 119, 131, 86, 122, 138, 133, 101)
IN_TIME = (89, 100, 98, 109, 72, 100, 115, 112, 85)


@dataclass(frozen=True)
class Kpi:
    """`months` run from April to December; percentages are whole numbers (84.2 is 84.2%)."""

    number: str
    theme: str
    name: str
    good: str
    unit: str
    months: tuple[Value, ...]
    goal: float | None = None
    amber: float | None = None
    national: float | None = None
    lead: str = ""
    note: str = ""


FRONT, FAMILIES, CENTRES, YOUNG, SCHOOL = (
    "Front door",
    "Families and plans",
    "Children's centres",
    "Young people",
    "School and attendance",
)
KPIS = (
    Kpi(
        "EH01", FRONT, "Contacts made to the early help front door", "info", "no.",
        (418, 436, 402, 395, 287, 441, 468, 455, 362), lead="J. Marlow",
    ),
    Kpi(
        "EH02", FRONT, "Contacts decided within 2 working days", "high", "%",
        (88.3, 87.9, 90.1, 91.4, 93.0, 90.7, 89.6, 91.2, 92.5), 90, 85, lead="J. Marlow",
        note="Goal met for the second month running.",
    ),
    Kpi(
        "EH03", FRONT, "Early help assessments completed", "info", "no.", COMPLETED,
        lead="S. Okafor",
    ),
    Kpi(
        "EH04", FRONT, "Assessments completed within 45 working days (number)", "info", "no.",
        IN_TIME, lead="S. Okafor",
    ),
    Kpi(
        "EH05", FRONT, "Assessments completed within 45 working days", "high", "%",
        percent(IN_TIME, COMPLETED, 1, {}), 85, 80, lead="S. Okafor",
        note="Equal best of the year; two new assessors in post from November.",
    ),
    Kpi(
        "EH06", FRONT, "Average days from request to first visit", "smaller is better", "days",
        (13.4, 12.9, 12.1, 11.8, 12.6, 11.5, 10.9, 11.2, 12.7), 10, 12, lead="S. Okafor",
        note="Christmas closure lengthened waits. Recovery plan agreed with area managers.",
    ),
    Kpi(
        "EH07", FAMILIES, "Families with an open early help plan at month end", "info", "no.",
        (1284, 1302, 1311, 1297, 1268, 1290, 1325, 1347, 1338), lead="P. Whitcombe",
    ),
    Kpi(
        "EH08", FAMILIES, "Family plans reviewed in the last 6 weeks", "high", "%",
        (71.6, 73.0, 74.4, 75.2, 70.8, 74.9, 76.3, 77.1, 76.0), 80, 75, lead="P. Whitcombe",
        note="South area is below 70%; team manager is reviewing the diary.",
    ),
    Kpi(
        "EH09", FAMILIES, "Plans closed with the family's goals met", "high", "%",
        (66.2, 67.5, 68.1, 69.9, 71.0, 70.4, 71.8, 72.6, 73.1), 70, 65, lead="P. Whitcombe",
    ),
    Kpi(
        "EH10", FAMILIES, "Families re-referred to early help within 12 months", "low", "%",
        (17.2, 16.8, 17.5, 16.9, 16.1, 15.8, 16.4, 16.0, 15.6), 15, 18, lead="P. Whitcombe",
        note="Within tolerance. Rolling year.",
    ),
    Kpi(
        "EH11", FAMILIES, "Closures stepped up to social care", "smaller is better", "%",
        (9.1, 9.8, 8.7, 10.2, 9.5, 10.6, 11.3, 11.9, 12.8), 10, 12, lead="P. Whitcombe",
        note="Fourth monthly rise. Joint case review with the assessment teams in January.",
    ),
    Kpi(
        "EH12", CENTRES, "Under-fives in the area reached by a children's centre", "high", "%",
        (68.4, 69.0, 69.7, 70.3, 70.5, 71.4, 72.2, 72.9, 73.3), 75, 70, lead="D. Ferreira",
    ),
    Kpi(
        "EH13", CENTRES, "Two-year-olds taking up a funded place", "high", "%",
        (74.0, 74.0, 74.0, 74.8, 74.8, 79.1, 79.1, 79.1, 80.2), 78, 73, 72, "D. Ferreira",
    ),
    Kpi(
        "EH14", YOUNG, "16 and 17 year olds not in education, employment or training", "low", "%",
        (3.1, 3.2, 3.2, 3.4, 3.7, "[x]", 3.3, 2.9, 2.8), 3, 3.5, 2.7, "R. Anand",
        note="September is not counted: destinations are still being confirmed.",
    ),
    Kpi(
        "EH15", YOUNG, "Young people whose destination is not known", "low", "%",
        (2.2, 2.3, 2.5, 2.8, 3.4, "[x]", 4.1, 2.6, "TBC"), 2.5, 4, 3.3, "R. Anand",
        note="December return due from the data hub on 18 January.",
    ),
    Kpi(
        "EH16", SCHOOL, "School attendance of children with a plan", "high", "%",
        (91.2, 91.6, 91.0, 90.4, "n/a", 92.3, 91.8, 91.1, 90.6), 93, 91, 95.2, "L. Brandt",
        note="Autumn colds, and seven children with very low attendance.",
    ),
    Kpi(
        "EH17", SCHOOL, "Permanent exclusions of children with a plan", "low", "no.",
        ("c", 6, 7, 5, "n/a", "c", 6, 8, "c"), 5, 7, lead="L. Brandt",
        note="Numbers under five are not shown.",
    ),
)  # fmt: skip
