"""Spanish, as towns, regions and hospitals of Spain and Latin America write it in scorecards.

The words of headings, time and units; whatever else is in a sheet is read in the other languages.
August has no short name here, and no outturn is `real`: these are English words too.
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

SPANISH = Lexicon(
    headings=Headings(
        roles={
            Role.REFERENCE: ("código", "codigo", "clave", "núm", "nº", "ref indicador"),
            Role.INDICATOR: (
                "indicador", "indicadores", "indicador de gestión", "indicador clave",
                "indicadores clave", "nombre del indicador", "descripción del indicador",
                "indicador de desempeño", "denominación",
            ),
            Role.SECTION: (
                "área", "ámbito", "eje", "eje estratégico", "línea estratégica", "dimensión",
                "concejalía", "servicio",
            ),
            Role.POLARITY: (
                "sentido", "sentido deseado", "polaridad", "tendencia deseada",
                "sentido del indicador", "comportamiento esperado", "comportamiento deseado",
                "tendencia esperada",
            ),
            Role.UNIT: ("unidad", "unidad de medida", "unidades"),
            Role.TARGET: (
                "meta", "metas", "objetivo", "objetivos", "valor objetivo", "meta anual",
                "valor meta", "objetivo anual", "estándar", "valor esperado", "previsto",
            ),
            Role.TOLERANCE: ("tolerancia", "margen"),
            Role.THRESHOLD: ("umbral", "umbral de alerta"),
            Role.RAG: ("semáforo", "semaforo", "semaforización", "valoración", "estado"),
            Role.TRAVEL: ("tendencia", "evolución"),
            Role.CHANGE: ("desviación", "variación", "diferencia", "brecha"),
            Role.COMMENT: (
                "comentario", "comentarios", "observación", "observaciones", "análisis", "notas",
            ),
            Role.OWNER: ("responsable", "unidad responsable"),
            Role.NUMERATOR: ("numerador",),
            Role.DENOMINATOR: ("denominador",),
            Role.FREQUENCY: ("frecuencia", "periodicidad"),
            Role.BENCHMARK: (
                "media nacional", "media regional", "promedio nacional", "valor de referencia",
                "comparación",
            ),
            Role.PERIOD: ("período", "periodo", "mes", "trimestre", "año", "ejercicio"),
            Role.OUTTURN: (
                "resultado", "resultados", "valor", "valor actual", "realizado",
                "alcanzado", "logrado",
            ),
        },
        beginnings=(
            (Role.CHANGE, r"(?:desviación|diferencia)\b.*"),
            (Role.TARGET, r"(?:objetivo|meta)s?\b"),
            (Role.INDICATOR, r"indicador(?:es)?\b"),
            (Role.COMMENT, r"(?:comentario|observacion(?:es)?)s?\b"),
        ),
        forecasts=("previsión", "previsiones", "proyección", "proyectado", "estimado"),
    ),
    figures=Figures(
        shares=("porcentaje", "por ciento", "proporción"), rates=("tasa",), counts=("número",),
    ),
    rows=Rows(
        remarks=("comentarios?", "observaci(?:ón|ones)"), keys=("leyenda", "fuentes? :"),
        sub_totals=("(?:sub)?total(?: general)?", "promedio"),
    ),
    papers=Papers(made=("impreso", "elaborado", "publicado", "actualizado")),
    units=Units(
        words={
            Unit.COUNT: ("número de", "personas", "expedientes"),
            Unit.DAYS: ("días", "dias", "día", "días hábiles", "días naturales"),
        },
        names={
            Unit.PERCENT: (r"^(?:porcentaje|proporción) de\b",),
            Unit.COUNT: (r"^(?:número|núm\.?|nº) de\b",),
            Unit.DAYS: (r"\bdías de\b", r"\(días\)"),
        },
    ),
    bases=Bases(
        words={
            Basis.YEAR_TO_DATE: ("acumulado",), Basis.ANNUAL: ("anual",),
            Basis.ROLLING_12_MONTHS: ("últimos 12 meses",),
        },
        phrases={
            Basis.YEAR_TO_DATE: ("acumulad[oa]s?", "desde el 1 de enero"),
            Basis.ROLLING_12_MONTHS: ("últimos (?:12|doce) meses",),
        },
    ),
    polarities=Polarities(
        words={
            Polarity.HIGH: ("ascendente", "creciente", "alza"),
            Polarity.LOW: ("descendente", "decreciente", "baja"),
        },
        more=(
            "aument(?:ar|o)", "mayor es mejor", "mayor mejor", "más", "increment(?:ar|o)", "subir",
            "maximizar",
        ),
        less=("disminu(?:ir|ción)", "menor", "menos", "reducir", "reducción", "bajar", "minimizar"),
        bad=("peor",),
        prefers=("mejor", "maximizar", "minimizar", "ascendente", "descendente"),
    ),
    numbers=Numbers(
        percent=("por ciento",),
        at_most=("como máximo", "menos de", "menor que", "inferior a"),
        at_least=("al menos", "como mínimo", "más de", "mayor que", "superior a"),
        past=("menos de", "menor que", "inferior a", "más de", "mayor que", "superior a"),
    ),
    gaps=Gaps(
        words={
            Gap.AWAITED: ("pendiente", "por definir"),
            Gap.NOT_AVAILABLE: ("no disponible", "sin datos", "sin dato", "s/d"),
            Gap.NOT_APPLICABLE: ("no aplica", "no procede"),
        },
    ),
    targets=Targets(
        none=("sin (?:meta|objetivo)", "por definir"),
        spans={
            12: (r"anual(?:es)?\b", r"al año\b", r"por año\b"),
            3: (r"trimestral(?:es)?\b", r"por trimestre\b"),
            1: (r"mensual(?:es)?\b", r"por mes\b", r"al mes\b"),
        },
        means=("medi[oa]s?", "promedios?"),
    ),
    statuses=Statuses(
        colours={
            Standing.GREEN: ("verde",), Standing.AMBER: ("ámbar", "naranja"),
            Standing.RED: ("rojo", "roja"), Standing.YELLOW: ("amarillo", "amarilla"),
        },
        phrases={
            Standing.MET: ("cumplid[oa]", "alcanzad[oa]", "cumple"),
            Standing.MISSED: ("no (?:cumplid[oa]|alcanzad[oa]|cumple)", "incumplid[oa]"),
        },
        travel={
            "improved": ("mejora", "mejorando", "mejoró"),
            "worsened": ("empeora", "empeorando", "empeoró"),
        },
    ),
    times=Times(
        months={
            1: ("ene", "enero"), 2: ("febrero",), 3: ("marzo",), 4: ("abr", "abril"),
            5: ("mayo",), 6: ("junio",), 7: ("julio",), 8: ("agosto",),
            9: ("septiembre", "setiembre"), 10: ("octubre",), 11: ("noviembre",),
            12: ("dic", "diciembre"),
        },
        lengths={1: ("mes",), 3: ("trimestre",), 12: ("año",)},
        quarter_letters_by_year=("t",),
        cardinals={1: ("uno",), 2: ("dos",), 3: ("tres",), 4: ("cuatro",)},
        ordinals={
            1: ("primer",), 2: ("segundo",), 3: ("tercer",), 4: ("cuarto",),
        },
        ordinal_endings=("er", "º"),
        first_halves=("(?:1er|primer) semestre",),
        second_halves=("(?:2º|segundo) semestre",),
        calendar=("años? naturales?",),
        calendar_where=("indicador(?:es)?", "objetivos?", "metas?"),
        year_ends=("fin de año", "cierre (?:del|de) año"),
        whole_years=("año completo", "todo el año"),
        fillers=("fin de", "del", "de", "el", "al"),
        until=("hasta",),
        cues=("semestre", "acumulado"),
    ),
)  # fmt: skip
