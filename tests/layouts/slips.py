"""Slips of officers, put into a scorecard that was right, each with the finding due for it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from tests.layouts.cells import MOVED, rag
from tests.layouts.describe import fair_target, shortfall
from tests.layouts.laid import Laid, Spot
from tests.layouts.page import Cell, Page, address
from tests.layouts.truth import Figure, Good, Indicator, Slip, Unit

YES_OR_NO = ("achieved", "met")
Make = Callable[[Laid, Indicator, Spot], Slip | None]


def put_in(laid: Laid, rng: random.Random) -> None:
    """One or two slips into one scorecard of four."""
    if not laid.spots or rng.random() > 0.25:
        return
    held = rng.sample(laid.truth.indicators, min(2, len(laid.truth.indicators)))
    for indicator in held[: rng.randint(1, 2)]:
        if _has_one(laid, laid.spots[indicator.key]):
            continue
        for make in rng.sample(KINDS, len(KINDS)):
            slip = make(laid, indicator, laid.spots[indicator.key])
            if slip is not None:
                features = laid.truth.features | {f"slip: {slip.kind}"}
                slips = (*laid.truth.slips, slip)
                laid.truth = replace(laid.truth, slips=slips, features=features)
                break


def _has_one(laid: Laid, spot: Spot) -> bool:
    """Whether something is wrong with the reported figure already: a further slip would hide it."""
    last = laid.truth.reported
    figure = spot.figures.get(last) if last is not None else None
    return any((slip.sheet, slip.cell) == (spot.sheet, figure) for slip in laid.truth.slips)


def _page(laid: Laid, spot: Spot) -> Page:
    return next(page for page in laid.pages if page.name == spot.sheet)


def _place(page: Page, cell: str) -> tuple[int, int] | None:
    return next((place for place in page.cells if address(*place) == cell), None)


def _reported(laid: Laid, spot: Spot) -> tuple[Page, tuple[int, int], Cell] | None:
    """The reported figure's cell, where it is a typed number."""
    page = _page(laid, spot)
    last = laid.truth.reported
    place = _place(page, spot.figures[last]) if last is not None and last in spot.figures else None
    if place is None:
        return None
    cell = page.cells[place]
    return (page, place, cell) if isinstance(cell.value, int | float) and not cell.formula else None


def _change(laid: Laid, made: Indicator, figure: Figure) -> None:
    """The truth says now what a person takes the cell for."""
    last = laid.truth.reported
    assert last is not None
    changed = replace(made, figures={**made.figures, last: figure})
    held = tuple(changed if i.key == made.key else i for i in laid.truth.indicators)
    laid.truth = replace(laid.truth, indicators=held)


def _gone(
    laid: Laid, made: Indicator, spot: Spot, kind: str, cell: Cell, checks: tuple[str, ...]
) -> Slip | None:
    """Something that is no figure instead of the reported one; no judgement beside it."""
    found = _reported(laid, spot)
    if found is None:
        return None
    page, place, _ = found
    page.cells[place] = cell
    _change(laid, made, Figure(None, str(cell.value or "")))
    for beside in (spot.rag, spot.travel):
        judged = _place(page, beside) if beside else None
        if judged is not None:
            page.cells.pop(judged)
    return Slip(kind, spot.sheet, address(*place), made.name, checks)


def blank(laid: Laid, made: Indicator, spot: Spot) -> Slip | None:
    if laid.truth.indicators[0].key == made.key:
        return None  # one indicator at least must have the reported figure
    found = _gone(laid, made, spot, "blank", Cell(None), ("value-missing",))
    if found is not None:
        _page(laid, spot).cells.pop(_place(_page(laid, spot), found.cell) or (0, 0), None)
    return found


def error(laid: Laid, made: Indicator, spot: Spot) -> Slip | None:
    cell = Cell("#DIV/0!", {}, "=1/0")
    return _gone(laid, made, spot, "error value", cell, ("formula-error",))


