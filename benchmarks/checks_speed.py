"""What the checks of a large scorecard cost, check by check, beside a script that does a few.

    .venv/bin/python benchmarks/checks_speed.py [--rows 1000] [--periods 60] [--top 12]

CPU time of one process, the best of some turns: all checks once the workbook is read and rated, the
share of each, and a pandas script over the same figures that looks for what is above 100%, below 0,
blank, repeated, twice there by reference or name, above its denominator, or not its numerator over
it; then both from the file on. The script names no cell, and knows one layout. The
table has months, sections, shares with the counts they are made of, totals with parts, and typed
ratings, arrows, changes and comments, and nothing wrong but names that the
rules do not know: what a council's runs are like.
"""

from __future__ import annotations

import argparse
import gc
import math
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random

import pandas as pd
import xlsxwriter

from xl_scorecard.checks.catalogue import CHECKS
from xl_scorecard.checks.check import Check
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.running import run_checks
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.rating.assess import rate
from xl_scorecard.reading.sheets.file_sheets import FileSheets
from xl_scorecard.reading.sheets.files import open_package
from xl_scorecard.reading.tables.workbooks import read_workbook
from xl_scorecard.rule_files.load import load_rule_set

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TURNS = 3
OF_SCRIPT = 8
"""How many checks the script does."""
SECTION = 25
LEFT = ("Section", "Ref", "Indicator", "Unit", "Good is", "Target", "Tolerance")
RIGHT = ("RAG", "DoT", "Change from previous period", "Comment")
THINGS = ("children", "families", "homes", "roads", "visits", "plans", "reviews", "contacts")
ENDS = ("seen in time", "completed", "closed", "reported", "at the end of the month", "made")
AREAS = ("north", "south", "east", "west")

Row = tuple[str, str, str, list[float]]
"""Reference, name, unit and figures."""


def made(rows: int, periods: int) -> list[list[Row]]:
    """The rows of each section: shares with their counts, totals with parts, and counts alone."""
    rng = Random(7)
    sections: list[list[Row]] = []
    number = 0
    while number < rows:
        section: list[Row] = []
        while len(section) < SECTION and number < rows:
            thing, end = rng.choice(THINGS), rng.choice(ENDS)
            family = _family(rng, f"I{number:04d}", f"{thing} {end} by team {number}", periods)
            family = family[: min(SECTION - len(section), rows - number)]
            section += family
            number += len(family)
        sections.append(section)
    return sections


def _family(rng: Random, ref: str, name: str, periods: int) -> list[Row]:
    kind = rng.randrange(3)
    if kind == 0:
        bases = [float(rng.randint(400, 900)) for _ in range(periods)]
        tops = [float(round(base * rng.uniform(0.6, 0.95))) for base in bases]
        pairs = zip(tops, bases, strict=True)
        shares = [math.floor(top / base * 10_000 + 0.5) / 10_000 for top, base in pairs]
        return [(ref, f"% of {name}", "percent", shares),
                (f"{ref}-N", f"Number of {name}: counted", "count", tops),
                (f"{ref}-D", f"Number of {name}: all", "count", bases)]  # fmt: skip
    if kind == 1:
        parts = [[float(rng.randint(20, 90)) for _ in range(periods)] for _ in AREAS]
        total = [sum(each) for each in zip(*parts, strict=True)]
        return [(ref, f"Number of {name}", "count", total), *(
            (f"{ref}-{n}", f"of which: {area} {ref}", "count", figures)
            for n, (area, figures) in enumerate(zip(AREAS, parts, strict=True))
        )]  # fmt: skip
    figures = [float(rng.randint(1000, 9000)) for _ in range(periods)]
    return [(ref, f"Number of {name}", "count", figures)]


def write(folder: Path, sections: Sequence[Sequence[Row]], periods: int) -> tuple[Path, Path]:
    """The workbook, and the rule set for it."""
    book, rules = folder / "large.xlsx", folder / "rules.yaml"
    workbook = xlsxwriter.Workbook(str(book))
    sheet = workbook.add_worksheet("Scorecard")
    percent = workbook.add_format({"num_format": "0.00%"})
    headings = [f"{MONTHS[n % 12]} {2014 + n // 12}" for n in range(periods)]
    sheet.write_row(2, 0, [*LEFT, *headings, *RIGHT])
    entries = []
    at = 3
    for n, section in enumerate(sections, 1):
        for ref, name, unit, figures in section:
            style = percent if unit == "percent" else None
            target = 0.7 if unit == "percent" else figures[-1]
            good = figures[-1] >= target
            moved = figures[-1] - figures[-2]
            sheet.write_row(at, 0, [f"Section {n}", ref, name, unit, "High", target, "5%"])
            for place, figure in enumerate([target, "5%", *figures], len(LEFT) - 2):
                sheet.write(at, place, figure, style)
            arrow = "↑" if moved > 0 else "↓" if moved < 0 else "→"
            said = ["Green" if good else None, arrow, round(moved, 4), f"Seen by team {ref}"]
            sheet.write_row(at, len(LEFT) + periods, said)
            known_as = name.replace("% of", "Percentage of").replace(" in ", " within ")
            told = f'id: {ref}, name: "{known_as}", unit: {unit}, good_is: high{_of(ref, section)}'
            entries.append(
                f"  - {{{told}, aliases: [{name!r}]}}\n" if n % 2 else f"  - {{{told}}}\n"
            )
            at += 1
    workbook.close()
    rules.write_text("name: large\nrating: rag\nindicators:\n" + "".join(entries))
    return book, rules


