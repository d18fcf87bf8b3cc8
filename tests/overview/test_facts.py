"""What an overview tells of several scorecards."""

from __future__ import annotations

from typing import Any

import pytest

from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.outcome import Failure, FindingResult, IndicatorResult, Outcome
from xl_scorecard.overview.facts import look_of, overview_of
from xl_scorecard.overview.spread import places_of, spread_of
from xl_scorecard.overview.tables import indicators_table


def indicator(value: float | None, **more: Any) -> IndicatorResult:
    """A rated row."""
    told: dict[str, Any] = {
        "id": "A1", "name": "Children seen", "section": "Visits", "sheet": "Scorecard", "row": 4,
        "cell": "F4", "basis": None, "period": "2018/19 Q3", "unit": "percent", "value": value,
        "gap": None if value is not None else "awaited", "target": 0.8, "tolerance": 0.05,
        "status": "good", "concern": 0, "previous": None, "change": None, "change_on_year": None,
        "direction": None, "travel": "improved", "good_is": "high",
    }  # fmt: skip
    return IndicatorResult(**{**told, **more})


def done(path: str, *indicators: IndicatorResult, **more: Any) -> Outcome:
    """A scorecard that was refreshed."""
    return Outcome(
        path=path, output=path, outcome="refreshed", rules="small", period="2018/19 Q3",
        indicators=list(indicators), **more,
    )  # fmt: skip


def test_the_best_comes_first_whichever_way_is_good() -> None:
    values = {"a": 0.7, "b": 0.9, "c": 0.9, "d": 0.8}
    for good_is, places in (("high", "b1 c1 d3 a4"), ("low", "a1 d2 b3 c3")):
        outcomes = [done(f"{n}.xlsx", indicator(v, good_is=good_is)) for n, v in values.items()]
        (across,) = overview_of(outcomes).across
        assert " ".join(f"{row.team}{row.place}" for row in across.rows) == places


def test_a_figure_that_is_not_there_has_no_rank_and_others_none_of_it() -> None:
    outcomes = [done("a.xlsx", indicator(0.7)), done("b.xlsx", indicator(None)),
                done("c.xlsx", indicator(0.8))]  # fmt: skip
    (across,) = overview_of(outcomes).across
    assert [(row.team, row.place, row.of) for row in across.rows] == [
        ("c", 1, 2),
        ("a", 2, 2),
        ("b", None, 0),
    ]


def test_figures_of_different_periods_are_not_ranked_together() -> None:
    outcomes = [done("a.xlsx", indicator(0.7)), done("b.xlsx", indicator(0.8, period="2018/19 Q2"))]
    across = overview_of(outcomes).across
    assert [(each.period, each.rows[0].place) for each in across] == [
        ("2018/19 Q3", None),
        ("2018/19 Q2", None),
    ]


@pytest.mark.parametrize("good_is", ["plan", "neither", None])
def test_where_no_way_is_good_there_is_no_rank(good_is: str | None) -> None:
    outcomes = [done(f"{n}.xlsx", indicator(n / 10, good_is=good_is)) for n in range(5)]
    (across,) = overview_of(outcomes).across
    assert {row.place for row in across.rows} == {None}
    assert across.spread.median == 0.2


def test_quartiles_are_those_of_excel() -> None:
    # QUARTILE.INC of 1, 2, 4, 7, 8, 100: worked out in a sheet
    spread = spread_of([4, 100, 1, 8, 2, 7])
    assert (spread.first, spread.median, spread.third) == (2.5, 5.5, 7.75)
    assert [v for v in (1, 2, 4, 7, 8, 100) if spread.is_outlier(v)] == [100]
    assert spread_of([1, 2, 3]).first is None
    assert spread_of([]).least is None


def test_the_best_quarter_of_the_figures_is_in_the_first_quartile() -> None:
    places = places_of([1, 2, 3, 4, 5, 6, 7, 8], highest_first=False)
    assert [quartile for _, quartile in places] == [1, 1, 2, 2, 3, 3, 4, 4]


def test_a_section_counts_what_is_of_concern_among_what_is_rated() -> None:
    rows = [
        indicator(0.9), indicator(0.5, status="red", concern=3),
        indicator(None, status="no_data"), indicator(0.5, status="not_rated"),
        indicator(0.5, status="amber", concern=2, section="Plans"),
    ]  # fmt: skip
    overview = overview_of([done("a.xlsx", *rows)])
    (team,) = overview.teams
    assert [team.share(s) for s in ("Visits", "Plans", "None")] == [(1, 2), (1, 1), (0, 0)]
    assert overview.statuses == ("good", "amber", "red", "not_rated", "no_data")
    assert team.moved("improved") == 5


def test_accepted_findings_do_not_count_and_come_last() -> None:
    def finding(severity: Severity, **more: Any) -> FindingResult:
        return FindingResult(
            check="x", severity=severity, sheet=None, cell=None, indicator=None,
            message="Wrong", found=None, expected=None, **more,
        )  # fmt: skip

    findings = [finding(Severity.INFO), finding(Severity.ERROR, accepted=True),
                finding(Severity.ERROR)]  # fmt: skip
    overview = overview_of([done("a.xlsx", findings=findings)])
    assert overview.teams[0].found(Severity.ERROR) == 1
    assert [(f.severity.value, f.accepted) for _, f in overview.findings] == [
        ("error", False),
        ("info", False),
        ("error", True),
    ]


def test_files_that_are_called_alike_are_told_apart_by_their_folders() -> None:
    overview = overview_of([done("n/q3.xlsx"), done("s/q3.xlsx"), done("s/q4.xlsx")])
    names = [team.name.replace("\\", "/") for team in overview.teams]
    assert names == ["n/q3.xlsx", "s/q3.xlsx", "q4"]


def test_what_failed_is_kept_apart() -> None:
    failed = Outcome(
        path="x.xlsx", outcome="failed", error=Failure(kind="locked", message="x.xlsx: is open")
    )
    overview = overview_of([failed])
    assert (overview.teams, overview.failed) == ((), (failed,))


def test_a_status_of_ones_own_is_shown_by_its_concern() -> None:
    look = look_of("off_track", 3)
    assert (look.word, look.fill) == ("Off track", "#B3001B")
    assert look_of("yellow", 1).word == "Yellow"


def test_where_many_are_best_it_is_said_how_many() -> None:
    alike = [done(f"{n}.xlsx", indicator(0.7)) for n in range(4)]
    columns, rows, _ = indicators_table(overview_of(alike))
    best = [heading for heading, _ in columns].index("Best")
    assert rows[0][best] == "4 share it"
    _, rows, _ = indicators_table(overview_of([*alike[:2], done("x.xlsx", indicator(0.6))]))
    assert rows[0][best] == "0, 1"
