"""Every word that people type and reading understands: one place, a file a language.

`lexicon()` has the words of all languages that are read, concept by concept; the functions named
`..._of_word` say what single words mean. Symbols are in `signs`.
"""

from __future__ import annotations

from xl_scorecard.domain.lexicon.concepts import Lexicon
from xl_scorecard.domain.lexicon.look_up import (
    answer_of_word,
    arrow_of_word,
    basis_of_word,
    colour_of_word,
    gap_of_word,
    is_count,
    is_figure,
    is_share,
    is_share_in_time,
    length_of_word,
    mark_of_word,
    month_of_word,
    number_of_word,
    polarity_of_word,
    role_beside_period,
    role_of_heading,
    said_one_way,
    scale_of_word,
    standing_of_word,
    travel_of_word,
    unit_of_word,
)
from xl_scorecard.domain.lexicon.spoken import (
    LETTER,
    all_words,
    any_of,
    any_word,
    by_word,
    colour_name,
    lexicon,
    like_month,
    month_beginnings,
    month_name,
    words_of,
)

__all__ = [
    "LETTER",
    "Lexicon",
    "all_words",
    "answer_of_word",
    "any_of",
    "any_word",
    "arrow_of_word",
    "basis_of_word",
    "by_word",
    "colour_name",
    "colour_of_word",
    "gap_of_word",
    "is_count",
    "is_figure",
    "is_share",
    "is_share_in_time",
    "length_of_word",
    "lexicon",
    "like_month",
    "mark_of_word",
    "month_beginnings",
    "month_name",
    "month_of_word",
    "number_of_word",
    "polarity_of_word",
    "role_beside_period",
    "role_of_heading",
    "said_one_way",
    "scale_of_word",
    "standing_of_word",
    "travel_of_word",
    "unit_of_word",
    "words_of",
]
