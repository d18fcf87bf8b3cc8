"""What stands in workbooks and is no scorecard: lists, logs, pivots, tallies, notes."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta

from tests.layouts.page import FILLS, HEADING, SMALL, TITLE, Page
from tests.layouts.times import MONTHS
from tests.layouts.truth import Truth

PEOPLE = (
    "Adams",
    "Baker",
    "Clark",
    "Doyle",
    "Evans",
    "Frost",
    "Grant",
    "Hussain",
    "Iqbal",
    "Jones",
)
STREETS = ("Mill Lane", "High Street", "Church Road", "Station Road", "Park View", "The Green")


def box(page: Page, row: int, column: int, truth: Truth, rng: random.Random) -> None:
    """Counts of each colour, beside a table."""
    page.put(row, column, "Summary of performance", TITLE)
    for n, colour in enumerate(FILLS, 1):
        count = sum(made.judged == colour for made in truth.indicators)
        page.put(row + n, column, colour, {"bg_color": FILLS[colour]})
        page.put(row + n, column + 1, count)
        if rng.random() < 0.5:
            share = round(count / max(len(truth.indicators), 1), 3)
            page.put(row + n, column + 2, share, {"num_format": "0%"})


def dashboard(truth: Truth, rng: random.Random) -> Page:
    page = Page("Dashboard")
    page.put(1, 1, "Performance dashboard", TITLE)
    box(page, 3, 1, truth, rng)
    page.put(9, 1, "Overall score")
    page.put(9, 2, 0.72, {"num_format": "0%"})
    page.put(11, 1, "Best performing")
    page.put(11, 2, truth.indicators[0].name)
    page.put(12, 1, "Needs attention")
    page.put(12, 2, truth.indicators[-1].name)
    return page


def staff(truth: Truth, rng: random.Random) -> Page:
    page = Page("Staff list")
    page.line(1, 1, ("Name", "Payroll no", "Grade", "Start date", "FTE", "Team"), HEADING)
    for row, name in enumerate(PEOPLE, 2):
        began = datetime(2015, 4, 1) + timedelta(days=rng.randint(0, 3000))
        page.line(row, 1, (name, 10000 + rng.randint(1, 9999), f"G{rng.randint(4, 11)}"))
        page.put(row, 4, began, {"num_format": "dd/mm/yyyy"})
        page.line(row, 5, (rng.choice((1, 0.6, 0.8)), rng.choice(("North", "South"))))
    return page


def actions(truth: Truth, rng: random.Random) -> Page:
    page = Page("Action log")
    page.put(1, 1, "Action log", TITLE)
    page.line(3, 1, ("No.", "Action", "Owner", "Due", "Status", "Update"), HEADING)
    for n in range(1, 9):
        due = datetime(2024, rng.randint(1, 12), 28)
        page.line(3 + n, 1, (n, f"Review of {rng.choice(STREETS)} site", rng.choice(PEOPLE)))
        page.put(3 + n, 4, due, {"num_format": "dd-mmm-yy"})
        page.line(3 + n, 5, (rng.choice(("Open", "Closed", "On hold")), "See minutes"))
    return page


def risks(truth: Truth, rng: random.Random) -> Page:
    page = Page("Risks")
    page.line(1, 1, ("Ref", "Risk", "Likelihood", "Impact", "Score", "Mitigation"), HEADING)
    for n in range(1, 8):
        likely, grave = rng.randint(1, 5), rng.randint(1, 5)
        page.line(1 + n, 1, (f"R{n}", f"Loss of {rng.choice(STREETS)} depot", likely, grave))
        page.line(1 + n, 5, (likely * grave, "Business continuity plan tested"))
    return page


def pivot(truth: Truth, rng: random.Random) -> Page:
    """What a pivot table leaves: counts by team and month with grand totals."""
    page = Page("Pivot")
    page.line(1, 1, ("Count of Case ID", "Column Labels"), {"bold": True})
    months = [m[:3] for m in MONTHS[:6]]
    page.line(2, 1, ("Row Labels", *months, "Grand Total"), {"bold": True})
    totals = [0] * 7
    for row, team in enumerate(("Assessment", "Duty", "Early help", "Review"), 3):
        counts = [rng.randint(5, 60) for _ in months]
        counts.append(sum(counts))
        page.line(row, 1, (team, *counts))
        totals = [a + b for a, b in zip(totals, counts, strict=True)]
    page.line(7, 1, ("Grand Total", *totals), {"bold": True})
    return page


def addresses(truth: Truth, rng: random.Random) -> Page:
    page = Page("Properties")
    page.line(1, 1, ("UPRN", "Address", "Ward", "Bedrooms", "Rent (£)", "Year built"), HEADING)
    for row in range(2, 14):
        address = f"{rng.randint(1, 99)} {rng.choice(STREETS)}"
        page.line(row, 1, (100010000 + row * 37, address, rng.choice(("East", "West"))))
        page.line(row, 4, (rng.randint(1, 4), rng.randint(80, 140), rng.randint(1900, 2015)))
    return page


def notes(truth: Truth, rng: random.Random) -> Page:
    page = Page("Notes")
    page.put(1, 1, "How to complete this workbook", TITLE)
    said = (
        "Enter figures by the 10th working day of the month following the quarter end.",
        "Q3 figures are due on 20 January.",
        "Percentages to one decimal place. Targets were agreed by Cabinet in March.",
        "Good performance is shown as High or Low in the scorecard.",
    )
    for row, words in enumerate(said, 3):
        page.put(row, 1, words, SMALL)
    return page


def lists(truth: Truth, rng: random.Random) -> Page:
    page = Page("Lists")
    page.line(1, 1, ("RAG", "Polarity", "Quarter", "Directorate"), {"bold": True})
    held = (("Green", "High", "Q1", "People"), ("Amber", "Low", "Q2", "Place"),
            ("Red", "Neither", "Q3", "Resources"), ("Grey", None, "Q4", None))  # fmt: skip
    for row, values in enumerate(held, 2):
        page.line(row, 1, values)
    page.hidden = False
    return page


def invoices(truth: Truth, rng: random.Random) -> Page:
    page = Page("Ledger")
    page.line(1, 1, ("Invoice", "Supplier", "Date", "Net", "VAT", "Gross"), HEADING)
    for row in range(2, 16):
        net = round(rng.uniform(40, 4000), 2)
        page.line(row, 1, (f"INV{rng.randint(1000, 9999)}", f"{rng.choice(PEOPLE)} Ltd"))
        page.put(row, 3, datetime(2024, rng.randint(1, 12), 3), {"num_format": "dd/mm/yyyy"})
        page.line(row, 4, (net, round(net * 0.2, 2), round(net * 1.2, 2)), {"num_format": "0.00"})
    return page


def players(truth: Truth, rng: random.Random) -> Page:
    page = Page("Squad")
    page.line(1, 1, ("Name", "value", "age", "Current year", "Signed", "Minutes"), HEADING)
    for row, name in enumerate(PEOPLE, 2):
        page.line(row, 1, (name.upper(), rng.randint(3, 40), rng.randint(18, 36), 2025))
        page.line(row, 5, (rng.randint(2018, 2025), rng.randint(90, 3000)))
    return page


SHEETS: tuple[Callable[[Truth, random.Random], Page], ...] = (
    *(staff, actions, risks, pivot, addresses),
    *(notes, lists, invoices, players),
)
