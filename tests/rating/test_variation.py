"""Which figures of a measure make up a series, and what is told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from xl_scorecard.domain.amount import Target
from xl_scorecard.domain.indicator import Basis, Gap, Polarity
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.rule_set import Indicator
from xl_scorecard.domain.scorecard import Measure, Outturn
from xl_scorecard.domain.variation.assurance import Assurance
from xl_scorecard.domain.variation.baseline import SaidBaseline
from xl_scorecard.domain.variation.told import Signal, Variation, WhyNoVariation
from xl_scorecard.domain.variation.words import words_of
from xl_scorecard.rating.series import Series
from xl_scorecard.rating.variation import variation_of

LAST = Period.month(2019, 12)
QUIET = [80.0, 82, 81, 79, 80, 82, 78, 80, 81, 79, 82]
"""Eleven figures that move by 2 or so."""


def _outturns(values: Sequence[float | None], last: Period = LAST) -> dict[Period, Outturn]:
    periods = [
        Period(last.grain, last.end - last.grain * back) for back in reversed(range(len(values)))
    ]
    return {
        period: Outturn(period, 4, column, value, None if value is not None else Gap.AWAITED)
        for column, (period, value) in enumerate(zip(periods, values, strict=True), 5)
    }


def _measure(outturns: Mapping[Period, Outturn], **said: Any) -> Measure:
    known: dict[str, Any] = {"polarity": Polarity.HIGH, "target": Target(75), "rule": None,
                             "basis": None}  # fmt: skip
    known.update(said)
    return Measure(
        sheet="Scorecard", row=4, id="A1", name="Contacts", section="", unit=None,
        target_cell=None, tolerance=None, tolerance_cell=None, outturns=dict(outturns), **known,
    )  # fmt: skip


def _told(values: Sequence[float | None], last: Period = LAST, **said: Any) -> Variation:
    outturns = _outturns(values, last)
    return variation_of(Series(_measure(outturns, **said), outturns.get(last), last))


@pytest.mark.parametrize(
    ("newest", "polarity", "signal", "words"),
    [
        (95, Polarity.HIGH, Signal.IMPROVING, "Special cause, improving ▲"),
        (95, Polarity.LOW, Signal.CONCERNING, "Special cause, concerning ▲"),
        (65, Polarity.HIGH, Signal.CONCERNING, "Special cause, concerning ▼"),
        (65, Polarity.LOW, Signal.IMPROVING, "Special cause, improving ▼"),
        (95, Polarity.NEITHER, Signal.FOR_INFORMATION, "Special cause, for information ▲"),
        (95, None, Signal.FOR_INFORMATION, "Special cause, for information ▲"),
        (80, Polarity.HIGH, Signal.COMMON, "Common cause"),
    ],
)
def test_a_special_cause_is_better_or_worse_by_the_way_that_is_good(
    newest: float, polarity: Polarity | None, signal: Signal, words: str
) -> None:
    told = _told([*QUIET, newest], polarity=polarity)
    assert (told.signal, words_of(told)) == (signal, words)


@pytest.mark.parametrize(
    ("target", "newest", "signal"),
    [
        (Target(90), 95, Signal.IMPROVING),  # 5 off, the mean some 9
        (Target(84), 95, Signal.CONCERNING),
        (Target(84), 65, Signal.CONCERNING),
        (Target(60, 70), 68, Signal.IMPROVING),
        (None, 95, Signal.FOR_INFORMATION),
    ],
)
def test_close_to_plan_is_better_where_it_is_nearer_than_the_mean(
    target: Target | None, newest: float, signal: Signal
) -> None:
    assert _told([*QUIET, newest], polarity=Polarity.PLAN, target=target).signal is signal


def test_limits_of_fewer_than_twelve_figures_are_said_to_be_on_trial() -> None:
    assert words_of(_told(QUIET)) == "Common cause (trial)"
    assert words_of(_told([*QUIET[:10], 95])) == "Special cause, improving ▲ (trial)"
    few = _told(QUIET[:5])
    assert (few.why_not, few.limits, few.signal) == (WhyNoVariation.TOO_FEW, None, None)
    assert words_of(few) == "Under 6 figures in a row"


@pytest.mark.parametrize(
    ("basis", "running", "why_not", "words"),
    [
        (Basis.YEAR_TO_DATE, False, WhyNoVariation.YEAR_TO_DATE, "Not for year to date"),
        (None, True, WhyNoVariation.YEAR_TO_DATE, "Not for year to date"),
        (Basis.ROLLING_12_MONTHS, False, WhyNoVariation.OVERLAPPING, "Not for rolling figures"),
        (Basis.ANNUAL, False, WhyNoVariation.OVERLAPPING, "Not for rolling figures"),
        (Basis.SNAPSHOT, False, None, "Common cause"),
        (Basis.IN_QUARTER, False, None, "Common cause"),
    ],
)
def test_figures_that_hold_others_have_no_limits(
    basis: Basis | None, running: bool, why_not: WhyNoVariation | None, words: str
) -> None:
    told = _told([*QUIET, 80], basis=basis, running=running)
    assert (told.why_not, words_of(told)) == (why_not, words)
    if why_not:
        assert (told.signal, told.limits, told.assurance, told.points) == (None, None, None, ())


def test_whole_years_do_not_overlap() -> None:
    last = Period.year(2018)
    told = _told([*QUIET, 80], last, basis=Basis.ROLLING_12_MONTHS)
    assert told.signal is Signal.COMMON


def test_without_a_figure_nothing_is_told_of_it_and_the_limits_stand() -> None:
    told = _told([*QUIET, 80, None])
    assert (told.signal, words_of(told)) == (None, "")
    assert told.limits is not None


def test_a_month_without_a_column_is_a_gap() -> None:
    outturns = _outturns([*QUIET, 80])
    del outturns[Period.month(2019, 6)]
    told = variation_of(Series(_measure(outturns), outturns[LAST], LAST))
    assert len(told.points) == 12
    assert told.limits is not None
    assert told.limits.figures == 10  # nine moves


def test_later_figures_and_those_of_other_lengths_do_not_count() -> None:
    outturns = _outturns([*QUIET, 80])
    later, quarter = Period.month(2020, 1), Period.quarter(2019, 3)
    outturns[later] = Outturn(later, 4, 40, 900.0)
    outturns[quarter] = Outturn(quarter, 4, 41, 240.0)
    told = variation_of(Series(_measure(outturns), outturns[LAST], LAST))
    assert told.limits is not None
    assert max(point.value or 0 for point in told.points) == 82


def test_figures_on_sheets_of_earlier_periods_count() -> None:
    outturns = _outturns([*QUIET, 80])
    earlier = {period: outturns.pop(period) for period in list(outturns)[:8]}
    told = variation_of(Series(_measure(outturns, earlier=earlier), outturns[LAST], LAST))
    assert told.limits is not None
    assert told.limits.figures == 12


def test_a_figure_on_another_basis_than_the_newest_is_a_gap() -> None:
    outturns = _outturns([*QUIET, 80])
    odd = Period.month(2019, 1)
    outturns[odd] = outturns[odd]._replace(basis=Basis.YEAR_TO_DATE)
    newest = outturns[LAST]._replace(basis=Basis.IN_QUARTER)
    told = variation_of(Series(_measure(outturns), newest, LAST))
    assert [p.value is None for p in told.points] == [True, *[False] * 11]


def test_a_series_is_rebased_where_it_breaks() -> None:
    values = [*QUIET[:8], *(figure + 40 for figure in QUIET[:8])]
    begun = Period.month(2019, 5)
    by_rule = _told(values, breaks=frozenset([begun]))
    outturns = _outturns(values)
    outturns[begun] = outturns[begun]._replace(flags=(Mark.BREAK,))
    by_mark = variation_of(Series(_measure(outturns), outturns[LAST], LAST))
    for told in (by_rule, by_mark):
        means = [point.limits.mean for point in told.points if point.limits is not None]
        assert sorted(set(means)) == [80.25, 120.25]
        assert told.signal is Signal.COMMON
    assert _told(values).signal is Signal.IMPROVING


def test_a_baseline_says_which_figures_the_limits_rest_on() -> None:
    values = [*QUIET, 80, *(figure + 40 for figure in QUIET)]
    by_count = _told(values, baseline=SaidBaseline(12))
    stretch = SaidBaseline(0, Period.month(2018, 2), Period.month(2019, 1))
    by_time = _told(values, baseline=stretch)
    for told in (by_count, by_time):
        assert told.limits is not None
        assert told.limits.figures == 12
        assert round(told.limits.mean, 2) == 80.33
    outside = SaidBaseline(0, Period.month(2010, 1), Period.month(2011, 1))
    assert _told(values, baseline=outside).limits == _told(values).limits


def test_outlying_moves_are_screened_unless_the_rules_say_otherwise() -> None:
    values = [80.0, 81, 80, 81, 120, 81, 80, 81, 80, 81, 80, 81, 80]
    screened, whole = _told(values), _told(values, screen_outliers=False)
    assert screened.limits is not None
    assert whole.limits is not None
    assert (screened.limits.screened, whole.limits.screened) == (2, 0)
    assert screened.limits.moving_range == 1


def test_assurance_is_against_the_target_as_it_was_in_each_period() -> None:
    rule = Indicator(id="A1", name="Contacts", target={"2019/20": 70, "2018/19": 90})
    told = _told([*QUIET, 80, 81], Period.quarter(2019, 3), rule=rule)
    by_period = dict(zip(map(str, told.periods), told.assurances, strict=True))
    assert by_period["2018/19 Q4"] is Assurance.MISSED
    assert by_period["2019/20 Q1"] is Assurance.MET
    assert by_period["2017/18 Q4"] is None
    assert told.assurance is Assurance.MET


def test_the_sheets_own_target_is_not_held_against_figures_of_earlier_years() -> None:
    told = _told([*QUIET, 80], Period.quarter(2019, 3), target=Target(78))
    by_period = dict(zip(map(str, told.periods), told.assurances, strict=True))
    assert by_period["2018/19 Q4"] is None
    assert by_period["2019/20 Q1"] is Assurance.HIT_AND_MISS
    assert {period.grain for period in told.periods} == {Grain.QUARTER}
