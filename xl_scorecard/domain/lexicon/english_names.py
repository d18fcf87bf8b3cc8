"""What English names of indicators say of which way is good, concept by concept.

From the national sets of councils, housing, the NHS, police and fire. What each field holds is
said where it is defined (`Names`). A word stands where it means the same in nearly every name.
"""

from __future__ import annotations

from xl_scorecard.domain.lexicon.name_words import Names

IN_NAMES = Names(
    apart=(
        "per ", "as (?:an? )?(?:%|percentage|per ?cent|proportion|share|rate) of ", "out of ",
        "before ", "prior to ", "(?<!looked )after (?!dark)", "following ", "since ", "excluding ",
        r"excl\.? ", "except ", "other than ", "relative to ", "compared (?:to|with) ",
        "against (?!officers|women|the person|people|children)", "because of ",
    ),
    high=(
        (r"wait(?:s|ed|ing)? (?:of |for )?(?:under|less than|fewer than|within|below|up to|<|"
         r"no (?:more|longer) than|not more than) ?{how_many} {lengths}"),
        "satisfaction", "satisfied", "recommend(?:s|ed|ing)?", "confidence in",
        "feel(?:ing)? safe(?:r)?",
        r"(?:feel|feels) (?:that )?(?:their|the) (?:home|area|street)\w* (?:is|are|was) safe",
        "find it easy",
        ("(?:agree|say|feel|report|think)(?:s|ing)? (?:that )?they (?:are|were|have been|"
         "had been|can|could)"),
        ("(?:felt|feel) (?:listened to|involved|informed|supported|consulted|valued|well "
         "informed)"),
        (r"(?<!ambulance )(?<!ambulances )(?<!patients )diver(?:sions?|ted|ting)(?: rates?)? "
         r"(?:away )?from (?:the )?(?:[\w-]+ )?(?:landfill|incineration|disposal|energy from waste|"
         r"waste|tip|custody|court|prosecution|prison|criminal justice|youth justice|arrest|"
         r"hospital|a ?& ?e|ed|emergency department|care|homelessness|eviction)"),
        (r"(?:landfill|custody|(?:pre-)?court|waste|youth justice|prison|hospital|a ?& ?e) "
         r"diver(?:sions?|ted)(?: rates?)?"),
        "quality of life", "life expectancy", "between failures", "between breakdowns",
        "positive outcomes?", "resulting in (?:positive )?action",
        ("(?:crime|homelessness|eviction|fall|suicide|tenancy failure)s? prevention(?:s| "
         "work)?"),
        "preventions?", "quitters", "quit rate", "(?:smoking )?cessation",
        "(?:stopped|quit|quitting|stop) smoking",
        ("no (?:further|ongoing|continuing) (?:service|support|care|intervention) (?:was |"
         "is )?(?:needed|required)?"),
        "agree that", "local (?:suppliers?|businesses|firms|enterprises|spend)", "smes?",
        r"return on (?:\w+ )?(?:investments?|capital|assets)", "back (?:in|into) use",
        "risk (?:was |is |has been |been )?(?:reduced|removed|managed)",
        "(?:carbon|energy|water|cost|cash|efficiency) savings?",
        "savings? (?:achieved|delivered|made|realised)",
        r"(?<!test )(?<!covid )(?<!covid-19 )positivity(?! rate)", r"[,:] ?%? ?positive\b",
        "positive (?:responses?|feedback|scores?|ratings?)",
        "(?:friends (?:and|&) family|fft)",
        "(?:student |learner |full-time |part-time )*continuation(?: rates?)?",
        (r"progress(?:ion|ing|ed)? (?:in)?to (?:[\w-]+ ){0,4}(?:employment|work|jobs?|roles?|study|"
         "education|training|university|apprenticeships?)"),
        (r"graduates? in (?!low|un|non)(?:[\w-]+ ){0,4}(?:employment|work|jobs?|roles?|study)|"
         "graduate (?:outcomes|employment|employability)|highly[- ]skilled (?:employment|jobs)"),
        "entering (?:[\\w-]+ ){0,2}(?:employment|work|jobs?|education|training|apprenticeships?)",
        (r"(?:supported|helped|moved|moving|placed|progressed) into (?:[\w-]+ ){0,2}(?:employment|"
         "work|jobs?|education|training|apprenticeships?|housing|homes?)"),
        "(?:employment|job|work) outcomes?", "moving to recovery", "world[- ]leading",
        "internationally excellent", "first (?:choice|preference)s?",
        "(?:engagement|inclusion|wellbeing|happiness) (?:index|score)", "faster diagnosis",
        "dementia diagnos(?:is|es)(?: rate)?",
        r"un(?:polluted|contaminated|littered|harmed|injured)",
        (r"(?:operating|net|trading|underlying|financial|in[- ]year|annual|budget) surplus"
         r"(?! ?(?:/|or|and) ?\(?(?:deficit|loss))"),
        "(?:operating|profit|ebitda|surplus) margin", "interest cover", "liquidity days",
    ),
    low=(
        (r"(?:average|mean|median|avg\.?|ave\.?)\b.*\b(?:days|weeks|hours|minutes|seconds|"
         r"months|time|wait|delay|turnaround|length|speed)\b (?:\w+ )?(?:to|for|taken|"
         "waiting|between|from|before|of (?:stay|wait|time to|answer|response)|until|"
         r"open)\b.*"),
        (r"(?:average|mean|median|avg\.?) (?:[\w/-]+ ){0,4}(?:time|wait|delay|turnaround|"
         r"caseloads?)(?! in\b| with\b| spent\b)(?:\b.*)?"),
        r"(?:average|mean|median|avg\.?)\b.*\btime in days",
        ("(?:response|waiting|wait|turnaround|re-?let|turn-?out|answer(?:ing)?|processing|"
         "handling|clear-?up|travel|journey|attendance|void|hand-?over) times?"),
        (r"(?:days|weeks|hours|minutes|time) (?:taken )?(?:to|between|from)\b(?! (?:work|"
         r"school|hospital)\b)"),
        "time taken", "days taken", "days lost",
        "wait(?:s|ed|ing)? (?:of |for )?(?:over|more than|longer than|above|>) ?{how_many}",
        "speed of answer", "length of stay", "(?:average |unit |net |total )?costs? (?:per|of|to)",
        "subsid(?:y|ies) per",
        "(?:attainment|pay|inequality|equality|employment|performance|health|achievement) gap",
        "gap (?:between|in)", "gap, (?:mean|median)", "inequalit(?:y|ies)", r"dissatisf\w+",
        r"contaminat\w+", "(?:feel|feels|feeling) unsafe", "fear of crime",
        "(?:spend|spending|expenditure) (?:outside|off) contract", "(?:off|non)[- ]contract spend",
        "maverick spend",
        ("(?:three|3|two|2|four|4) or more (?:placement|care episode|school move|fall|"
         "admission|incident)s?(?: moves)?"),
        (r"plans?\b.*\b(?:lasting|for|over|open) (?:(?:over |more than |longer than "
         "){how_many} years?|{how_many} years? (?:or|and) (?:more|longer|over)|{how_many} "
         r"years?\+)"),
        "(?:second|third) or (?:subsequent|later)", "more than once",
        "residual (?:household |municipal )?waste", "sent to landfill", "landfill(?:ed)?",
        "surplus (?:school )?places", "caseloads?", "stepped up", "returning to care",
        "(?:un|not |activity (?:is |are )?not )known",
        (r"(?:average|mean|median|unit) costs?(?! ?(?:sav|recover|avoid|reduc|effective|[-/]))"),
        (r"(?:re-?let(?:ting)?|void|turn-?around|turn-?over|processing|waiting|empty|vacant|delay) "
         r"(?:days|weeks)"),
        (r"(?:seconds|secs|minutes|mins) (?:taken )?to (?:answer|respond|pick|reach|attend|arrive|"
         r"mobilise)\b"),
        (r"(?:answer(?:ing)?|wait(?:ing)?|queue|queuing|hold|pick-?up|response)(?: times?)?"
         r"(?:,? (?:mean|average|median|90th \w+))? ?[:,(-]+ ?(?:in )?(?:seconds?|secs?|minutes?|"
         r"mins?)(?=$|\))"),
        (r"(?:devices?|laptops?|pcs?|computers?|servers?|desktops?|phones?|handsets?|hardware|"
         r"vehicles?|equipment|kit|boilers?|lifts?|appliances?|systems?|machines?)(?: which are| "
         r"that are)? (?:aged )?(?:older than|over|more than|exceeding) {how_many} {lengths}"
         r"(?!.*\b(?:replac|upgrad|renew|retir|dispos))"),
        "unsupported (?:operating|software|systems?|os|versions?|devices?|servers?)",
        "no criteria to reside", "awarding gap",
        "(?:students?|learners?|apprentices?|participants?) (?:withdraw|drop)\\w*",
    ),
    open=(
        "right to buy", r"redundanc\w+", "hate (?:crimes?|incidents?)",
        "domestic (?:abuse|violence) (?:incidents?|crimes?|reports?|referrals?)",
        "stop (?:and|&) search(?:es)?", "use of force", "arrests?",
        "(?:home|electively)[ -]educated",
        "(?:penalty|fixed penalty|enforcement|improvement|prohibition) (?:charge )?notices?",
        "pcns?", "fpns?", "fines?", "prosecutions?",
        ("(?:completed|closed|started|held|begun) (?:in|during) the (?:period|month|quarter|"
         "year)"),
        "parking (?:tickets?|permits?)", "near[- ]miss(?:es)?", "disciplinar(?:y|ies)",
        "safeguarding (?:concerns?|alerts?|referrals?)", "staff dismissed", "occupancy",
        "(?<!food )(?<!garden )(?<!green )(?<!recyclable )waste collected",
        "(?:refuse|rubbish) collected", "(?:2|two|28|31|62)[- ](?:week|day) waits?", "chlamydia",
        "children (?:removed|taken)", "demolish(?:ed|ions?)",
        "sexual (?:offences|assaults?)(?= reported)",
        "(?:ambulances?|patients?|flights?|traffic|buses|services) diver(?:ted|sions?|ts)",
        ("(?:out[- ]?patient|a ?& ?e|ed|emergency department|accident and emergency) "
         "attendances?"),
        "attendances? at (?:a ?& ?e|ed|accident and emergency|emergency)",
        "births?(?! to mothers| registered)", "abortions?",
        "deaths? (?:reported|referred|notified) to (?:the |hm |an? )*coroner\\w*",
        "treasure (?:finds?|cases?) (?:reported|referred)", "redeployed",
        r"complaints? (?:raised|received) (?:about|from) (?:other|whistle)\w*", "change in",
        "net change", "schools? closed", "tested", "diagnosis rate", "case(?:s)? closed",
        "repudiated", "detained", "detention",
    ),
    done=(
        "answered", "resolved", "completed", "completions?", "recovered", "recovery rate",
        "prevented", "averted", "avoided", "relieved", "detected", "solved", "implemented",
        "delivered", "achieved", "rebooked", "re-?booked", "repaired", "rectified", "remedied",
        "fixed(?![- ](?:term|period|penalty|price|abode|rate))", "made safe", "put right",
        "re-?let(?! (?:days|weeks|times?|periods?|turn))", "recycled", "re-?used", "composted",
        "collected", "collection rates?",
        "diverted", "recruited", "adopted", "housed", "re-?housed", "sustained", "secured",
        "planted", "built", "created", "insulated", "retrofitted", "rescued", "protected",
        "offered", "saved", "passed", "succe(?:ss|ssful|ssfully|eded)", "success rates?", "won",
        "dismissed at appeal", "appeals dismissed", "exceeded target", "seen", "investigated",
        "assessed", "appraised", "appraisals? held", "vaccinated", "immuni[sz]ed", "screened",
        "retained", "qualif(?:ied|ying)", "decisions? upheld", "needs met", "goals? met",
        "times? met", "met (?:their|in|within|on|the)",
        "(?:were|are|been|being|standards?|targets?|outcomes?) met", "treated", "decontaminated",
        "upgraded", r"energy efficien\w+", "improved", "supported (?:in)?to", "compliant",
        "complied", "surviving", "survived", "carers? approved",
        "homes? (?:provided|enabled|approved)", "apprenticeships? (?:started|begun)",
        "apprenticeship starts?", "allocated (?:a |an |their |case |social )*workers?",
        "resolution", "trained", "dealt with", "responded to", "returned for", "cleansed",
        "attained", "reached",
        (r"complet(?:e|es|ing) (?:a |an |the |their |our )?(?:[\w-]+ ){0,4}(?:programmes?|courses?|"
         r"training|qualifications?|apprenticeships?|treatment|studies|degrees?)"),
        "patched", "appraisal (?:rates?|completion)", "achievement rates?",
    ),
    mended=(
        "removed", "cleared", "closed", "cleaned(?: up)?", "tackled", "stopped", "returned",
        "mended", "reduced", "reconnected", "let", "addressed", "followed up", "relieved",
        "dealt with", "filled", "supported", "returned to use",
    ),
    gone_wrong=(
        "overdue", "late", "missed", "delayed", "delays?", "unallocated", "unmet", "failed",
        "fail(?:s|ing)? to", "incomplete(?! pathways?)",
        "(?:memberships?|subscriptions?|bookings?) cancelled",
        "(?:volunteers|staff|employees|members|teachers|nurses|social workers|carers) leaving",
        "out of time",
        ("(?:outside(?: of)?|after|beyond|past) (?:the |their )?(?:statutory |target |"
         r"agreed )?(?:time\w*|deadlines?|targets?|sla|standards?|due dates?|target dates?)"),
        "in poor condition", "exceedances?", "low birth ?weight", "stillbirths?", "abandoned",
        "lost", "breached", "breaches", "dropped", "expired", "lapsed",
        ("un(?:resolved|paid|answered|completed|filled|occupied|authori[sz]ed|assessed|"
         "implemented|collected|recovered|screened|vaccinated)"),
        "written off", "write-offs?", "escalated",
        (r"(?:(?:is|are) )?(?:in need of|needing|requiring|require|needs?) (?:\w+ "
         ")?(?:maintenance|repairs?|improvement|attention|replacement)"),
        "maintenance should be considered", "should be considered for maintenance",
        r"(?:complaints?|ombudsman|grievances?|claims|appeals)\b(?:(?!\bnot\b).)*\bupheld",
        "upheld (?:complaints?|grievances?|appeals)", r"upheld by the \w+",
        "appeals (?:allowed|lost|lodged|upheld)", "allowed (?:on|at) appeal",
        ("(?:operations|appointments|trains|visits|journeys|services|shifts|sessions|"
         "clinics|lessons|buses|flights|surger(?:y|ies)) cancelled"),
        ("cancelled (?:operations|appointments|trains|visits|journeys|services|shifts|"
         "sessions|clinics|lessons|buses|surger(?:y|ies))"),
        "cancelled on the day", "cancellations?", "(?:loads?|collections?) rejected",
        "rejected loads?", "did(?: not|n't) attend", "dnas?", "no[- ]shows?",
        r"non[- ]?complian\w+", r"non[- ]attend\w+", "non[- ]payments?",
        r"limits?(?: \w+)? exceeded",
        ("below (?:the |an )?(?:acceptable |expected |minimum |required )?(?:standard|level|"
         "threshold)"),
        "evicted", "evictions?", "convicted", "cautioned", "persistently absent",
        ("(?<!or )(?<!rated )(?<!judged )(?<!and )outstanding(?! schools?| providers?| "
         "progress| or good| and good)"),
        "backlog", "withdrawn", "overturned", r"re-?offend\w*",
        r"leaving (?:within|in) (?:a|\d+|twelve) (?:year|months?)", "left within",
        "rated (?:inadequate|0|1)", "inadequate", "requir(?:es|ing) improvement",
        "special measures", "not in", "(?:do|does|did) not (?:yet )?meet", "not meeting",
        "waiting (?:to be|for)", "open (?:for )?(?:over|more than|longer than) {how_many}",
        "dropped out", "drop-?outs?",
        "out[- ]of[- ](?:area|borough|county|city|district) (?:placements?|beds?)",
        r"placed (?:more than|over|out)\b.*", "no (?:working )?smoke alarms?", "awaiting",
        "yet to be",
    ),
    acts=(
        "answered", "responded", "responses?", "decided", "decisions?", "determined",
        "determinations?", "issued", "held", "started", "made", "processed", "paid", "attended",
        "attendance", "pathways?", "visited", "visits?", "reviewed", "reviews?", "assessments?",
        "conferences?", "plans?", "interviews?", "handovers?", "dealt", "acknowledged", "returned",
        "registered", "treated", "treatment", "appointments?", "checks?", "checked",
        "inspect(?:ed|ions?)", "carried out", "seen", "begun", "begins?", "signed", "sent",
        "provided", "fitted", "installed", "approved", "validated", "repairs?", "removed",
        "removals?", "cleared", "clearance", "closed", "let", "lettings?", "screening",
        "appraisals?", "transferred", "discharged", "contacted", "contacts? made", "submitted",
        "served", "searches?", "permits?", "requests?", "complaints?(?! received)", "adopted",
        "placed", "reported to", "published", "logged", "given", "offered", "allocated",
        "notified", "taken to", "resettled", "answering", "installation", "applications?",
        "claims?", "calls?(?! received)", "enquir(?:y|ies)", "delivered", "vaccination", "booked",
        "invoices?", "vehicles?", "collected", "payments?", "incidents? attended",
        "care packages?(?= started| delivered| begun)",
        (r"(?:appliances?|engines?|pumps?|crews?|ambulances?|officers?|responders?|paramedics?|"
         r"vehicles?|patrols?)(?: [\w-]+){0,2} (?:arriv(?:als?|es?|ed|ing)|attend(?:s|ing)|"
         "mobilised|on scene|at scene)"), "patched",
    ),
    timely=(
        ("(?:with)?in (?:the |their |a |its )?(?:target |agreed |required |statutory |"
         r"published |national |service |under |less than |no more than )*"
         r"(?:{how_many}|up to \d+|\d+ to \d+)(?:[ "
         r"-]{lengths}|d\b|wd\b)"),
        (r"(?:with)?in (?:the |their |a |its )?(?:(?!within|need|care|in|not|seen)[\w'-]+ "
         "){0,4}(?:time ?scales?|time ?frames?|time limits?|target times?|deadlines?|targets?)"),
        r"by (?:the )?(?:due|target|agreed|next|end of|following)\b",
        "(?:the )?(?:next|same) (?:working )?day", r"within (?:statutory )?time\w*",
    ),
    punctual=(
        "on[ -]time", "in time", "in timescales?", "to time", "to deadline", "in a timely",
        "timely", "timeliness", "punctual(?:ity)?", "up[ -]to[ -]date", "in[ -]date",
        "(?:right )?first[ -]time(?! entrants?| offenders?| buyers?| mothers?)",
        "at (?:the )?first (?:visit|contact|point)",
        "first (?:contact|visit|point) (?:resolution|of contact)",
    ),
    limits=(
        (r"\d+[- ]?(?:minutes?|mins?|hours?|hrs?|(?:working )?days?|weeks?|wks?|months?)"
         r"\b(?! (?:or|and|rolling|plus)\b)(?!.*\b(?:exceed|breach|longer|over|late|miss))"),
    ),
    too_long=(
        ("(?:over|more than|longer than|exceeding|above|beyond|in excess of|>|taking) "
         "?(?:more than |over )?{how_many} {lengths}"),
        "{how_many} {lengths} (?:or (?:more|over|longer)|old|and over|plus)",
    ),
    bad=(
        "wait(?:s|ed|ing|ers)?", "absences?", "absentees?", "absenteeism", "sick(?:ness)?",
        "re-?referr(?:als?|ed)", "re-?registrations?", "more than one placement", "repeat",
        "vacanc(?:y|ies)", "vacant", "neets?", "complaints?", "over-?spen(?:ds?|t|ding)",
        "overpayments?", "exclusions?", "excluded", "suspensions?", "turnover",
        "agency (?:staff|workers?|spend|costs?|use|social workers?|nurses|worker rate)", "agency",
        "arrears", "debts?", "missing", "re-?admissions?", "re-?admitted", "offend(?:ers?|ing)",
        "offences?", "crimes?", "burglar(?:y|ies)", "robber(?:y|ies)", "thefts?", "assaults?",
        "violence", "homicides?", "murders?", "arson", "anti-?social behaviour", "asb", "nuisance",
        "victimi[sz]ation", "repeat victims?", "accidents?", "injur(?:y|ies)", "injured", "killed",
        "casualt(?:y|ies)", "fatalit(?:y|ies)", "collisions?", "deaths?", "died", "mortality",
        "suicides?", "drownings?", "riddor", "incidents?", "falls", "infections?", "mrsa",
        r"c\.? ?diff(?:icile)?", "clostridium difficile", "sepsis", "pressure ulcers?",
        "never events?", "harms?", "self-harm", "errors?", "failures?", "faults?", "defects?",
        "breakdowns?", "potholes?", "outages?", "downtime", "leaks?", "leakage",
        "homeless(?:ness)?", "rough sleep(?:ers?|ing)", "temporary accommodation",
        "bed (?:and|&) breakfast", "b ?& ?b", "overcrowd(?:ed|ing)", "waiting lists?", "emissions",
        "pollution", "nitrogen dioxide", "carbon footprint", "energy consumption",
        "water consumption", "fly-? ?tip(?:s|ping|ped)?", "litter(?:ed)?", "graffiti", "detritus",
        "obes(?:e|ity)", "overweight", "excess weight", "smok(?:ing|ers?)", "inactive",
        "(?:drug|alcohol|substance) (?:misuse|abuse)", "binge drinking", "conceptions?",
        "teenage pregnanc(?:y|ies)", "births to mothers under", "poverty",
        "deprivation of liberty applications (?:outstanding|awaiting)", r"unemploy\w+",
        "claimants?(?: count)?", "job ?seekers", "low income", "problems",
        ("(?:dwelling|house|home|vehicle|refuse|secondary|primary|deliberate|accidental|"
         "grass|building|property) fires?"),
        ("fires?(?! (?:safety|fighters?|stations?|engines?|appliances?|alarms?|doors?|risk|"
         "crews?|authority|service))"),
        "false alarms?", "hoax calls?",
        ("(?:emergency|unplanned|permanent|hospital|alcohol-related|avoidable|non-elective|"
         "residential|nursing|care home) admissions?"),
        ("admissions? (?:to|for) (?:residential|care|nursing|hospital|permanent|self-harm|"
         "falls)"),
        "admission to residential",
        "empty (?:homes?|shops?|properties|units?|commercial units?|dwellings)", "long-term empty",
        "voids?", "grievances?", "deficits?", "shortfall", "first[- ]time entrants",
        "decent homes standard(?= failures)", "non[- ]decent", "fuel poverty", "crowding",
        "hardship", "late diagnos[ei]s", "disabilit(?:y|ies) gap", "mortalities", "tooth decay",
        "caries",
        "clostridioides difficile", "damp", "mould",
    ),
    good=(
        "attendance(?!s)", "attain(?:ment|ing)", "pass rates?", "immuni[sz]ations?",
        "vaccinations?", "uptake", "take-?up", "taking up", "take up", "recycl(?:ing|e)",
        "composting", "reuse", "compliance", "compliant", "conformity", "permanen(?:t|cy) homes?",
        "good or (?:better|outstanding)", "(?:rated|judged) (?:as )?(?:good|outstanding)",
        "stability", "retention", "suitable accommodation", "settled accommodation",
        "(?:their )?own (?:homes?|tenanc(?:y|ies))", "at home 91 days", "still at home",
        r"in (?:paid )?(?:education|employment|work|training)\b", "in touch", "same placement",
        "direct payments", "self-directed support", "health checks?", "direct payment users",
        "availability", "available", "coverage", "breast-?fe(?:d|eding)", "physically active",
        "active (?:adults|travel|borrowers|members|people)", r"valid (?:\w+ )*certificates?",
        "safety checks?", "safety visits?", "working order", "in good condition",
        "tenancy sustainment", "uptime", "cleanliness", "on track", "eet", "lights? working",
        "green flags?",
        (r"visits? to (?:\w+ )*(?:leisure|librar|museum|galler|theatre|park|sport|heritage|"
         r"attraction)\w*.*"),
        ("(?:physical |virtual )?(?:library|museum|leisure|gallery|theatre|park|pool) "
         "visit(?:s|ors)?"),
        "visitors?(?: numbers)?(?: to)?", "footfall",
        "(?:gym|library|leisure|centre) members?(?:hips?)?", "active library", "borrowers?",
        "participation", "bus passenger journeys", "passenger (?:journeys|numbers)",
        "subscriptions?", "subscribers?", "compliments?",
        "(?:fee|rental|commercial|trading|parking|advertising|planning fee) income",
        "income (?:generated|achieved|earned|received)", "additional homes", "affordable homes",
        "good level of development", "(?:meeting|achieving|gaining|attaining|reaching)",
        "positive destinations?", "satisfactory condition", "(?:graded|rated) good",
        "expected (?:standard|level)", "progress 8", "attainment 8", r"grades? (?:9|5|4|a)\b.*",
        "apprentic(?:es|eships)", "engagement score", "online", "self-serve(?:d)?", "self-service",
        "digital issues?", "book issues", "e-books?", "business survival", "accuracy",
        "placement stability", "resilien(?:t|ce)", "carers? who have been",
        "electric vehicle (?:charge|charging) points", "charge points", "trees", "biodiversity",
        "volunteers?", "volunteering", "broadband", "decency",
        r"surplus(?! (?:land|propert|place|stock|food|equipment|asset|staff|vehicle|homes|site))",
        "advoca(?:tes?|cy)", "interpreters?", "donations?", "donors?",
        (r"with (?:an? )?(?:[\w-]+ ){1,4}where (?:it is )?(?:needed|required|appropriate|requested|"
         r"eligible)"),
        (r"(?:research|grants?|contracts?|fundrais(?:ed|ing)|philanthropic|voluntary|unrestricted|"
         r"donated|legacy|tuition(?: fees?)?|sales|membership|sponsorship) income"),
        "income (?:raised|secured|won|per academic)",
        "(?:vte|thromboembolism|fire) risk assessments?",
        (r"gas safety (?:records?|certificates?)|lgsrs?|cp12s?|eicrs?|"
         r"(?:valid|current|in[- ]date) (?:[\w-]+ ){0,4}(?:certificates?|records?|reports?|"
         r"licen[cs]es?)"),
        (r"(?:lift|gas|fire|electrical|asbestos|legionella|water) (?:safety )?"
         r"(?:inspections?|checks?|tests?|audits?)"),
        (r"(?:safe (?:and|&) well|home (?:fire )?safety|prevention|befriending|outreach) "
         r"(?:visits?|checks?)"),
        "books? (?:issued|loaned|borrowed)", "appraisals?(?! outstanding| due)",
    ),
    happened=(
        "reported", "recorded", "carried", "funded", "expected", "provided", "attained",
        "received", "raised", "attended", "made", "donated", "logged", "lodged", "registered",
        "found",
        "needed", "required", "related", "aged", "based", "reportable", "occurred", "experienced",
        "involved", "admitted", "injured", "killed", "closed", "attributed", "attributable",
        "associated", "treated", "speed", "need", "unplanned", "assisted", "fixed", "agreed",
        "led", "misused", "bed", "shed", "seed", "red", "weighted", "estimated", "standardised",
        "standardized", "caused", "linked", "excluded", "confirmed", "notified", "disabled",
        "crowded", "overcrowded", "rented", "owed", "looked", "detained", "vulnerable",
        "unrelated", "combined", "adjusted", "targeted",
    ),
    verbs=(
        r"\w{3,}ed",
    ),
    fewer=(
        "reductions?", "reduc(?:ing|ed)", "decreases?", "(?:fall|drop|cut)s? in", "fewer", "lower",
    ),
    not_done=(
        "not", r"no(?!\.| of\b)", "without", "never", "cannot", "unable to", r"\w+n't",
        "to be", "lacking", "nor", "awaiting", "none",
    ),
    not_next=("non",),
    rid=("(?:free|clear) (?:of|from)", "without"),
    rid_behind=("free",),
    offered=(
        (r"(?!.*\b(?:hospital|a ?& ?e|ed|emergency|gp|prison|police|court|bailiff|out-of-hours)\b)"
         r"(?:[\w&'/-]+ ){0,5}(?:sessions|swims|visits|visitors|enrolments|attendees|participants|"
         r"workshops|classes|lessons|downloads|test purchases)"
         r"(?: (?:for|by|to|at|in|with|delivered|held|run|made|provided)\b.*| ?[(,:].*)?"),
    ),
    volumes=(
        (r"(?:total |number of |no\.? of |volume of |all )?(?:(?:incoming |inbound |"
         "telephone |phone |customer |general |social care |front[- ]door |web ?site |web |"
         "web page |page |planning |new |gp )*(?:calls?|contacts?|enquir(?:y|ies)|e-?mails?|"
         "applications?|referrals?|page views|hits))(?: (?:received|handled|made|taken|"
         "offered|logged))?"),
        r"(?:total |mid-year |resident |registered |current )*population\b.*",
        r"(?:total )?(?:headcount|establishment|workforce size|fte in post)\b.*",
        "(?:number of )?pupils on roll",
        r"(?:number of )?(?:households|dwellings|properties) (?:in|on)\b.*",
    ),
)  # fmt: skip
