"""What a write-back costs, side by side with what a user would do instead.

    python benchmarks/cost.py [--quick]

The project's first sample, a plain typical scorecard (60 rows x 30 columns), one with a sheet of
200,000 x 15 figures beside it and one with 20 MB of images are measured. Each gets the same edit
(three columns, conditional formats, a summary sheet with a chart) in four ways, in one process with
imports done:

  openpyxl  load, edit, save: the straightforward script
  edit      ours: the same edit through our writer
  floor     copying the zip entries raw and recompressing only the parts that must change
  refresh   ours: everything, with reading, checking and rating

Ratios of one run on one machine count, not seconds. Peak memory is that of a process of its own.
--quick leaves out openpyxl on the sheet of figures, which takes minutes.
"""

from __future__ import annotations

import os
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.chart import LineChart, Reference
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill

from xl_scorecard.batch.commands import plan
from xl_scorecard.domain.cell_ref import a1, absolute, range_a1
from xl_scorecard.domain.edits import (
    CellEdit,
    Chart,
    Edits,
    NewSheet,
    OwnedBlock,
    Series,
    Shade,
    SheetEdit,
    Style,
)
from xl_scorecard.domain.ours import MARK
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.options import Options
from xl_scorecard.reading.sheets.files import open_package
from xl_scorecard.run import process
from xl_scorecard.writing.apply import ClosedWorkbook, apply
from xl_scorecard.writing.swap import stamp_of, write_whole

ROWS, PERIODS = 60, 24
FIRST, LAST = 5, 4 + ROWS
SAMPLES = Path(__file__).parents[1]
SAMPLE = SAMPLES / "workbooks" / "childrens-services-2018-19-q3.xlsx"


@dataclass(frozen=True)
class Layout:
    """Where a scorecard's table is: rows, and columns of target, outturns and the new ones."""

    first: int = FIRST
    last: int = LAST
    target: int = 5
    before: int = 28
    now: int = 29
    new: int = 31


def layout_of(book: Path) -> Layout:
    """The layout of a workbook; the sample's is its own."""
    sample = Layout(first=8, last=86, target=5, before=10, now=11, new=25)
    return sample if book.name == SAMPLE.name else Layout()


BANDS = (
    ("Good", "#00703C", "#FFFFFF"),
    ("Amber", "#F5A623", "#241A00"),
    ("Red", "#B3001B", "#FFFFFF"),
)


# -- the workbooks -----------------------------------------------------------------------------


def make_books(folder: Path) -> dict[str, Path]:
    """The four workbooks, and the rule set for them."""
    _make_rules(folder)
    books = {name: folder / f"{name}.xlsx" for name in ("typical", "data", "images")}
    for name, path in books.items():
        book = xlsxwriter.Workbook(str(path), {"constant_memory": name == "data"})
        add_scorecard(book)
        if name == "data":
            _data(book)
        if name == "images":
            _images(book, folder)
        book.close()
    return {"sample": SAMPLE, **books}


def make_typical(folder: Path) -> Path:
    """The typical scorecard alone, and the rule set for it."""
    _make_rules(folder)
    path = folder / "typical.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        add_scorecard(book)
    return path


def _make_rules(folder: Path) -> None:
    indicators = "".join(
        f"  - {{id: I{n:03d}, name: Children seen within timescale {n}, unit: percent}}\n"
        for n in range(1, ROWS + 1)
    )
    (folder / "rules.yaml").write_text(
        "name: bench\ndefaults: {tolerance: 5 points, good_is: high}\nindicators:\n" + indicators
    )


