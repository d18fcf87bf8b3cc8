"""Whatever rows are called, a draft is sound, and its rules find the rows they came from."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

import xl_scorecard
from tests.drafting.test_yaml_text import HOSTILE
from tests.support.books import done, scorecard
from tests.support.drafts import loaded
from xl_scorecard.drafting.draft import draft_rules

NAMES = st.sampled_from(HOSTILE) | st.text(
    st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30
)
ROWS = st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=6)


@settings(max_examples=40)
@example([("A1", "Visits"), ("", "Visits")], "")
@given(ROWS, NAMES)
def test_drafts_of_hostile_names_are_sound_and_know_their_rows(
    rows: list[tuple[str, str]], sheet_title: str
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        cells = [(ref, f"{name} 1", 10.0, 12.0) for ref, name in rows]
        headings = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19")
        book = scorecard(folder / f"{len(sheet_title)} book.xlsx", cells, headings)
        text = draft_rules(book).text
        assert draft_rules(book).text == text
        loaded(folder, text)
        outcome = done(xl_scorecard.check(book, rules=folder / "draft.yaml"))
        found = {finding.check for finding in outcome.findings}
        assert not found & {"indicator-no-rule", "rule-no-indicator"}
