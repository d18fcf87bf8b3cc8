"""All 41 slips and consistencies of the published report: found at their cells, or not flagged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

import xl_scorecard
from tests.conftest import need_shared
from tests.support.books import done
from tests.support.paths import CHILDREN, CHILDRENS_RULES, SHARED

_GOLDEN = SHARED / "cases" / "checks" / "golden.xlsx"

FOUND = {
    "G01": ("sample", "numerator-denominator-mismatch", "K26"),
    "G02": ("sample", "numerator-denominator-mismatch", "K33"),
    "G03": ("sample", "numerator-denominator-mismatch", "K75"),
    "G21": ("golden", "comment-contradicts", "M9"),
    "G22": ("made", "comment-contradicts", "O15"),
    "G23": ("golden", "basis-mixed", "B10"),
    "G24": ("made", "basis-mixed", "B14"),
    "G25": ("made", "basis-mixed", "B13"),
    "G26": ("golden", "comment-contradicts", "M11"),
    "G28": ("golden", "figure-impossible", "I12"),
    "G29": ("made", "cross-reference", "G2 G3 G4"),
    "G31": ("golden", "parts-not-total", "I13"),
    "G36": ("made", "dot-across-break", "N12"),
    "G37": ("made", "marker-unknown", "J11"),
    "G38": ("golden", "indicator-renamed", "B19"),
}
QUIET = {
    "G04": ("sample", "CIN-SEEN"),
    "G05": ("sample", "CIN-1YR"),
    "G06": ("sample", "CPP-REPEAT-STOCK"),
    "G07": ("sample", "CIC-S20"),
    "G08": ("sample", "PL-3PLUS"),
    "G09": ("sample", "HA-UTD"),
    "G10": ("sample", "MOMO-CH"),
    "G11": ("sample", "COMPL-PCT"),
    "G12": ("made", "CPP"),
    "G13": ("made", "CIC"),
    "G14": ("made", "OPEN"),
    "G15": ("made", "COMPL"),
    "G16": ("golden", "G16"),
    "G17": ("made", "RCPC"),
    "G18": ("made", "ALLOC"),
    "G19": ("made", "RCPC"),
    "G20": ("made", "RCPC"),
    "G32": ("golden", "CIC"),
    "G33": ("made", "CIN"),
    "G34": ("golden", "G34"),
    "G35": ("golden", "G35"),
    "G39": ("made", "WORK"),
    "G40": ("sample", "PP-HAVE"),  # its change is worked out as a percentage by us
}
LEFT_TO_PEOPLE = {
    "G27": ("made", "COMPL"),  # whether 8% more is "similar"
    "G30": ("made", "DELAY"),  # whether one chart may show two indicators
    "G41": ("made", "RCPC"),  # whether a paper's summary names the highest risk
}
_HEADINGS = (
    "Ref", "Indicator", "Good is", "Target", "Tolerance", "Good/Outstanding LAs", "Q3 2017/18",
    "Q1 2018/19", "Q2 2018/19", "Q3 2018/19", "Change on year", "Change on quarter", "RAG", "DoT",
    "Comment", "Reference",
)  # fmt: skip
_RISING = "Between 98.5% and 99.3% throughout 2018."
_BETTER = "At 98%, above target and better than Good and Outstanding authorities"
_NONE = (None, None)
_ROWS: tuple[tuple[Any, ...], ...] = (
    ("OPEN", "Children open to social care", "Neither", *_NONE, None, 3990, 4010, 4050, 4090,
     0.025, 0.01, None, "↑", None, "Fig 13"),
    ("COMPL", "Complaints received", "Low", 40, 10, None, 44, 47, 50, 54, 0.23, 0.08, None, "↑",
     "Similar to last quarter."),
    ("CPP", "Children on a plan", "Neither", *_NONE, None, 880, 881, 885, 861, None, -0.027, None,
     "↓", "A small decrease"),
    ("CIC", "Children in care", "Neither", *_NONE, None, 636, 658, 671, 699, 0.099),
    ("IN", "Children who came into care", "Neither", *_NONE, None, 70, 80, 70, 84),
    ("OUT", "Children who left care", "Neither", *_NONE, None, 60, 58, 57, 56),
    ("CIN", "Children in need", "Neither", *_NONE, None, 2100, 2110, 2140, 2160),
    ("FD", "% of contacts decided in 48 hours", "High", 0.9, 0.05, None, 0.9, 0.91, 0.92,
     "under half"),
    ("SEEN", "% seen in 10 days", "High", 0.85, 0.05, None, 0.7, 0.72, 0.763, 0.864, *_NONE,
     "Green", "↑", "Above target."),
    ("PLANS", "% of children on a plan again (rolling year)", "Low", 0.2, 0.05, None, 0.22, 0.23,
     0.24, 0.265),
    ("CONF", "% of conferences in time as at the end of the quarter", "High", 0.8, 0.05, None, 0.7,
     0.72, 0.75, 0.86, *_NONE, "Green", "↑"),
    ("SA", "% of assessments in 45 days", "High", 0.84, 0.05, 0.848, 0.82, 0.81, 0.809, 0.8,
     *_NONE, "Amber", "↓", "80%: below tolerance of target"),
    ("ALLOC", "% of children with a worker", "High", 0.99, 0.01, None, 0.985, 0.992, 0.993, 0.991,
     *_NONE, "Green", None, _RISING),
    ("WORK", "Case holding workers", "Neither", *_NONE, None, 225, 240, 262, 284, 0.262, None, None,
     "↑", "Gradually increased"),
    ("RCPC", "% of reviews in time", "High", 0.9, 0.05, 0.924, 0.95, 0.96, 0.97, 0.977, *_NONE,
     "Green", "↑", _BETTER),
    ("CASES", "Workers with more than 20 children", "Low", 60, 10, None, 48, 49, 50, 50, *_NONE,
     "Green", "→", None, "Fig 14"),
    ("DELAY", "Children who waited for a worker", "Low", 40, 10, None, 28, 30, 30, 37, *_NONE,
     "Green", "↑", None, "Fig 14"),
)  # fmt: skip
_RISKS = (
    ("Ref", "Risk", "Likelihood", "Impact", "Score", "Level", "Reference"),
    ("R1", "Ineffective practice", 3, 4, 12, "Moderate", "Fig 13"),
    ("R2", "Workforce capacity", 4, 3, 12, "Moderate", "Fig 13"),
    ("R3", "Placement capacity", 4, 4, 16, "High", "Fig 13"),
    ("R4", "Educational outcomes", 3, 4, 12, "Moderate", "Fig 15"),
)
_CAPTIONS = (
    "Contacts", "Children seen after referral", "Single assessments", "Open assessments",
    "Visits to children in need", "Child protection plans", "Visits in 10 days", "Second plans",
    "Looked after children", "Section 20", "Statutory visits", "Out of county",
    "Children open to social care", "Social worker caseloads", "Strategic risk scores",
)  # fmt: skip
_BASES = {"PLANS": ", basis: snapshot", "CONF": ", basis: in quarter"}


def _made(folder: Path) -> tuple[Path, Path]:
    path, rules = folder / "made.xlsx", folder / "made.yaml"
    with xlsxwriter.Workbook(path) as book:
        share = book.add_format({"num_format": "0.0%"})
        page, risks, figures = (book.add_worksheet(n) for n in ("Scorecard", "Risks", "Figures"))
        page.write(0, 0, "Scorecard Q3 2018/19")
        for at, row in enumerate((_HEADINGS, *_ROWS), 2):
            for column, value in enumerate(row):
                page.write(at, column, value, share if isinstance(value, float) else None)
        for at, row in enumerate(_RISKS):
            risks.write_row(at, 0, row)
        for at, caption in enumerate(_CAPTIONS, 1):
            figures.write(at - 1, 0, f"Fig {at}: {caption}")
    named = "".join(
        f'  - {{id: {key}, name: "{name}", unit: {"percent" if "%" in name else "count"}'
        f"{_BASES.get(key, '')}}}\n"
        for key, name, *_ in _ROWS
    )
    breaks = "breaks: {SEEN: [2018/19 Q3]}\n"
    rules.write_text(f"name: made\nrating: rag\n{breaks}indicators:\n{named}", "utf-8")
    return path, rules


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """The findings of the three workbooks that have the report's figures between them."""
    need_shared(_GOLDEN, "the report's figures that are not in the sample")
    books = {
        "sample": (CHILDREN, CHILDRENS_RULES),
        "golden": (_GOLDEN, _GOLDEN.with_suffix(".yaml")),
        "made": _made(tmp_path_factory.mktemp("report")),
    }
    return {
        name: done(xl_scorecard.check(path, rules=rules)).findings
        for name, (path, rules) in books.items()
    }


def test_each_of_the_41_has_its_answer(report_facts: dict[str, Any]) -> None:
    told = [each["id"] for each in report_facts["arithmetic"]["checks"]]
    assert sorted([*FOUND, *QUIET, *LEFT_TO_PEOPLE]) == told
    assert len(told) == 41
    consistent = {
        each["id"]
        for each in report_facts["arithmetic"]["checks"]
        if each["verdict"] == "consistent"
    }
    assert consistent <= set(QUIET)


def test_what_contradicts_itself_is_found_at_its_cell(checked: dict[str, list[Any]]) -> None:
    for which, (book, check, cells) in FOUND.items():
        found = {f.cell for f in checked[book] if f.check == check}
        assert set(cells.split()) <= found, which


def test_what_agrees_or_a_person_has_to_judge_is_not_flagged(
    checked: dict[str, list[Any]],
) -> None:
    for which, (book, indicator) in {**QUIET, **LEFT_TO_PEOPLE}.items():
        found = [f.message for f in checked[book] if f.indicator == indicator]
        assert not found, which
    due = {(check, cell) for book, check, cells in FOUND.values() if book == "made"
           for cell in cells.split()}  # fmt: skip
    assert {(f.check, f.cell) for f in checked["made"]} == due
