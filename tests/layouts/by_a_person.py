"""What a person would answer of a workbook, in the product's own form: the best there can be."""

from __future__ import annotations

from typing import Any

from tests.layouts.expected import Expected, expected
from tests.layouts.generate import Made
from tests.layouts.product import Answer
from tests.layouts.truth import Indicator

STATUS = {"met": "good", "near": "acceptable", "missed": "red"}


def answer(made: Made) -> Answer:
    """Every indicator read as it is meant, every slip found, nothing asked that is plain."""
    if not made.truth.readable or made.truth.may_refuse:
        return Answer(refused="no scorecard")
    last = made.truth.reported
    assert last is not None
    numbered = list(enumerate(made.truth.indicators, 1))
    read = [_read(made, n, indicator) for n, indicator in numbered]
    asked = {
        str(n): frozenset({"good_is"})
        for n, indicator in numbered
        if not expected(made.truth, indicator).good_clear
    }
    rules = [
        {"id": str(n), **({} if str(n) in asked else {"good_is": str(indicator.good)})}
        for n, indicator in numbered
    ]
    outcome = {"period": last.printed(), "indicators": read, "findings": _findings(made)}
    return Answer(rules={"rating": "concern", "indicators": rules}, asked=asked, outcome=outcome)


def _read(made: Made, n: int, indicator: Indicator) -> dict[str, Any]:
    last, spot, true = made.truth.reported, made.spots[indicator.key], expected(
        made.truth, indicator
    )  # fmt: skip
    assert last is not None
    return {
        "id": str(n),
        "name": f"{indicator.name} {indicator.site}".strip(),
        "section": indicator.section,
        "sheet": spot.sheet,
        "row": spot.row,
        "cell": spot.figures[last],
        "unit": str(indicator.unit),
        "value": true.value,
        "target": true.target,
        "previous": true.previous,
        "status": _status(true),
    }


def _status(true: Expected) -> str:
    if not true.good_clear:
        return "not_rated"
    found = min(true.statuses)
    return STATUS.get(found, found)


def _findings(made: Made) -> list[dict[str, Any]]:
    found = [
        _finding(slip.checks[0] if slip.checks else "impossible-figure", slip.sheet, slip.cell)
        for slip in made.truth.slips
    ]
    for indicator in made.truth.indicators:
        if expected(made.truth, indicator).unfair_target:
            spot = made.spots[indicator.key]
            last = made.truth.reported
            assert last is not None
            found.append(_finding("target-of-another-span", spot.sheet, spot.figures[last]))
    return found


def _finding(check: str, sheet: str, cell: str) -> dict[str, Any]:
    said = {"message": check, "indicator": None, "severity": "error"}
    return {"check": check, "sheet": sheet, "cell": cell, **said}
