"""The words that reading understands, concept by concept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xl_scorecard.domain.lexicon.benchmark_words import Benchmarks
from xl_scorecard.domain.lexicon.comment_words import Comments
from xl_scorecard.domain.lexicon.key_words import Keys
from xl_scorecard.domain.lexicon.milestone_words import Milestones
from xl_scorecard.domain.lexicon.name_words import Names
from xl_scorecard.domain.lexicon.risk_words import References, Risks
from xl_scorecard.domain.lexicon.sheet_words import NONE, Figures, Headings, Papers, Phrases, Rows
from xl_scorecard.domain.lexicon.time_words import Times
from xl_scorecard.domain.lexicon.value_words import (
    Bases,
    Gaps,
    Grades,
    Numbers,
    Polarities,
    Remarks,
    Statuses,
    Targets,
    Units,
)


class Lexicon(NamedTuple):
    """What one language, or several together, have for each concept.

    Every concept may be left empty: a language is of use from its first word on. Named tuples
    all through: they are made at every start, and dataclasses of so many fields take eight times
    as long to make.
    """

    headings: Headings = Headings()
    figures: Figures = Figures()
    rows: Rows = Rows()
    papers: Papers = Papers()
    units: Units = Units()
    bases: Bases = Bases()
    polarities: Polarities = Polarities()
    numbers: Numbers = Numbers()
    gaps: Gaps = Gaps()
    grades: Grades = Grades()
    remarks: Remarks = Remarks()
    targets: Targets = Targets()
    statuses: Statuses = Statuses()
    times: Times = Times()
    names: Names = Names()
    keys: Keys = Keys()
    risks: Risks = Risks()
    references: References = References()
    comments: Comments = Comments()
    benchmarks: Benchmarks = Benchmarks()
    milestones: Milestones = Milestones()
    pieces: Mapping[str, Phrases] = NONE
    """Phrases that other phrases have in them, by the name they stand there in braces.

    Besides there are `{like_month}`, a word that begins as a month's name does, and `{quarter}`
    and `{length}`, the words of `Times.lengths`."""
