"""The example header rows 1 to 9 of headers.json, rebuilt as the small workbooks they head."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.reading.real.pages import Page, Row, bold, book, pct, shown, wingding

UP, DOWN = wingding("ñ"), wingding("ò")
BLANK: Row = ()


def _month(year: int, month: int) -> shown:
    return shown(dt.date(year, month, 1), "mmm-yy")


def gloucestershire(path: Path, *, named: bool = True) -> Path:
    """1: a year-ago quarter and the four after it; values as text with a space before the %."""
    headings = [
        "Service Area", "Measure", "Polarity" if named else None, "Basis" if named else None,
        "Q2 (2016/17)", "Q3 (2016/17)", "Q4 (2016/17)", "Q1 (2017/18)", "Q2 (2017/18)",
        "Q2 Target (2017/18)", "Comments Q2 (2017/18)",
    ]  # fmt: skip
    bigger, smaller = "Bigger is Better", "Smaller is Better"
    likelihoods = ["Almost certain", "Likely", "Possible", "Unlikely", "Rare"]
    impacts = ["Insignificant", "Minor", "Moderate", "Major", "Critical"]
    rows: list[Row] = [
        [bold("Quarterly Strategic Performance Monitoring Report")],
        ["Annex A: Quarter 2 2017/18"],
        BLANK,
        headings,
        ["Adult Social Care", "Percentage of adults with a learning disability in settled homes",
         bigger, "Snapshot", "78.4 %", "79.1 %", "80.2 %", "80.9 %", "81.3 %", "80.0 %",
         "On track"],
        [None, "Permanent admissions to residential care per 100,000 population", smaller,
         "Rolling 12 months", 612.4, 598.0, 601.7, 590.3, 587.1, 580, "2016/17 figures revised"],
        ["Children and Families", "Children in care per 10,000", smaller, "Snapshot",
         45.1, 46.0, 47.3, 48.8, "TBC", 44, None],
        [None, "Percentage of repeat referrals within 12 months", smaller, "Rolling 12 months",
         "22.1 %", "21.7 %", "20.4 %", "20.9 %", "19.8 %", "20.0 %", "Improving"],
        ["Highways", "Number of people killed or seriously injured", smaller, "Cumulative",
         21, 33, 47, 9, 18, 20, None],
        ["Libraries", "Number of library visits", bigger, "In quarter",
         "403,211", "398,070", "401,552", "377,004", "389,126", "400,000", "Summer closures"],
        BLANK,
        [None, "Risk matrix: likelihood by impact"],
        [None, None, *impacts],
        *([None, name, *(chance * impact for impact in range(1, 6))]
          for chance, name in zip(range(5, 0, -1), likelihoods, strict=True)),
    ]  # fmt: skip
    return book(path, Page("Annex A", rows, ["A1:K1", "A5:A6", "A7:A8"]))


def rotherham_early_help(path: Path) -> Path:
    """2: months and their year end, thresholds, past years and benchmarks under merged groups."""
    groups: Row = [
        *[None] * 4, "2016/17", *[None] * 6, "Target and Tolerances", None, None,
        "YR ON YR TREND", None, "LATEST BENCHMARKING - 2014/15",
    ]  # fmt: skip
    headings: Row = [
        "NO.", "INDICATORS - EARLY HELP BOROUGH WIDE PERFORMANCE", "GOOD PERF IS",
        "DATA NOTE (Monthly)", _month(2017, 1), _month(2017, 2), _month(2017, 3),
        "Year End 2016/17", "DATA NOTE", "DOT (Month on Month)", "RAG (in month)", "Red", "Amber",
        "Target Green", "2014/15", "2015/16", "STAT NEIGH AVE", "BEST STAT NEIGH", "NAT AVE",
        "NAT TOP QTILE THRESHOLD",
    ]  # fmt: skip
    year = "Financial Year"
    rows: list[Row] = [
        [bold("Early Help & Family Engagement Monthly Performance Report")],
        ["As at month end: March 2017"],
        BLANK,
        groups,
        headings,
        [bold("CONTACTS AND REFERRALS")],
        ["1.1", "Early Help contacts received", "Info", "Number", 403, 407, 392, 3914, year,
         None, None, None, None, None, 4102, 4010],
        ["1.2", "% of contacts screened within 3 working days", "High", "%", pct(0.81), pct(0.846),
         pct(0.9), pct(0.82), year, UP, "G", pct(0.75), pct(0.8), pct(0.85), "N/A", pct(0.74)],
        ["1.3", "% of re-referrals within 12 months", "Low", "%", pct(0.24), pct(0.22), pct(0.21),
         pct(0.23), year, DOWN, "A", pct(0.25), pct(0.22), pct(0.2), pct(0.27), pct(0.25),
         pct(0.229), pct(0.171), pct(0.223), pct(0.184)],
        [None, bold("CHILDREN'S CENTRES")],
        ["2.1", "% of children under 5 in deprived areas registered", "High", "%", pct(0.88),
         pct(0.89), pct(0.91), pct(0.91), year, UP, "A", pct(0.9), pct(0.9), pct(0.95), pct(0.85),
         pct(0.87), None, None, None, None],
        ["2.2", "Families stepped down from social care", "Info", "Number", 55, "c", 58, 641, year,
         None, None, None, None, None, None, 512],
        ["2.3", "% of assessments completed within 35 days", "High", "%", pct(0.62), pct(0.71),
         "TBC", "TBC", year, None, None, pct(0.7), pct(0.8), pct(0.9), None, pct(0.58)],
    ]  # fmt: skip
    merged = ["E4:K4", "L4:N4", "O4:P4", "Q4:T4", "A6:T6", "A1:T1"]
    return book(path, Page("EH Scorecard", rows, merged))


def rotherham_council_plan(path: Path) -> Path:
    """3: measures with a target in words for the year ahead, and no outturn at all."""
    rows: list[Row] = [
        [bold("Council Plan 2022/23")],
        ["Every child able to fulfil their potential"],
        BLANK,
        ["Ref", "Key performance indicators", "Good is", "Target 2022/23"],
        ["2.1", "Children in Need rate per 10,000", "Low", 375.5],
        ["2.2", "Children on a child protection plan", "Low", "Fewer than 85"],
        ["2.3", "Re-referrals within 12 months", "Low", "Less than 22%"],
        ["2.4", "Early years take-up at age 2", "High", pct(0.93, "0%")],
        ["2.5", "Phonics standard in year 1", "High", "Above Stat Neighbour Average"],
        ["2.6", "Young people in positive activities", "High", "Additional 800"],
        ["2.7", "Children in care", "Measure for information", "No target"],
    ]
    return book(path, Page("Council Plan", rows))


def cumbria(path: Path) -> Path:
    """4: past years, then quarters whose year stands in the title; a repeated heading."""
    headings: Row = [
        "Lead Directorate", "Council Objective", "Measure or actions to achieve objective",
        "Frequency of measure", "Good Performance (is bigger, smaller or to plan better)",
        "Target", "Baseline 2010/11", "2011/12", "2012/13", "Quarter 1",
        "Performance against target", "Quarter 2", "Performance against target",
        "Direction of Travel (qtr 2 v qtr 1)", "Commentary on Progress Qtr 2",
    ]  # fmt: skip
    rows: list[Row] = [
        [bold("Corporate Performance Scorecard Quarter 2 2013/14")],
        BLANK,
        headings,
        ["Children's Services", "Safeguard children", "Number of children looked after", "Monthly",
         "Figure should reduce", "To be better than baseline", 524, 566, 603, 611, "Red", 617,
         "Red", "Worse", "Numbers rose in Quarter 2"],
        [None, None, "Percentage of initial assessments within 10 days", "Quarterly", "Bigger",
         pct(0.8), pct(0.61), pct(0.7), pct(0.74), pct(0.78), "Amber", pct(0.82), "Green",
         "Better", "Above the 2012/13 outturn"],
        [None, "Improve schools", "Percentage of schools judged good or better", "Quarterly",
         "Figure should increase", "75 %", "62 %", "64 %", "68 %", "70 %", "Amber", "72 %",
         "Amber", "Better", None],
        ["Environment", "Reduce landfill", "Percentage of waste sent to landfill", "Quarterly",
         "Smaller", pct(0.5), pct(0.61), pct(0.57), pct(0.55), pct(0.51), "Amber", pct(0.49),
         "Green", "Better", None],
        [None, None, "Deliver the highways capital programme", "Quarterly", "To plan", pct(1.0),
         "N/A", "N/A", pct(0.97), pct(0.22), "Green", pct(0.52), "Green", "Better", None],
        [None, "Live within our means", "Savings delivered (£m)", "Quarterly", "Bigger", 24.5,
         "-", 18.1, 21.9, 5.2, "Green", "TBC", None, None, "Awaiting month 6 close"],
    ]  # fmt: skip
    merged = ["A1:O1", "A4:A6", "B4:B5", "A7:A9", "B7:B8"]
    return book(path, Page("Scorecard", rows, merged))


def service_indicators(path: Path) -> Path:
    """5: quarters under groups that name their years; arrows in Wingdings; RAG in the value."""
    groups: Row = [
        "Service", "Performance Indicator", "Good Is", "DoT",
        "Previous performance (Q3 2016/17 - Q2 2017/18)", None, None, None,
        "Current performance (2017/18)", None, None, "Benchmark", "Commentary",
    ]  # fmt: skip
    under: Row = [*[None] * 4, "Q3", "Q4", "Q1", "Q2", "Q3 actual", "Q3 target", "Year End target"]
    two = "0.00%"
    rows: list[Row] = [
        [bold("Service Performance Indicators Q3 2017-18")],
        BLANK,
        groups,
        under,
        ["Revenues", "Council tax written off", DOWN, UP, "0.02%", "0.05%", "0.01%", "0.02%",
         "0.01% Green", "0.10%", "0.20%", None, "Well below the limit"],
        [None, "Council tax collected", UP, UP, pct(0.8512, two), pct(0.9812, two),
         pct(0.293, two), pct(0.5714, two), "85.30% Green", pct(0.85, two), pct(0.982, two),
         pct(0.971, two), None],
        ["Benefits", "Days to process new claims", DOWN, DOWN, 21.4, 20.9, 19.5, 18.8,
         "18.1 Amber", 18, 17, 22, None],
        ["Housing", "Households in temporary accommodation", DOWN, UP, 98, 101, 110, 117,
         "121 Red", 100, 95, None, "Demand rose over Q3 2017/18"],
        ["Planning", "Major applications determined in time", UP, UP, "90.0%", "100%", "87.5%",
         "91.7%", "93.3% Green", "60%", "65%", "86%", None],
        ["Leisure", "Visits to leisure centres", UP, UP, "212,345", "240,871", "236,009",
         "N/A", 231004, 220000, 860000, None, None],
    ]  # fmt: skip
    merged = ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:H3", "I3:K3", "L3:L4", "M3:M4", "A5:A6"]
    return book(path, Page("Q3 PIs", rows, merged))


def kent(path: Path) -> Path:
    """6: polarity and data period in letters, explained below the table."""
    up, down = "⇧", "⇩"
    rows: list[Row] = [
        [bold("Children, Young People and Education Directorate Scorecard")],
        ["September 2019"],
        BLANK,
        ["Performance Indicators", "Polarity (H/L/T)", "Data Period (R12M/MS/YTD/Q/A)", "Jul-19",
         "Aug-19", "Sep-19", "RAG", "DOT", "Target 2019-20", "source scorecard code"],
        ["% of posts filled by permanent social workers", "H", "MS", 81.2, 82.0, 82.9, "AMBER", up,
         85, "SCS03"],
        ["% of children on a plan for a second time", "T", "R12M", 22.4, 23.1, 22.8, "GREEN", down,
         20, "SCS13"],
        ["Average caseload of a social worker", "L", "MS", 19.1, 18.7, 18.2, "AMBER", up, 18,
         "SCS18"],
        ["% of Early Help cases closed with outcomes achieved", "H", "YTD", 74.9, 75.2, "N/A",
         None, None, 80, "EH72"],
        ["First time entrants to youth justice", "L", "R12M", 270, 265, 259, "GREEN", up, 290,
         "EH35"],
        ["% of young people not in education or work", "L", "MS", 2.9, 3.1, "Awaited", None, None,
         2.5, "SISE71"],
        BLANK,
        ["Notes"],
        ["H The aim is the highest number or percentage possible"],
        ["L The aim is the lowest number or percentage possible"],
        ["T The aim is to stay close to the target that has been set"],
        ["N/A Data not available"],
    ]  # fmt: skip
    return book(path, Page("Monthly indicators", rows))


def rhondda(path: Path) -> Path:
    """7: last year, a national comparator, an annual and a quarter's target side by side."""
    headings: Row = [
        "Health check category", "Service Area", "Indicator Description",
        "2013/14 Actual Performance", "2013/14 all Wales comparative data (where applicable)",
        "2014/15 Target", "Target Q4", "Actual Performance Q4", "Performance Q4 vs Target Q4",
        "Reasons for Variances/ Performance",
    ]  # fmt: skip
    met, near, missed = "Target met", "Within 5% of target", "Target not met"
    rows: list[Row] = [
        [bold("Performance Management Information - Quarter 4 2014/15")],
        ["Report to Cabinet, 23 July 2015"],
        BLANK,
        headings,
        ["Customer", "Education", "% attendance in primary schools", pct(0.933), pct(0.937),
         pct(0.94), pct(0.94), pct(0.944), met, None],
        [None, "Education", "% attendance in secondary schools", pct(0.914), pct(0.926),
         pct(0.93), pct(0.93), pct(0.927), near, "Illness in the spring term of 2014/15"],
        [None, "Adults", "Delayed transfers of care per 1,000 aged 75+", 4.9, 4.7, 4.5, 4.5, 5.12,
         missed, None],
        ["Resources", "Human Resources", "Days lost to sickness per employee", 9.8, None, 9.5, 2.5,
         2.71, missed, None],
        [None, "Finance", "% of invoices paid within 30 days", pct(0.912), "N/A", pct(0.93),
         pct(0.95), "TBC", None, "Figure to follow"],
        [None, "Waste", "% of municipal waste recycled", "53.8 %", "54.3 %", "58 %", "55 %",
         "54.1 %", near, None],
    ]  # fmt: skip
    return book(path, Page("Health check", rows, ["A1:J1", "A5:A7", "A8:A10"]))


