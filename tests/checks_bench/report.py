"""The verdicts of many seeds as tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tests.checks_bench.verdicts import Finding, Verdict

BEGIN, END = "<!-- checks: begin -->", "<!-- checks: end -->"
INTRODUCTION = """\
## Faults put into clean scorecards

{count} scorecards made by `tests/checks_bench`, each checked clean and with one fault in it
(`make bench-checks`).

- *Found*: the check that is meant names a cell that is at fault.
- *False alarms*: other errors and warnings that the fault does not account for. *Precision* is the
  share of true findings among all errors and warnings, and those for information that were meant.

Of {count} faults {found} were found (recall {recall:.1%}), with {false} false
alarms (precision {precision:.1%}). Of {count} clean scorecards, {noisy} gave {alarms} errors and
warnings.
"""


def tables(verdicts: Sequence[Verdict]) -> str:
    """Markdown: the whole, and recall and precision by kind."""
    tried = [one for one in verdicts if one.found is not None]
    found, false = sum(bool(one.found) for one in tried), sum(len(one.alarms) for one in tried)
    true = sum(len(one.of_it) for one in tried)
    noisy = [one for one in tried if one.clean_alarms]
    lines = [
        INTRODUCTION.format(
            count=len(tried), found=found, recall=_share(found, len(tried)),
            false=false, precision=_share(true, true + false), noisy=len(noisy),
            alarms=sum(len(one.clean_alarms) for one in noisy),
        ),
        *_by_kind(tried),
    ]  # fmt: skip
    return "\n".join(lines)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _by_kind(verdicts: Iterable[Verdict]) -> list[str]:
    kinds: dict[str, list[Verdict]] = defaultdict(list)
    for one in verdicts:
        kinds[one.kind].append(one)
    lines = [
        "| kind | faults | found | recall | false alarms | precision |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for name, ones in sorted(kinds.items()):
        found, false = sum(bool(one.found) for one in ones), sum(len(one.alarms) for one in ones)
        true = sum(len(one.of_it) for one in ones)
        cells = (len(ones), found, f"{found / len(ones):.0%}", false,
                 f"{_share(true, true + false):.0%}" if true + false else "-")  # fmt: skip
        lines.append(f"| {name} | {' | '.join(map(str, cells))} |")
    return lines


def faults(verdicts: Iterable[Verdict]) -> str:
    """A line for each fault that was missed and each false alarm."""
    lines = []
    for one in verdicts:
        if one.found is None:
            lines.append(f"{one.seed} | {one.kind} | NOT PUT IN | {one.what}")
        elif not one.found:
            lines.append(f"{one.seed} | {one.kind} | MISSED | {one.what} {one.error}".rstrip())
        lines += [f"{one.seed} | {one.kind} | CLEAN BOOK | {_line(f)}" for f in one.clean_alarms]
        lines += [f"{one.seed} | {one.kind} | FALSE ALARM | {_line(f)}" for f in one.alarms]
    return "\n".join(lines)


def alarms_by_check(verdicts: Iterable[Verdict]) -> str:
    """How often each check gave a false alarm, in clean and in other books."""
    counts = Counter(
        (found["check"], where)
        for one in verdicts
        for where, alarms in (("clean", one.clean_alarms), ("faulty", one.alarms))
        for found in alarms
    )
    return "\n".join(f"{n:5} {check} ({where})" for (check, where), n in counts.most_common())


def _line(finding: Finding) -> str:
    return f"{finding['check']} | {finding['sheet']}!{finding['cell']} | {finding['message'][:240]}"


def put_into(page: str, text: str) -> str:
    """The page with these figures between their markers; what else stands there stays."""
    block = f"{BEGIN}\n{text}\n{END}\n"
    if BEGIN not in page or END not in page:
        return f"{page.rstrip()}\n\n{block}"
    before, rest = page.split(BEGIN, 1)
    return before + block + rest.split(END, 1)[1].removeprefix("\n")
