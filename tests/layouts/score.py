"""A workbook's reading, scored against the truth it was made from."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from tests.layouts import by_indicator, explicit
from tests.layouts.expected import expected
from tests.layouts.generate import Made, workbook
from tests.layouts.known import decided
from tests.layouts.matching import Pairs, Sayings, pair, rows_and_columns
from tests.layouts.product import Answer, read, refreshed
from tests.layouts.truth import Slip
from tests.layouts.verdicts import Judged, Score, Verdict

FAIR_QUESTIONS = ("defaults:", "rating:")
"""A person asks these too, of a sheet that does not say."""


def score(
    seed: int, folder: Path, layout: str | None = None, *, refresh: bool = False,
    said: bool = False,
) -> Score:  # fmt: skip
    """Make the workbook, have it read, and judge the reading.

    `said`: its layout is said by a person, who also goes over the indicators of the draft.
    """
    made, within = workbook(seed, layout), folder / str(seed)
    within.mkdir(exist_ok=True)
    book = within / made.name
    said = said and made.truth.readable  # of what is no scorecard nobody says anything
    told = explicit.layout(made) if said else None
    answer = read(made.content, book, told, partial(decided, made) if said else None)
    if said:  # what it says leaves no room for refusing
        made = replace(made, truth=replace(made.truth, may_refuse=False))
    judged = judge(made, answer)
    if refresh and not answer.refused:
        judged.append(_refreshed(answer, refreshed(book)))
    return Score(seed, made.truth.layout, made.truth.features, tuple(judged))


def _refreshed(answer: Answer, outcome: dict[str, Any]) -> Judged:
    """A refresh is to give the figures that the check gave."""
    error = outcome.get("error")
    if error:
        return Judged("refresh", Verdict.PARTLY, why=error["message"][:200])
    same = outcome["indicators"] == answer.outcome.get("indicators")
    verdict = Verdict.RIGHT if same else Verdict.SILENT
    return Judged("refresh", verdict, why="" if same else "other figures than in the check")


def judge(made: Made, answer: Answer) -> list[Judged]:
    """Every aspect of one reading."""
    if not made.truth.readable:
        return [_refusal_due(answer)]
    if answer.refused:
        fair = made.truth.may_refuse
        verdict = Verdict.RIGHT if fair else Verdict.PARTLY
        return [Judged("refusal", verdict, why=answer.refused[:200])]
    if made.truth.may_refuse:
        return _not_for_certain(made, answer)
    sayings, pairs = Sayings(answer), pair(made, answer)
    found = [_period(made, answer, sayings)]
    found += _rows(made, answer, sayings, pairs)
    for indicator, read_ in pairs.pairs:
        context = by_indicator.Context(made, answer, sayings, indicator, read_)
        found += by_indicator.judge(context, right_period=found[0].verdict is Verdict.RIGHT)
    found += _findings(made, sayings, pairs)
    return found + _questions(made, answer)


def _refusal_due(answer: Answer) -> Judged:
    if answer.refused:
        return Judged("refusal", Verdict.RIGHT)
    read_ = len(answer.outcome.get("indicators", ()))
    return Judged("refusal", Verdict.SILENT, why=f"drafted {read_} indicators of what is none")


def _not_for_certain(made: Made, answer: Answer) -> list[Judged]:
    """Where a refusal is fair a reading must at least ask about its periods, or warn."""
    said = any("period:" in line for line in answer.asked_of_all) or any(
        "period" in f["check"] or "period" in f["message"] for f in Sayings(answer).telling()
    )
    why = f"reads {answer.outcome.get('period')}"
    return [Judged("period", Verdict.PARTLY if said else Verdict.SILENT, why=why)]


def _period(made: Made, answer: Answer, sayings: Sayings) -> Judged:
    last = made.truth.reported
    assert last is not None
    got = answer.outcome.get("period")
    if got in (last.printed(), *made.truth.or_reported):
        return Judged("period", Verdict.RIGHT)
    asked = any(_of_period(line, made) for line in answer.asked_of_all)
    verdict = Verdict.PARTLY if asked or _noise(made, sayings) else Verdict.SILENT
    return Judged("period", verdict, why=f"{got} for {last.printed()}")


def _noise(made: Made, sayings: Sayings) -> bool:
    """Findings that tell an officer which period was taken: of it, or most of its cells blank."""
    checks = [f["check"] for f in sayings.telling()]
    named = any("period" in check or "heading" in check for check in checks)
    return named or 2 * checks.count("value-missing") > len(made.truth.indicators)


def _of_period(question: str, made: Made) -> bool:
    """Whether a question is about the period, or names the heading that tells it."""
    heading = made.truth.latest_heading
    return "period:" in question or bool(heading and heading in question)


def _rows(made: Made, answer: Answer, sayings: Sayings, pairs: Pairs) -> list[Judged]:
    found = [Judged("rows", Verdict.RIGHT) for _ in pairs.pairs]
    for indicator in pairs.missing:
        spot = made.spots[indicator.key]
        said = sayings.left_out(spot.sheet, spot.row) or sayings.about(spot.sheet, [spot.row])
        verdict = Verdict.PARTLY if said else Verdict.SILENT
        found.append(Judged("rows", verdict, indicator.name, f"not read, row {spot.row}"))
    for one in pairs.extra:
        asked = answer.asked.get(one["id"], frozenset()) & {"good_is", "target", "unit"}
        said = bool(asked) or sayings.about(one["sheet"], [one["row"]], [one["id"]])
        verdict = Verdict.PARTLY if said else Verdict.SILENT
        found.append(Judged("rows", verdict, one["name"], "read as an indicator, and is none"))
    return found


def _findings(made: Made, sayings: Sayings, pairs: Pairs) -> list[Judged]:
    """Slips that nothing points at; errors found where there is none."""
    found = []
    for slip in made.truth.slips:
        hit = any(_finds(slip, finding) for finding in sayings.findings)
        verdict = Verdict.RIGHT if hit else Verdict.PARTLY
        found.append(Judged("missed findings", verdict, slip.name, f"{slip.kind} in {slip.cell}"))
    due = {(slip.sheet, rows_and_columns(slip.cell)[1]) for slip in made.truth.slips}
    for indicator, _ in pairs.pairs:
        if expected(made.truth, indicator).unfair_target:
            due.add((made.spots[indicator.key].sheet, made.spots[indicator.key].row))
    for finding in sayings.telling():
        place = finding["sheet"], rows_and_columns(finding["cell"])[1]
        true = place in due or finding["check"] in made.truth.due
        if finding["severity"] == "error" and not true:
            why = f"{finding['check']} in {finding['cell']}: {finding['message'][:90]}"
            found.append(Judged("false findings", Verdict.PARTLY, finding["indicator"] or "", why))
    return found


def _finds(slip: Slip, finding: dict[str, Any]) -> bool:
    """Whether a finding is the one that is due: in that cell, or of parts a row or two below."""
    if finding["sheet"] != slip.sheet or (slip.checks and finding["check"] not in slip.checks):
        return False
    column, row = rows_and_columns(slip.cell)
    other, below = rows_and_columns(finding["cell"])
    deep = 2 if slip.kind == "numerator" else 0
    return other == column and row <= below <= row + deep


def _questions(made: Made, answer: Answer) -> list[Judged]:
    return [
        Judged("questions", Verdict.PARTLY, why=line[:120])
        for line in answer.asked_of_all
        if not any(fair in line for fair in FAIR_QUESTIONS) and not _of_period(line, made)
    ]
