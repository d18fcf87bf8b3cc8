from __future__ import annotations

import pytest

from xl_scorecard.domain.arrow_words import as_seen, parse_arrow
from xl_scorecard.domain.judgement import Arrow, Standing
from xl_scorecard.domain.status_words import names_red, parse_status

GREEN, YELLOW, AMBER, RED = Standing.GREEN, Standing.YELLOW, Standing.AMBER, Standing.RED


@pytest.mark.parametrize(
    ("text", "standings"),
    [
        ("GREEN", {GREEN}), ("g", {GREEN}), ("Red", {RED}), ("RAG: Amber", {AMBER}),
        ("A/R", {AMBER, RED}), ("Amber-Red", {AMBER, RED}), ("Amber/Green", {AMBER, GREEN}),
        ("G ↑", {GREEN}), ("Green - improving", {GREEN}), ("Amber (no change)", {AMBER}),
        ("🔴", {RED}), ("🟡", {YELLOW, AMBER}), ("🟢", {GREEN}), ("🟠", {AMBER}),
        ("On target", {Standing.MET}), ("Achieved", {Standing.MET}), ("met", {Standing.MET}),
        ("Not achieved", {Standing.MISSED}), ("Improving but not achieved", {Standing.MISSED}),
        ("Below target", {Standing.MISSED}), ("Within tolerance", {Standing.NEAR}),
    ],
)  # fmt: skip
def test_a_typed_rating_is_understood(text: str, standings: set[Standing]) -> None:
    assert parse_status(text) == standings


@pytest.mark.parametrize(
    "text",
    [
        "",
        "blue",
        "Amber (was Red)",
        "not green",
        "Green to Amber",
        "see note",
        "★",
        "●",
        "🔴🟢",
        "84",
    ],
)
def test_what_is_no_rating_or_two_is_none(text: str) -> None:
    assert parse_status(text) is None


@pytest.mark.parametrize(
    ("text", "font", "arrow"),
    [
        ("↑", None, Arrow.UP), ("↗", None, Arrow.UP), ("▲", None, Arrow.UP),
        ("→", None, Arrow.LEVEL),
        ("►", None, Arrow.LEVEL), ("◄", None, Arrow.LEVEL), ("↘", None, Arrow.DOWN),
        ("▼", "Arial", Arrow.DOWN), ("⬆️", None, Arrow.UP), ("▲ Improved", None, Arrow.UP),
        ("ñ", "Wingdings", Arrow.UP), ("ò", "Wingdings", Arrow.DOWN),
        ("ð", "Wingdings", Arrow.LEVEL),
        ("é", "wingdings", Arrow.UP), ("p", "Wingdings 3", Arrow.UP),
        ("q", "Wingdings 3", Arrow.DOWN),
        ("\uf0e9", "Wingdings", Arrow.UP), ("5", "Webdings", Arrow.UP),
        ("ñ", "Calibri", None), ("ñ", None, None), ("p", None, None), ("▲▼", None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_an_arrow_points_where_it_is_seen_to_point(
    text: str, font: str | None, arrow: Arrow | None
) -> None:
    assert parse_arrow(text, font) is arrow


def test_a_letter_is_a_symbol_in_its_font_only() -> None:
    assert (as_seen("l", "Wingdings"), as_seen("l", "Calibri")) == ("●", "l")


def test_a_heading_speaks_of_red_by_the_whole_word() -> None:
    assert names_red("Red threshold")
    assert not names_red("Required: amber from")