def _of(ref: str, section: Sequence[Row]) -> str:
    there = {row[0] for row in section}
    if {f"{ref}-N", f"{ref}-D"} <= there:
        return f", numerator: {ref}-N, denominator: {ref}-D"
    return ""


def read(book: Path, rules: Path) -> Callable[[], Context]:
    """What the checks are given, anew each time, of a workbook that is read and rated once."""
    rule_set = load_rule_set(rules)
    with open_package(book) as package:
        _, scorecard = read_workbook(book.name, FileSheets(Workbook(package)), [rule_set], None)
    rows = rate(scorecard, rule_set.bands)
    return lambda: Context(scorecard, rule_set, rows)


def script(figures: pd.DataFrame, names: pd.DataFrame) -> int:
    """A few of the checks as an analyst would write them, over figures of a row an indicator."""
    shares = figures[names["unit"] == "percent"]
    found = int((shares > 1).sum().sum() + (figures < 0).sum().sum())
    now, before = figures.iloc[:, -1], figures.iloc[:, -2]
    found += int(now.isna().sum() + (now == before).sum())
    found += int(names["ref"].duplicated().sum() + names["name"].duplicated().sum())
    by_ref = figures.set_axis(names["ref"])
    there = set(by_ref.index)
    refs = [ref for ref in by_ref.index if {f"{ref}-N", f"{ref}-D"} <= there]
    tops, bases = (by_ref.loc[[f"{ref}-{end}" for ref in refs]].to_numpy() for end in "ND")
    found += int((tops > bases).sum())
    stated = by_ref.loc[refs].to_numpy()
    found += int((abs(stated - tops / bases) > 0.00005).sum())
    return found


def best(do: Callable[[], object]) -> float:
    """The least CPU time of some turns, in seconds."""
    times = []
    for _ in range(TURNS):
        began = time.process_time()
        do()
        times.append(time.process_time() - began)
    return min(times)


def script_from_file(book: Path) -> int:
    """The same, from the workbook on."""
    sheet = pd.read_excel(book, header=2, engine="calamine")
    names = sheet[["Ref", "Indicator", "Unit"]].set_axis(["ref", "name", "unit"], axis=1)
    return script(sheet.iloc[:, len(LEFT) : -len(RIGHT)], names)


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--periods", type=int, default=60)
    parser.add_argument("--top", type=int, default=12, help="how many checks to list")
    asked = parser.parse_args()
    gc.disable()  # as it is while a workbook is refreshed or checked
    sections = made(asked.rows, asked.periods)
    listed = [row for section in sections for row in section]
    figures = pd.DataFrame([row[3] for row in listed])
    names = pd.DataFrame([row[:3] for row in listed], columns=["ref", "name", "unit"])
    with tempfile.TemporaryDirectory() as folder:
        book, rules = write(Path(folder), sections, asked.periods)
        began = time.process_time()
        context = read(book, rules)
        read_and_rated = time.process_time() - began
        began = time.process_time()
        findings = run_checks(context()).findings
        first = time.process_time() - began
        by_script_from_file = best(partial(script_from_file, book))
    whole = best(lambda: run_checks(context()))
    by_script = best(partial(script, figures, names))
    each = {check.slug: best(partial(_alone, check, context())) for check in CHECKS}
    print(f"{len(listed)} rows x {asked.periods} periods, {len(findings)} findings\n")
    print("| | checks | s | times the script |\n|---|--:|--:|--:|")
    print(f"| all checks | {len(CHECKS)} | {whole:.2f} | {whole / by_script:.0f} |")
    print(f"| the first time | {len(CHECKS)} | {first:.2f} | |")
    print(f"| pandas script | {OF_SCRIPT} | {by_script:.4f} | 1 |")
    from_file = read_and_rated + first
    ratio = from_file / by_script_from_file
    print(f"| read, rated and all checks | {len(CHECKS)} | {from_file:.2f} | {ratio:.1f} |")
    print(f"| read_excel and the script | {OF_SCRIPT} | {by_script_from_file:.2f} | 1 |")
    print("\n| check | share | s |\n|---|--:|--:|")
    for slug, seconds in sorted(each.items(), key=lambda item: -item[1])[: asked.top]:
        print(f"| {slug} | {seconds / sum(each.values()):.1%} | {seconds:.3f} |")


def _alone(check: Check, context: Context) -> None:
    list(check.run(context))


if __name__ == "__main__":
    main()
