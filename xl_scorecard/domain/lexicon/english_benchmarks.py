"""Whose figures English scorecards have beside their own, as councils, DfE, the NHS and police
head them."""

from __future__ import annotations

from xl_scorecard.domain.lexicon.benchmark_words import Benchmarks

_OTHERS = r"(?:bench ?mark(?:ing)?|comparators?|nat(?:ional)?|england|peers?|neighbours?|sn)"
_WHEN = r"(?:years?|dates?|periods?|as at|as of)"

IN_BENCHMARKS = Benchmarks(
    kinds={
        "good_outstanding": (
            r"good ?(?:/|and|&|or) ?outstanding",
            r"g ?& ?os?",
            r"g/o",
            r"(?:good|outstanding) (?:las?|authorit(?:y|ies)|councils?|boroughs)",
        ),
        "statistical_neighbours": (
            r"stat(?:istical|s)?\.? ?(?:neigh(?:bour(?:s|ing)?|s)?|nbrs?|n)\.?",
            "sns?",
            r"(?:cipfa )?(?:nearest )?neighbours?",
            "cipfa(?: family)?",
            "family group",
            "family average",
            "nearest neigh",
        ),
        "similar": (
            r"most similar(?: \w+)?",
            r"ms[gf]",
            r"similar (?:forces?|councils?|authorities|las)",
            "housemark",
            "lgbf(?: family)?",
        ),
        "region": (
            r"(?:inner |outer |greater )?london",
            r"(?:north|south)[ -](?:east|west)",
            r"(?:east|west) midlands",
            r"east of england",
            r"eastern",
            r"yorks(?:hire)?(?: (?:and|&) (?:the )?humber)?",
            "y ?& ?h",
            r"region(?:al|s|'s)?",
        ),
        "wales": (r"(?:all[- ])?(?:wales|welsh)",),
        "scotland": (r"(?:all[- ])?scot(?:land|tish)",),
        "northern_ireland": ("northern ireland",),
        "uk": ("uk", "gb", "great britain", "united kingdom"),
        "target_group": (
            "target group",
            "peers?(?: group)?",
            r"core cit(?:y|ies)",
            "unitar(?:y|ies)",
            r"(?:shire )?count(?:y|ies)",
            "mets",
            "metropolitan(?: boroughs?)?",
            "districts",
            "family",
            r"comparator(?: group|s)?",
            "comparison group",
            "sector",
        ),
        "england": (
            r"(?:all[- ])?eng(?:land|lish)?\.?",
            r"nat(?:ional|'?l|ionally)?\.?",
            "nhs england",
        ),
        "benchmark": (r"bench ?mark(?:s|ing)?", "comparator", "comparison", "comparative"),
    },
    statistics={
        "top_quartile": (
            r"(?:top|upper|best|1st|first|highest) (?:quartile|qtile|quarter|25%)",
            "top 25%",
            "upper q",
        ),
        "bottom_quartile": (
            r"(?:bottom|lower|worst|4th|fourth|lowest) (?:quartile|qtile|quarter)",
        ),
        "median": ("median",),
        "best": ("best", "highest", "top", "best performing"),
        "worst": ("worst", "lowest", "bottom"),
    },
    means=(
        (
            r"averages?|avg?\.?|av\.?|ave\.?|mean|figures?|values?|data|rates?|results?|outturns?|"
            r"performance|position|comparison|comparative|threshold|latest|published|percentage|%|"
            r"all|las?|authorit(?:y|ies)|councils?|benchmarks?|group|set|where applicable|the|of|for|"
            r"and|as at|as of|in|end|year|provisional|final"
        ),
    ),
    aside=(
        r"rank(?:ing|ed)?",
        r"quartiles? ?(?:band(?:ing)?|position|rank)",
        r"banding",
        r"trend",
        "direction",
        "travel",
        "dot",
        "rag",
        "status",
        "source",
        "link",
        "url",
        "gap",
        "diff(?:erence|erential)?",
        "var(?:iance)?",
        "vs?",
        "versus",
        "against",
        "distance",
        "change",
        "movement",
        "comment(?:s|ary)?",
        "notes?",
        "better",
        "worse",
        "above",
        "below",
        r"\+ ?/ ?-",
        "compared (?:to|with)",
        "relative to",
        "frequency",
        "name",
        "number of",
        "targets?",
        "tolerance",
        "numerator",
        "denominator",
        "score",
        "weight",
    ),
    periods=(
        rf"{_OTHERS}(?: \w+)? {_WHEN}",
        rf"{_WHEN} (?:of|for) (?:the )?{_OTHERS}(?: \w+)?",
    ),
    judged=(
        r"schools?",
        "settings?",
        "providers?",
        "homes?",
        "lessons?",
        "teaching",
        "inspections?",
        "pupils?",
        "children",
        "places?",
        "childminders?",
        "nurseries",
        "academies",
        "services?",
    ),
)
