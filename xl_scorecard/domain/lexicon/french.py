"""French, as towns, regions and hospitals of France, Belgium and Canada write it in scorecards.

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

FRENCH = Lexicon(
    headings=Headings(
        roles={
            Role.REFERENCE: ("réf", "référence", "n°", "numéro", "no réf", "ref indicateur"),
            Role.INDICATOR: (
                "indicateur", "indicateurs", "indicateur de performance", "libellé", "intitulé",
                "indicateur clé", "indicateurs clés", "mesure", "nom de l'indicateur",
                "libellé de l'indicateur", "intitulé de l'indicateur",
            ),
            Role.SECTION: (
                "domaine", "thème", "axe", "pôle", "secteur", "thématique", "axe stratégique",
                "direction générale",
            ),
            Role.POLARITY: (
                "sens", "polarité", "sens souhaité", "évolution souhaitée", "évolution attendue",
                "sens attendu", "tendance souhaitée", "tendance attendue", "sens de l'évolution",
            ),
            Role.UNIT: ("unité", "unité de mesure"),
            Role.TARGET: (
                "objectif", "objectifs", "cible", "valeur cible", "cible annuelle", "prévu",
                "objectif annuel", "valeur attendue",
            ),
            Role.TOLERANCE: ("tolérance", "marge"),
            Role.THRESHOLD: ("seuil", "seuil d'alerte"),
            Role.RAG: ("statut", "état", "feu", "météo", "appréciation"),
            Role.TRAVEL: ("tendance", "évolution"),
            Role.CHANGE: ("écart", "variation"),
            Role.COMMENT: (
                "commentaire", "commentaires", "observation", "observations", "remarque",
                "remarques", "analyse",
            ),
            Role.OWNER: ("responsable", "pilote", "référent"),
            Role.NUMERATOR: ("numérateur",),
            Role.DENOMINATOR: ("dénominateur",),
            Role.FREQUENCY: ("fréquence", "périodicité"),
            Role.BENCHMARK: (
                "moyenne nationale", "moyenne régionale", "valeur nationale", "comparaison",
                "référence nationale",
            ),
            Role.PERIOD: ("période", "mois", "trimestre", "année", "exercice"),
            Role.OUTTURN: (
                "réalisé", "réalisation", "résultat", "résultats", "valeur", "valeur actuelle",
                "réel", "constaté", "atteint",
            ),
        },
        beginnings=(
            (Role.CHANGE, r"écart\b.*"),
            (Role.TARGET, r"(?:objectif|cible)s?\b"),
            (Role.INDICATOR, r"indicateurs?\b"),
            (Role.COMMENT, r"(?:commentaire|observation)s?\b"),
        ),
        forecasts=("prévisions?", "prévisionnel", "projeté", "estimé"),
    ),
    figures=Figures(
        shares=("pourcentage", "pour cent", "part"), rates=("taux",), counts=("nombre", "nb"),
    ),
    rows=Rows(
        remarks=("commentaires?", "remarques?"), keys=("légende", "sources? :"),
        sub_totals=("(?:sous-)?total(?: général)?", "moyenne"),
    ),
    papers=Papers(made=("imprimé", "édité", "établi", "publié", "mis à jour")),
    units=Units(
        words={
            Unit.COUNT: ("nombre de", "personnes", "dossiers"),
            Unit.DAYS: ("jours", "jour", "jours ouvrés"),
            Unit.CURRENCY: ("€", "euros", "eur", "k€", "m€"),
        },
        names={
            Unit.PERCENT: (r"^(?:part|pourcentage|taux) (?:de|des|du|d['’])",),
            Unit.COUNT: (r"^(?:nombre|nb) (?:de|des|du|d['’])",),
            Unit.DAYS: (r"^délai moyen\b.*\bjours\b", r"\(jours\)"),
        },
    ),
    bases=Bases(
        words={
            Basis.YEAR_TO_DATE: ("cumul", "cumulé"), Basis.ANNUAL: ("annuel", "annuelle"),
            Basis.ROLLING_12_MONTHS: ("12 mois glissants",),
        },
        phrases={
            Basis.YEAR_TO_DATE: ("cumul(?:é|ée|ées|és)?", "depuis le 1er janvier"),
            Basis.ROLLING_12_MONTHS: ("12 mois glissants", "année glissante"),
        },
    ),
    polarities=Polarities(
        words={
            Polarity.HIGH: ("hausse", "haut"), Polarity.LOW: ("baisse", "bas"),
            Polarity.NEITHER: ("suivi", "sans", "pour information", "neutre"),
        },
        phrases={Polarity.PLAN: (r"stab(?:le|ilité|iliser)", "maintien", "maintenir")},
        more=("hausse", "augment(?:er|ation)", "élevé", "supérieur"),
        less=("baisse", "diminu(?:er|tion)", "faible", "inférieur", "réduire"),
    ),
    numbers=Numbers(
        percent=("pour cent",), at_most=("au plus", "moins de", "inférieur à"),
        at_least=("au moins", "plus de", "supérieur à"),
        past=("moins de", "inférieur à", "plus de", "supérieur à"),
    ),
    gaps=Gaps(
        words={
            Gap.AWAITED: ("à venir", "en attente", "en cours"),
            Gap.NOT_AVAILABLE: ("nd", "n.d.", "n/d", "non disponible", "indisponible"),
            Gap.NOT_APPLICABLE: ("s.o.", "sans objet", "non applicable"),
        },
    ),
    targets=Targets(
        none=(r"pas d['’](?:objectif|cible)", "(?:à|a) définir", "sans objectif"),
        spans={
            12: (r"annuel(?:le)?s?\b", r"par an\b", r"fin d['’]année\b"),
            3: (r"trimestriel(?:le)?s?\b", r"par trimestre\b"),
            1: (r"mensuel(?:le)?s?\b", r"par mois\b"),
        },
        other_spans={7: (r"hebdomadaires?\b", r"par semaine\b")},
        means=("moyennes?", "moyens?"),
    ),
    statuses=Statuses(
        colours={
            Standing.GREEN: ("vert", "verte"), Standing.RED: ("rouge",),
            Standing.YELLOW: ("jaune",),
        },
        phrases={
            Standing.MET: ("atteinte?", "objectif atteint"),
            Standing.MISSED: ("non atteinte?", "objectif non atteint"),
        },
        travel={
            "improved": ("amélioration", "en amélioration"),
            "worsened": ("dégradation", "en dégradation"),
        },
    ),
    times=Times(
        months={
            1: ("janv", "janvier"), 2: ("fév", "févr", "février", "fevrier"), 3: ("mars",),
            4: ("avr", "avril"), 5: ("mai",), 6: ("juin",), 7: ("juil", "juillet"),
            8: ("août", "aout"), 9: ("septembre",), 10: ("octobre",), 11: ("novembre",),
            12: ("déc", "décembre", "decembre"),
        },
        lengths={1: ("mois",), 3: ("trimestre",), 12: ("année",)},
        quarter_letters_by_year=("t",),
        cardinals={1: ("un",), 2: ("deux",), 3: ("trois",), 4: ("quatre",)},
        ordinals={
            1: ("premier",), 2: ("deuxième", "second"), 3: ("troisième",), 4: ("quatrième",),
        },
        ordinal_endings=("er", "e", "ème", "eme"),
        first_halves=("(?:1er|premier) semestre",),
        second_halves=("(?:2e|2ème|second|deuxième) semestre",),
        calendar=("années? civiles?",),
        calendar_where=("indicateurs?", "trimestre", "objectifs?"),
        year_ends=(r"fin d['’]année",),
        whole_years=("année entière", "année complète"),
        outturns=("réalisé",),
        fillers=("fin", "fin de", "du", "de", "le", "au"),
        until=("à",),
        cues=("semestre", "cumul"),
    ),
)  # fmt: skip
