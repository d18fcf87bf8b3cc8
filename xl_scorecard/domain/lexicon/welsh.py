"""Welsh, as councils, health boards and housing associations of Wales write it, often beside
English: `Dangosydd / Indicator`.

The words of headings, time and units; whatever else is in a sheet is read in the other languages.
"""

from __future__ import annotations

from xl_scorecard.domain.indicator import Basis, Gap, Polarity, Unit
from xl_scorecard.domain.judgement import Standing
from xl_scorecard.domain.lexicon.concepts import Lexicon
from xl_scorecard.domain.lexicon.sheet_words import Figures, Headings, Papers, Rows
from xl_scorecard.domain.lexicon.time_words import Times
from xl_scorecard.domain.lexicon.value_words import (
    Bases,
    Gaps,
    Numbers,
    Polarities,
    Statuses,
    Targets,
    Units,
)
from xl_scorecard.domain.role import Role

WELSH = Lexicon(
    headings=Headings(
        roles={
            Role.REFERENCE: ("cyf", "cyfeirnod", "rhif", "rhif cyfeirnod", "cod"),
            Role.INDICATOR: (
                "dangosydd", "dangosyddion", "dangosydd perfformiad", "dangosyddion perfformiad",
                "mesur", "mesurau", "mesur perfformiad", "mesurau perfformiad",
                "dangosydd perfformiad allweddol", "disgrifiad", "teitl",
            ),
            Role.SECTION: (
                "adran", "thema", "blaenoriaeth", "gwasanaeth", "maes", "maes gwasanaeth",
                "amcan", "amcan llesiant", "cyfarwyddiaeth", "portffolio",
            ),
            Role.POLARITY: (
                "gwell", "polaredd", "beth sy'n dda", "perfformiad da", "cyfeiriad dymunol",
            ),
            Role.UNIT: ("uned", "uned fesur"),
            Role.TARGET: (
                "targed", "targedau", "nod", "targed blynyddol", "targed chwarterol",
                "targed diwedd blwyddyn", "safon",
            ),
            Role.TOLERANCE: ("goddefiant",),
            Role.RAG: ("statws", "statws cog", "cog", "cag", "statws cag", "sgôr cog"),
            Role.TRAVEL: ("tuedd", "cyfeiriad teithio", "cyfeiriad"),
            Role.CHANGE: ("newid", "gwahaniaeth", "amrywiant", "amrywiad"),
            Role.COMMENT: (
                "sylw", "sylwadau", "sylwebaeth", "nodyn", "nodiadau", "esboniad", "naratif",
            ),
            Role.OWNER: (
                "perchennog", "swyddog arweiniol", "swyddog cyfrifol", "arweinydd", "deilydd",
            ),
            Role.NUMERATOR: ("rhifiadur",),
            Role.DENOMINATOR: ("enwadur",),
            Role.FREQUENCY: ("amlder", "amledd"),
            Role.BENCHMARK: (
                "cymru", "cyfartaledd cymru", "meincnod", "cyfartaledd cenedlaethol",
                "cymharydd",
            ),
            Role.PERIOD: ("cyfnod", "mis", "chwarter", "blwyddyn"),
            Role.OUTTURN: (
                "canlyniad", "canlyniadau", "gwirioneddol", "perfformiad", "gwerth", "alldro",
            ),
        },
        beginnings=(
            (Role.TARGET, r"(?:targed|nod)\b"),
            (Role.INDICATOR, r"(?:dangosydd(?:ion)?|mesur(?:au)?)\b"),
            (Role.COMMENT, r"(?:sylwadau|sylwebaeth)\b"),
        ),
        forecasts=("rhagolwg", "amcanestyniad"),
    ),
    figures=Figures(
        shares=("canran", "y cant"), rates=("cyfradd",), counts=("nifer", "cyfrif"),
        totals=("cyfanswm",),
    ),
    rows=Rows(
        remarks=("sylwadau?", "nodyn", "nodiadau"),
        keys=("allwedd", "ffynonellau", "ffynhonnell"),
        sub_totals=("(?:is-?)?gyfanswm", "cyfanswm", "cyfartaledd"),
    ),
    papers=Papers(made=("argraffwyd", "diweddarwyd", "cyhoeddwyd", "pwyllgor", "cabinet")),
    units=Units(
        words={
            Unit.COUNT: ("pobl", "plant", "achosion", "nifer o"),
            Unit.DAYS: ("diwrnod", "diwrnodau", "dyddiau", "diwrnodau gwaith", "dyddiau gwaith"),
            Unit.CURRENCY: ("punnoedd", "punt"),
        },
        names={
            Unit.PERCENT: (r"^canran\b",),
            Unit.COUNT: (r"^nifer\b",),
            Unit.DAYS: (r"\((?:diwrnod(?:au)?|dyddiau)\)",),
        },
    ),
    bases=Bases(
        words={
            Basis.YEAR_TO_DATE: ("cronnus", "cronnol", "hyd yma"),
            Basis.ANNUAL: ("blynyddol", "yn flynyddol"), Basis.SNAPSHOT: ("ciplun",),
        },
        phrases={
            Basis.YEAR_TO_DATE: ("cronnus", "cronnol", "y flwyddyn hyd yma"),
            Basis.ROLLING_12_MONTHS: ("12 mis treigl(?:ol)?", "blwyddyn dreigl(?:ol)?"),
        },
    ),
    polarities=Polarities(
        words={Polarity.HIGH: ("uchel", "uwch"), Polarity.LOW: ("isel", "is")},
        more=("uwch", "uchaf", "mwy", "mwyaf", "cynyddu"),
        less=("isaf", "is yn well", "llai", "lleiaf", "gostwng", "lleihau"),
        prefers=("gwell", "gorau", "yn well"),
    ),
    numbers=Numbers(
        percent=("y cant",), at_most=("dim mwy na", "llai na", "o dan", "hyd at", "is na"),
        at_least=("o leiaf", "mwy na", "dros", "uwch na"),
        past=("llai na", "o dan", "is na", "mwy na", "dros", "uwch na"),
        or_less=("neu (?:lai|is)",), or_more=("neu (?:fwy|uwch|well)",),
    ),
    gaps=Gaps(
        words={
            Gap.AWAITED: ("i ddilyn", "i'w gadarnhau", "yn aros", "disgwyl"),
            Gap.NOT_AVAILABLE: ("ddim ar gael", "heb fod ar gael", "dim data", "heb ei gofnodi"),
            Gap.NOT_APPLICABLE: ("amherthnasol", "ddim yn berthnasol", "dim yn berthnasol"),
            Gap.NOT_DUE: ("blynyddol", "yn flynyddol", "chwarterol"),
        },
    ),
    targets=Targets(
        none=("dim targed.*", "heb darged", r"i'w (?:osod|bennu|gadarnhau|gosod)"),
        spans={
            12: (r"blynyddol\b", r"diwedd (?:y )?(?:b|f)lwyddyn\b", r"y flwyddyn\b"),
            3: (r"chwarterol\b",),
            1: (r"misol\b",),
        },
        means=("cyfartaledd",),
    ),
    statuses=Statuses(
        colours={
            Standing.GREEN: ("gwyrdd",), Standing.AMBER: ("ambr", "oren"),
            Standing.RED: ("coch",), Standing.YELLOW: ("melyn",),
        },
        phrases={
            Standing.MISSED: (
                "(?:targed )?heb (?:ei )?(?:gyrraedd|gyflawni)(?: y targed)?",
                "(?:oddi ar|islaw) (?:y )?(?:targed|trywydd)",
            ),
            Standing.MET: (
                "(?:targed )?wedi(?:'i)? (?:ei )?(?:g?yrraedd|cyrraedd|g?yflawni)(?: y targed)?",
                "ar (?:y )?(?:d|t)(?:arged|rywydd)",
            ),
        },
        answers={True: ("ydy", "ydi", "oes"), False: ("nac ydy", "nac ydi", "nac oes")},
        travel={
            "improved": ("gwella", "wedi gwella", "yn gwella", "gwelliant"),
            "worsened": ("gwaethygu", "wedi gwaethygu", "yn gwaethygu", "dirywio",
                         "wedi dirywio"),
            "static": ("dim newid", "sefydlog", "yr un fath"),
        },
    ),
    times=Times(
        months={
            1: ("ion", "ionawr"), 2: ("chwe", "chwef", "chwefror"), 3: ("maw", "mawrth"),
            4: ("ebr", "ebrill"), 5: ("mai",), 6: ("meh", "mehefin"),
            7: ("gorff", "gorffennaf"), 8: ("awst",), 9: ("medi",), 10: ("hyd", "hydref"),
            11: ("tach", "tachwedd"), 12: ("rhag", "rhagfyr"),
        },
        months_besides=("medi", "hyd", "rhag"),
        lengths={1: ("mis",), 3: ("chwarter",), 12: ("blwyddyn",)},
        quarter_letters=("ch",),
        cardinals={1: ("cyntaf",), 2: ("dau",), 3: ("tri",), 4: ("pedwar",)},
        counted_quarters=("chwarter",),
        ordinals={2: ("ail",), 3: ("trydydd",), 4: ("pedwerydd",)},
        ordinal_endings=("af", "il", "ydd"),
        financial=("blwyddyn ariannol",),
        year_ends=("diwedd (?:y )?(?:b|f)lwyddyn",),
        whole_years=("blwyddyn lawn", "blwyddyn gyfan"),
        fillers=("diwedd", "ar gyfer"),
        until=("tan",),
        cues=("cronn", "blwyddyn"),
    ),
)  # fmt: skip
