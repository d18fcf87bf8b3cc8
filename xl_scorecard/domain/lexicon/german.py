"""German, as towns, districts and authorities of Germany, Austria and Switzerland write it.

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

GERMAN = Lexicon(
    headings=Headings(
        roles={
            Role.REFERENCE: ("nr", "lfd. nr", "lfd nr", "kennung", "nummer", "kennziffer"),
            Role.INDICATOR: (
                "indikator", "indikatoren", "kennzahl", "kennzahlen", "bezeichnung",
                "messgröße", "kenngröße", "leistungskennzahl", "steuerungskennzahl", "merkmal",
                "name der kennzahl",
            ),
            Role.SECTION: (
                "bereich", "abteilung", "thema", "dezernat", "fachbereich", "handlungsfeld",
                "themenfeld", "geschäftsbereich", "amt",
            ),
            Role.POLARITY: (
                "richtung", "zielrichtung", "gut ist", "polarität", "wunschrichtung",
                "besser ist", "besser", "gewünschte richtung", "optimierungsrichtung",
                "wirkungsrichtung",
            ),
            Role.UNIT: ("einheit", "maßeinheit"),
            Role.TARGET: (
                "ziel", "zielwert", "soll", "sollwert", "vorgabe", "planwert", "jahresziel",
                "zielvorgabe", "ziel-wert", "soll-wert", "plan-wert", "planzahl", "zielgröße",
                "richtwert", "zielmarke",
            ),
            Role.TOLERANCE: ("toleranz",),
            Role.THRESHOLD: ("schwellenwert", "grenzwert"),
            Role.RAG: (
                "ampel", "ampelstatus", "bewertung", "ampelfarbe", "ampelbewertung",
                "zielstatus", "ziel erreicht", "status ampel",
            ),
            Role.TRAVEL: ("tendenz", "entwicklung", "trendpfeil"),
            Role.CHANGE: ("abweichung", "veränderung", "differenz"),
            Role.COMMENT: (
                "kommentar", "kommentare", "bemerkung", "bemerkungen", "anmerkung",
                "anmerkungen", "erläuterung", "erläuterungen", "hinweis", "hinweise",
            ),
            Role.OWNER: ("verantwortlich", "verantwortliche", "zuständig", "ansprechpartner"),
            Role.NUMERATOR: ("zähler",),
            Role.DENOMINATOR: ("nenner",),
            Role.FREQUENCY: ("häufigkeit", "turnus", "erhebungsturnus", "berichtsturnus"),
            Role.BENCHMARK: (
                "vergleichswert", "bundesdurchschnitt", "landesdurchschnitt", "bund",
                "durchschnitt bund", "vergleich",
            ),
            Role.PERIOD: ("zeitraum", "monat", "quartal", "jahr", "stichtag", "berichtsmonat"),
            Role.OUTTURN: (
                "ist", "istwert", "ist-wert", "ergebnis", "wert", "aktuell", "erreicht",
                "ist-stand", "iststand", "ist-zahl", "istzahl", "ist-ergebnis", "messwert",
                "aktueller wert", "aktueller stand",
            ),
        },
        beginnings=(
            (Role.CHANGE, r"(?:abweichung|soll[ -]?/?-?ist)\b.*"),
            (Role.TARGET, r"(?:ziel(?:wert|vorgabe)?|soll(?:wert)?|jahresziel)\b"),
            (Role.INDICATOR, r"(?:indikator(?:en)?|kennzahl(?:en)?)\b"),
            (Role.COMMENT, r"(?:kommentar|bemerkung|anmerkung)\w*\b"),
        ),
        of_plan=(r"zielerreichung(?:sgrad)?(?: ?(?:in )?\(?%\)?)?", r"erfüllungsgrad(?: ?%)?"),
        forecasts=("prognose", "hochrechnung", "erwartet", "voraussichtlich"),
    ),
    figures=Figures(
        shares=("prozent", "anteil"), rates=("quote",), counts=("anzahl", "zahl"),
    ),
    rows=Rows(
        remarks=("kommentar", "bemerkung(?:en)?", "anmerkung(?:en)?"),
        keys=("legende", "quellen?", "hinweise?"),
        sub_totals=("(?:zwischen|gesamt)?summe", "insgesamt", "gesamt", "durchschnitt"),
    ),
    papers=Papers(made=("gedruckt", "erstellt", "veröffentlicht", "aktualisiert")),
    units=Units(
        words={
            Unit.COUNT: ("anzahl der", "personen", "fälle", "stück"),
            Unit.DAYS: ("tage", "tag", "arbeitstage", "werktage", "kalendertage"),
            Unit.CURRENCY: ("€", "euro", "eur", "t€", "teur", "tsd. €", "mio. €"),
        },
        names={
            Unit.PERCENT: (r"^(?:anteil|prozentsatz)\b", r"quote\b"),
            Unit.COUNT: (r"^(?:anzahl|zahl)\b",),
            Unit.DAYS: (r"\bin tagen\b", r"\(tage\)"),
        },
    ),
    bases=Bases(
        words={
            Basis.YEAR_TO_DATE: ("kumuliert", "aufgelaufen"), Basis.ANNUAL: ("jährlich",),
            Basis.SNAPSHOT: ("stichtagswert",),
        },
        phrases={
            Basis.YEAR_TO_DATE: ("kumuliert", "kumulativ", "seit jahresbeginn", "aufgelaufen"),
            Basis.ROLLING_12_MONTHS: ("gleitende (?:12|zwölf) monate", "gleitendes jahr"),
        },
    ),
    polarities=Polarities(
        words={Polarity.HIGH: ("hoch",), Polarity.LOW: ("niedrig", "gering")},
        more=(
            "höher", "hoeher", "höchstmöglich", "mehr", "steigend", "steigen", "größer",
            "groesser", "steigern", "hoch", "zunehmend", "maximieren",
        ),
        less=(
            "niedriger", "weniger", "sinkend", "sinken", "kleiner", "senken", "geringer", "gering",
            "niedrig", "kürzer", "kuerzer", "abnehmend", "minimieren", "reduzieren",
        ),
        prefers=("besser", "gut", "wünschenswert", "möglichst", "moeglichst"),
    ),
    numbers=Numbers(
        percent=("prozent",), at_most=("höchstens", "maximal", "weniger als", "unter"),
        at_least=("mindestens", "mehr als"), past=("weniger als", "unter", "mehr als"),
    ),
    gaps=Gaps(
        words={
            Gap.AWAITED: ("folgt", "ausstehend", "offen", "steht aus"),
            Gap.NOT_AVAILABLE: (
                "k.a.", "k. a.", "k.a", "keine angabe", "keine daten", "nicht verfügbar",
            ),
            Gap.NOT_APPLICABLE: ("entfällt", "nicht zutreffend"),
        },
    ),
    targets=Targets(
        none=("kein ziel", "kein zielwert", "noch offen"),
        spans={
            12: (r"jährlich\w*\b", r"jahres(?:ziel|wert|plan)\w*\b", r"(?:pro|im) jahr\b"),
            3: (r"vierteljährlich\w*\b", r"quartals(?:ziel|wert)\w*\b", r"pro quartal\b"),
            1: (r"monatlich\w*\b", r"monats(?:ziel|wert)\w*\b", r"pro monat\b"),
        },
        other_spans={7: (r"wöchentlich\w*\b", r"(?:pro|je) woche\b", r"wochen(?:ziel|wert)\w*\b")},
        means=(r"durchschnitt\w*", "mittelwert"),
    ),
    statuses=Statuses(
        colours={
            Standing.GREEN: ("grün", "gruen"), Standing.RED: ("rot",), Standing.YELLOW: ("gelb",),
        },
        phrases={
            Standing.MET: ("(?:ziel )?erreicht", "erfüllt"),
            Standing.MISSED: ("(?:ziel )?nicht erreicht", "verfehlt", "nicht erfüllt"),
        },
        travel={
            "improved": ("verbessert", "verbesserung"),
            "worsened": ("verschlechtert", "verschlechterung"),
            "static": ("unverändert", "gleichbleibend"),
        },
    ),
    times=Times(
        months={
            1: ("januar", "jän", "jänner"), 2: ("februar",), 3: ("märz", "mär", "mrz", "maerz"),
            4: ("april",), 5: ("mai",), 6: ("juni",), 7: ("juli",), 8: ("august",),
            9: ("september",), 10: ("okt", "oktober"), 11: ("november",), 12: ("dez", "dezember"),
        },
        lengths={1: ("monat",), 3: ("quartal", "vierteljahr"), 12: ("jahr",)},
        ordinals={1: ("erstes",), 2: ("zweites",), 3: ("drittes",), 4: ("viertes",)},
        first_halves=(r"(?:1\.|erstes) halbjahr", r"hj ?1(?!\d)"),
        second_halves=(r"(?:2\.|zweites) halbjahr", r"hj ?2(?!\d)"),
        calendar=("kalenderjahre?",),
        calendar_where=("indikator(?:en)?", "kennzahl(?:en)?", "quartal", "zielwert"),
        year_ends=("jahresende",),
        whole_years=("gesamtjahr", "ganzes jahr"),
        outturns=("ist",),
        fillers=("ende", "zum"),
        until=("bis",),
        cues=("halbjahr", "kumul"),
    ),
)  # fmt: skip
