from __future__ import annotations

import pytest

from xl_scorecard.compose.meaning import meaning
from xl_scorecard.domain.bands import ASSURANCE, CONCERN, FIVE_POINT, RAG, SCORE, Rating

OWN = Rating.model_validate(
    {
        "bands": [
            {"status": "near", "label": "Near", "up_to": "10%"},
            {"status": "far", "label": "Far", "up_to": "2.5 tolerances", "concern": 1},
            {"status": "lost", "label": "Lost", "concern": 3},
        ]
    }
)
HAVERING = Rating.model_validate(
    {
        "bands": [
            {"status": "green", "label": "Green", "up_to": "10%"},
            {"status": "amber", "label": "Amber", "up_to": "last year", "concern": 2},
            {"status": "red", "label": "Red", "concern": 3},
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
        (FIVE_POINT, "amber", "Short of target by up to twice the tolerance; in words: A, Amber"),
        (SCORE, "green", "6.6 or better"),
        (SCORE, "amber", "3.3 or better"),
        (SCORE, "red", "Worse than 3.3"),
        (ASSURANCE, "limited", "In words: Limited, Partial"),
        (HAVERING, "amber", "Short of target, no worse than a year ago"),
        (HAVERING, "red", "Short of target, worse than a year ago"),
        (OWN, "near", "Within 10% of target"),
        (OWN, "lost", "More than 2.5 times the tolerance short of target"),
    ],
)
def test_the_key_says_what_each_band_means(rating: Rating, status: str, words: str) -> None:
    assert meaning(rating.band(status), rating) == words
