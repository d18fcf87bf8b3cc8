"""How English plans of projects head their names and dates."""

from __future__ import annotations

from xl_scorecard.domain.lexicon.milestone_words import Milestones

_DATE = r"(?: (?:date|by|on|for|completion|complete|end|finish|delivery))*"
_WHAT = r"(?:(?:completion|end|finish|delivery|milestone) )?"
_NOW = "(?:current |latest )?"

IN_MILESTONES = Milestones(
    names=(
        r"(?:key |project |major )?milestones?(?: name| title| description)?",
        r"(?:key )?(?:projects?|schemes?|programmes?)(?: name| title| milestones?| description)?",
        r"(?:key )?(?:deliverables?|work ?streams?)(?: description)?",
    ),
    due=(
        rf"{_WHAT}due{_DATE}",
        rf"(?:date|to be (?:done|completed)) (?:due|by){_DATE}",
        rf"{_WHAT}(?:target|baseline|planned|plan|original|agreed|scheduled|contract){_DATE}",
        rf"original (?:target|baseline|planned|due){_DATE}",
        "deadline",
        "by when",
        "milestone date",
        "timescale",
    ),
    expected=(
        rf"{_NOW}(?:forecast(?:ed)?|expected|projected|anticipated|estimated){_DATE}",
        rf"{_NOW}(?:revised|new|re-?forecast|rebaselined)(?: (?:target|due|planned))?{_DATE}",
    ),
    done=(
        rf"(?:date )?(?:completed|done|achieved|delivered|closed|finished){_DATE}",
        rf"actual{_DATE}",
        rf"actually (?:completed|done|delivered){_DATE}",
    ),
    due_or_done=(r"(?:completion|end|finish|delivery)(?: date)?", "date"),
    undone=("no", "not yet", "not started", "not done", "not complete", "incomplete", "open",
            "outstanding", "ongoing", "in progress"),
)  # fmt: skip
