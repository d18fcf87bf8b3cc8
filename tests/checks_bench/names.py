"""What the indicators of made-up councils are called, and the figures that are usual for them."""

from __future__ import annotations

from typing import NamedTuple


class Single(NamedTuple):
    """An indicator by itself: what it counts, which way is good, its usual figures."""

    name: str
    unit: str
    good: str
    low: float
    high: float
    decimals: int
    basis: str = "in quarter"


SECTIONS: dict[str, tuple[Single, ...]] = {
    "Front door": (
        Single("% of contacts decided within 1 working day", "percent", "high", 82, 94, 1),
        Single(
            "% of referrals that are repeat referrals within 12 months",
            "percent",
            "low",
            14,
            24,
            1,
            "rolling 12 months",
        ),
        Single(
            "% of single assessments completed within 45 working days", "percent", "high", 76, 92, 1
        ),
        Single("Number of contacts received", "count", "neither", 900, 2400, 0),
        Single("Rate of referrals per 10,000 children", "rate_per_10000", "low", 110, 160, 1),
        Single("Average days from contact to decision", "days", "low", 6, 14, 1),
    ),
    "Children in care": (
        Single(
            "% of children in care with an up to date health assessment",
            "percent",
            "high",
            80,
            95,
            1,
            "snapshot",
        ),
        Single(
            "% of children in care with three or more placements",
            "percent",
            "low",
            8,
            14,
            1,
            "snapshot",
        ),
        Single(
            "% of care leavers in suitable accommodation", "percent", "high", 78, 93, 1, "snapshot"
        ),
        Single("Number of children missing from care", "count", "low", 30, 70, 0),
        Single(
            "Rate of children in care per 10,000",
            "rate_per_10000",
            "neither",
            52,
            74,
            1,
            "snapshot",
        ),
        Single("Average days between placement order and match", "days", "low", 150, 230, 0),
    ),
    "Adult social care": (
        Single(
            "% of adults using services who receive direct payments",
            "percent",
            "high",
            24,
            38,
            1,
            "snapshot",
        ),
        Single("% of safeguarding enquiries where risk was reduced", "percent", "high", 80, 93, 0),
        Single(
            "% of older people still at home 91 days after discharge", "percent", "high", 76, 88, 1
        ),
        Single("Number of new requests for support", "count", "neither", 1200, 3100, 0),
        Single(
            "Permanent admissions to care homes per 10,000 population aged 65+",
            "rate_per_10000",
            "low",
            12,
            19,
            1,
        ),
        Single("Average days to complete a care assessment", "days", "low", 21, 35, 1),
    ),
    "Housing": (
        Single("% of emergency repairs completed within 24 hours", "percent", "high", 90, 98, 1),
        Single(
            "% of homes with a valid gas safety certificate",
            "percent",
            "high",
            95,
            98.6,
            1,
            "snapshot",
        ),
        Single("% of tenants satisfied with the repair", "percent", "high", 78, 92, 0),
        Single(
            "Number of households in temporary accommodation",
            "count",
            "low",
            140,
            320,
            0,
            "snapshot",
        ),
        Single("Number of homelessness applications", "count", "low", 90, 210, 0),
        Single("Average days to relet an empty home", "days", "low", 22, 41, 1),
    ),
    "Environment": (
        Single(
            "% of household waste sent for reuse, recycling and composting",
            "percent",
            "high",
            38,
            52,
            1,
        ),
        Single("% of streets below the standard for litter", "percent", "low", 3, 8, 1),
        Single(
            "% of planning applications for minor works decided in time",
            "percent",
            "high",
            80,
            94,
            0,
        ),
        Single("Number of fly-tipping incidents reported", "count", "low", 210, 540, 0),
        Single("Missed bins per 10,000 collections", "rate_per_10000", "low", 4, 9, 1),
        Single("Average days to remove fly-tips", "days", "low", 2.2, 5.5, 1),
    ),
    "Customers and people": (
        Single("% of calls answered within 30 seconds", "percent", "high", 68, 86, 1),
        Single("% of invoices paid within 30 days", "percent", "high", 90, 97, 1),
        Single("% of staff appraisals completed", "percent", "high", 70, 92, 0),
        Single("Number of freedom of information requests", "count", "neither", 240, 420, 0),
        Single("Complaints per 10,000 residents", "rate_per_10000", "low", 5, 11, 1),
        Single(
            "Average days lost to sickness per employee",
            "days",
            "low",
            7.5,
            11.5,
            1,
            "rolling 12 months",
        ),
    ),
}