def add_scorecard(book: xlsxwriter.Workbook) -> None:
    """What a council has: a table, notes on cells, a list, a chart, a page of explanations."""
    sheet = book.add_worksheet("Scorecard")
    head = book.add_format(
        {"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "border": 1}
    )
    percent = book.add_format({"num_format": "0.0%", "border": 1})
    text = book.add_format({"border": 1, "text_wrap": True})
    sheet.write(0, 0, "Quarterly scorecard", book.add_format({"bold": True, "font_size": 16}))
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    periods = [f"{month}-{year}" for year in (17, 18) for month in months]
    headings = ["Ref", "Indicator", "Good is", "Unit", "Target", *periods, "Comment"]
    sheet.write_row(FIRST - 2, 0, headings, head)
    for n in range(ROWS):
        row = FIRST - 1 + n
        name = f"Children seen within timescale {n + 1}"
        sheet.write_row(row, 0, [f"I{n + 1:03d}", name, "High", "%"], text)
        sheet.write(row, 4, 0.8, percent)
        for period in range(PERIODS):
            sheet.write(row, 5 + period, _figure(n, period), percent)
        sheet.write(row, 5 + PERIODS, "Relatively stable over twelve months", text)
        if n % 10 == 0:
            sheet.write_comment(row, 5, "Counted again in March")
    sheet.freeze_panes(FIRST - 1, 2)
    sheet.data_validation(
        FIRST - 1, 2, LAST - 1, 2, {"validate": "list", "source": ["High", "Low"]}
    )
    sheet.conditional_format(
        FIRST - 1, 5, LAST - 1, 4 + PERIODS, {"type": "cell", "criteria": "<", "value": 0.5}
    )
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": ["Scorecard", FIRST - 1, 5, FIRST - 1, 4 + PERIODS]})
    notes = book.add_worksheet("Notes")
    notes.insert_chart(1, 8, chart)
    for row in range(40):
        notes.write_row(row, 0, [f"Note {row}", "What the figures mean and where they come from"])


def _figure(n: int, period: int) -> float:
    return 0.6 + ((n * 7 + period * 3) % 37) / 100


def _data(book: xlsxwriter.Workbook) -> None:
    """Records as a case system exports them: references, words, counts and amounts."""
    sheet = book.add_worksheet("Data")
    sheet.write_row(0, 0, [f"Column {c}" for c in range(15)])
    teams = ("Assessment", "Children in Care", "Early Help", "Leaving Care")
    for row in range(1, 200_001):
        amounts = [((row * 7919 + c * 104_729) % 1_000_003) / 97 for c in range(8)]
        counts = [(row * 31 + c * 17) % 9973 for c in range(4)]
        words = [f"C{row:06d}", teams[row % 4], f"2018-{row % 12 + 1:02d}-{row % 28 + 1:02d}"]
        sheet.write_row(row, 0, words + counts + amounts)


def _images(book: xlsxwriter.Workbook, folder: Path) -> None:
    sheet = book.add_worksheet("Pictures")
    for number in range(10):
        path = folder / f"picture{number}.png"
        path.write_bytes(_png(820, 820))
        sheet.insert_image(number * 40, 0, str(path))


def _png(width: int, height: int) -> bytes:
    """A picture of noise: 3 bytes a pixel that do not compress."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
        )

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 2, 0, 0, 0))
    lines = b"".join(b"\0" + os.urandom(3 * width) for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(lines, 1))
        + chunk(b"IEND", b"")
    )


# -- the same edit, in three ways ---------------------------------------------------------------


def by_openpyxl(source: Path, target: Path) -> None:
    """The straightforward script."""
    at = layout_of(source)
    book = openpyxl.load_workbook(source, keep_links=False)
    sheet = book["Scorecard"]
    for offset, heading in enumerate(("Status", "Direction", "Change")):
        sheet.cell(at.first - 1, at.new + offset, heading).font = Font(bold=True)
    for row in range(at.first, at.last + 1):
        status, direction, change = _formulas(row, at)
        sheet.cell(row, at.new, f"={status}")
        sheet.cell(row, at.new + 1, f"={direction}")
        sheet.cell(row, at.new + 2, f"={change}").number_format = "+0.0%;-0.0%;0.0%"
    for word, fill, text in BANDS:
        sheet.conditional_formatting.add(
            range_a1(at.first, at.new, at.last, at.new),
            FormulaRule(
                formula=[f'{a1(at.first, at.new)}="{word}"'],
                fill=PatternFill(bgColor=fill[1:]),
                font=Font(color=text[1:]),
            ),
        )
    summary = book.create_sheet("Summary")
    summary.append(["Status", "Indicators"])
    for word, _, _ in BANDS:
        summary.append(
            [word, f'=COUNTIF(Scorecard!{range_a1(at.first, at.new, at.last, at.new)},"{word}")']
        )
    chart = LineChart()
    chart.add_data(Reference(summary, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    summary.add_chart(chart, "D2")
    book.save(target)


def _formulas(row: int, at: Layout) -> tuple[str, str, str]:
    now, before, target = a1(row, at.now), a1(row, at.before), a1(row, at.target)
    return (
        f'IF({now}>={target},"Good",IF({now}>={target}-0.05,"Amber","Red"))',
        f'IF({now}>{before},"Up",IF({now}<{before},"Down","Level"))',
        f"({now}-{before})/{before}",
    )


def by_us(source: Path, target: Path) -> None:
    """The same edit through our writer, with computed values (the sample's are made up)."""
    at = layout_of(source)
    edit = SheetEdit(
        "Scorecard", blocks=[OwnedBlock(range_a1(at.first - 1, at.new, at.last, at.new + 2))]
    )
    for offset, heading in enumerate(("Status", "Direction", "Change")):
        edit.cells.append(
            CellEdit(at.first - 1, at.new + offset, heading, style=Style(like=(at.first - 1, 5)))
        )
    counts = dict.fromkeys((word for word, _, _ in BANDS), 0)
    for row in range(at.first, at.last + 1):
        n = row - at.first
        now, before = _figure(n, 23), _figure(n, 22)
        word = "Good" if now >= 0.8 else "Amber" if now >= 0.75 else "Red"
        counts[word] += 1
        moved = "Up" if now > before else "Down" if now < before else "Level"
        for offset, (value, formula) in enumerate(
            zip((word, moved, (now - before) / before), _formulas(row, at), strict=True)
        ):
            number = "+0.0%;-0.0%;0.0%" if offset == 2 else "General"
            style = Style(like=(row, 5), number_format=number)
            edit.cells.append(CellEdit(row, at.new + offset, value, formula, style))
    block = range_a1(at.first, at.new, at.last, at.new)
    for word, fill, text in BANDS:
        edit.shades.append(Shade(block, f'AND({a1(at.first, at.new)}="{word}",{MARK})', fill, text))
    cells = [CellEdit(1, 1, "Status"), CellEdit(1, 2, "Indicators")]
    for row, (word, _, _) in enumerate(BANDS, 2):
        cells.append(CellEdit(row, 1, word))
        cells.append(CellEdit(row, 2, counts[word], f"COUNTIF('Scorecard'!{block},\"{word}\")"))
    series = Series(
        absolute("Summary", "B1"),
        absolute("Summary", "A2:A4"),
        absolute("Summary", "B2:B4"),
        "#1F4E79",
    )
    chart = Chart("line", "Indicators", "Indicators by status", (series,), 2, 4, 480, 288)
    with open_package(source) as package:
        apply(
            ClosedWorkbook(Workbook(package)),
            Edits([edit], [NewSheet("summary", "Summary", cells=cells, charts=[chart])]),
        )
        write_whole(
            target,
            package.save,
            source=source,
            read_at=stamp_of(source),
            close_source=package.close,
        )


def floor(source: Path, edited: Path) -> Callable[[Path, Path], None]:
    """Raw copying, with the parts of an edited workbook compressed: no less can be done.

    Written apart from our own writer, without its swapping in. It syncs to disk as ours does:
    otherwise a power cut would leave half a file.
    """
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(edited) as after:
        same = {info.filename: info.CRC for info in before.infolist()}
        changed = {
            info.filename: after.read(info)
            for info in after.infolist()
            if same.get(info.filename) != info.CRC
        }

    def copy(source: Path, target: Path) -> None:
        with zipfile.ZipFile(source) as old, target.open("wb") as out, source.open("rb") as raw:
            offsets = []
            for info in old.infolist():
                if info.filename not in changed:
                    offsets.append((info, out.tell()))
                    raw.seek(info.header_offset + 26)
                    extra = sum(struct.unpack("<HH", raw.read(4)))
                    raw.seek(info.header_offset)
                    out.write(raw.read(30 + extra + info.compress_size))
            for name, data in changed.items():
                packer = zlib.compressobj(6, zlib.DEFLATED, -15)
                body = packer.compress(data) + packer.flush()
                out.write(bytes(30) + name.encode() + body + zlib.crc32(data).to_bytes(4, "big"))
            for info, _ in offsets:
                out.write(bytes(46) + info.filename.encode())
            out.flush()
            os.fsync(out.fileno())

    return copy


def refreshed(source: Path, target: Path) -> None:
    """Everything: reading, checking, rating, writing."""
    own = source.parent / "rules.yaml"
    rules = own if own.exists() else SAMPLES / "rules"
    job = plan("refresh", [source], Options(rules=rules, out=target.parent / "refreshed"))[0]
    outcome = process(job)
    assert outcome.outcome == "refreshed", outcome.error


# -- measuring ------------------------------------------------------------------------------------


def seconds(act: Callable[[Path, Path], None], source: Path, target: Path, times: int) -> float:
    """The best of several runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        act(source, target)
        best = min(best, time.perf_counter() - start)
    return best


def _peak_of_this_process() -> float:
    """Megabytes; the kernel's own mark, since getrusage counts the parent before exec too."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20  # macOS counts bytes
    line = next(x for x in status.read_text().splitlines() if x.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def peak_memory(name: str, source: Path, target: Path) -> float:
    """Megabytes at most, in a process of its own that does it once."""
    command = [sys.executable, __file__, "--measure", name, str(source), str(target)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(run.stdout)


def _print(rows: list[tuple[str, float, dict[str, float], dict[str, float]]]) -> None:
    """A table in Markdown: seconds, ratios, megabytes."""
    headings = (
        "workbook", "MB", "openpyxl s", "edit s", "floor s", "refresh s", "openpyxl / edit",
        "edit / floor", "openpyxl / refresh", "peak MB: edit", "refresh", "openpyxl",
    )  # fmt: skip
    print("| " + " | ".join(headings) + " |")
    print("|---" * len(headings) + "|")
    for book, size, t, m in rows:
        cells = (
            book, f"{size:.2f}", f"{t['openpyxl']:.2f}", f"{t['edit']:.3f}", f"{t['floor']:.3f}",
            f"{t['refresh']:.3f}", f"{t['openpyxl'] / t['edit']:.1f}",
            f"{t['edit'] / t['floor']:.2f}", f"{t['openpyxl'] / t['refresh']:.1f}",
            f"{m['edit']:.0f}", f"{m['refresh']:.0f}", f"{m['openpyxl']:.0f}",
        )  # fmt: skip
        print("| " + " | ".join(cells) + " |")


def main(arguments: list[str]) -> int:
    """Run it all and print the table."""
    if arguments[:1] == ["--measure"]:
        {"openpyxl": by_openpyxl, "edit": by_us, "refresh": refreshed}[arguments[1]](
            *map(Path, arguments[2:])
        )
        print(_peak_of_this_process())
        return 0
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        books = make_books(folder)
        target = folder / "out.xlsx"
        for book, path in books.items():
            edited = folder / "edited.xlsx"
            by_us(path, edited)
            repeat = 7
            slow = book == "data"
            times = {
                "edit": seconds(by_us, path, target, repeat),
                "floor": seconds(floor(path, edited), path, target, repeat),
                "refresh": seconds(refreshed, path, target, repeat),
            }
            skip = slow and "--quick" in arguments
            times["openpyxl"] = (
                float("nan") if skip else seconds(by_openpyxl, path, target, 1 if slow else 3)
            )
            memory = {n: peak_memory(n, path, target) for n in ("edit", "refresh")}
            memory["openpyxl"] = float("nan") if skip else peak_memory("openpyxl", path, target)
            rows.append((book, path.stat().st_size / 1e6, times, memory))
            shutil.rmtree(folder / "refreshed", ignore_errors=True)
    _print(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
