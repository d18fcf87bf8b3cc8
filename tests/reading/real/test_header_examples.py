"""The example header rows 1 to 9 of headers.json, rebuilt, and what a person makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.real import examples
from tests.reading.real.understood import (
    basis,
    by_period,
    measure,
    names,
    only_table,
    periods,
    read,
    roles,
    typed,
    values,
)
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.indicator import Basis, Gap, Polarity
from xl_scorecard.domain.scorecard import Measure, Role, Scorecard
from xl_scorecard.errors import WorkbookError


def _targets(scorecard: Scorecard) -> list[float | None]:
    """Each measure's target, None where it is not a figure."""
    return [m.target.value if m.target else None for m in scorecard.measures]


def _polarities(scorecard: Scorecard) -> list[Polarity | None]:
    return [m.polarity for m in scorecard.measures]


def _sections(scorecard: Scorecard) -> list[str]:
    return [m.section for m in scorecard.measures]


def _rated_in_cell(found: Measure, scorecard: Scorecard) -> str:
    """The rating typed into the cell of the figure it rates, in the period reported."""
    outturn = found.outturn(scorecard.period)
    return (outturn.typed or "").strip("()").casefold() if outturn is not None else ""


HIGH, LOW, PLAN, NEITHER = Polarity


@pytest.fixture(scope="module")
def gloucestershire(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    return read(examples.gloucestershire(tmp_path_factory.mktemp("1") / "annex.xlsx"))


@pytest.fixture(scope="module")
def rotherham_early_help(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    return read(examples.rotherham_early_help(tmp_path_factory.mktemp("2") / "eh.xlsx"))


@pytest.fixture(scope="module")
def cumbria(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    return read(examples.cumbria(tmp_path_factory.mktemp("4") / "scorecard.xlsx"))


@pytest.fixture(scope="module")
def service_indicators(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    return read(examples.service_indicators(tmp_path_factory.mktemp("5") / "q3.xlsx"))


@pytest.fixture(scope="module")
def kent(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    return read(examples.kent(tmp_path_factory.mktemp("6") / "cype.xlsx"))


@pytest.fixture(scope="module")
def rhondda(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    return read(examples.rhondda(tmp_path_factory.mktemp("7") / "health.xlsx"))


@pytest.fixture(scope="module")
def blackburn(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    return read(examples.blackburn(tmp_path_factory.mktemp("8") / "leader.xlsx"))


@pytest.fixture(scope="module")
def lincolnshire(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    return read(examples.lincolnshire(tmp_path_factory.mktemp("9") / "adults.xlsx"))


class TestGloucestershire:
    def test_every_column_has_its_role(self, gloucestershire: Scorecard) -> None:
        assert roles(only_table(gloucestershire)) == {
            "A": "section", "B": "indicator", "C": "polarity", "D": "basis", "E": "outturn",
            "F": "outturn", "G": "outturn", "H": "outturn", "I": "outturn", "J": "target",
            "K": "comment",
        }  # fmt: skip

    def test_a_year_in_brackets_belongs_to_its_quarter(self, gloucestershire: Scorecard) -> None:
        assert periods(only_table(gloucestershire)) == {
            "E": "2016/17 Q2", "F": "2016/17 Q3", "G": "2016/17 Q4", "H": "2017/18 Q1",
            "I": "2017/18 Q2",
        }  # fmt: skip
        assert str(gloucestershire.period) == "2017/18 Q2"

    def test_the_risk_matrix_below_is_no_part_of_it(self, gloucestershire: Scorecard) -> None:
        assert [m.row for m in gloucestershire.measures] == [5, 6, 7, 8, 9, 10]

    def test_a_vertical_merge_names_the_service_of_every_row_beside_it(
        self, gloucestershire: Scorecard
    ) -> None:
        assert _sections(gloucestershire) == [
            "Adult Social Care", "Adult Social Care", "Children and Families",
            "Children and Families", "Highways", "Libraries",
        ]  # fmt: skip

    def test_polarity_and_basis_are_read_from_words(self, gloucestershire: Scorecard) -> None:
        assert _polarities(gloucestershire) == [HIGH, LOW, LOW, LOW, LOW, HIGH]
        assert [m.basis for m in gloucestershire.measures] == [
            Basis.SNAPSHOT, Basis.ROLLING_12_MONTHS, Basis.SNAPSHOT, Basis.ROLLING_12_MONTHS,
            Basis.YEAR_TO_DATE, Basis.IN_QUARTER,
        ]  # fmt: skip

    def test_figures_with_a_space_before_the_percent_sign_are_percentages(
        self, gloucestershire: Scorecard
    ) -> None:
        homes = measure(
            gloucestershire, "Percentage of adults with a learning disability in settled homes"
        )
        assert values(homes) == {"E": 0.784, "F": 0.791, "G": 0.802, "H": 0.809, "I": 0.813}

    def test_thousands_separators_are_no_decimals_and_tbc_is_awaited(
        self, gloucestershire: Scorecard
    ) -> None:
        visits = measure(gloucestershire, "Number of library visits")
        assert values(visits)["I"] == 389126
        assert values(measure(gloucestershire, "Children in care per 10,000"))["I"] is Gap.AWAITED

    def test_the_quarters_own_target_is_the_target(self, gloucestershire: Scorecard) -> None:
        assert _targets(gloucestershire) == [0.8, 580, 44, 0.2, 20, 400000]

    def test_columns_without_a_heading_are_known_by_what_stands_in_them(
        self, tmp_path: Path
    ) -> None:
        unnamed = read(examples.gloucestershire(tmp_path / "annex.xlsx", named=False))
        assert _polarities(unnamed) == [HIGH, LOW, LOW, LOW, LOW, HIGH]
        assert [m.basis for m in unnamed.measures][:2] == [
            Basis.SNAPSHOT, Basis.ROLLING_12_MONTHS,
        ]  # fmt: skip


class TestRotherhamEarlyHelp:
    def test_every_column_has_its_role(self, rotherham_early_help: Scorecard) -> None:
        found = roles(only_table(rotherham_early_help))
        assert found.pop("D") in ("unit", "comment", "other")  # the data note says Number or %
        assert found.pop("I") in ("basis", "comment", "other")  # and here Financial Year
        assert found.pop("T") in ("benchmark", "rank", "other")
        assert found == {
            "A": "reference", "B": "indicator", "C": "polarity", "E": "outturn", "F": "outturn",
            "G": "outturn", "H": "outturn", "J": "travel", "K": "rag", "L": "threshold",
            "M": "threshold", "N": "target", "O": "outturn", "P": "outturn", "Q": "benchmark",
            "R": "benchmark", "S": "benchmark",
        }  # fmt: skip

    def test_months_their_year_end_and_past_years_are_periods(
        self, rotherham_early_help: Scorecard
    ) -> None:
        assert periods(only_table(rotherham_early_help)) == {
            "E": "2017-01", "F": "2017-02", "G": "2017-03", "H": "2016/17", "O": "2014/15",
            "P": "2015/16",
        }  # fmt: skip
        assert {basis(only_table(rotherham_early_help), letter) for letter in "HOP"} == {
            Basis.ANNUAL
        }

    def test_the_period_reported_is_the_latest_month(self, rotherham_early_help: Scorecard) -> None:
        assert str(rotherham_early_help.period) == "2017-03"

    def test_section_rows_name_the_rows_below_them(self, rotherham_early_help: Scorecard) -> None:
        assert [(m.id, m.section) for m in rotherham_early_help.measures] == [
            ("1.1", "CONTACTS AND REFERRALS"), ("1.2", "CONTACTS AND REFERRALS"),
            ("1.3", "CONTACTS AND REFERRALS"), ("2.1", "CHILDREN'S CENTRES"),
            ("2.2", "CHILDREN'S CENTRES"), ("2.3", "CHILDREN'S CENTRES"),
        ]  # fmt: skip

    def test_a_row_for_information_keeps_its_months_and_its_year_apart(
        self, rotherham_early_help: Scorecard
    ) -> None:
        contacts = measure(rotherham_early_help, "Early Help contacts received")
        assert by_period(contacts) == {
            "2014/15": 4102, "2015/16": 4010, "2017-01": 403, "2017-02": 407, "2017-03": 392,
            "2016/17": 3914,
        }  # fmt: skip
        assert contacts.polarity is NEITHER

    def test_polarity_target_and_typed_status_are_read(
        self, rotherham_early_help: Scorecard
    ) -> None:
        assert _polarities(rotherham_early_help) == [NEITHER, HIGH, LOW, HIGH, NEITHER, HIGH]
        assert _targets(rotherham_early_help) == [None, 0.85, 0.2, 0.95, None, 0.9]
        assert [typed(m) for m in rotherham_early_help.measures] == ["", "G", "A", "A", "", ""]

    def test_what_is_missing_says_why(self, rotherham_early_help: Scorecard) -> None:
        families = measure(rotherham_early_help, "Families stepped down from social care")
        assert values(families)["F"] is Gap.SUPPRESSED
        assessments = measure(rotherham_early_help, "% of assessments completed within 35 days")
        assert values(assessments)["G"] is Gap.AWAITED
        assert values(assessments)["H"] is Gap.AWAITED


class TestRotherhamCouncilPlan:
    def test_a_target_for_the_year_ahead_is_never_taken_for_an_outturn(
        self, tmp_path: Path
    ) -> None:
        path = examples.rotherham_council_plan(tmp_path / "plan.xlsx")
        try:
            scorecard = read(path)
        except WorkbookError as refused:
            if refused.kind != "no_scorecard":
                raise
            return  # nothing to rate: saying so is an answer too
        (table,) = scorecard.tables
        assert roles(table) == {"A": "reference", "B": "indicator", "C": "polarity", "D": "target"}
        assert table.periods == []
        assert all(not m.outturns for m in scorecard.measures)
        assert _polarities(scorecard) == [LOW, LOW, LOW, HIGH, HIGH, HIGH, NEITHER]
        assert _targets(scorecard)[:4] == [375.5, 85, 0.22, 0.93]
        assert _targets(scorecard)[4] is None
        assert _targets(scorecard)[6] is None


class TestCumbria:
    def test_every_column_has_its_role(self, cumbria: Scorecard) -> None:
        found = roles(only_table(cumbria))
        assert found.pop("B") in ("section", "other")
        assert found == {
            "A": "section", "C": "indicator", "D": "frequency", "E": "polarity", "F": "target",
            "G": "outturn", "H": "outturn", "I": "outturn", "J": "outturn", "K": "rag",
            "L": "outturn", "M": "rag", "N": "travel", "O": "comment",
        }  # fmt: skip

    def test_the_title_gives_the_quarters_their_year(self, cumbria: Scorecard) -> None:
        assert periods(only_table(cumbria)) == {
            "G": "2010/11", "H": "2011/12", "I": "2012/13", "J": "2013/14 Q1", "L": "2013/14 Q2",
        }  # fmt: skip
        assert {basis(only_table(cumbria), letter) for letter in "GHI"} == {Basis.ANNUAL}
        assert str(cumbria.period) == "2013/14 Q2"

    def test_every_measure_is_a_row(self, cumbria: Scorecard) -> None:
        assert names(cumbria) == [
            "Number of children looked after", "Percentage of initial assessments within 10 days",
            "Percentage of schools judged good or better", "Percentage of waste sent to landfill",
            "Deliver the highways capital programme", "Savings delivered (£m)",
        ]  # fmt: skip

    def test_the_section_is_the_directorate_or_the_objective_beside_the_row(
        self, cumbria: Scorecard
    ) -> None:
        beside = [
            ("Children's Services", "Safeguard children"),
            ("Children's Services", "Safeguard children"),
            ("Children's Services", "Improve schools"),
            ("Environment", "Reduce landfill"),
            ("Environment", "Reduce landfill"),
            ("Environment", "Live within our means"),
        ]
        for section, either in zip(_sections(cumbria), beside, strict=True):
            assert section in either

    def test_polarity_is_read_from_a_sentence(self, cumbria: Scorecard) -> None:
        assert _polarities(cumbria) == [LOW, HIGH, HIGH, LOW, PLAN, HIGH]

    def test_a_target_in_words_is_no_figure(self, cumbria: Scorecard) -> None:
        assert _targets(cumbria)[:4] == [None, 0.8, 0.75, 0.5]

    def test_a_target_that_only_a_whole_year_can_reach_is_in_doubt(
        self, cumbria: Scorecard
    ) -> None:
        # 22% and 52% of a programme that is to be delivered by the year's end; savings of 24.5
        # after 18.1 and 21.9 in whole years, beside 5.2 in the first quarter
        *_, programme, savings = cumbria.measures
        for yearly in (programme, savings):
            assert yearly.target is None
            assert [doubt.about for doubt in yearly.doubts] == [About.SPAN]

    def test_the_status_typed_beside_the_latest_quarter_is_the_status(
        self, cumbria: Scorecard
    ) -> None:
        assert [typed(m) for m in cumbria.measures] == [
            "Red",
            "Green",
            "Amber",
            "Green",
            "Green",
            "",
        ]

    def test_values_and_gaps_are_read(self, cumbria: Scorecard) -> None:
        looked_after = measure(cumbria, "Number of children looked after")
        assert values(looked_after) == {"G": 524, "H": 566, "I": 603, "J": 611, "L": 617}
        schools = measure(cumbria, "Percentage of schools judged good or better")
        assert values(schools) == {"G": 0.62, "H": 0.64, "I": 0.68, "J": 0.7, "L": 0.72}
        savings = measure(cumbria, "Savings delivered (£m)")
        assert values(savings) == {
            "G": Gap.NOT_AVAILABLE, "H": 18.1, "I": 21.9, "J": 5.2, "L": Gap.AWAITED,
        }  # fmt: skip
        assert measure(cumbria, "Deliver the highways capital programme").outturns


class TestServiceIndicators:
    def test_every_column_has_its_role(self, service_indicators: Scorecard) -> None:
        assert roles(only_table(service_indicators)) == {
            "A": "section", "B": "indicator", "C": "polarity", "D": "travel", "E": "outturn",
            "F": "outturn", "G": "outturn", "H": "outturn", "I": "outturn", "J": "target",
            "K": "target", "L": "benchmark", "M": "comment",
        }  # fmt: skip

    def test_a_group_that_names_a_span_gives_each_quarter_its_year(
        self, service_indicators: Scorecard
    ) -> None:
        assert periods(only_table(service_indicators)) == {
            "E": "2016/17 Q3", "F": "2016/17 Q4", "G": "2017/18 Q1", "H": "2017/18 Q2",
            "I": "2017/18 Q3",
        }  # fmt: skip
        assert str(service_indicators.period) == "2017/18 Q3"

    def test_both_rows_of_the_header_belong_to_it(self, service_indicators: Scorecard) -> None:
        table = only_table(service_indicators)
        assert (table.header_top, table.header_row) == (3, 4)
        assert [m.row for m in service_indicators.measures] == [5, 6, 7, 8, 9, 10]

    def test_arrows_in_wingdings_say_what_is_good(self, service_indicators: Scorecard) -> None:
        assert _polarities(service_indicators) == [LOW, HIGH, LOW, LOW, HIGH, HIGH]
        assert [m.typed_travel.text for m in service_indicators.measures if m.typed_travel] == list(
            "ññòñññ"
        )

    def test_the_target_of_the_quarter_goes_before_the_years(
        self, service_indicators: Scorecard
    ) -> None:
        assert _targets(service_indicators) == [0.001, 0.85, 18, 100, 0.6, 220000]

    def test_a_figure_is_read_from_the_cell_it_shares_with_its_rating(
        self, service_indicators: Scorecard
    ) -> None:
        current = [values(m)["I"] for m in service_indicators.measures]
        assert current == [0.0001, 0.853, 18.1, 121, 0.933, 231004]

    def test_the_rating_in_the_cell_is_the_typed_status(
        self, service_indicators: Scorecard
    ) -> None:
        rated = [_rated_in_cell(m, service_indicators) for m in service_indicators.measures]
        assert rated == ["green", "green", "amber", "red", "green", ""]

    def test_earlier_quarters_are_read(self, service_indicators: Scorecard) -> None:
        assert values(service_indicators.measures[0]) == {
            "E": 0.0002, "F": 0.0005, "G": 0.0001, "H": 0.0002, "I": 0.0001,
        }  # fmt: skip
        visits = values(measure(service_indicators, "Visits to leisure centres"))
        assert visits.pop("H") in (Gap.NOT_AVAILABLE, Gap.NOT_APPLICABLE)
        assert visits == {"E": 212345, "F": 240871, "G": 236009, "I": 231004}

    def test_sections_are_the_services(self, service_indicators: Scorecard) -> None:
        assert _sections(service_indicators) == [
            "Revenues", "Revenues", "Benefits", "Housing", "Planning", "Leisure",
        ]  # fmt: skip


class TestKent:
    def test_every_column_has_its_role(self, kent: Scorecard) -> None:
        found = roles(only_table(kent))
        assert found.pop("J") in ("reference", "other")
        assert found == {
            "A": "indicator", "B": "polarity", "C": "basis", "D": "outturn", "E": "outturn",
            "F": "outturn", "G": "rag", "H": "travel", "I": "target",
        }  # fmt: skip

    def test_columns_are_months(self, kent: Scorecard) -> None:
        assert periods(only_table(kent)) == {"D": "2019-07", "E": "2019-08", "F": "2019-09"}

    def test_letters_say_polarity_and_basis(self, kent: Scorecard) -> None:
        assert _polarities(kent) == [HIGH, PLAN, LOW, HIGH, LOW, LOW]
        assert [m.basis for m in kent.measures] == [
            Basis.SNAPSHOT, Basis.ROLLING_12_MONTHS, Basis.SNAPSHOT, Basis.YEAR_TO_DATE,
            Basis.ROLLING_12_MONTHS, Basis.SNAPSHOT,
        ]  # fmt: skip

    def test_the_notes_below_are_no_indicators(self, kent: Scorecard) -> None:
        assert [m.row for m in kent.measures] == [5, 6, 7, 8, 9, 10]

    def test_percentages_kept_in_hundreds_are_fractions(self, kent: Scorecard) -> None:
        assert values(kent.measures[0]) == {"D": 0.812, "E": 0.82, "F": 0.829}
        assert _targets(kent) == [0.85, 0.2, 18, 0.8, 290, 0.025]
        assert values(kent.measures[5]) == {"D": 0.029, "E": 0.031, "F": Gap.AWAITED}

    def test_not_available_is_a_gap(self, kent: Scorecard) -> None:
        closed = values(measure(kent, "% of Early Help cases closed with outcomes achieved"))
        assert closed["F"] in (Gap.NOT_AVAILABLE, Gap.NOT_APPLICABLE)

    def test_typed_status_and_travel_are_kept(self, kent: Scorecard) -> None:
        assert [typed(m) for m in kent.measures] == ["AMBER", "GREEN", "AMBER", "", "GREEN", ""]
        assert [m.typed_travel.text for m in kent.measures if m.typed_travel] == list("⇧⇩⇧⇧")


class TestRhondda:
    def test_every_column_has_its_role(self, rhondda: Scorecard) -> None:
        found = roles(only_table(rhondda))
        assert found.pop("I") in ("rag", "change", "other")
        assert found == {
            "A": "section", "B": "section", "C": "indicator", "D": "outturn", "E": "benchmark",
            "F": "target", "G": "target", "H": "outturn", "J": "comment",
        }  # fmt: skip

    def test_the_quarter_takes_its_year_from_the_title_and_the_year_is_a_year(
        self, rhondda: Scorecard
    ) -> None:
        assert periods(only_table(rhondda)) == {"D": "2013/14", "H": "2014/15 Q4"}
        assert basis(only_table(rhondda), "D") is Basis.ANNUAL
        assert str(rhondda.period) == "2014/15 Q4"

    def test_the_target_of_the_quarter_goes_before_the_years(self, rhondda: Scorecard) -> None:
        assert _targets(rhondda) == [0.94, 0.93, 4.5, 2.5, 0.95, 0.55]

    def test_values_and_gaps_are_read(self, rhondda: Scorecard) -> None:
        assert [values(m)["H"] for m in rhondda.measures] == [
            0.944, 0.927, 5.12, 2.71, Gap.AWAITED, 0.541,
        ]  # fmt: skip
        assert [values(m)["D"] for m in rhondda.measures] == [0.933, 0.914, 4.9, 9.8, 0.912, 0.538]

    def test_the_section_is_the_category_or_the_service_beside_the_row(
        self, rhondda: Scorecard
    ) -> None:
        assert measure(rhondda, "% of municipal waste recycled").section in ("Resources", "Waste")
        assert measure(rhondda, "% attendance in secondary schools").section in (
            "Customer", "Education",
        )  # fmt: skip


class TestBlackburn:
    def test_every_column_has_its_role(self, blackburn: Scorecard) -> None:
        found = roles(only_table(blackburn))
        assert found.pop("C") in ("outturn", "benchmark", "other")  # a baseline of no stated year
        assert found == {
            "A": "indicator", "B": "polarity", "D": "target", "E": "outturn", "F": "outturn",
        }  # fmt: skip

    def test_half_year_is_the_year_to_the_second_quarter_and_year_end_the_year(
        self, blackburn: Scorecard
    ) -> None:
        found = periods(only_table(blackburn))
        assert (found["E"], found["F"]) == ("2018/19 Q2", "2018/19")
        assert basis(only_table(blackburn), "E") is Basis.YEAR_TO_DATE
        assert basis(only_table(blackburn), "F") is Basis.ANNUAL
        assert found.get("C") not in ("2018/19", "2018/19 Q2")
        assert str(blackburn.period) == "2018/19 Q2"

    def test_objectives_are_sections(self, blackburn: Scorecard) -> None:
        first = "Objective 1: Supporting our communities"
        second = "Objective 2: A cleaner borough"
        assert _sections(blackburn) == [first, first, second, second, second, second]

    def test_a_figure_is_read_from_its_sentence(self, blackburn: Scorecard) -> None:
        said = [values(m)["E"] for m in blackburn.measures]
        assert [said[0], said[2], said[3]] == [711, 0.334, 1240]
        assert all(isinstance(said[index], Gap) for index in (1, 4, 5))

    def test_the_rating_in_the_cell_is_the_typed_status(self, blackburn: Scorecard) -> None:
        rated = [_rated_in_cell(m, blackburn) for m in blackburn.measures]
        assert rated == ["green", "", "amber", "red", "green", "amber"]

    def test_targets_and_polarity_in_words_are_understood(self, blackburn: Scorecard) -> None:
        assert _targets(blackburn) == [700, 0.75, 0.35, None, None, None]
        assert _polarities(blackburn)[:4] == [HIGH, HIGH, HIGH, LOW]
        assert set(_polarities(blackburn)[4:]) <= {NEITHER, None}

    def test_a_years_target_is_not_held_against_half_a_years_incidents(
        self, blackburn: Scorecard
    ) -> None:
        # 711 volunteers have passed 700 already; 1,240 incidents may be on course for 2,000 or not
        assert [len(m.doubts) for m in blackburn.measures] == [0, 0, 0, 1, 0, 0]

    def test_the_year_end_is_not_there_yet(self, blackburn: Scorecard) -> None:
        assert all(isinstance(values(m).get("F", Gap.NOT_DUE), Gap) for m in blackburn.measures)


class TestLincolnshire:
    def test_every_column_has_its_role(self, lincolnshire: Scorecard) -> None:
        assert roles(only_table(lincolnshire)) == {
            "A": "indicator", "B": "outturn", "C": "target", "D": "rag",
        }  # fmt: skip

    def test_the_title_says_what_quarter_it_is(self, lincolnshire: Scorecard) -> None:
        assert periods(only_table(lincolnshire)) == {"B": "2016/17 Q3"}
        assert str(lincolnshire.period) == "2016/17 Q3"

    def test_values_targets_and_typed_words_are_read(self, lincolnshire: Scorecard) -> None:
        assert [values(m)["B"] for m in lincolnshire.measures] == [
            0.975, 0.93, 0.768, 742, 8417, Gap.AWAITED,
        ]  # fmt: skip
        assert _targets(lincolnshire) == [1.0, 0.9, 0.77, 850, 8600, 0.4]
        assert [typed(m) for m in lincolnshire.measures] == [
            "Improving but not achieved", "Achieved", "Not achieved", "Achieved", "Not achieved",
            "",
        ]  # fmt: skip

    def test_bold_rows_are_sections(self, lincolnshire: Scorecard) -> None:
        assert _sections(lincolnshire) == [
            "Protecting the vulnerable", "Protecting the vulnerable", "Specialist adult services",
            "Specialist adult services", "Specialist adult services", "Specialist adult services",
        ]  # fmt: skip

    def test_the_column_of_names_needs_no_heading(self, tmp_path: Path) -> None:
        unnamed = read(examples.lincolnshire(tmp_path / "adults.xlsx", named=False))
        assert [m.row for m in unnamed.measures] == [5, 6, 8, 9, 10, 11]
        assert only_table(unnamed).by_role(Role.INDICATOR)[0].index == 1
