"""What a check would ask and something else answers, so that there is nothing to find."""

from __future__ import annotations

from typing import NamedTuple

from xl_scorecard.errors import Kind


class Answered(NamedTuple):
    """A question of the list of checks that a refusal in one line answers, or the way we work.

    `kind` is the refusal's word, None where the fault cannot come about; `how` says in a sentence
    what happens instead of a finding.
    """

    slug: str
    kind: Kind | None
    how: str


ANSWERED = (
    Answered(
        "header-row-not-found",
        "no_scorecard",
        "without a header row there are no rows to find anything in; the line says which "
        "headings are sought, or what looks like one and is not read",
    ),
    Answered(
        "lossy-content",
        "signed",
        "writing keeps all that is in a workbook, and nothing is lost; a digital signature alone "
        "would be void, and for it the workbook is refused",
    ),
    Answered(
        "rule-not-used-yet",
        None,
        "all that a rule set may say is used",
    ),
    Answered(
        "summary-name-clash",
        None,
        "a sheet of yours keeps its name, whatever it is; ours takes another",
    ),
    Answered(
        "unreadable-workbook",
        "unreadable",
        "of a file that cannot be read nothing can be found; the other workbooks are done",
    ),
)
"""Sorted by their words."""


def answered_slugs() -> frozenset[str]:
    """The words of what is answered without a finding."""
    return frozenset(each.slug for each in ANSWERED)
