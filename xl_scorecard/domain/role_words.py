"""The words that a rule set has for the columns of a workbook."""

from __future__ import annotations

from xl_scorecard.domain.scorecard import Role

ROLE_WORDS: dict[str, Role] = {
    **{role.value.replace(" ", "_"): role for role in Role},
    "ref": Role.REFERENCE, "measure": Role.INDICATOR, "good_is": Role.POLARITY,
    "direction": Role.TRAVEL, "dot": Role.TRAVEL, "comments": Role.COMMENT,
    "national": Role.BENCHMARK, "stat_neighbour": Role.BENCHMARK,
    "good_outstanding": Role.BENCHMARK, "quartile": Role.BENCHMARK, "ytd": Role.OUTTURN,
}  # fmt: skip
"""Every word for a role, under `headings` of a rule set."""


def role_of_word(word: str) -> Role | None:
    """The role that a rule set means by a word, whatever its capital letters."""
    return ROLE_WORDS.get(word.strip().casefold().replace(" ", "_"))
