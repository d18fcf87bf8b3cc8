"""What layouts with a row an indicator and periods across have in common."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.layouts import columns, table
from tests.layouts.columns import Column
from tests.layouts.describe import said
from tests.layouts.laid import Key, Laid, Spot
from tests.layouts.page import SMALL, TITLE, Page
from tests.layouts.table import Manner
from tests.layouts.times import Time, form_for
from tests.layouts.truth import Truth
from tests.layouts.words import Words

SHEETS = ("Scorecard", "KPIs", "Performance", "Sheet1", "Dashboard data", "Appendix A")


def times_of(truth: Truth) -> tuple[Time, ...]:
    return tuple(truth.indicators[0].figures)


def page_for(truth: Truth, rng: random.Random) -> Page:
    return Page(rng.choice(SHEETS))


def title(page: Page, truth: Truth, rng: random.Random, year: bool = False) -> int:
    """Title rows; returns the row a table may begin in. `year`: the title must name the year."""
    last = truth.reported
    assert last is not None
    kind = rng.choice(("period", "year", "period")) if year else rng.choice(
        ("none", "plain", "year", "period"))  # fmt: skip
    if kind == "none":
        return 1
    words = truth.title
    if kind == "year":
        words += f" {last.label}"
    elif kind == "period":
        words += f", {said(last, rng)}"
    page.put(1, 1, words, TITLE)
    if rng.random() < 0.3:
        page.put(2, 1, "Produced by the Performance and Insight Team", SMALL)
    return 4 if rng.random() < 0.7 else 3


def figure_columns(truth: Truth, rng: random.Random) -> list[Column]:
    times = times_of(truth)
    return columns.figures(times, form_for(rng, times[-1]))


def ordered(
    truth: Truth, words: Words, figures: Sequence[Column], rng: random.Random,
    extra: Sequence[Column] = (),
) -> list[Column]:  # fmt: skip
    """All columns, with the target before the figures or after them."""
    targets = columns.targets(truth, words, rng)
    after = rng.random() < 0.3
    return [
        *columns.descriptions(truth, words),
        *([] if after else targets),
        *figures,
        *(targets if after else []),
        *extra,
        *columns.judgements(truth, words),
    ]


def one_sheet(
    truth: Truth, rng: random.Random, manner: Manner = table.PLAIN, many_words: bool = False,
    extra: bool = False, year: bool = False, figures: Sequence[Column] | None = None,
    beside: Sequence[Column] = (), above: int = 0,
) -> Laid:  # fmt: skip
    """A title and one table on one sheet, so many rows left free between them."""
    words = Words(rng, many_words)
    page = page_for(truth, rng)
    top = title(page, truth, rng, year) + above
    others = [*columns.benchmarks(words), columns.owner(words)] if extra else list(beside)
    shown = figure_columns(truth, rng) if figures is None else figures
    all_columns = ordered(truth, words, shown, rng, others)
    if truth.shows.sections == "rows":
        manner = Manner(**{**vars(manner), "section_rows": True})
    spots = table.write(page, truth.indicators, all_columns, top, manner=manner)
    return Laid(truth, [page], spots)


def merged(*held: dict[Key, Spot]) -> dict[Key, Spot]:
    return {key: spot for spots in held for key, spot in spots.items()}
