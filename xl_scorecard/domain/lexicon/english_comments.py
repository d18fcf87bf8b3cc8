"""What English comments claim of the figure beside them, concept by concept.

What each field holds is said where it is defined (`Comments`). A sentence counts only where all of
it is understood: of what is said besides, a person has to judge.
"""

from __future__ import annotations

from xl_scorecard.domain.lexicon.comment_words import Comments

IN_COMMENTS = Comments(
    target_changed=(
        (r"targets?\b.*\b(?:revis|chang|re-?set|rais|lower|amend|updat|re-?bas|review|adjust|"
         r"increas|reduc|new)\w*"),
        r"(?:revis|chang|re-?set|rais|lower|amend|updat|re-?bas|adjust|new)\w*\b.*\btargets?",
        "stretch target", "rebaselin(?:ed|ing)",
    ),
    subject=(
        (r"(?:the |our |overall |this |quarterly |quarter \d |q\d )*(?:performance|figure|rate|"
         r"number|percentage|proportion|indicator|measure|outturn|result|total|volume)s?"),
        "this", "it", "we", "there",
    ),
    linking=(
        r"has", "have", "is", "was", "are", "were", "remains?", "remained", "has remained",
        "continues? to", "(?:has |have )?continued to", "has been", "have been", "we are",
        "currently", "now", "still",
    ),
    a_little=(
        "(?:an? |only |very )*(?:slight|marginal|small|minor|tiny)", "a little",
        "(?:only |very |just )*(?:slightly|marginally|fractionally)",
    ),
    much=(
        "(?:an? )?(?:significant|substantial|considerable|further|steady|gradual|sharp)",
        "significantly", "substantially", "considerably", "steadily", "gradually", "sharply",
        "strongly", "well", "much", "also", "greatly",
    ),
    better=("improved?", "improving", "improves", "(?:an )?improvement", "better"),
    worse=(
        "worsened", "worsen(?:ing)?", "deteriorat(?:ed?|ing)", "(?:a )?deterioration", "worse",
    ),
    rose=("rose", "risen", "rise", "rising", "increased?", "increasing", "(?:an )?increase",
          "(?:went |gone |going )?up"),
    fell=(
        "fell", "fallen", "falling", "decreased?", "decreasing", "(?:a )?decrease", "reduced?",
        "dropped", "declined?", "declining", "(?:went |gone |going )?down",
    ),
    still=(
        "(?:relatively |fairly |broadly |largely )?(?:static|stable|steady|unchanged|constant)",
        "(?:broadly |about |much )?the same", "no change", "unchanged",
    ),
    since=(
        (r"(?:since|on|from|over|in|during|for|compared (?:to|with)|against|this|than)"
         r"(?: (?:in|that of))?"
         r"(?: (?:the|this|last|previous|prior|current))*"
         r"(?: (?:quarters?(?: \d)?|q\d|reporting period|period))?(?: \d{4}(?:[/-]\d\d)?)?"),
    ),
    amount=(
        (r"(?:to|by|from|at) (?:only |just |about |around )?\d[\d.,]*%?"
         r"(?: ?(?:pp|(?:percentage )?points?))?"),
        (r"to (?:its|our|the|an?) (?:all[- ]time )?(?:best|worst|highest|lowest|high|low)"
         r"(?: (?:yet|ever|level|figure|result|rate|so far|on record))*"),
    ),
    since_before=(
        (r"(?:since|on|from|over|compared (?:to|with)|against|than)(?: in| that of)?(?: the)? "
         r"(?:last|previous|prior) (?:quarter|period)"),
    ),
    again=(
        "(?:once |yet )?again",
        (r"for (?:the|a) \w+ (?:(?:consecutive|successive) (?:month|quarter|period)|"
         r"(?:month|quarter|period) (?:running|in a row|in succession))"),
    ),
    above_target=("above", "better than", "ahead of", "in excess of", "over"),
    below_target=("below", "under", "short of", "behind", "worse than"),
    target=(r"(?:the |our )?(?:\d[\d.]*% )?targets?(?: of \d[\d.]*%?)?",),
    meets_target=(
        "(?:on|meets|meeting|met|achieved|achieving|exceeds|exceeding|exceeded)",
    ),
    target_met=("(?:been )?(?:met|achieved|exceeded)",),
    target_missed=("not (?:been )?(?:met|achieved)", "missed"),
    tolerance=(
        (r"(?:the |our |its )?(?:agreed |target )?tolerances?(?: (?:levels?|range|threshold))?"
         r"(?: (?:of|for|from) (?:the |our )?(?:\d[\d.]*% )?target)?"),
    ),
    outside=("outside(?: of)?", "beyond", "out of"),
    within=("within", "inside"),
    unless=(
        "but", "however", "al?though", "though", "despite", "whilst", "while", "yet", "except",
        "apart from", "will", "should", "would", "could", r"expect\w*", r"forecast\w*",
        r"predict\w*", r"project\w*", "aims?", r"plann\w*", r"hop\w+", "if", "not", "never",
        "until", "unless", r"\w+n['’]t", "months?", "monthly", "weeks?", "weekly", "annual(?:ly)?",
        "years?", "yearly", "ytd", "to date", "national(?:ly)?", "england", r"neighbours?",
        "benchmarks?", "peers?", "regional", "other", "some", "one", "first", "both", "provisional",
        "{like_month}",
    ),
)  # fmt: skip
