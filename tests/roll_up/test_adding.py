"""What a total of teams is where a part is missing, and which workbooks are teams."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.indicator import Gap, Unit
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.domain.roll_up_words import HowAdded, Way, parse_roll_up, usual_roll_up
from xl_scorecard.errors import UsageError
from xl_scorecard.roll_up.adding import Figure, Part, total_of
from xl_scorecard.roll_up.teams import teams_of


def _parts(*figures: float | Gap) -> list[Part]:
    return [
        Part(f"t{n}", f"t{n}.xlsx", Figure(gap=f) if isinstance(f, Gap) else Figure(f))
        for n, f in enumerate(figures)
    ]


def test_a_sum_over_a_suppressed_part_is_suppressed_and_says_what_it_is_at_least() -> None:
    total = total_of(Way.SUM, _parts(7, Gap.SUPPRESSED, 9, Gap.AWAITED))
    assert (total.value, total.gap, total.at_least) == (None, Gap.SUPPRESSED, 16)
    assert total.lacking == ("t1", "t3")


def test_what_any_team_lacks_the_total_lacks() -> None:
    assert total_of(Way.SUM, _parts(7, Gap.AWAITED)).gap is Gap.AWAITED
    missing = Part("x", "x.xlsx", Figure())
    assert total_of(Way.SUM, [*_parts(7), missing]).gap is Gap.NOT_AVAILABLE
    assert total_of(Way.MAX, _parts(7, Gap.SUPPRESSED)).value is None


def test_a_team_that_an_indicator_does_not_apply_to_counts_for_nothing() -> None:
    assert total_of(Way.SUM, _parts(7, Gap.NOT_APPLICABLE, 2)).value == 9
    assert total_of(Way.SUM, _parts(Gap.NOT_APPLICABLE)).gap is Gap.NOT_APPLICABLE


def test_a_share_whose_numerator_is_suppressed_is_suppressed_though_others_are_not() -> None:
    whole = Part("a", "a.xlsx", Figure(0.5), Figure(5), Figure(10))
    masked = Part("b", "b.xlsx", Figure(0.5), Figure(gap=Gap.SUPPRESSED), Figure(4))
    own = Part("c", "c.xlsx", Figure(gap=Gap.SUPPRESSED), Figure(2), Figure(4))
    none = Part("d", "d.xlsx", Figure(gap=Gap.NOT_APPLICABLE), Figure(0), Figure(0))
    assert total_of(Way.RATIO, [whole, none]).value == 0.5
    assert total_of(Way.RATIO, [whole, masked]).gap is Gap.SUPPRESSED
    assert total_of(Way.RATIO, [whole, own]).gap is Gap.SUPPRESSED
    assert total_of(Way.RATIO, [none]).gap is Gap.NOT_APPLICABLE


def test_shares_and_days_are_not_added_where_nobody_says_how() -> None:
    assert usual_roll_up(Unit.PERCENT, made_of_parts=True).way is Way.RATIO
    assert usual_roll_up(Unit.PERCENT, made_of_parts=False).way is Way.NONE
    assert usual_roll_up(Unit.DAYS, made_of_parts=False).way is Way.NONE
    assert usual_roll_up(Unit.COUNT, made_of_parts=False).way is Way.SUM
    assert parse_roll_up("Weighted  by CIN NUM") == HowAdded(Way.WEIGHTED, "CIN NUM")
    assert parse_roll_up("mean") is None


def _read(path: str, period: str) -> Outcome:
    return Outcome(path=path, outcome="checked", period=period)


def test_of_several_quarters_of_a_team_the_latest_counts() -> None:
    found = [
        _read("in/north-2018-19-q2.xlsx", "2018/19 Q2"),
        _read("in/north-2018-19-q3.xlsx", "2018/19 Q3"),
        _read("in/2018-19 Q3/south.xlsx", "2018/19 Q3"),
        _read("in/2018-19 Q2/south.xlsx", "2018/19 Q2"),
    ]
    teams, said = teams_of(found, 4)
    assert [team.outcome.path for team in teams] == [found[1].path, found[2].path]
    assert [line.split(":")[0] for line in said] == [found[0].path, found[3].path]


def test_two_workbooks_that_may_be_one_team_are_not_counted_twice() -> None:
    found = [_read("in/north-q3.xlsx", "2018/19 Q3"), _read("in/north-2018.xlsx", "2018/19 Q3")]
    with pytest.raises(UsageError, match="count a team twice"):
        teams_of(found, 4)
    apart = [_read("in/a/q3.xlsx", "2018/19 Q3"), _read("in/b/q3.xlsx", "2018/19 Q3")]
    assert [team.name for team in teams_of(apart, 4)[0]] == ["a/q3", "b/q3"]
