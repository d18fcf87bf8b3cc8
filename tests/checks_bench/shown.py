"""One trial laid open: layout, sheet, fault and findings, to see who is wrong."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from tests.checks_bench.kinds import Kind
from tests.checks_bench.page import Page, address
from tests.checks_bench.trial import checked, faulty, trial
from tests.checks_bench.verdicts import Finding
from tests.checks_bench.written import write


def show(seed: int, kind: Kind, folder: Path) -> str:
    """What was made of a seed, and what came of it; the workbooks stay in the folder."""
    book, spoilt, fault = faulty(seed, kind)
    verdict = trial(seed, folder, kind)
    lines = [f"seed {seed}, {kind.name}", f"layout {asdict(book.layout)}"]
    for page in spoilt.pages:
        lines += ["", f"-- {page.name}", *_grid(page)]
    lines += ["", f"put in: {fault}", f"found: {verdict.found} {verdict.error}", ""]
    for name, one in (("clean", book), ("faulty", spoilt)):
        lines.append(f"{name}: {write(one, folder / f'{seed}-{name}')[0]}")
        outcome = checked(one, folder / f"{seed}-{name}")
        lines.append(f"reads {outcome['period']}")
        lines += [f"  {_line(finding)}" for finding in outcome["findings"]]
    return "\n".join(lines)


def _grid(page: Page) -> list[str]:
    rows: dict[int, list[str]] = {}
    for (row, column), cell in sorted(page.cells.items()):
        if cell.value is None and not cell.fill and not cell.formula:
            continue
        more = f" {cell.formula}" if cell.formula else ""
        more += f" <{cell.fill}>" if cell.fill else ""
        text = f"{address(row, column)}={cell.value!r}{more}"
        rows.setdefault(row, []).append(text)
    return ["  ".join(cells) for cells in rows.values()]


def _line(finding: Finding) -> str:
    where = f"{finding['sheet']}!{finding['cell']}"
    return f"{finding['severity']} {finding['check']} {where}: {finding['message']}"
