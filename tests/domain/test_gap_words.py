from __future__ import annotations

import pytest

from xl_scorecard.domain.gap_words import parse_gap
from xl_scorecard.domain.indicator import Gap

WORDS = {
    Gap.SUPPRESSED: ["*", "c", "[c]", "low", "[low]", "k", "s", "supp", "Data suppressed",
                     "Too small", "c*"],
    Gap.NOT_AVAILABLE: ["x", "[x]", "..", ":", "~", "-", "–", "—", "u", "[u]", "No data", "?",
                        "Not available", "Data not available", "Not collected", "n/k",
                        "New measure", "No longer reported"],
    Gap.NOT_APPLICABLE: ["z", "[z]", "N/A", "n/a", "NA", ".", "Not applicable", "No cases",
                         "N/A (new cohort)"],
    Gap.AWAITED: ["TBC", "tbc.", "Awaited", "Awaiting data", "Not yet available", "Data due May",
                  "Available May 2019", "To be confirmed", "TBC (May)", "Data awaited",
                  "To follow"],
    Gap.NOT_DUE: ["Annual measure", "Reported in Q4", "Annual", "Reported annually", "Not due",
                  "Not due until Q4", "Available at year end", "M", "Q4"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("word", "gap"), [(word, gap) for gap, words in WORDS.items() for word in words]
)
def test_the_words_of_real_scorecards_give_their_reason(word: str, gap: Gap) -> None:
    assert parse_gap(word) is gap


@pytest.mark.parametrize("word", ["", "0", "nil", "84%", "Green", "ask Jo", "annual 84%", "yes"])
def test_other_words_give_none(word: str) -> None:
    assert parse_gap(word) is None