SHARES: tuple[tuple[str, str, str], ...] = (
    (
        "% of child protection visits made on time",
        "Child protection visits made on time",
        "Child protection visits due",
    ),
    (
        "% of initial conferences held within 15 working days",
        "Initial conferences held in time",
        "Initial conferences held",
    ),
    ("% of care reviews held in time", "Care reviews held in time", "Care reviews due"),
    (
        "% of major planning applications decided within 13 weeks",
        "Major planning applications decided in time",
        "Major planning applications decided",
    ),
    (
        "% of stage 1 complaints answered within 20 days",
        "Stage 1 complaints answered in time",
        "Stage 1 complaints received",
    ),
    (
        "% of pavement defects made safe in a day",
        "Pavement defects made safe in a day",
        "Pavement defects reported",
    ),
)
"""A percentage, its numerator and its denominator."""

COMPLEMENTS: tuple[tuple[str, str], ...] = (
    (
        "% of Children in Need seen within timescale",
        "% of Children in Need not seen within timescale",
    ),
    (
        "% of housing benefit claims processed in time",
        "% of housing benefit claims not processed in time",
    ),
    (
        "% of education plans issued within 20 weeks",
        "% of education plans not issued within 20 weeks",
    ),
    ("% of library books returned on time", "% of library books not returned on time"),
)

TOTALS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Number of referrals to children's services",
        ("of which: from schools", "of which: from the police", "of which: from health"),
    ),
    (
        "Number of requests for early help",
        (
            "of which: north locality",
            "of which: south locality",
            "of which: central locality",
            "of which: east locality",
        ),
    ),
    ("Total visits to leisure centres", ("Visits to pools", "Visits to gyms")),
    ("Total penalty charge notices", ("Notices issued on street", "Notices issued in car parks")),
)

STOCKS: tuple[tuple[str, str, str], ...] = (
    (
        "Number of children in care at the end of the period",
        "Number of children starting to be looked after",
        "Number of children ceasing to be looked after",
    ),
    (
        "Number of children on a protection plan at the end of the period",
        "Number of protection plans started",
        "Number of protection plans ended",
    ),
    ("Open cases at the end of the period", "Cases opened", "Cases closed"),
)

RUNNING: tuple[tuple[str, str], ...] = (
    ("Number of children adopted", "Number of children adopted (year to date)"),
    ("Affordable homes completed", "Affordable homes completed (year to date)"),
    ("Apprenticeships started", "Apprenticeships started (year to date)"),
    ("New foster carers approved", "New foster carers approved (year to date)"),
)

SMALL: tuple[str, ...] = (
    "Number of children in secure accommodation",
    "Number of serious case reviews open",
    "Number of private fostering arrangements",
    "Number of young people remanded to custody",
)

RISKS: tuple[str, ...] = (
    "Shortage of social workers",
    "Failure of the case management system",
    "Overspend on placements",
    "A provider of care homes fails",
    "Storm damage to roads and bridges",
    "Loss of personal data",
)

REASONS: tuple[str, ...] = (
    "Two new posts were filled in the period.",
    "Recording was checked with each team.",
    "The contractor changed its rota.",
    "Bank holidays fell into this period.",
    "A backlog from the summer was cleared.",
    "Team managers look at this weekly.",
    "Sickness in one team had an effect.",
    "The new form is now in use everywhere.",
    "Partners were late with their returns.",
    "More families came forward than usual.",
    "An audit is under way.",
    "Training was given to all staff.",
    "A recovery plan goes to the board.",
    "The service moved to its new offices.",
    "Demand follows the school year.",
    "An agency worker covers the vacancy.",
    "Reminders are now sent by text.",
    "A second inspector was appointed.",
    "Weather held up work outdoors.",
    "The helpdesk opened on Saturdays.",
    "Families asked for later dates.",
    "Every late case was looked into.",
    "A pilot in the north was extended.",
    "Overtime was agreed until spring.",
    "The new provider has settled in.",
    "Data quality was worked on.",
    "Managers sign off each delay.",
    "Court dates were put off.",
    "Duty rotas were redrawn.",
    "Voids needed more repairs than before.",
)

COUNCILS = (
    "Anyshire County Council",
    "Borough of Ambleford",
    "Norchester City Council",
    "Wexcombe Council",
    "London Borough of Hale",
)