def blackburn(path: Path) -> Path:
    """8: half year and year end, each cell with a figure in words and its rating."""
    rows: list[Row] = [
        [bold("Appendix One: Corporate Plan 2018/2019 Half-year performance")],
        ["Portfolio: Leader - Councillor A Member"],
        BLANK,
        ["Performance measures", "Good Performance is", "Baseline", "2018/2019 target",
         "Half year performance and rating (RED) (AMBER) (GREEN)",
         "Year-end performance and rating"],
        [bold("Objective 1: Supporting our communities")],
        ["Increase the number of volunteers", "Higher", 680, 700,
         "711 volunteers supporting council services (GREEN)", None],
        ["Satisfaction with parks", "High", pct(0.72, "0%"), pct(0.75, "0%"),
         "Survey reported at year end", None],
        [bold("Objective 2: A cleaner borough")],
        ["Percentage of waste recycled", "High", pct(0.312), "35%", "33.4% (AMBER)", None],
        ["Number of fly-tipping incidents", "Low", 2104, "Fewer than 2,000",
         "1,240 incidents (RED)", None],
        ["Growth programme", "Delivery", None, "On-going delivery",
         "Programme on schedule (GREEN)", None],
        ["New Local Plan", "Delivery", "N/A", "Update on progress",
         "Consultation slipped (AMBER)", None],
    ]  # fmt: skip
    return book(path, Page("Leader", rows, ["A1:F1", "A5:F5", "A8:F8"]))


def lincolnshire(path: Path, *, named: bool = True) -> Path:
    """9: one quarter's actual and target, its period in the title alone; status in words."""
    rows: list[Row] = [
        [bold("Council Business Plan - Adults - Q3 2016/17")],
        BLANK,
        ["Measure" if named else None, "Actual", "Target",
         "Achieved / Not achieved / Improving but not achieved"],
        [bold("Protecting the vulnerable")],
        ["Safeguarding enquiries where the person was involved", pct(0.975), pct(1.0),
         "Improving but not achieved"],
        ["Concluded enquiries where risk was reduced", pct(0.93), pct(0.9), "Achieved"],
        [bold("Specialist adult services")],
        ["Adults with a learning disability in their own home", "76.8 %", "77.0 %",
         "Not achieved"],
        ["Permanent admissions aged 65+", 742, 850, "Achieved"],
        ["Carers supported in the last 12 months", "8,417", "8,600", "Not achieved"],
        ["People with a direct payment", "TBC", pct(0.4), None],
    ]  # fmt: skip
    return book(path, Page("Adults", rows, ["A1:D1"]))
