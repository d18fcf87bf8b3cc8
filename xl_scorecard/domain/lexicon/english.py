"""English, as councils, DfE, the NHS, police and fire services write it in scorecards.

What is joined from several words is a phrase: a regular expression. What each field holds is
said where it is defined (`Lexicon`).
"""

from __future__ import annotations

from xl_scorecard.domain.indicator import Basis, Gap, Polarity, Unit
from xl_scorecard.domain.judgement import Arrow, Standing
from xl_scorecard.domain.lexicon.concepts import Lexicon
from xl_scorecard.domain.lexicon.english_benchmarks import IN_BENCHMARKS
from xl_scorecard.domain.lexicon.english_comments import IN_COMMENTS
from xl_scorecard.domain.lexicon.english_milestones import IN_MILESTONES
from xl_scorecard.domain.lexicon.english_names import IN_NAMES
from xl_scorecard.domain.lexicon.key_words import Keys
from xl_scorecard.domain.lexicon.risk_words import References, Risks
from xl_scorecard.domain.lexicon.sheet_words import Figures, Headings, Papers, Rows
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
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.role import Role

ENGLISH = Lexicon(
    headings=Headings(
        roles={
            Role.REFERENCE: (
                "ref", "reference", "no", "number", "pi code", "kpi ref", "kpi no", "code", "id",
                "indicator id", "indicator ref", "pi ref", "measure ref", "k", "kpi code",
                "ref no", "indicator no", "indicator number", "measure no", "measure number",
                "kpi number", "kpi id", "measure id", "pi no", "pi number", "unique id", "#",
            ),
            Role.INDICATOR: (
                "indicator", "indicators", "indicator description", "measure", "measures",
                "measure name", "performance indicator", "performance indicators",
                "performance measure", "performance measures", "key performance indicator",
                "key performance indicators", "kpi", "kpi name", "pi title", "pi", "pi name",
                "pi short name", "pi description", "metric", "metric name", "short name",
                "key business metrics", "description", "indicator name", "measure description",
                "title", "fare media", "measure or actions to achieve objective", "definition",
                "project name", "name", "local indicator", "local indicators",
                "corporate indicator", "corporate indicators", "strategic indicator",
                "service indicator", "headline indicator", "what we measure",
                "what we are measuring", "what we're measuring", "what are we measuring",
                "what is measured", "what is being measured", "what we count", "what we track",
                "how we measure success", "how we will measure success", "success measure",
                "success measures", "measure of success", "measures of success",
                "outcome measure", "outcome measures", "output measure", "output measures",
                "impact measure", "impact measures", "quality measure", "quality measures",
                "process measure", "service measure", "service measures", "core measure",
                "core measures", "key measure", "key measures", "headline measure",
                "headline measures", "corporate measure", "strategic measure", "priority measure",
                "council measure", "council plan measure", "outcome indicator",
                "outcome indicators", "output indicator", "impact indicator", "quality indicator",
                "success indicator", "success indicators", "service indicators", "core indicator",
                "key indicator", "key indicators", "charter indicator", "result indicator",
                "performance metric", "performance metrics", "key metric", "key metrics",
                "outcome metric", "quality metric", "success metric", "success metrics",
                "performance commitment", "performance commitments",
            ),
            Role.SECTION: (
                "section", "theme", "service", "service area", "priority", "portfolio",
                "directorate", "lead directorate", "metric group", "domain",
                "health check category", "category", "group", "council objective", "objective",
                "outcome", "site", "area", "locality", "district",
            ),
            Role.POLARITY: (
                "polarity", "good is", "good perf is", "good performance is", "good to be", "aim",
                "improvement direction", "good performance is bigger smaller or to plan better",
                "polarity h/l/t", "good", "better is", "desired direction", "better when",
                "better if", "good when", "good if",
            ),
            Role.UNIT: (
                "unit", "units", "unit of measure", "measure type", "format", "number format",
            ),
            Role.TARGET: (
                "target", "target green", "annual target", "year end target", "profiled target",
                "goal", "plan", "q target", "target value", "target for year", "planned", "tgt",
                "green", "green threshold", "green if", "green when", "green is", "green at",
                "green from", "green level", "green limit", "green boundary", "green value",
                "green range", "green zone", "green means", "green =", "standard",
                "national standard",
                "operational standard", "threshold", "trajectory", "profiled", "std", "stds",
                "profile to date", "profiled to date", "planned to date", "plan to date",
                "trajectory to date", "ytd profile", "cumulative profile", "profile ytd",
                "target profile", "target trajectory", "planned trajectory", "monthly target",
                "quarterly target", "cumulative target", "ytd target", "target line",
            ),
            Role.TOLERANCE: ("tolerance", "tolerances", "variance", "tolerance +/-"),
            Role.THRESHOLD: (
                "amber", "floor standard", "floor", "amber threshold", "red threshold", "red",
                "red if", "red when", "red is", "red at", "red from", "red level", "red limit",
                "red boundary", "red value", "red range", "red zone", "red means", "red =",
                "amber if", "amber when", "amber is", "amber at", "amber from", "amber level",
                "amber limit", "amber boundary", "amber value", "amber range", "amber zone",
                "amber means", "amber =",
            ),
            Role.RAG: (
                "rag", "rag rating", "rag status", "status", "rating",
                "performance against target", "alert", "dca", "performance rating",
                "rag in month", "on target", "brag", "rayg", "bragg", "traffic light",
                "traffic light icon", "rag rated", "target met", "met", "met target", "on track",
            ),
            Role.TRAVEL: (
                "dot", "direction of travel", "trend", "short trend", "long trend", "travel",
                "d.o.t", "direction", "short term trend", "long term trend",
                "short term trend arrow", "long term trend arrow",
            ),
            Role.CHANGE: (
                "change", "% change", "percentage change", "difference", "var", "var %", "% var",
                "var. %", "% var.", "var (%)", "% variance", "variance %", "variance (%)",
                "percentage variance", "diff", "diff %", "% diff", "diff. %", "diff (%)",
                "% difference", "difference %", "difference (%)", "deviation", "shortfall", "gap",
                "movement", "+/-", "+ / -", "over/under", "under/over", "over / under",
                "% of plan", "% of target", "% of goal", "% of budget", "% of profile",
                "% to target", "% to plan", "% v target", "% vs target",
            ),
            Role.COMMENT: (
                "comment", "comments", "commentary", "latest note", "note", "notes",
                "explanation", "narrative", "reasons for variances/ performance",
                "reasons for variances/performance", "data note", "commentary on progress",
            ),
            Role.OWNER: (
                "owner", "lead officer", "responsible officer", "accountable person",
                "data owner", "managed by", "assigned to", "lead", "lead member",
            ),
            Role.NUMERATOR: ("numerator", "num", "numerator correct"),
            Role.DENOMINATOR: ("denominator", "den", "denom", "cohort", "denominator correct"),
            Role.FREQUENCY: (
                "frequency", "frequency of measure", "reporting period", "collection frequency",
                "reporting frequency", "frequency of reporting", "measure frequency", "freq",
                "measurement frequency", "data frequency", "update frequency", "how often",
                "reported how often", "frequency of data", "frequency of collection",
                "reporting cycle", "reported",
            ),
            Role.BASIS: ("basis", "data period", "snapshot", "rolling year", "in month"),
            Role.BENCHMARK: (
                "england", "national", "nat ave", "national average", "eng avg",
                "england average", "all wales comparative data", "sn", "sn average",
                "stat neigh ave", "statistical neighbours", "stat neighbour", "stat nbr",
                "best stat neigh", "statistical neighbours median", "family average",
                "good/outstanding", "good/outstanding las", "g&o", "quartile",
                "nat top qtile threshold", "top quartile", "benchmark", "stat neighbours",
                "regional average", "comparator", "nat", "natl", "eng", "uk", "great britain",
                "scotland", "wales", "northern ireland", "scottish average", "wales average",
                "welsh average", "region", "regional", "family group average", "family group",
                "cipfa", "cipfa average", "peer average", "peer group", "north east",
                "north west", "yorkshire and the humber", "yorkshire & humber", "east midlands",
                "west midlands", "peers", "neighbours", "nearest neighbours", "comparison",
                "all england", "similar forces", "east of england", "london", "south east",
                "south west",
            ),
            Role.PERIOD: (
                "period", "month", "quarter", "date", "year", "time period", "reporting month",
                "reporting quarter", "financial year", "month ending", "quarter ending",
                "period ending", "date range", "academic year", "calendar year",
                "reporting date", "period end", "month end", "quarter end", "month ended",
                "quarter ended", "period ended",
            ),
            Role.RANK: ("rank", "latest national rank", "la rank", "quartile banding"),
            Role.DATA_QUALITY: ("data quality", "dq", "kite mark", "confidence"),
            Role.OUTTURN: (
                "actual", "outturn", "value", "latest", "current", "current performance",
                "performance", "baseline", "previous year", "py", "actuals", "result", "results",
                "latest outturn", "latest performance", "current value", "actual performance",
                "latest value", "value rounded", "previous", "ytd", "achieved", "delivered",
                "attained", "achieved to date", "delivered to date", "actual value",
                "reported value", "measure value", "indicator value", "kpi value", "data value",
                "outturn value", "actual result", "latest result", "latest actual",
                "latest position", "current position", "latest data",
            ),
        },
        beginnings=(
            (Role.CHANGE, (r"(?:variance|var|gap|distance|difference|deviation|shortfall)\b.*\b"
                           r"(?:target|plan|goal)\b|\+ ?/ ?- ?target|"
                           r"(?:%|per ?cent(?:age)?) (?:of|from|to|against) target")),
            (Role.RAG, (r"(?:performance|progress|actuals?|outturn|position|status)?.*\b"
                        r"(?:vs?\.?|against|versus|on) target\b|"
                        r"target (?:status|rag|met|achieved|hit)\b")),
            (Role.COMMENT, r"target (?:comment|note|narrative|rationale)"),
            (Role.BENCHMARK, r"target group {mean}"),
            (Role.OTHER, r"target (?:source|set|type|date|owner|setting|basis|group)\b"),
            (Role.RANK, r"(?:.*\b)?rank(?:ing|ed)?(?: \(.*)?$"),
            (Role.BENCHMARK, (r"{others}(?:[' -]s?)?(?: (?:group|set|family))?"
                              r"(?: (?:{mean}|figures?|performance|position|benchmarks?|values?|"
                              r"results?|outturns?|rates?|data|comparison))?$|"
                              r"{groups}(?: group)? {mean}$")),
            (Role.BENCHMARK, (r"{mean} (?:of|for|across) (?:the |all |our )?{others}|"
                              r"(?:top|upper|best|bottom|lower|median) quartile|benchmark\b|"
                              r"compar(?:ators?|ison group|ison with {others})\b")),
            (Role.TARGET, (r"(?:.*\b)?targets?(?: green)?$|target\b|goal\b|"
                           r"(?:annual|yearly|year[- ]end|full[- ]year|monthly|quarterly|"
                           r"in[- ]year) (?:plan|goal|aim|ambition|trajectory|profile)\b")),
            (Role.TRAVEL, r"dot\b|direction of travel\b"),
            (Role.RAG, r"rag\b|achieved\b.*\bnot achieved|.*\bdca(?: rating)?$"),
            (Role.COMMENT, r"comment(?:s|ary)?\b|narrative\b|reasons for\b|latest note\b"),
            (Role.POLARITY, (r"good (?:perf(?:ormance)?|is|to be|means)\b|polarity\b|"
                             r"improvement direction\b|better (?:to be|when|if|is)\b|"
                             r"(?:which|what) (?:way|direction|is)\b.*\b(?:good|better|best)\b|"
                             r"is (?:it )?(?:good|better|best|high|higher|low|lower|bigger)\b|"
                             r"(?:desired|preferred|desirable|intended|wanted|sought) "
                             r"(?:trend|direction|movement|travel)(?: of travel)?$|"
                             r"(?:trend|direction|movement) (?:desired|sought|wanted|preferred)$|"
                             r"(?:high|higher|low|lower|bigger|smaller) ?(?:/|or) ?"
                             r"(?:high|higher|low|lower|bigger|smaller)\b|"
                             r"(?:high|low)(?:er)? (?:is|=|means) (?:good|better|best)$")),
            (Role.TOLERANCE, r"toleran"),
            (Role.BENCHMARK, (r"stat(?:istical)?\.? neigh|nat(?:ional)? (?:ave|top)|england\b|"
                              r"good ?(?:/|and|&|or) ?outstanding|(?:\S+ )?all wales|bench ?mark|"
                              r"eng(?:land)? av|g ?& ?os?(?: (?:las?|{mean}))*$|"
                              r"(?:good|outstanding) (?:las?|authorities|councils)(?: {mean})?$")),
            (Role.INDICATOR, (r"indicators?\b|performance (?:measures?|indicators?)\b|"
                              r"key performance indicators?|measures?\b(?!.*type)")),
            (Role.CHANGE, r"(?:%|percentage)? ?change\b"),
            (Role.OWNER, r"(?:lead|responsible|accountable) "),
        ),
        beside_periods={
            Role.OUTTURN: (
                "la", "local authority", "authority", "council", "county", "borough", "trust",
                "force", "ccg",
            ),
            Role.TARGET: (
                "profile", "milestone", "ambition", "aim", "aims", "our aim", "aspiration",
                "expectation", "commitment", "pledge", "aimed for", "aiming for", "required",
                "pcl", "profile to", "profile by", "profile at",
                "profile to end of", "profile to end", "profiled to", "planned to", "planned by",
                "plan to", "plan by", "trajectory to", "trajectory by",
            ),
        },
        figures=("value", "result", "score", "days", "£", "£m", "£000", "£000s", "figure",
                 "in month", "in quarter"),
        not_now=("baseline", "previous year", "py", "previous"),
        of_figures=("performance", "actuals?", "outturns?", "results?", "position", "achieved"),
        forecasts=(
            "forecast", "f'?cast", "fcst", "projection", "projected", "proj", "predicted",
        ),
        expected=(
            (r"(?:est|estimated?|expected|anticipated|likely)\.?(?: (?:outturn|actual|performance|"
             r"position|result|figure|value|year[ -]end|full[ -]year))*"),
        ),
        asking=(
            "targets?", r"met", r"achiev\w*", "hit", "on track", "success", r"meet\w*",
            "pass(?:ed)?", "attained", "reached",
        ),
        wishing=(
            "wants?", "wanted", "desired", "desirable", "wish(?:ed)?", "aims?", "aiming", "ideal",
            "ideally", "seek(?:ing)?", "sought", "prefer(?:s|red|ence)?", "should", "ought",
            "needs? to", "intended", "intention", "ambition", "hop(?:e|ed|ing)", "looking for",
        ),
        not_judging=(
            "risks?", "confidence", "quality", "dq", r"forecast\w*", "outlook", "expected",
            "projected", "predicted", "previous", "prior", "last", "projects?", "milestones?",
            "delivery", "priority", "impact", "likelihood", "severity", "sensitivity",
            "assurance", "kite ?mark", "reliability", "type", "next", "importance", "complexity",
            "demand", "interest", "urgency", "influence", "effort", "exposure", "materiality",
            "criticality",
        ),
        places=(
            "ward", "ward name", "wards", "la", "la name", "local authority", "authority",
            "council", "school", "school name", "schools", "region", "area", "area name",
            "locality", "district", "parish", "constituency", "country", "county", "provider",
            "practice", "hospital", "hospital name", "ccg", "icb", "trust", "trust name",
            "nhs board", "health board", "provider name", "organisation name", "force", "station",
            "site", "team", "hub", "depot", "branch", "campus", "clinic", "library", "care home",
            "leisure centre", "children's centre", "centre", "estate", "pcn",
            "primary care network", "neighbourhood",
            "postcode", "lsoa", "lsoa name", "pupil", "pupil name", "child", "forename",
            "surname", "cost centre", "account", "budget", "budget heading", "supplier",
            "row labels",
        ),
        of_lists=(
            r"suppliers?", r"vendors?", "payee", r"invoices?(?: (?:no|number|date|ref))?", "vat",
            "net", "gross", "payroll(?: no)?", "salary", "grade", "fte", "surname", "forename",
            "first name", "last name", "date of birth", "dob", "age", "gender", "job title",
            "start date", "end date", "due date", r"purchased?(?: date)?", "date purchased",
            "serial(?: no| number)?", "asset(?: no| number| tag| id)?", "condition", "location",
            "address", "postcode", "uprn", "cost cent(?:re|er)(?: code)?", "account(?: code)?",
            "budget(?: heading| holder| code)?", "annual value", "contract(?: value| end)?",
            "warranty", "registration", "signed", "height", "email", "e-mail", "phone",
            "telephone", "extension", "manager", "respondents?", "answers?", "questions?",
            "shift", "bookings?", "order(?: no| number)", "quantity", "qty", "unit price",
            "price", "likelihood", "impact", "mitigation", "risk(?: score)?", "actions?",
        ),
        of_prices=(
            r"(?:fees|charges) ?(?:and|&|,|/) ?(?:fees|charges)", "price lists?", "tariffs?",
            r"(?:schedule|list|table|scale|register)s? of (?:[\w&]+ ){0,3}(?:fees|charges|prices)",
            "(?:fees|charges|charging) (?:schedule|list|table)s?", "schedules? of rates",
            "(?:pay|salary) (?:scales?|spines?)", "budget book",
            "(?:members|councillors)'? allowances", "council tax (?:bands?|charges)", "precepts?",
        ),
        taxed=(
            "vat(?: (?:code|rate|status|liability|treatment|category|type|indicator))?",
            "(?:inc|incl|including|inclusive of|exc|excl|ex|excluding|plus|with|without) vat",
        ),
        of_indicators=(
            "indicators?", "measures?", "kpi'?s?", "pi'?s?", "metrics?", "score ?cards?",
            "performance report", "dashboards?", "balanced",
        ),
        aside=(
            r"(?:relative )?weight(?:s|ing|ings|age)?(?: factor)?",
            (r"(?:(?:weighted|total|raw|max(?:imum)?|risk|overall|priority|kpi) )?"
             r"(?:scores?|points)(?: ?(?:/|out of) ?\d+)?"),
            "scoring", "baseline(?: .*)?", r"(?:.* )?baseline", "starting point",
            r"(?:upper|lower) (?:control )?limits?", "[ul]cl", "mean", "median",
            "standard deviation", "std dev", "sd", r"min(?:imum)?", r"max(?:imum)?",
            "(?:5|five|3|three)[- ]year average", "population", "sample(?: size)?", "base",
            "sort(?: order)?", "order", "seq(?:uence)?", "row", "page", "version",
            r"ranking|position in .*", "stretch(?: target)?", "ytd %",
        ),
        of_plan=(
            (r"(?:(?:%|percentage|per ?cent|pct|ratio|share) ?(?:(?:of|to|v|vs|against) )?"
             r"|(?:of|v|vs|against) )(?:the )?(?:plan|target|goal|budget|profile|trajectory|aim)"
             r"(?: (?:achieved|met|delivered|attained|reached|completed?))? ?%?"),
            r"(?:plan|target|goal|budget|profile) (?:achieved|met|delivered|attained|reached) ?%",
            (r"(?:%|percentage|per ?cent|pct) (?:achieved|achievement|met|attained|attainment|"
             r"delivered|delivery|reached|completed?|completion|performance)"),
            (r"(?:achieved|achievement|attained|attainment|delivered|delivery|performance|"
             r"completion) ?(?:%|\(%\)|percentage|per ?cent|rate|ratio)"),
            "achievement", "attainment",
            (r"(?:%|percentage|per ?cent)? ?(?:variance|var|difference|diff|deviation|dev|gap|"
             r"shortfall|over ?/ ?under|under ?/ ?over)\.? ?(?:%|\(%\))?"),
            r"[+] ?/? ?[-−–]",
        ),
        weak_names=("description", "definition", "title", "name", "short name", "metric type",
            "milestone", "milestones"),
        weak_targets=(
            "green", "green threshold", "green if", "green when", "green is", "green at",
            "green from", "green level", "green limit", "green boundary", "green value",
            "green range", "green zone", "green means", "green =", "standard", "threshold", "std",
            "stds",
        ),
        others_targets=(
            (r"(?:national|england|english|government|dfe|dluhc|nhs(?: england)?|regional|"
             r"statutory|peers?|sector|uk)\b.*\btargets?"),
        ),
        aims=(
            (r"(?:our |the |service |corporate )*(?:aims?|aspirations?|ambitions?|objectives?|"
             r"intentions?|pledges?|promises?|expectations?)"
             r"(?: (?:level|figure|value|for|by|at))*"),
            r"(?:our|the|service) (?:commitment|requirement)",
            (r"(?:expected|required|desired|intended|agreed|acceptable|contract(?:ual|ed)?|"
             r"desirable|service|performance) (?:levels?|standards?|thresholds?|criteri(?:on|a))"),
            (r"(?:required|desired|desirable|acceptable) "
             r"(?:values?|positions?|results?|performance|figures?|rates?)"),
            (r"(?:levels?|values?|standards?|figures?|performance) (?:required|desired|expected|"
             r"intended|agreed|sought|to (?:meet|reach))"),
            r"success (?:levels?|thresholds?|criteri(?:on|a))",
            r"(?:threshold|standard|level|measure|criteri(?:on|a)) (?:of|for) success",
            r"(?:it )?(?:should|must|ought to|needs? to) be(?: at)?",
            (r"where (?:we|it|this) (?:want|need|aim|hope|plan|intend|expect|wish|would like|"
             r"should|ought)s?(?: to)? be(?: by| at| in)?"),
            (r"(?:what )?(?:we(?: a|')?re )?(?:aim(?:ing|ed)?|aspir(?:e|ing)|hop(?:e|ing)|"
             r"striv(?:e|ing)) (?:for|at|to)(?: (?:reach|achieve))?"),
            r"(?:what )?we (?:aim|aspire|hope|want|plan|intend) (?:for|to (?:reach|achieve|be))",
            r"(?:level|figure|value)? ?to (?:reach|achieve|be achieved|hit|beat|aim for)",
            r"sla(?: level)?", "service level agreement", "planned level",
            # a limit that the heading itself puts on the figure
            (r"(?:(?:is |are )?(?:not|never) to|(?:must|should|shall|may|can) ?not|never) "
             r"(?:exceed|be exceeded|go (?:over|above|below)|fall below|drop below|rise above)"),
            r"(?:no|not) (?:more|less|fewer|higher|lower|greater) than", r"at (?:least|most)",
            (r"(?:(?:must|should|shall|to) )?(?:exceed|be (?:above|below|over|under|at least|"
             r"at most|within)|(?:keep|stay|remain) (?:above|below|over|under|within))"),
            "ceiling", "cap",
            (r"(?:min(?:imum)?|max(?:imum)?|lowest|highest)\.? (?:acceptable|permitted|"
             r"permissible|allowable|allowed|contract(?:ual)?|required|expected|tolerable|"
             r"tolerated|agreed)(?: (?:performance|service))?"
             r"(?: (?:level|standard|threshold|score|value|figure|rate|limit|result)s?)?"),
            (r"(?:min(?:imum)?|max(?:imum)?)\.? (?:(?:performance|service) )?"
             r"(?:level|standard|threshold|requirement)s?"),
            # whose level it is
            (r"(?:(?:our|the) )?(?:organisation(?:al)?|organization(?:al)?|trust|board|internal|"
             r"corporate|group|company|contract(?:ual)?|departmental|divisional|directorate|local|"
             r"locally agreed|service|team|council|force|college|school|commissioner(?:'?s)?|"
             r"regulat(?:or(?:'?s)?|ory)|licence) (?:thresholds?|standards?|limits?|"
             r"requirements?|trajectory|commitments?|expectations?)"),
            r"(?:performance|service) (?:commitment|promise|pledge|requirement)(?: level)?s?",
            "pcl", "performance commitment levels?",
        ),
        aims_before=(
            (r"(?:expected|required|intended|desired|anticipated)"
             r"(?: (?:values?|positions?|results?|performance|figures?|rates?))?"),
        ),
        wanted=(
            (r"(?:the )?(?:best|better|good|ideal|ideally|optimum|optimal|preferred|preferable|"
             r"desired|desirable|favourable|success|successful|right)"
             r"(?: (?:if|when|is|to be|means|result|outcome|value|level|position|performance|"
             r"score|state|change|looks like))*(?: ?[=?])?"),
            (r"(?:we |our |the )?(?:want(?:s|ed|ing)?|wish(?:es|ed)?|seek(?:s|ing)?|prefer|"
             r"aim(?:s|ing|ed)?|intend(?:ed|s)?|intention|looking|hop(?:e|ing)|objective|"
             r"ambition|aspiration|strive|striving|required)"
             r"(?: (?:is|for|to|this|it|be|it to be|to be|to go|to see|direction|movement|trend|"
             r"change|to achieve))*(?: ?[=?])?"),
            r"improve(?:ment|d|s)?(?: (?:is|means|if|when|shown by|would be|looks like))+ ?[=?]?",
            (r"(?:good|desired|target|intended|required|wanted|preferred) "
             r"(?:direction|movement|orientation)(?: of travel)?"),
            (r"(?:direction|orientation) (?:of|for) "
             r"(?:good|improvement|success|better|preference)(?: performance)?"),
            (r"(?:it )?(?:should|must|ought to|needs? to) (?:be|go|move|get)"
             r"(?: (?:up|down|up or down|higher or lower))?"),
        ),
        weak_polarities=("aim",),
        weak_tolerances=("variance",),
        weak_outturns=(
            "achieved", "delivered", "attained", "achieved to date", "delivered to date",
        ),
    ),
    figures=Figures(
        shares=(
            "%", "percentage", "percent", "per cent", "%age", "% age", "pct", "proportion",
        ),
        shares_of=(
            (r"(?:%|%age|percentage|per ?cent|pct|proportion)(?: \w+)? "
             r"(?:in|on|within|to|inside) (?:(?:the|our|agreed|target|service) )?"
             r"(?:time(?:scales?)?|sla|deadlines?|standards?|schedule|timetable|limits?)"),
            (r"(?:in|on|within) (?:time(?:scales?)?|sla|deadlines?|standards?)"
             r"(?: ?\(?(?:%|percentage|per ?cent|pct)\)?)"),
        ),
        rates=("rate",),
        judged=("performance", "perf"),
        counts=("no", "nos", "number", "count", "volume", "#"),
        totals=("n", "total"),
    ),
    rows=Rows(
        kinds={
            Role.TARGET: ("target",), Role.RAG: ("rag",), Role.THRESHOLD: ("threshold",),
        },
        limits=(
            "[ul][cp]l", r"(?:upper|lower)(?: (?:natural )?(?:control|process))? limit",
            r"cent(?:re|er) line",
        ),
        target_of=(r"targets?\b(?: for)?",),
        remarks=(r"comment\w*", "notes?", "narrative", "update"),
        keys=("key", "legend", "(?:foot)?notes?", "sources?"),
        appendices=(
            "glossary", "definitions", "guidance", "(?:risk )?matrix", "appendix",
        ),
        sub_totals=(
            (r"(?:(?:grand|sub|section|overall|service|directorate|theme|group|column)[- ]?)?"
             r"(?:totals?|averages?|mean|median|sum)"),
        ),
        numerators=(
            r"numerators?\b", r"num\b\.?\s*(?:$|[:(-])", r".*\(num(?:erator)?\)$",
            r".*[:-] ?numerator$",
        ),
        denominators=(
            r"denominators?\b", r"(?:denom|den)\b\.?\s*(?:$|[:(-])",
            r".*\(den(?:om(?:inator)?)?\)$", r".*[:-] ?denominator$",
        ),
        out_of=(r"out of\b", r"(?:total|base|cohort)\s*$"),
        wholes=(
            r"(?:out )?of(?: (?:all|total|a total of|the|those))?(?: \w+){0,3}",
            (r"(?:total|all|base|cohort|eligible|due|sample|population|caseload|relevant|overall)"
             r"(?: (?:number|cases?|cohort|eligible|due|population|base|n|no|count|responses?|"
             r"respondents|applications?|visits?|reviews?|people|children|referrals?|closed))*"),
            r"(?:no|number|n) (?:due|eligible|in (?:the )?cohort|in (?:the )?sample)",
        ),
        tally=(
            "number", "no", "total", "totals", "count", "counts", "percentage", "percent", "per",
            "cent", "%", "proportion", "share", "of", "in", "at", "on", "for", "the", "this",
            "these", "with", "that", "are", "is", "was", "were", "have", "has", "been", "all",
            "and", "or", "by", "their", "its", "our", "section", "outcome", "theme", "priority",
            "area", "service", "directorate", "group", "objective", "quarter", "month", "period",
            "year", "overall", "rated", "rating", "ratings", "rag", "status", "performance",
            "performing", "key", "better", "worse", "within", "tolerance", "#", "sum", "which",
            "who", "we", "not", "as", "where", "any", "data", "available", "due", "yet", "measured",
            "without", "applicable", "scored", "change", "same", "stable", "grand", "blue", "grey",
            "gray", "black", "purple", "white",
        ),
        tally_of_others=(
            "not", "without", "better", "worse", "or", "off", "below", "above", "improving",
            "improved", "worsening", "worsened", "declining", "declined", "percentage", "percent",
            "%", "proportion", "share", "per",
        ),
        between_counts=("and", "are", "is", "were", "rated", "at"),
        counted=(
            "indicator", "indicators", "measure", "measures", "kpi", "kpis", "pi", "pis",
            "target", "targets", "metric", "metrics", "kpi's", "pi's",
        ),
        rated_besides=(
            "actions?", "risks?", "milestones?", "projects?", "programmes?", "tasks?", "audits?",
            "recommendations?", "deliverables?", "schemes?", "savings", "issues?", "plans?",
            "last", "previous", "prior", "before", "forecasts?", "trajectory", "movement",
        ),
        how_they_do=(
            "on", "met", "meeting", "meet", "meets", "missed", "missing", "miss", "hit",
            "hitting", "achieved", "achieving", "achieve", "off", "below", "above", "exceeding",
            "exceeded", "failing", "failed", "improving", "improved", "worsening", "worsened",
            "declining", "declined", "static", "reported", "reporting", "track", "rated",
        ),
        earlier=(
            (r"(?:same (?:period|month|quarter|time),? )?(?:last|previous|prior) "
            r"(?:year|month|quarter|period|yr)(?:'?s)?"
            r"(?: (?:actuals?|outturn|performance|figures?|results?|values?|position))?"),
            (r"(?:actuals?|outturn|performance|figures?|results?) "
            r"(?:last|previous|prior|the (?:previous|prior)) (?:year|month|quarter|period)"),
            "[pl]y(?: actuals?)?", "year (?:before|ago)", "(?:one|a) year (?:ago|before|earlier)",
        ),
    ),
    papers=Papers(
        made=(
            "produced", "printed", "updated", "version", "issued", "created", "run", "draft",
            "published", "report to", "cabinet", "committee", "meeting", "author", "prepared",
        ),
        editions=("final", "draft", r"v\d+"),
    ),
    units=Units(
        words={
            Unit.COUNT: (
                "integer", "num", "children", "cases", "people", "young people", "families",
                "households", "visits", "referrals", "whole number", "number of",
            ),
            Unit.RATE_PER_10000: (
                "rate per 10,000", "per 10,000", "per 10000", "rate per 10000", "rate per 10k",
                "per 10k",
            ),
            Unit.DAYS: (
                "days", "day", "number of days", "no. of days", "average days", "days (average)",
                "average number of days", "working days", "calendar days",
            ),
            Unit.RATIO: ("ratio",),
            Unit.DURATION: (
                "duration", "elapsed time", "time", "mm:ss", "m:ss", "min:sec", "mins:secs",
                "hh:mm:ss", "h:mm:ss", "hh:mm", "h:mm", "hours:minutes", "minutes:seconds",
                "hrs:mins", "minutes and seconds", "hours and minutes", "time (mm:ss)",
                "time (hh:mm:ss)", "time (hh:mm)",
            ),
            Unit.CURRENCY: (
                "£", "currency", "£000s", "£000", "£'000", "£’000", "£k", "£m", "£s", "gbp",
                "pounds", "£ million", "£ thousand",
            ),
            Unit.SCORE: (
                "score", "decimal", "index", "average", "mean", "points", "fte", "weeks",
                "months", "hours", "minutes", "years", "per 1,000", "per 1000",
                "rate per 1,000", "rate per 1000", "per 100,000", "rate per 100,000",
                "average score",
            ),
        },
        names={
            Unit.RATE_PER_10000: (r"\bper 10,?000\b", r"\bper 10k\b"),
            Unit.SCORE: (
                r"\bper (?:1(?:00)?,?000|100|hundred|thousand|million|1k|100k)\b",
                (r"\((?:average |mean |median )?(?:weeks?|months?|years?|hours?|hrs?|minutes?|"
                 r"mins?|seconds?|secs?|kgs?|kilograms?|tonnes?|tons?|grams?|litres?|kwh|mwh|gwh|"
                 r"km|kilometres?|miles?|metres?|sq\.? ?m|m2|m²|m3|m³|hectares?|acres?|t?co2e?|"
                 r"ftes?)\)"),
            ),
            Unit.PERCENT: (
                "^%", r"^percentage\b", r"^per ?cent\b", r"^proportion of\b", r"\(%\)", "%$",
                r"[:;,–-] ?(?:%|percentage|per ?cent|proportion) of\b",
                r"\bas (?:an? )?(?:%|percentage|per ?cent|proportion) of\b",
            ),
            Unit.DAYS: (
                r"^(?:average|mean|median|number of) (?:number of )?(?:\w+ )?days\b",
                r"^(?:(?:working|calendar|school|bed) )?days\b",
                r"\((?:(?:average|mean|median|working|calendar) )*days\)",
            ),
            Unit.COUNT: (r"^(?:total )?(?:number|no\.?|count) of\b", r"^# of\b"),
            Unit.RATIO: (r"^ratio of\b", r"\(ratio\)"),
            Unit.CURRENCY: (r"\(£(?:k|m|000s?|'000)?\)",),
        },
        hints={
            Unit.PERCENT: (
                r"% of\b", r"\bpercentage\b", r"\bper cent\b", r"\bproportion of\b", r"^pct\b",
                "% ",
            ),
            Unit.DAYS: (r"\b(?:average|mean|median)\b.*\bdays\b", r"\bdays lost\b"),
            Unit.COUNT: (
                r"\(number\)$", r"\bnumbers? of\b", "headcount", r"\bvolumes?\b", r"\btally\b",
                # verbs of counting, but not what was done in time or in some way
                (r"\b(?:received|reported|recorded|raised|lodged|logged|notified|registered)"
                 r"(?!.*\b(?:within|in \d|in time|on time|as|who|that|correctly|online)\b)"),
                (r"^(?:[\w&'-]+ ){0,4}(?:incidents?|accidents?|deaths?|fatalities|casualties|fires|"
                 r"injuries|near misses|grievances|compliments|complaints|entrants|offences|crimes|"
                 r"burglaries|robberies|thefts|prosecutions|fly[ -]?tips|outbreaks|breaches)"
                 r"(?:(?: about| at| on| in| by| to| from| of| involving) "
                 r"(?!time\b|full\b|target\b).*)?$"),
                (r"^(?:people|children|young people|adults|households|families|patients|applicants|"
                 r"residents|cases|applications|homes|properties)\b(?: \w+){0,2} "
                 r"(?:waiting|awaiting|on the (?:waiting list|register))\b(?!.*\b(?:within|over|"
                 r"under|more than|less than|longer)\b)"),
                r"\b(?:cases?|enquiries|investigations|actions|recommendations) open\b",
            ),
            Unit.CURRENCY: (
                "£", r"\b(?:average|unit|total) costs?\b", r"\bcosts? (?:of|per)\b",
                r"\b(?:over|under)?spend\b",
            ),
            Unit.RATIO: (r"\bratio\b", r"\bcaseloads?\b"),
            Unit.SCORE: (
                r"\bscores?\b",
                (r"\b(?:average|mean|median|typical|longest|shortest)\b.*\b(?:time|times|wait|waits|"
                 r"duration|length|delay|age|hours|minutes|weeks|months)\b"),
                (r"\b(?:response|waiting|turn ?out|handling|turn ?around|processing|answer|call|"
                 r"attendance|travel|dispatch|handover|queue) times?\b"
                 r"(?!.*\b(?:within|met|target)\b)"),
                (r"\bper (?:head|capita|household|person|resident|inhabitant|employee|fte|pupil|"
                 r"child|patient|visit|visitor|bed|property|dwelling|home|vehicle|journey|km|mile|"
                 r"worker|social worker|teacher|officer|member of staff|case|tenancy|week|day)\b"),
                r"\b(?:tonnes|tonnage|kilograms|litres|kwh|miles|hectares)\b",
            ),
        },
        minutes_seconds=(
            r"min(?:ute)?s? ?[:&/] ?sec(?:ond)?s?", "m{1,2}:ss", r"minutes and seconds",
        ),
        hours_minutes=(
            r"h(?:ou)?rs? ?[:&/] ?min(?:ute)?s?(?!:)", r"h{1,2}:mm(?!:)", r"hours and minutes",
        ),
        money=("pounds?", "gbp", "euros?", "dollars?"),
    ),
    bases=Bases(
        words={
            Basis.SNAPSHOT: ("snapshot", "ms"),
            Basis.IN_QUARTER: (
                "in quarter", "q", "in period", "in-period", "in the period", "in-quarter",
                "in the quarter", "period", "discrete",
            ),
            Basis.YEAR_TO_DATE: ("ytd", "year to date", "cumulative"),
            Basis.ROLLING_12_MONTHS: ("r12m", "rolling 12 months", "rolling year"),
            Basis.ANNUAL: ("annual", "a", "annually"),
        },
        phrases={
            Basis.ROLLING_12_MONTHS: (
                "r12m?", r"rolling (?:12|twelve)[ -]?(?:months?|mths?|m)",
                r"rolling (?:year|annual)",
            ),
            Basis.YEAR_TO_DATE: ("f?ytd", "ftytd", "year[ -]to[ -]date", "cumulative"),
            Basis.SNAPSHOT: ("snapshot",),
        },
        at_end=(
            r"(?:as )?at (?:the )?end of (?:the |each )?(?:quarter|month|period)",
            r"(?:as )?at (?:quarter|month|period)[ -]end",
        ),
        headings={
            Basis.ROLLING_12_MONTHS: (
                r"(?:12|twelve)[ -]?(?:months?|mths?|m) (?:rolling|to|ending|ended)",
            ),
            Basis.YEAR_TO_DATE: ("to date", "cum"),
        },
        names={
            Basis.YEAR_TO_DATE: (
                "so far this year", r"since (?:1 )?(?:april|january)", r"(?<!up )(?<!up-)to date$",
                "collected in(?: the)? year", "in[- ]year collection",
            ),
            Basis.ROLLING_12_MONTHS: (
                "rolling (?:12|twelve)",
                r"(?:in|over|during) the (?:last|past|previous) (?:year|(?:12|twelve) months)",
            ),
            Basis.SNAPSHOT: (
                r"at (?:the )?(?:end of|(?:month|quarter|year|period)[ -]end)", "as at",
                "currently",
            ),
        },
    ),
    polarities=Polarities(
        words={
            Polarity.HIGH: ("h", "max", "ascending", "hi", "hib", "positive", "+ve", "grow"),
            Polarity.LOW: ("l", "min", "descending", "lo", "lib", "negative", "-ve", "nil"),
            Polarity.PLAN: ("t", "plan", "goal post", "goldilocks", "target", "range"),
            Polarity.NEITHER: (
                "info", "i", "information", "n/a", "na", "none", "monitor", "delivery",
                "monitoring",
            ),
        },
        phrases={
            Polarity.NEITHER: (
                r"for info(?:rmation)?", r"info(?:rmation)? only", r"context(?:ual)?",
                "no polarity", r"(?:monitor(?:ing)?|track(?:ing)?|data|noting|volume) only",
                "not applicable", "neutral", "neither",
            ),
            Polarity.PLAN: (
                r"close(?:st|r)? to", "on target", r"to (?:plan|target)", "plan is",
                "mid ?point", "middle", r"(?:with)?in (?:a )?range",
                r"(?:stay|remain|keep)s? (?:the same|stable|steady|level)", "maintain",
            ),
        },
        more=(
            "bigger", "big", "higher", "highest", "high", "more", r"increas(?:e|es|ed|ing)",
            "maximi[sz]e", "maximum", "greater", "larger", "large", "rise", "rising", "up",
            "upwards?", "above", "ascending", "growth",
        ),
        less=(
            "smaller", "small", "lower", "lowest", "low", "less", "fewer",
            r"decreas(?:e|es|ed|ing)", "minimi[sz]e", "minimum", r"reduc(?:e|es|ed|ing|tion)",
            "fall", "falling", "down", "downwards?", "shorter", "below", "descending", "zero",
        ),
        bad=("bad", "worse", "worst", "poor", "poorer", "undesirable", "adverse"),
        prefers=(
            "better", "best", "good", "preferable", "preferred", "desirable", "desired",
            r"maximi[sz]e", r"minimi[sz]e",
        ),
    ),
    numbers=Numbers(
        scales={
            1_000: ("k", "thousand"), 1_000_000: ("m", "million"),
            1_000_000_000: ("bn", "billion"),
        },
        percent=("percent", "per cent"),
        of=("of", "out of"),
        to=("to",),
        and_=("and",),
        from_=("between", "from"),
        in_=("in",),
        within=("within",),
        points=("pp", "point"),
        roughly=(
            r"c\.?", r"ca\.?", "circa", r"approx\.?", "approximately", "about", "around",
            "roughly",
        ),
        estimated=(r"est\.?", "estimated", "estimate"),
        at_most=(
            "(?:less|fewer|lower|smaller) than or equal(?: to)?",
            "at most", "(?:no|not) more than", "(?:no|not) higher than", "no greater than",
            "fewer than", "less than", "lower than", "smaller than", "under", "below",
            "up to",
        ),
        at_least=(
            "(?:more|greater|higher) than or equal(?: to)?",
            "at least", "(?:no|not) (?:less|fewer) than", "no lower than", "more than",
            "greater than", "higher than", "over", "above",
        ),
        past=(
            "fewer than", "less than", "lower than", "smaller than", "under", "below",
            "more than", "greater than", "higher than", "over", "above",
        ),
        or_less=("(?:or|and) (?:below|less|fewer|lower|under)",),
        or_more=("(?:or|and) (?:above|more|higher|over|better|greater|upwards)",),
        not_counted=(
            r"await\w*", "due", "tbc", "pending", "not", "data", "figures?", "of", "out", "to",
            "and", "or", "but", "target", r"previous\w*", "last",
        ),
        days=("days?",),
        counted_as_days=("d", "wd", "nights?"),
        other_times=(
            "seconds?", "secs?",
            "hours?", "hrs?", "minutes?", "mins?", "weeks?", "wks?", "months?", "mths?",
            "years?", "yrs?",
        ),
        hours=("hours?", "hrs?", "h"),
        minutes=("minutes?", "mins?", "m"),
        seconds=("seconds?", "secs?", "s"),
    ),
    gaps=Gaps(
        # Government Statistical Service 2022 and DfE's Explore Education Statistics: [c] [x] [z]
        # [low] [u], bare in data files. Kent: N/A. Cheshire West: M, in measurement.
        words={
            Gap.AWAITED: (
                "tbc", "tba", "tbd", "awaited", "awaiting", "pending", "late", "outstanding",
                "due", "to follow", "expected",
            ),
            Gap.SUPPRESSED: (
                "c", "[c]", "(c)", "s", "[s]", "supp", "low", "[low]", "k", "[k]",
                "confidential", "withheld", "small numbers", "low numbers", "too small",
                "too few",
            ),
            Gap.NOT_AVAILABLE: (
                "x", "[x]", "(x)", "u", "[u]", "nk", "n/k", "not known", "unknown", "missing",
                "blank", "no figure", "no return", "nr", "n/r", "not recorded", "not collected",
                "n/c", "discontinued", "unavailable", "none available", "nav", "n/av", "nya",
                "n.y.a.", "#n/a", "paused", "suspended", "on hold", "deferred", "ceased",
                "deleted", "withdrawn", "not in use", "not started", "as above", "nil return",
                "baseline year",
            ),
            Gap.NOT_APPLICABLE: (
                "z", "[z]", "(z)", "n/a", "na", "n.a.", "n.a", "n\\a", "n-a", "not applicable",
                "not relevant", "no cases", "no cohort", "none due", "not required",
            ),
            Gap.NOT_DUE: (
                "not due", "m", "in measurement", "annual", "annually", "yearly", "biennial",
                "biannual", "bi-annual", "half yearly", "half-yearly", "six monthly",
                "6 monthly", "six-monthly", "quarterly", "termly", "nyd", "not yet due",
                "not this quarter", "not this month",
            ),
        },
        phrases={
            Gap.NOT_DUE: (
                (r"(?:an )?annual (?:measure|indicator|figure|return|collection|only|data|"
                 r"target)s?.*"),
                (r"(?:an )?annual(?:ly)? (?:survey|pi|kpi|result|reported|update|"
                 r"reporting)s?.*"),
                (r"{it_is}{given} (?:only )?(?:annually|yearly|once a year|"
                 r"(?:at |in |after )(?:the )?{yearly}).*"),
                r"(?:{figure} )?due {yearly}.*",
                r"{yearly}(?: (?:&|and|/) {yearly})?(?: only)?",
                r"(?:next )?(?:due|update|updated|reported)(?: in)? (?:{yearly}|{like_month}.*)",
                "reported (?:6|six)[ -]monthly",
                r"(?:academic|calendar) year(?: only)?",
                r"not (?:yet )?(?:due|reported|measured|collected) (?:this|in|until|for) .*",
                "not yet due.*",
            ),
            Gap.AWAITED: (
                r"{it_is}(?:not yet|awaited|awaiting|pending|outstanding|to follow)(?: .*)?",
                r"(?:tbc|tba)\b.*",
                (r"to be (?:confirmed|reported|provided|supplied|advised|published|updated|"
                 r"added).*"),
                (r"{it_is}(?:due|expected|available|published) "
                 r"(?:by |in |from |on |end |mid |early |late )*"
                 r"(?:{like_month}|\d|next|later|soon).*"),
                r"(?:one|1) quarter (?:behind|in arrears).*",
                r"(?:reported )?(?:(?:one|1|a) )?(?:quarter|month) (?:behind|in arrears).*",
                "(?:reported in arrears|data lag|time lag|lagged).*",
                "{figure} (?:under review|being .*)",
            ),
            Gap.SUPPRESSED: (
                "{it_is}suppressed.*",
                r"(?:numbers? )?too (?:small|few|low)\b.*",
                r"(?:small numbers?|low numbers?|confidential|not (?:disclosed|shown)).*",
            ),
            Gap.NOT_APPLICABLE: (
                r"(?:n/a|not applicable)\b.*",
                (r"no (?:[a-z]+ )?(?:cases|cohort|children|reviews|eligible|relevant|visits|"
                 r"referrals|assessments|inspections?|events?|activity|applications?|complaints?|"
                 r"claims|requests|admissions|meetings?|respondents|responses|sample|"
                 r"surveys?)\b.*"),
                "(?:school holidays?|closed).*",
                r"none (?:due|eligible|in (?:the )?period).*",
            ),
            Gap.NOT_AVAILABLE: (
                "{it_is}(?:not|un|no longer) ?{given}.*",
                r"no {figure}\b.*",
                "new",
                r"new (?:measure|indicator|pi|kpi|for|in)\b.*",
                "(?:measure |indicator )?discontinued.*",
                r"system (?:issues?|unavailable|migration|change|upgrade|down)\b.*",
                r"see (?:comments?|commentary|notes?|narrative|below|above|text)\b.*",
                "(?:unable to|cannot be|not possible to) .*",
                (r"(?:measure |indicator )?(?:(?:in|under) (?:development|review)|"
                 r"being developed)"),
                r"reporting (?:suspended|paused|from)\b.*",
                "(?:data )?quality issues?.*",
                "survey not run.*",
                "(?:replaced|superseded) by .*",
            ),
        },
        unexplained=("n/k", "nk"),
        zero=("nil", "zero"),
        no_cases=("none",),
    ),
    grades=Grades(
        # Ofsted, CQC and HMICFRS; internal audit (CIPFA, GIAA); the Regulator of Social Housing;
        # food hygiene; Estyn; the Charity and Care inspectorates of Scotland; credit and risk
        scales=(
            ("outstanding", "good", "requires improvement", "inadequate"),
            ("outstanding", "good", "adequate", "requires improvement", "inadequate"),
            ("outstanding", "good", "satisfactory", "inadequate"),
            ("excellent", "very good", "good", "adequate", "weak", "unsatisfactory"),
            ("excellent", "very good", "good", "satisfactory", "fair", "poor", "very poor"),
            ("excellent", "good", "fair", "poor"),
            ("excellent", "good", "adequate", "unsatisfactory"),
            ("substantial", "reasonable", "limited", "none"),
            ("substantial", "reasonable", "limited", "no"),
            ("substantial", "reasonable", "limited", "minimal"),
            ("substantial", "reasonable", "partial", "no"),
            ("substantial", "adequate", "limited", "no"),
            ("substantial", "adequate", "limited", "none"),
            ("substantial", "moderate", "limited", "unsatisfactory"),
            ("full", "substantial", "moderate", "limited", "none"),
            ("full", "significant", "limited", "no"),
            ("high", "substantial", "reasonable", "limited", "none"),
            ("fully compliant", "mostly compliant", "partially compliant", "non compliant"),
            ("compliant", "partially compliant", "non compliant"),
            ("well developed", "developing", "early"),
            ("fully assured", "partially assured", "not assured"),
            ("very satisfied", "satisfied", "neither", "dissatisfied", "very dissatisfied"),
        ),
    ),
    remarks=Remarks(
        flags={
            Mark.PROVISIONAL: ("provisional", "prov", "unvalidated", "draft"),
            Mark.REVISED: ("revised", "rev"),
            Mark.ESTIMATED: ("estimated", "estimate", "est"),
            Mark.FORECAST: ("forecast", "projected"),
            Mark.APPROXIMATE: ("approximately", "approx"),
        },
        letters={
            Mark.PROVISIONAL: ("p",), Mark.REVISED: ("r",), Mark.ESTIMATED: ("e",),
            Mark.FORECAST: ("f",), Mark.BREAK: ("b",), Mark.LOW_RELIABILITY: ("u",),
        },
        bare=("p", "r", "e"),
        capitals=("p", "r"),
        notes=("(?:foot)?note",),
        see=("see",),
    ),
    targets=Targets(
        floors=(r"floors?(?: standards?)?",),
        # Cumbria, Blackburn and Rotherham write these where a measure has no target
        none=(
            r"none(?: set)?", r"no(?: set| specific| formal)? target(?:\b.*)?", "not set",
            "not targeted", r"n\.?/?a\.?(?:\W.*)?", "not applicable.*", r"tb[acds]\b.*",
            (r"to be (?:set|agreed|confirmed|determined|decided|advised|developed|established|"
             r"baselined).*"),
            "awaiting .*", "awaited", "pending",
            (r"(?:for )?(?:monitor(?:ing|ed)?|information|info|context)"
             r"(?: only| purposes(?: only)?)?"),
            "measure for information", r"contextual(?: measure| only)?", "update on progress",
            "progress update", r"trend(?: only)?", r"track(?:ing|er|ed)?(?: only)?",
            (r"(?:activity|volume|volumetric|demand|workload|data|reference|report(?:ing|ed)?|"
             r"local)(?: measure| indicator| only)?"),
            (r"(?:new|baseline|baselining)(?: (?:measure|indicator|year|to be set|data))?"
             r"(?: only)?"),
            r"establish(?:ing)? (?:a )?baseline", "(?:set|setting) (?:a )?baseline",
            "not yet (?:set|agreed)", r"\[?[xz]\]?", "under review",
            "(?:in|under) development", "untargeted", r"demand(?: led)?",
        ),
        at_most=(
            r"not (?:to )?exceed(?:ing)?", r"max(?:imum)?(?: of)?", "reduce to", "reduction to",
            "down to", "or less than",
        ),
        at_least=(
            r"exceed(?:ing)?", r"min(?:imum)?(?: of)?", "increase to", "up from", "additional",
            "an additional", "a further",
        ),
        top=("top", "in top", "in the top", "within top", "within the top"),
        or_less=("maximum", r"max\.?"),
        or_more=("minimum", r"min\.?", "plus"),
        labels=(
            (r"(?:(?:national|local|council|annual|year[- ]end)\s+)?"
             r"(?:targets?|q[1-4]|green)"),
        ),
        stretch=("stretch",),
        each=("yr", "year", "annum", "quarter", "qtr", "month", "week", "wk", "day"),
        when=(
            "by", "in", "at", "for", "from", "before", "each", "every",
            r"per (?:year|annum|quarter|month|week|day)", r"p\.?a\.?", "annually", "a year",
            "a week", "weekly",
            "year[- ]end", "overall", "average", "target", "of target",
        ),
        not_counted=(
            "average", "avg", "quartile", "neighbours?", "neighbors?", "national", "england",
            "peers?", "than", "baseline", "better", "previous", "last", "target", "points?",
            "pp", "out", "of", "to", "and", "or", r"improve\w*", r"increase\w*", r"reduc\w*",
            r"decrease\w*", "above", "below", "over", "under",
        ),
        spans={
            12: (
                r"annual(?:ly|ised)?\b", r"year(?:'s)?[- ]?end\b", r"yearly\b",
                r"full[- ](?:year|yr)\b", r"whole[- ](?:year|yr)\b",
                r"(?:per|a|each|every|for the|in|in the) (?:year|annum|yr)\b", r"p\.? ?a\b\.?",
                r"12[- ]months?\b", r"rolling (?:year|yr)\b",
                r"end of (?:the )?(?:financial )?year\b", r"eoy\b",
                r"fy(?:\d\d)?\b",
                r"yr[- ]?end\b", r"y/?e (?:target|tgt|goal|plan)\b", r"for year\b",
                r"outturn (?:target|goal|plan)\b", r"(?<=\()year\b(?=\))",
                r"year(?:'s)? (?:target|goal|plan|total|aim)\b", r"/ ?(?:year|yr|annum)\b",
            ),
            3: (
                r"quarterly\b", r"qtrly\b", r"(?<=\()quarter\b(?=\))",
                r"(?:per|a|each|every|in) ?(?:quarter|qtr)\b",
                r"/ ?(?:quarter|qtr)\b",
                r"(?:quarter|qtr)(?:'s)? (?:target|goal|plan|aim)\b",
            ),
            1: (
                r"monthly\b", r"mthly\b", r"(?<=\()month\b(?=\))",
                r"(?:per|a|each|every|in) ?(?:month|mth)\b", r"/ ?(?:month|mth)\b",
                r"pcm\b", r"p\.? ?m\b",
                r"(?:month|mth)(?:'s)? (?:target|goal|plan|aim)\b",
            ),
        },
        other_spans={
            1: (r"daily\b", r"(?:per|each|every) ?(?:working )?day\b", r"/ ?day\b"),
            7: (
                r"weekly\b", r"wkly\b", r"(?:per|each|every) ?(?:week|wk)\b", r"/ ?(?:week|wk)\b",
                r"(?<=\d )a week\b", r"(?:week|wk)(?:'s)? (?:target|goal|plan|aim)\b",
            ),
            14: (r"fortnightly\b", r"(?:per|each|every|a) fortnight\b"),
            182: (
                r"half[- ]?yearly\b", r"(?:six|6)[- ]monthly\b",
                r"(?:per|each|every) half[- ]year\b",
            ),
        },
        due=(
            r"profiled?", "trajectory", "to date", "ytd", "year[ -]to[ -]date", "cumulative", "cum",
            "milestone", "phased", r"due (?:by|to) (?:now|date)",
        ),
        lifetime=(
            "life ?time", "whole[ -]life", "life of (?:the )?(?:programme|project|scheme|contract)",
            (r"(?:end of|whole|total|overall|full) (?:programme|project|scheme)"
             r"(?: (?:targets?|goals?|plan|outputs?))?"),
            r"(?<!\w )(?:programme|project) (?:targets?|goals?)",
        ),
        means=("averages?", "avg", "mean"),
    ),
    statuses=Statuses(
        colours={
            Standing.GREEN: ("green",), Standing.AMBER: ("amber", "orange"),
            Standing.RED: ("red",), Standing.YELLOW: ("yellow",),
        },
        letters={
            Standing.GREEN: ("g",), Standing.AMBER: ("a",), Standing.RED: ("r",),
            Standing.YELLOW: ("y",),
        },
        other_colours=("blue", "purple", "black", "teal", "turquoise", "pink", "brown"),
        pairs=("ag", "ga", "ar", "ra"),
        # Lincolnshire writes Achieved, Not achieved, Improving but not achieved.
        phrases={
            Standing.MISSED: (
                (r"(?:(?:improving|worsening) but |target |milestone )?"
                 r"not (?:been )?(?:achieved|met)"),
                "not on (?:target|track|plan|schedule)", "off (?:target|track)",
                r"(?:target )?(?:missed|failed)", "missed target",
                "not (?:meeting|achieving) target",
                (r"(?:(?:well|significantly|far) )?(?:below|behind|worse than|under) "
                 r"(?:target|plan)"),
                r"(?:below|outside|beyond|out of|worse than) (?:the )?(?:target )?tolerance",
            ),
            Standing.MET: (
                r"(?:target )?(?:achieved|met|exceeded|exceeding)",
                "(?:met|achieved|exceeded) target",
                "(?:on|above|at|on or above|better than|ahead of) (?:target|plan)",
                "on (?:track|schedule)", "(?:meets|meeting|exceeds|exceeding|achieving) target",
            ),
            Standing.NEAR: (
                r"within (?:target tolerance|tolerance(?: of target)?|acceptable range)",
                "(?:near|close to|slightly below|just below) target",
            ),
        },
        labels=(r"rag(?: rating| status)?", "status", "rating"),
        answers={True: ("yes",), False: ("no",)},
        sides={
            True: (r"(?:above|over|higher than)(?: (?:the )?(?:target|plan))?",),
            False: (r"(?:below|under|lower than)(?: (?:the )?(?:target|plan))?",),
        },
        travel={
            "improved": ("improved", "improving", "improvement", "better", "getting better"),
            "worsened": (
                "worsened", "worsening", "worse", "getting worse", "deteriorated",
                "deteriorating",
            ),
            "static": (
                "static", "stable", "no change", "same", "sustained", "unchanged", "steady",
                "maintained",
            ),
        },
        worse_beside_better=(
            "declining", "declined", "decline", "falling", "fallen", "slipping", "slipped",
            "dropping", "dropped",
        ),
        moves={
            Arrow.UP: (
                "up", "increase", "increased", "increasing", "rising", "rose", "risen", "higher",
            ),
            Arrow.DOWN: (
                "down", "decrease", "decreased", "decreasing", "falling", "fell", "fallen",
                "lower", "declining", "declined", "decline",
            ),
        },
        told_from_before=(
            r"(?:last|previous|prior|preceding) (?:{length}|period)(?! year)",
            "{length} on {length}", "qoq", "mom",
        ),
        told_from_year=(
            r"(?:last|previous|prior|preceding) (?:financial )?year", "(?:a|one) year ago",
            "year[ -]on[ -]year", "yoy", "(?:previous|prior) (?:12|twelve) months",
        ),
    ),
    times=Times(
        months={
            1: ("jan", "january"), 2: ("feb", "february"), 3: ("mar", "march"),
            4: ("apr", "april"), 5: ("may",), 6: ("jun", "june"), 7: ("jul", "july"),
            8: ("aug", "august"), 9: ("sep", "sept", "september"), 10: ("oct", "october"),
            11: ("nov", "november"), 12: ("dec", "december"),
        },
        months_besides=("may",),
        lengths={
            1: ("month", "mth"), 3: ("quarter", "qtr", "qrt"), 12: ("year", "yr"),
        },
        any_length=("period",),
        quarter_letters=("q",),
        month_letters=("m", "p"),
        year_prefixes=("yr",),
        cardinals={1: ("one",), 2: ("two",), 3: ("three",), 4: ("four",)},
        counted_quarters=("quarter",),
        ordinals={1: ("first",), 2: ("second",), 3: ("third",), 4: ("fourth",)},
        ordinal_endings=("st", "nd", "rd", "th"),
        first_halves=(
            r"h1(?!\d)", r"half[ -]?year(?:ly)?(?: 1(?!\d))?", "mid[ -]year",
            r"(?:first|1st) half(?:[ -]year)?",
        ),
        second_halves=(
            r"h2(?!\d)", r"half[ -]?year(?:ly)? 2(?!\d)", r"(?:second|2nd) half(?:[ -]year)?",
        ),
        quarter_ends=("(?:{quarter}|(?:3|three) (?:months?|mths?)) {ending}",),
        other_ends=(r"(?:\d+|six|nine) (?:months?|mths?) {ending}",),
        weeks=("w", "wk", "week"),
        week_dates=(
            r"w/?c", r"w/?e", "week (?:commencing|ending|beginning|starting)",
            "wk (?:commencing|ending|beginning|starting)", "week of",
        ),
        terms=(
            r"(?:autumn|spring|summer|michaelmas|hilary|trinity|lent|easter)(?: (?:term|half))?",
            "(?:half )?term",
        ),
        academic=("academic (?:year|yr)", r"acad\.? (?:year|yr)", "school year", "ay"),
        calendar=("calendar (?:years?|quarters?)", "years? starts? (?:in|on 1) january"),
        financial=("financial (?:year|yr)", "(?:state )?fiscal (?:year|yr)", "fye?", "sfy"),
        financial_glued=("fy", "sfy"),
        year_ends=(r"year[ -]end(?:ing|ed)?", "y/?e", "eoy", "year to"),
        whole_years=("full[ -](?:year|yr)", "annual", "calendar year", "baseline", "year"),
        whole_alone=("year[ -]end", "full[ -](?:year|yr)"),
        outturns=("actuals?", "act", "outturn"),
        fillers=(
            "(?:months?|mths?) {ending}", "final", "(?:un)?validated", "performance", "perf",
            "results?", "values?", "data", "position", "figures?",
            r"and (?:rag )?(?:rating|status)", "as at", "as of", "at", "end of", "end", "for",
            "the", "in", "of", "months?", "rate", "only",
        ),
        until=("to", "until"),
        this=("this", "current", "latest"),
        before=("last", "previous", "prev", "prior"),
        relative=("latest", "current", "previous", "most recent"),
        short={"last quarter": ("lq",), "this quarter": ("tq",), "previous year": ("py",)},
        same=("same {length} (?:last|previous) year",),
        not_years=("ages?", "aged", "years?", "grades?", "stage", "yr"),
        asides=("p", "r", "provisional", "revised"),
        numbered_asides=("note", "yr"),
        cues=(
            "half", "ytd", "cum", "to date", "rolling", "snapshot", "latest", "current",
            "previous", "prior", "recent", "y/e",
        ),
    ),
    names=IN_NAMES._replace(
        of_which=(r"of (?:which|whom|these|those)\b", r"including\b", r"incl\b"),
        numerators=(r".*\(number\)$", r"numerator\b"),
        little=(
            "of", "the", "a", "in", "to", "and", "or", "number", "as", "who", "that", "are",
            "for",
        ),
        said_otherwise={"% of ": ("percentage of ",), "and": ("&",)},
        shares=("%", "percentage", "per ?cent", "proportion"),
        can_be_above_100=(
            "change", "variance", "variation", "growth", "increase", "decrease", "difference",
            "inflation",
            (r"of (?:the )?(?:annual |year[- ]end )?(?:target|plan|planned|profile|budget|budgeted|"
             r"baseline|standard)"),
            "against", "versus", "vs", "compared", "collected", "collection", "occupancy",
            "utili[sz]ation", "capacity", "fill rates?",
        ),
        can_be_negative=(
            "change", "changes", "variance", "variation", "net", "difference", "gap", "growth",
            "increase", "decrease", "reduction", "surplus", "deficit",
            "overspend", "underspend", "savings?", "progress", "residual", "balance", "versus",
            "vs", "movement", "improvement", "score", "z-score", "points?", "better", "worse",
            "ahead", "behind", "compared", "position", "profit", "loss",
            "trading", "margin", "outturn", "forecast", "migration", "temperature",
            "inflation", "return",
        ),
        off_a_mark=("over", "under", "above", "below"),
        marks_set=(
            "budget", "target", "plan", "planned", "profile", "forecast", "average", "england",
            "national", "nationally", "expected", "required", "last year", "establishment",
        ),
        once_a_year=(
            (r"\((?:(?:reported|measured|collected|published) )?(?:an )?"
             r"(?:annual(?:ly)?|yearly|once a year|every (?:autumn|spring|summer|winter|year))"
             r"(?: (?:measure|indicator|figure|survey|return|data|collection|result)s?)?\)"),
            r"[-–:,] (?:annual(?:ly)?|yearly|once a year)$",
            r"\b(?:annual|yearly) (?:survey|census|return|collection)\b",
        ),
        ended=(
            (r"(?:(?:this |the )?(?:measure|indicator|pi|kpi|survey|collection|reporting) )?"
             r"(?:is |was |has |been |now )*(?:discontinued|no longer (?:collected|measured|"
             r"reported|monitored|in use|required|published))"
             r"(?: (?:from|in|at|after|since|on|by|as of|with effect from|wef|this|for) .+)?"),
            (r"(?:this |the )?(?:measure|indicator|pi|kpi|collection|reporting) "
             r"(?:is |was |has |been |now )*(?:deleted|withdrawn|ceased|ended|retired|dropped|"
             r"removed|superseded|abolished|stopped)"
             r"(?: (?:from|in|at|after|since|on|by|as of|with effect from|wef|this) .+)?"),
        ),
        flows=(
            "received", "reported", "raised", "recorded", "completed", "completions?", "delivered",
            "issued", "prevented", "relieved", "attended", "attendances?", "carried out",
            "conducted", "undertaken", "made", "built", "provided", "approved", "recruited",
            "trained", "sold", "sales", "let", "lettings?", "planted", "collected", "removed",
            "cleared", "repaired", "repairs", "filled", "fixed", "resolved", "closed", "opened",
            "started", "starts", "created", "secured", "signed", "awarded", "granted", "installed",
            "fitted", "inspected", "inspections?", "visits?", "visitors", "footfall",
            "admissions?", "admitted", "discharges?", "referrals?", "referred", "contacts",
            "calls", "complaints?", "compliments?", "enquiries", "requests?", "applications?",
            "appeals?", "incidents?", "accidents?", "injur(?:y|ies)", "fires?", "deaths?",
            "killed", "crimes?", "offences?", "arrests?", "stops", "searches", "exclusions?",
            "suspensions?", "evictions?", "entrants?", "births?", "transactions?", "downloads?",
            "journeys?", "trips?", "passengers?", "tonnes", "tonnage", "income", "spend",
            "spending", "spent", "expenditure", "savings?", "saved", "receipts?", "fees?",
            "grievances?", "events?", "sessions?", "audits", "notices?", "fines?",
            "prosecutions?", "assessments?", "adoptions?", "adopted", "lost", "delayed days",
            "hours", "sign-?ups?", "enrolments?", "additional", "new", "first-time", "loss(?:es)?",
            "failures?", "breaches", "errors?", "riddor", "presentations?", "participants?",
            "attendees", "generated", "recycled", "checked", "offered", "produced",
            "published", "responded", "answered", "processed", "decided", "determined",
            "registrations?", "falls", "infections?", "rescues?", "call-?outs?",
        ),
        stocks=(
            "open", "active", "current", "currently", "live", "outstanding", "overdue", "waiting",
            "awaiting", "waits", "unallocated", (r"on (?:the|a|an) (?:\S+ ){0,2}(?:register|list|"
             r"books|caseload|plans?|roll|programme)"),
            (r"in (?:care|temporary accommodation|bed and breakfast|b&b|post|placements?|use|"
             r"employment|work|residence|custody|arrears)"),
            "backlog", "caseloads?", "headcount", "establishment", "workforce", r"vacanc(?:y|ies)",
            "vacant", "empty", "arrears", "debts?", "balances?", "reserves?", "stock", "members",
            "membership", r"subscri(?:bers|ptions)", "borrowers", "residents", "population",
            "looked after", "subject to", "receiving", "capacity", "beds", "followers",
            "rough sleepers", "forecast", "projected", "registered", "known to", "at risk",
        ),
        levels=(
            "averages?", "avg", "mean", "median", "rates?", "ratio", "index", "score",
            r"per (?!month|quarter|year|annum|week|day)\w+", "percentage", "proportion", "share of",
        ),
        adding_rates=(
            "lost",
            (r"per (?:fte|full[- ]time|employee|staff|head|person|capita|resident|household|"
             r"member of staff|worker|officer)"),
        ),
        comes_in=(
            "new", "opened", "(?:came|coming|come) in(?:to)?", "admitted", "admissions?",
            "entered", "entering", "entrants", "started", "starting", "starts", "starters",
            "joined", "joiners", "received", "added", "registered", "became", "becoming",
            "referred", "referrals", "taken on",
        ),
        goes_out=(
            "closed", "closures", "left", "leavers", "leaving", "ended", "ending", "ceased",
            "ceasing", "discharged", "discharges", "resolved", "removed", "completed", "exits?",
            "exited", "de-?registered", "stepped down", "rehoused", "settled",
        ),
        in_parts=(
            "ftes?", "wtes?", "full[- ]time equivalents?", "whole[- ]time equivalents?", "staff",
            "workforce", "headcount", "establishment", "posts?", "in post", r"vacanc(?:y|ies)",
            r"(?:\w*workers|teachers|nurses|doctors|officers|carers|employees|agency)", "each",
            "days?", "hours?", "minutes?", "weeks?", "months?", "years?", "times?", "length",
            "tonnes?", "tonnage", "kg", "kilos?", "litres?", r"m[23²³]", "miles?", "km",
            "kilomet(?:re|er)s?", "met(?:re|er)s?", "hectares?", "acres?", "area", "distance",
            "k?wh", "mwh", "energy", "carbon", "emissions?", "co2e?", "waste", "weights?",
            "volume", "000s?", "thousands?", "millions?", "m", "k", "costs?", "spend", "spending",
            "income", "budget", "savings?", "values?", "prices?", "rent", "weighted", "estimated",
            "estimates?", "modelled", "indices", "points?", "scores?", "attainment", "progress",
        ),
    ),
    keys=Keys(
        target=(
            ("(?:the |its |their |agreed |annual |quarterly |profiled )*(?:targets?|goals?|plan|"
             "profile|trajectory|standard|ambition|milestone)"),
        ),
        tolerance=(r"tolerances?(?: level| limit| band| range| is| of| set| at)*",),
        up_to=(
            "within", "up to", "less than", "no more than", "not more than", "by up to", "under",
            r"<=?", "≤", r"\+ ?/ ?-", "±", "at most", "no worse than", "fewer than", "inside",
            "maximum of", "max",
        ),
        or_worse=("or more", "and above", "or greater", "or worse", "and over", "plus", r"\+"),
        not_ratings=(
            "were", "was", "improved", "worsened", "moved", "currently", "now", "remains?",
            "(?:this|last|previous|next) (?:year|quarter|month|period)",
        ),
    ),
    risks=Risks(
        risks=("risk", "risks", "hazard", "hazards", "threat"),
        likelihoods=("likelihood", "probability"),
        impacts=("impact", "consequence", "severity"),
        scores=("score", "rating", "total", "product"),
        owners=("owner", "owners", "lead", "responsible", "accountable"),
        movements=("direction", "movement", "travel", "trend", "dot", "moved"),
        before=("previous", "prior", "former", "last"),
        levels={
            1: ("very low", "negligible", "minimal"),
            2: ("low", "minor", "green"),
            3: ("moderate", "medium", "amber"),
            4: ("high", "major", "red"),
            5: ("very high", "critical", "extreme", "severe", "catastrophic"),
        },
        until=("to",),
    ),
    references=References(
        figures=("fig", "figure", "chart", "graph"),
        tables=("table",),
        see=("see", "refer to", "as in", "shown in"),
        indicators=("indicator", "measure", "kpi", "pi"),
        elsewhere=("in", "of", "on", "from"),
    ),
    comments=IN_COMMENTS,
    benchmarks=IN_BENCHMARKS,
    milestones=IN_MILESTONES,
    pieces={
        "figure": ("data", "figures?", "results?", "information", "info", "value", "outturn",
                   "performance", "return"),
        "it_is": ("(?:{figure} )?(?:is |are |was |were )?",),
        "given": (
            (r"(?:available|collected|recorded|supplied|provided|received|known|held|measured|"
             r"reported|comparable|published|due|updated)\b"),
        ),
        "yearly": (
            "q[1-4]", "quarter (?:[1-4]|one|two|three|four)", "year[ -]?end",
            "end of (?:the )?year",
        ),
        "ending": ("ending", "ended", "end", "to"),
        "mean": (r"(?:averages?|avg?\.?|av\.|ave\.?|mean|median)",),
        "others": (
            (r"(?:all[- ])?(?:nat(?:ional|'?l)?\.?|eng(?:land|lish)?\.?|uk|gb|great britain|"
             r"scot(?:land|tish)|wales|welsh|northern ireland)(?: (?:and|&) wales)?"),
            (r"(?:n\.?w|n\.?e|s\.?w|s\.?e|e\.?m|w\.?m)\.? region(?:al)?|"
             r"region(?:al|s)?|(?:north|south) (?:east|west)|(?:east|west) midlands|"
             r"east of england|(?:inner |outer )?london|yorkshire(?: (?:and|&) (?:the )?humber)?"),
            (r"peers?|(?:stat(?:istical)?\.? |nearest |cipfa (?:nearest )?)?neigh(?:bours?|s)?\.?|"
             r"cipfa|sn|family group|comparators?|ms[gf]|housemark|lga|lgbf|nhs england|"
             r"most similar(?: forces?| councils?| authorities| las)?|"
             r"similar (?:forces|councils|authorities|las)|core cities|unitaries"),
        ),
        "groups": (
            (r"(?:all |other )?(?:unitar(?:y|ies)|count(?:y|ies)|districts?|mets|metropolitan|"
             r"core cit(?:y|ies)|boroughs|trusts|acutes?|councils|authorities|las|forces|providers|"
             r"landlords|sector|family|similar(?: councils?)?)"),
        ),
        "lengths": (
            (r"(?:(?:working |calendar |week)?(?:days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|"
             r"weeks?|months?|years?)|wd)"),
        ),
        "how_many": (
            (r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|x|agreed|"
             r"target|set|statutory)"),
        ),
    },
)  # fmt: skip
