from __future__ import annotations

import pytest

from xl_scorecard.compose.summary.key import meaning
from xl_scorecard.domain.bands import CONCERN, RAG, Rating

OWN = Rating.model_validate(
    {
        "bands": [
            {"status": "near", "label": "Near", "up_to": "10%"},
            {"status": "far", "label": "Far", "up_to": "2.5 tolerances", "concern": 1},
            {"status": "lost", "label": "Lost", "concern": 3},
        ]
    }
)


@pytest.mark.parametrize(
    ("rating", "status", "words"),
    [
        (CONCERN, "good", "Meets or exceeds target"),
        (CONCERN, "acceptable", "Within the tolerance of target"),
        (CONCERN, "yellow", "Short of target by up to twice the tolerance"),
        (CONCERN, "amber", "Short of target by up to three times the tolerance"),
        (CONCERN, "red", "More than three times the tolerance short of target"),
        (RAG, "amber", "Within the tolerance of target"),
        (RAG, "red", "More than the tolerance short of target"),
        (OWN, "near", "Within 10% of target"),
        (OWN, "lost", "More than 2.5 times the tolerance short of target"),
    ],
)
def test_the_key_says_what_each_band_means(rating: Rating, status: str, words: str) -> None:
    assert meaning(rating.band(status), rating) == words
