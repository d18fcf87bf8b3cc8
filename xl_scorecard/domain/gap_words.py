"""Words and symbols that stand where a figure is not, and the reason they give."""

from __future__ import annotations

import re

from xl_scorecard.domain.indicator import Gap

# Government Statistical Service 2022 and DfE's Explore Education Statistics: [c] [x] [z] [low]
# [u], bare in data files. Kent: N/A. World Bank: "..". Cheshire West: M, in measurement.
_EXACT = {
    **dict.fromkeys(
        ("tbc", "tba", "tbd", "awaited", "awaiting", "pending", "late", "outstanding", "due",
         "to follow", "expected"), Gap.AWAITED),
    **dict.fromkeys(
        ("c", "[c]", "(c)", "*", "**", "s", "[s]", "supp", "low", "[low]", "k", "[k]", "#",
         "confidential", "withheld", "small numbers", "low numbers", "too small", "too few"),
        Gap.SUPPRESSED),
    **dict.fromkeys(
        ("x", "[x]", "(x)", "..", "...", "…", ":", "~", "-", "--", "–", "—", "―", "u", "[u]", "?",
         "??", "nk", "n/k", "not known", "unknown", "missing", "blank", "no figure", "no return",
         "nr", "n/r", "not recorded", "not collected", "n/c", "discontinued", "unavailable",
         "none available", "nav", "n/av", "nya", "n.y.a.", "#n/a", "paused", "suspended", "on hold",
         "deferred", "ceased", "deleted", "withdrawn", "not in use", "not started", "as above",
         "nil return", "baseline year"), Gap.NOT_AVAILABLE),
    **dict.fromkeys(
        ("z", "[z]", "(z)", "n/a", "na", "n.a.", "n.a", "n\\a", "n-a", ".", "not applicable",
         "not relevant", "no cases", "no cohort", "none due", "not required"), Gap.NOT_APPLICABLE),
    **dict.fromkeys(
        ("not due", "m", "in measurement", "annual", "annually", "yearly", "biennial", "biannual",
         "bi-annual", "half yearly", "half-yearly", "six monthly", "6 monthly", "six-monthly",
         "quarterly", "termly", "nyd", "not yet due", "not this quarter", "not this month"),
        Gap.NOT_DUE),
}  # fmt: skip
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_WHEN_YEARLY = r"(?:q[1-4]|quarter (?:[1-4]|one|two|three|four)|year[ -]?end|end of (?:the )?year)"
_FIGURE = r"(?:data|figures?|results?|information|info|value|outturn|performance|return)"
_IT_IS = rf"(?:{_FIGURE} )?(?:is |are |was |were )?"
_GIVEN = (
    r"(?:available|collected|recorded|supplied|provided|received|known|held|measured|reported|"
    r"comparable|published|due|updated)\b"
)
_THEN = rf"(?:at |in |after )(?:the )?{_WHEN_YEARLY}"
_SOME_TIME = rf"(?:by |in |from |on |end |mid |early |late )*(?:{_MONTH}|\d|next|later|soon)"
_COUNTED = (
    r"(?:cases|cohort|children|reviews|eligible|relevant|visits|referrals|assessments|inspections?|"
    r"events?|activity|applications?|complaints?|claims|requests|admissions|meetings?|respondents|"
    r"responses|sample|surveys?)"
)
_PHRASES: dict[Gap, tuple[str, ...]] = {
    Gap.NOT_DUE: (
        r"(?:an )?annual (?:measure|indicator|figure|return|collection|only|data|target)s?.*",
        r"(?:an )?annual(?:ly)? (?:survey|pi|kpi|result|reported|update|reporting)s?.*",
        rf"{_IT_IS}{_GIVEN} (?:only )?(?:annually|yearly|once a year|{_THEN}).*",
        rf"(?:{_FIGURE} )?due {_WHEN_YEARLY}.*",
        rf"{_WHEN_YEARLY}(?: (?:&|and|/) {_WHEN_YEARLY})?(?: only)?",
        rf"(?:next )?(?:due|update|updated|reported)(?: in)? (?:{_WHEN_YEARLY}|{_MONTH}.*)",
        r"reported (?:6|six)[ -]monthly|(?:academic|calendar) year(?: only)?",
        r"not (?:yet )?(?:due|reported|measured|collected) (?:this|in|until|for) .*",
        r"not yet due.*",
    ),
    Gap.AWAITED: (
        rf"{_IT_IS}(?:not yet|awaited|awaiting|pending|outstanding|to follow)(?: .*)?",
        r"(?:tbc|tba)\b.*",
        r"to be (?:confirmed|reported|provided|supplied|advised|published|updated|added).*",
        rf"{_IT_IS}(?:due|expected|available|published) {_SOME_TIME}.*",
        r"(?:one|1) quarter (?:behind|in arrears).*",
        r"(?:reported )?(?:(?:one|1|a) )?(?:quarter|month) (?:behind|in arrears).*",
        r"(?:reported in arrears|data lag|time lag|lagged).*",
        rf"{_FIGURE} (?:under review|being .*)",
    ),
    Gap.SUPPRESSED: (
        rf"{_IT_IS}suppressed.*",
        r"(?:numbers? )?too (?:small|few|low)\b.*",
        r"(?:small numbers?|low numbers?|confidential|not (?:disclosed|shown)).*",
    ),
    Gap.NOT_APPLICABLE: (
        r"(?:n/a|not applicable)\b.*",
        rf"no (?:[a-z]+ )?{_COUNTED}\b.*",
        r"(?:school holidays?|closed).*",
        r"none (?:due|eligible|in (?:the )?period).*",
    ),
    Gap.NOT_AVAILABLE: (
        rf"{_IT_IS}(?:not|un|no longer) ?{_GIVEN}.*",
        rf"no {_FIGURE}\b.*",
        r"new|new (?:measure|indicator|pi|kpi|for|in)\b.*",
        r"(?:measure |indicator )?discontinued.*",
        r"system (?:issues?|unavailable|migration|change|upgrade|down)\b.*",
        r"see (?:comments?|commentary|notes?|narrative|below|above|text)\b.*",
        r"(?:unable to|cannot be|not possible to) .*",
        r"(?:measure |indicator )?(?:(?:in|under) (?:development|review)|being developed)",
        r"reporting (?:suspended|paused|from)\b.*|(?:data )?quality issues?.*",
        r"survey not run.*|(?:replaced|superseded) by .*",
    ),
}
_PATTERNS = [(gap, re.compile("|".join(phrases))) for gap, phrases in _PHRASES.items()]
UNEXPLAINED = frozenset(("?", "??", "n/k", "nk"))
"""Marks that say a figure is not there but not why."""
LEGACY = {":": "[x]", "~": "[low]", "*": "[c]", ".": "[z]", "..": "[x]"}
"""Symbols of older statistics and what has taken their place (Government Statistical Service,
2022; DfE's data screener refuses `~` and `:`). A dash is left out: it is the usual blank."""


def parse_gap(text: str) -> Gap | None:
    """The reason that a word, symbol or phrase gives for there being no figure, if it gives one."""
    word = " ".join(text.casefold().split()).strip("'’")
    if word in _EXACT:
        return _EXACT[word]
    if len(word) < 2:
        return None
    if word.rstrip(".!*†‡ ") in _EXACT:
        return _EXACT[word.rstrip(".!*†‡ ")]
    bare = word.strip("()[]").rstrip(".!*")
    return next((gap for gap, pattern in _PATTERNS if pattern.fullmatch(bare)), None)


_ZERO, _NO_CASES = ("nil", "zero"), "none"


def is_zero_word(text: str, counted: bool) -> bool:
    """Whether a word means 0: `nil` and `zero` always, `none` of something counted.

    "None" beside percentages says that there were no cases to take a share of.
    """
    word = text.casefold().strip()
    return word in _ZERO or (counted and word == _NO_CASES)


def is_no_cases(text: str) -> bool:
    """Whether a word says that there was nothing to measure."""
    return text.casefold().strip() == _NO_CASES
