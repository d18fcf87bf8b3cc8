"""The words councils, DfE, the NHS, police and fire services put above columns."""

from __future__ import annotations

from xl_scorecard.domain.scorecard import Role

SYNONYMS: dict[Role, tuple[str, ...]] = {
    Role.REFERENCE: (
        "ref", "reference", "no", "number", "pi code", "kpi ref", "kpi no", "kpi", "code", "id",
        "indicator id", "indicator ref", "pi ref", "measure ref", "k", "kpi code", "ref no",
        "indicator no", "indicator number", "measure no", "measure number", "kpi number", "kpi id",
        "measure id", "pi no", "pi number", "unique id", "#",
    ),
    Role.INDICATOR: (
        "indicator", "indicators", "indicator description", "measure", "measures", "measure name",
        "performance indicator", "performance indicators", "performance measure",
        "performance measures", "key performance indicator", "key performance indicators", "kpi",
        "kpi name", "pi title", "pi", "pi name", "pi short name", "pi description", "metric",
        "metric name", "short name", "key business metrics",
        "description", "indicator name", "measure description", "title", "fare media",
        "measure or actions to achieve objective", "definition", "project name", "name",
    ),
    Role.SECTION: (
        "section", "theme", "service", "service area", "priority", "portfolio", "directorate",
        "lead directorate", "metric group", "domain", "health check category", "category", "group",
        "council objective", "objective", "outcome", "site", "area", "locality", "district",
    ),
    Role.POLARITY: (
        "polarity", "good is", "good perf is", "good performance is", "good to be", "aim",
        "improvement direction", "good performance is bigger smaller or to plan better",
        "polarity h/l/t", "good", "better is", "desired direction",
    ),
    Role.UNIT: ("unit", "units", "unit of measure", "measure type", "format", "number format"),
    Role.TARGET: (
        "target", "target green", "annual target", "year end target", "profiled target", "goal",
        "plan", "q target", "target value", "target for year", "planned", "tgt", "green",
        "green threshold", "standard", "national standard", "operational standard", "threshold",
        "trajectory", "profiled",
    ),
    Role.TOLERANCE: (
        "tolerance", "tolerances", "variance", "tolerance +/-",
    ),
    Role.THRESHOLD: (
        "amber", "floor standard", "floor", "amber threshold", "red threshold", "red",
    ),
    Role.RAG: (
        "rag", "rag rating", "rag status", "status", "rating", "performance against target",
        "alert", "dca", "performance rating", "rag in month", "on target", "brag", "rayg", "bragg",
        "traffic light", "traffic light icon", "rag rated",
    ),
    Role.TRAVEL: (
        "dot", "direction of travel", "trend", "short trend", "long trend", "travel",
        "d.o.t", "direction", "short term trend", "long term trend", "short term trend arrow",
        "long term trend arrow",
    ),
    Role.CHANGE: ("change", "% change", "percentage change", "difference"),
    Role.COMMENT: (
        "comment", "comments", "commentary", "latest note", "note", "notes", "explanation",
        "narrative", "reasons for variances/ performance", "reasons for variances/performance",
        "data note", "commentary on progress",
    ),
    Role.OWNER: (
        "owner", "lead officer", "responsible officer", "accountable person", "data owner",
        "managed by", "assigned to", "lead", "lead member",
    ),
    Role.NUMERATOR: ("numerator", "num", "numerator correct"),
    Role.DENOMINATOR: ("denominator", "den", "denom", "cohort", "denominator correct"),
    Role.FREQUENCY: (
        "frequency", "frequency of measure", "reporting period", "collection frequency",
    ),
    Role.BASIS: ("basis", "data period", "snapshot", "rolling year", "in month"),
    Role.BENCHMARK: (
        "england", "national", "nat ave", "national average", "eng avg", "england average",
        "all wales comparative data", "sn", "sn average", "stat neigh ave",
        "statistical neighbours", "stat neighbour", "stat nbr", "best stat neigh",
        "statistical neighbours median", "family average", "good/outstanding",
        "good/outstanding las", "g&o", "quartile", "nat top qtile threshold", "top quartile",
        "benchmark", "stat neighbours", "regional average", "comparator", "nat", "natl", "eng",
        "uk", "great britain", "scotland", "wales", "northern ireland", "scottish average",
        "wales average", "welsh average", "region", "regional", "family group average",
        "family group", "cipfa", "cipfa average", "peer average", "peer group", "north east",
        "north west", "yorkshire and the humber", "yorkshire & humber", "east midlands",
        "west midlands", "east of england", "london", "south east", "south west",
    ),
    Role.PERIOD: (
        "period", "month", "quarter", "date", "year", "time period", "reporting month",
        "reporting quarter", "financial year", "month ending", "quarter ending", "period ending",
        "date range", "academic year", "calendar year", "reporting date", "period end",
    ),
    Role.RANK: ("rank", "latest national rank", "la rank", "quartile banding"),
    Role.DATA_QUALITY: ("data quality", "dq", "kite mark", "confidence"),
    Role.OUTTURN: ("actual", "outturn", "value", "latest", "current", "current performance",
                   "performance", "baseline", "previous year", "py", "actuals", "result",
                   "results", "latest outturn", "latest performance", "current value",
                   "actual performance", "latest value", "value rounded", "previous", "ytd"),
}  # fmt: skip

NO_INDICATORS = frozenset(
    ("ward", "ward name", "wards", "la", "la name", "local authority", "authority", "council",
     "school", "school name", "schools", "region", "area", "area name", "locality", "district",
     "parish", "constituency", "country", "county", "provider", "practice", "hospital", "ccg",
     "trust", "force", "station", "site", "team", "postcode", "lsoa", "lsoa name", "pupil",
     "pupil name", "child", "forename", "surname", "cost centre", "account", "budget",
     "budget heading", "supplier", "row labels")
)  # fmt: skip
"""What tables that are no scorecards count by: places, people and accounts."""
WEAK_TARGETS = frozenset(("green", "green threshold", "standard", "threshold"))
"""What means the target only where no other heading says Target."""
