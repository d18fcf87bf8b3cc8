"""Draws the pages of the Summary of scorecards of 5 to 500 indicators and of both samples, one
picture a page: `make_summary_pictures.py FOLDER [SIZE...]`.

Needs LibreOffice, poppler-utils and Carlito, whose letters are as wide as Calibri's: with others
the pages are not as Excel prints them. The figures are drawn by chance, from the same seed each
time. Look at every page afterwards: no chart may be cut, no page empty, no word cut off.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import xlsxwriter

import xl_scorecard

ROOT = Path(__file__).parents[1]
SIZES = (5, 35, 68, 200, 500)
SAMPLES = ("childrens-services-2018-19-q3.xlsx", "early-help-2018-12.xlsm")
SERVICES = (
    "Contact and Referral", "Early Help", "Children in Need", "Child Protection",
    "Children in Care", "Care Leavers", "Fostering", "Adoption", "Youth Justice", "Education",
    "Special Educational Needs and Disabilities", "Health and Wellbeing", "Workforce", "Finance",
    "Complaints", "Adults: Assessment and Review",
)  # fmt: skip
LONG = (
    "% of {} rated good or better at audit, by a second reader who had not seen the first audit, "
    "of all that were drawn for audit in the period"
)
KINDS: tuple[tuple[str, str, float], ...] = (
    ("% of {} completed within timescale", "High", 0.85),
    ("Number of {} open at the end of the period", "Neither", 240),
    ("% of {} that were repeated within 12 months", "Low", 0.2),
    ("% of {} with a plan that is up to date", "High", 0.9),
    ("Average days from request to decision for {}", "Low", 24),
    ("Number of {} waiting longer than four weeks", "Low", 18),
    (LONG, "High", 0.75),
)  # fmt: skip
THINGS = ("assessments", "visits", "reviews", "referrals", "placements", "checks", "meetings")
OWNERS = ("Head of Assessment", "Head of Care", "Service Manager, Early Help", "Principal Officer")
SHORT_COMMENT = "Weekly tracking with the health trust began in November."
LONG_COMMENT = (
    "Staffing in two teams is still below establishment; three workers start in January, and the "
    "backlog is to be cleared by the end of March. Figures for December are provisional."
)
COMMENTS = ("", "", SHORT_COMMENT, LONG_COMMENT)


def headings() -> list[str]:
    """The columns of a scorecard drawn by chance."""
    quarters = [f"Q{q} 2017/18" for q in (1, 2, 3, 4)] + [f"Q{q} 2018/19" for q in (1, 2, 3)]
    return ["Ref", "Section", "Indicator", "Owner", "Good is", "Target", "England", *quarters,
            "Comment"]  # fmt: skip


def rows(count: int) -> Iterator[list[object]]:
    """So many indicators; a section for some seven, and at most sixteen."""
    chance = random.Random(count)
    sections = SERVICES[: max(1, min(len(SERVICES), count // 7))]
    for number in range(count):
        section = sections[number * len(sections) // count]
        name, good, usual = KINDS[number % len(KINDS)]
        thing = THINGS[number // len(KINDS) % len(THINGS)]
        called = f"{name.format(thing)}"
        if number >= len(KINDS) * len(THINGS):
            called += f", team {number // (len(KINDS) * len(THINGS)) + 1}"
        share = usual < 1
        places = 3 if share else 0
        at = usual * chance.uniform(0.8, 1.1)
        figures: list[object] = []
        for _ in range(7):
            at *= chance.uniform(0.93, 1.07)
            figures.append(round(min(at, 0.99) if share else at, places))
        if number % 29 == 28:
            figures[-1] = "awaited"
        target = "" if good == "Neither" else usual
        england = round(usual * 0.97, places) if share and number % 2 else ""
        yield [f"I{number + 1}", section, called, chance.choice(OWNERS), good, target, england,
               *figures, chance.choice(COMMENTS)]  # fmt: skip


def scorecard(path: Path, lines: Sequence[Sequence[object]]) -> None:
    """Write a scorecard as an officer would."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Scorecard")
    share, plain = book.add_format({"num_format": "0.0%"}), book.add_format({"num_format": "0"})
    sheet.write(0, 0, "Performance scorecard, Q3 2018/19")
    sheet.write_row(2, 0, headings())
    for at, line in enumerate(lines, 3):
        for column, value in enumerate(line):
            figure = isinstance(value, int | float)
            sheet.write(at, column, value, (share if value < 1 else plain) if figure else None)
    book.close()


RULES = """\
name: drawn
title: Performance scorecard
defaults: {tolerance: 5%}
columns: [rag, direction, change, change_on_year, variation, streak, benchmark, trend]
indicators:
"""


def _run(*words: str) -> str:
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout


def summary_pages(workbook: Path, folder: Path, name: str) -> int:
    """Draw the pages of a workbook's Summary; returns how many there are."""
    _run(
        "soffice", "--headless", f"-env:UserInstallation=file://{folder / 'profile'}",
        "--convert-to", "pdf", "--outdir", str(folder), str(workbook),
    )  # fmt: skip
    pdf = folder / f"{workbook.stem}.pdf"
    text = _run("pdftotext", "-layout", str(pdf), "-")
    # a sheet's name stands in the footer of each of its pages
    pages = [
        number
        for number, page in enumerate(text.split("\f"), 1)
        if re.search(r"^\s*Summary\s+Page \d+ of \d+", page, re.MULTILINE)
    ]
    for shown, page in enumerate(pages, 1):
        picture = folder / f"{name}-{shown:02}"
        _run("pdftoppm", "-r", "80", "-png", "-singlefile", "-f", str(page), str(pdf), str(picture))
    return len(pages)


def main(folder: Path, asked: Sequence[str]) -> None:
    """Draw what is asked for, or all."""
    folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp())
    for size in SIZES:
        if asked and str(size) not in asked:
            continue
        path = work / f"drawn-{size}.xlsx"
        lines = list(rows(size))
        scorecard(path, lines)
        named = (
            f'  - {{id: {line[0]}, name: "{line[2]}", section: "{line[1]}"}}\n' for line in lines
        )
        (work / "rules.yaml").write_text(RULES + "".join(named))
        _drawn(path, work / "rules.yaml", folder, f"{size}")
    for sample in SAMPLES:
        if asked and sample.partition("-")[0] not in asked:
            continue
        _drawn(ROOT / "workbooks" / sample, ROOT / "rules", folder, sample.partition("-")[0])


def _drawn(path: Path, rules: Path, folder: Path, name: str) -> None:
    run = xl_scorecard.refresh(path, rules=rules, out=folder)
    for failed in run.failed:
        raise SystemExit(failed.error.message if failed.error else "failed")
    print(name, summary_pages(folder / path.name, folder, name), "pages")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
