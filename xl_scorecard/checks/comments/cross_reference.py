"""A row that points to a figure or indicator that is not there, or a figure of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from xl_scorecard.checks.check import Check, Found
from xl_scorecard.checks.comments._place import place_of_comment
from xl_scorecard.checks.context import Context
from xl_scorecard.checks.example import Example
from xl_scorecard.domain.cross_references import (
    Caption,
    Numbered,
    Pointer,
    indicators_pointed_to,
)
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.lexicon import lexicon

_FEWEST = 3
_SHARED = 2
_REFERENCE = re.compile(r"[^\W\d_]{1,8}\W?\d[\w.-]*")
_WORD = re.compile(r"[^\W\d_]{3,}")
_Subject = tuple[frozenset[str], int]
"""The words that a row is about, and how many of them a caption must have to be about it."""


def _points_wrong(context: Context) -> Iterator[Found]:
    captions, pointers = context.scorecard.references
    by_number: dict[Numbered, list[Caption]] = {}
    for caption in captions:
        by_number.setdefault(caption.of, []).append(caption)
    subjects = _subjects(context) if pointers else {}
    for pointer in pointers:
        cited = by_number.get(pointer.to, [])
        subject = subjects.get((pointer.sheet, pointer.row))
        if not cited:
            yield from _not_there(pointer, by_number)
        elif len(cited) == 1 and subject is not None:
            yield from _of_something_else(pointer, cited[0], captions, subject)
    yield from _no_such_indicator(context)


def _no_such_indicator(context: Context) -> Iterator[Found]:
    """A comment that points to an indicator by a reference that neither a row nor a rule has, where
    references are what rows have: a letter or more and a number."""
    rows = [each.row.reference for each in context.scorecard.rows if each.row.reference]
    referred = [each for each in rows if _REFERENCE.fullmatch(each)]
    if len(referred) < _FEWEST or 2 * len(referred) < len(context.scorecard.rows):
        return
    rules = [name for rule in context.rule_set.indicators for name in (rule.id, *rule.names)]
    known = {_key(name) for name in (*rows, *rules)}
    for row in context.rows:
        cell = place_of_comment(row)
        for named in indicators_pointed_to(row.measure.comment) if cell is not None else ():
            if _key(named) not in known:
                assert cell is not None  # told by it
                yield Found.in_row(
                    row,
                    cell,
                    f"{row.measure.name}: the comment points to indicator {named}, and no row or "
                    "rule has that reference",
                    found=named,
                    expected="the reference of an indicator that is there",
                )


def _key(reference: str) -> str:
    return "".join(ch for ch in reference.casefold() if ch.isalnum())


def _subjects(context: Context) -> Mapping[tuple[str, int], _Subject]:
    """What rows are about: an indicator by its name, a risk by being one."""
    found: dict[tuple[str, int], _Subject] = {}
    for row in context.rows:
        measure = row.measure
        found[measure.sheet, measure.row] = _words(f"{measure.name} {measure.section}"), _SHARED
    risks = frozenset(map(_plain, lexicon().risks.risks))
    for register in context.scorecard.registers:
        for risk in register.risks:
            found[register.sheet, risk.row] = risks, 1
    return found


def _words(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(_plain(word) for word in words) - {*map(_plain, lexicon().names.little)}


def _plain(word: str) -> str:
    return word.rstrip("s")


def _not_there(pointer: Pointer, captions: Mapping[Numbered, Sequence[Caption]]) -> Iterator[Found]:
    """A number beyond the last, where none before is without a caption: else a chart may have it
    in its own title."""
    numbers = {of.number for of in captions if of.table == pointer.to.table}
    last = max(numbers, default=0)
    if last >= _FEWEST and numbers == set(range(1, last + 1)) and pointer.to.number > last:
        ends = [
            of.words for of in (pointer.to._replace(number=1), pointer.to._replace(number=last))
        ]
        yield Found(
            f"{pointer.cell} points to {pointer.to.words}, but the captions in the workbook go "
            f"from {ends[0]} to {ends[1]}",
            pointer.sheet,
            pointer.cell,
            found=pointer.to.words,
            expected=f"{ends[0]} to {ends[1]}",
        )


def _of_something_else(
    pointer: Pointer, cited: Caption, captions: Sequence[Caption], subject: _Subject
) -> Iterator[Found]:
    """Where the caption has no word of what the row is about, and just one other has."""
    about, shared = subject
    if about & _words(cited.text):
        return
    fitting = [
        caption
        for caption in captions
        if caption.of.table == cited.of.table and len(about & _words(caption.text)) >= shared
    ]
    if len(fitting) == 1:
        right = fitting[0]
        yield Found(
            f'{pointer.cell} points to {cited.of.words}, "{cited.text}" ({cited.sheet}!'
            f'{cited.cell}); {right.of.words} is "{right.text}" ({right.sheet}!{right.cell}): '
            "is that meant?",
            pointer.sheet,
            pointer.cell,
            found=cited.of.words,
            expected=right.of.words,
        )


_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19", None)
_CAPTIONS = (
    ("Fig 13: Children open to social care", None, None, None, None),
    ("Fig 14: Social worker caseloads", None, None, None, None),
    ("Fig 15: Strategic risk scores", None, None, None, None),
)
_RISKS = ("Risk", "Likelihood", "Impact", "Score", "Reference")
CHECK = Check(
    slug="cross-reference",
    severity=Severity.WARNING,
    looks_for="a row that points to a figure or indicator that is not there, or to another figure "
    "than it is about",
    question="Does a risk say See Fig 13 where Fig 13 is open cases and Fig 15 the risks?",
    mend="Point to the row that is meant, or correct the figure it repeats.",
    run=_points_wrong,
    triggers=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children waiting", 24, 22, None),
            (None,) * 5,
            _RISKS,
            ("Practice", 3, 4, 12, "See Fig 13"),
            (None,) * 5,
            *_CAPTIONS,
        ),
        rules=("{id: A1, name: Children waiting}",),
        finds=("E5",),
    ),
    passes=Example(
        rows=(
            _HEADINGS,
            ("A1", "Children waiting", 24, 22, None),
            (None,) * 5,
            _RISKS,
            ("Practice", 3, 4, 12, "See Fig 15"),
            (None,) * 5,
            *_CAPTIONS,
        ),
        rules=("{id: A1, name: Children waiting}",),
    ),
)