def sentinel(laid: Laid, made: Indicator, spot: Spot) -> Slip | None:
    if made.unit not in (Unit.COUNT, Unit.DAYS):
        return None
    return _gone(laid, made, spot, "impossible figure", Cell(-999), ())


def number_as_text(laid: Laid, made: Indicator, spot: Spot) -> Slip | None:
    found = _reported(laid, spot)
    if found is None or made.unit not in (Unit.COUNT, Unit.DAYS, Unit.RATE):
        return None
    page, place, cell = found
    page.cells[place] = Cell(str(cell.value))
    return Slip("number as text", spot.sheet, address(*place), made.name, ("number-as-text",))


def scale(laid: Laid, made: Indicator, spot: Spot) -> Slip | None:
    """84.2 in a row of 0.81 and 0.83."""
    found = _reported(laid, spot)
    last = laid.truth.reported
    value = made.figures[last].value if last is not None else None
    others = [t for t in spot.figures if t != last]
    if found is None or value is None or len(others) < 2:
        return None
    if made.unit is not Unit.PERCENT or made.bare or value < 0.3:
        return None
    page, place, cell = found
    page.cells[place] = Cell(round(value * 100, 2), cell.style)
    checks = ("percent-scale", "percent-over-100")
    return Slip("percent scale", spot.sheet, address(*place), made.name, checks)


def target_scale(laid: Laid, made: Indicator, spot: Spot) -> Slip | None:
    """A target of 85 beside figures of 0.84, or of 0.85 beside figures of 84."""
    page = _page(laid, spot)
    place = _place(page, spot.target) if spot.target else None
    if place is None or made.unit is not Unit.PERCENT or _reported(laid, spot) is None:
        return None
    kept = page.cells[place].value
    if not isinstance(kept, int | float) or kept < (30 if made.bare else 0.3):
        return None
    page.cells[place] = Cell(round(kept / 100 if made.bare else kept * 100, 4))
    return Slip("target scale", spot.sheet, address(*place), made.name, ("target-scale",))


def judgement(laid: Laid, made: Indicator, spot: Spot) -> Slip | None:
    """Green though the target is missed by far, Red though it is met."""
    page, last, form = _page(laid, spot), laid.truth.reported, laid.truth.shows.rag
    place = _place(page, spot.rag) if spot.rag else None
    if place is None or last is None or made.good is Good.NEITHER:
        return None
    value, target = made.figures[last].value, fair_target(made, last)
    if value is None or target is None or not made.judged:
        return None
    if form in YES_OR_NO and made.judged == "Amber" and laid.truth.shows.tolerance != "none":
        return None  # whether near is achieved is the council's own affair
    wrong = "Red" if shortfall(made, value, target) <= 0 else "Green"
    page.cells[place] = rag(wrong, form)
    checks = ("rag-typed-differs", "rag-fill-differs")  # a word, or nothing but a colour
    return Slip("wrong judgement", spot.sheet, spot.rag, made.name, checks)


def travel(laid: Laid, made: Indicator, spot: Spot) -> Slip | None:
    """Improving typed though the figure is worse than the one before, or the other way round."""
    page, last = _page(laid, spot), laid.truth.reported
    place = _place(page, spot.travel) if spot.travel else None
    if place is None or last is None or laid.truth.shows.travel != "words":
        return None
    better, worse, _ = MOVED["words"]
    opposite = {better: worse, worse: better}.get(str(page.cells[place].value))
    year = made.figures.get(last.back(last.in_a_year))
    if opposite is None or (year is not None and last.in_a_year > 1):
        return None  # with the year before on the sheet, a person may have meant that
    page.cells[place] = Cell(opposite)
    return Slip("wrong travel", spot.sheet, spot.travel, made.name, ("dot-typed-differs",))


KINDS: tuple[Make, ...] = (
    *(blank, error, sentinel, number_as_text, scale, target_scale),
    *(judgement, judgement, travel, travel),
)
