"""The scores of many workbooks as tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tests.layouts.verdicts import ASPECTS, Score, Verdict, worst

BEGIN, END = "<!-- layouts: begin -->", "<!-- layouts: end -->"
SAID_BEGIN, SAID_END = "<!-- layouts said: begin -->", "<!-- layouts said: end -->"


INTRODUCTION = """\
## Layouts of a described truth

{count} workbooks made by `tests/layouts`, each drafted and checked without help
(`make bench-reading`).

- *Right*: read as a person would, without a needless question and without a false error.
- *Partly*: not so, but what is wrong is said by a question in the draft, a finding or a refusal;
  or a slip was not found, or an error where there is none.
- *Silent*: a value, target, period, row, unit, rating or which way is good is wrong and nothing
  says so.

Right {right}, partly {partly}, silent {silent}.
"""
TOLD = """\
## The same layouts, said

The same {count} workbooks, each with its layout said under `workbook: tables:`, the reported period
under `workbook: period:`, and the draft gone over by a person who knows what each indicator is
counted in and covers and, where the sheet does not say it, which way is good
(`benchmarks/reading_layouts.py --explicit`). Judged in every aspect.

Right {right}, partly {partly}, silent {silent}.
"""
BY_ASPECT = """
By aspect, each indicator (or workbook) for itself, and in how many workbooks one is silently wrong:
"""


def tables(scores: Sequence[Score]) -> str:
    """Markdown: the whole, by layout, by aspect, and by what a sheet shows."""
    total = Counter(score.verdict for score in scores)
    shares = {verdict.value: _share(total, verdict) for verdict in Verdict}
    return "\n".join(
        [
            INTRODUCTION.format(count=len(scores), **shares),
            *_table("layout", _by_layout(scores)),
            BY_ASPECT,
            *_by_aspect(scores),
            "\nBy what the sheet shows (workbooks):\n",
            *_table("shown", _by_feature(scores)),
        ]
    )


def told(scores: Sequence[Score]) -> str:
    """Markdown: how many are right where a person says the layout, and which are not."""
    total = Counter(score.verdict for score in scores)
    shares = {verdict.value: _share(total, verdict) for verdict in Verdict}
    wrong = [score for score in scores if score.verdict is not Verdict.RIGHT]
    counts = Counter(score.layout for score in wrong)
    named = ", ".join(f"{layout} ({count})" for layout, count in sorted(counts.items()))
    return TOLD.format(count=len(scores), **shares) + (f"\nNot right: {named}.\n" if named else "")


def _share(counts: Counter[Verdict], verdict: Verdict) -> str:
    return f"{counts[verdict]} ({counts[verdict] / max(counts.total(), 1):.0%})"


def _by_layout(scores: Iterable[Score]) -> dict[str, Counter[Verdict]]:
    found: dict[str, Counter[Verdict]] = defaultdict(Counter)
    for score in scores:
        found[score.layout][score.verdict] += 1
    return dict(sorted(found.items()))


def _by_feature(scores: Iterable[Score]) -> dict[str, Counter[Verdict]]:
    found: dict[str, Counter[Verdict]] = defaultdict(Counter)
    for score in scores:
        for feature in score.features:
            found[feature][score.verdict] += 1
    return dict(sorted(found.items()))


def _table(heading: str, rows: dict[str, Counter[Verdict]]) -> list[str]:
    lines = [f"| {heading} | workbooks | right | partly | silent |", "|---|--:|--:|--:|--:|"]
    for name, counts in rows.items():
        cells = (counts.total(), *(counts[verdict] for verdict in Verdict))
        lines.append(f"| {name} | {' | '.join(map(str, cells))} |")
    return lines


def _by_aspect(scores: Sequence[Score]) -> list[str]:
    each: dict[str, Counter[Verdict]] = defaultdict(Counter)
    books: Counter[str] = Counter()
    for score in scores:
        for aspect in ASPECTS:
            verdicts = [one.verdict for one in score.judged if one.aspect == aspect]
            each[aspect].update(verdicts)
            books[aspect] += worst(verdicts) is Verdict.SILENT
    lines = [
        "| aspect | judged | right | partly | silent | workbooks silently wrong |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for aspect in ASPECTS:
        counts = each[aspect]
        if not counts:
            continue
        cells = (counts.total(), *(counts[verdict] for verdict in Verdict), books[aspect])
        lines.append(f"| {aspect} | {' | '.join(map(str, cells))} |")
    return lines


def faults(scores: Iterable[Score]) -> str:
    """A line for each thing that was not right."""
    lines = [
        f"{score.layout} | {score.seed} | {one.verdict} | {one.aspect} | {one.who} | {one.why}"
        for score in scores
        for one in score.judged
        if one.verdict is not Verdict.RIGHT
    ]
    return "\n".join(lines)


def put_into(page: str, text: str, *, said: bool = False) -> str:
    """The page with these figures between their markers; what else stands there stays."""
    begin, end = (SAID_BEGIN, SAID_END) if said else (BEGIN, END)
    block = f"{begin}\n{text}\n{end}\n"
    if begin not in page or end not in page:
        return f"{page.rstrip()}\n\n{block}"
    before, rest = page.split(begin, 1)
    return before + block + rest.split(end, 1)[1].removeprefix("\n")
