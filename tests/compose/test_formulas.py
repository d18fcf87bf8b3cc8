"""What each formula gives over the officers' cells, worked out by Excel's rules."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.strategies import (
    OWN,
    POLARITIES,
    RANGES,
    RATINGS,
    TARGETS,
    TOLERANCES,
    figures,
)
from tests.support.worked_out import ExcelError, Value, worked_out
from xl_scorecard.compose.formulas import (
    Figure,
    Judged,
    change_formula,
    literal,
    outturn_figure,
    quoted,
    status_formula,
    target_figure,
    target_ref,
    tolerance_value,
    travel_formula,
)
from xl_scorecard.domain.amount import Target, Tolerance, ToleranceKind, parse_target
from xl_scorecard.domain.bands import RAG, Rating
from xl_scorecard.domain.indicator import Polarity, Unit
from xl_scorecard.domain.period import Period
from xl_scorecard.domain.scorecard import FromCell, Outturn
from xl_scorecard.rating.change import direction, relative_change, travel
from xl_scorecard.rating.status import status_of

Q3 = Period.quarter(2018, 3)
READ = Outturn(Q3, 4, 8, 80.0)  # in H4
TYPED = READ._replace(value=0.809, as_text="80.9 %")
SLIPPED = READ._replace(value=0.8, factor=100.0, held=80.0)  # among 0.78s
UNREAD = READ._replace(value=None, held=999.0)  # a code for something
NOTHING = "nothing"


def _read(figure: Figure, cells: dict[str, Value]) -> object:
    """The number that a figure is read as, or NOTHING."""
    if figure.known is not None and not worked_out(figure.known, cells):
        return NOTHING
    value = worked_out(figure.value, cells)
    return round(value, 12) if isinstance(value, float) else value


@pytest.mark.parametrize(
    ("outturn", "cell", "number"),
    [
        (READ, 80.0, 80), (READ, 79.5, 79.5), (READ, 0.0, 0),
        (READ, None, NOTHING), (READ, "TBC", NOTHING), (READ, "80", NOTHING), (READ, True, NOTHING),
        (READ._replace(factor=100.0), 84.2, 0.842), (READ._replace(factor=100.0), None, NOTHING),
        # text counts as it was read for as long as it stays
        (TYPED, "80.9 %", 0.809), (TYPED, "81 %", NOTHING), (TYPED, None, NOTHING),
        (TYPED, 0.81, 0.81), (TYPED._replace(factor=100.0), 81.0, 0.81),
        (READ._replace(value=None, as_text="TBC"), "TBC", NOTHING),
        (READ._replace(value=12.0, as_text='12"'), '12"', 12),
        # Excel allows 255 letters of text in a formula; we stop at 200
        (READ._replace(as_text="8" * 200), "8" * 200, 80),
        (READ._replace(as_text="8" * 201), "8" * 201, NOTHING),
        (READ._replace(as_text="8" * 201), 8.0, 8),
        # a slip is read as one for as long as it stays, and then as the others are
        (SLIPPED, 80.0, 0.8), (SLIPPED, 0.81, 0.81), (SLIPPED, None, NOTHING),
        (SLIPPED, "80", NOTHING),
        (READ._replace(value=0.8, held=0.8, usual=100.0), 0.8, 0.8),
        (READ._replace(value=0.8, held=0.8, usual=100.0), 82.0, 0.82),
        (UNREAD, 999.0, NOTHING), (UNREAD, 99.0, 99), (UNREAD, "999", NOTHING),
        (UNREAD, None, NOTHING), (UNREAD._replace(usual=100.0), 99.0, 0.99),
    ],
)  # fmt: skip
def test_an_outturn_is_read_in_its_cell_as_it_was_read_from_the_file(
    outturn: Outturn, cell: Value, number: object
) -> None:
    assert _read(outturn_figure(outturn), {"H4": cell}) == number


def test_a_formula_on_another_sheet_names_the_sheet_of_the_cell() -> None:
    for outturn in (READ, SLIPPED, UNREAD, TYPED):
        elsewhere = outturn_figure(outturn, "'Scorecard'!")
        assert _read(elsewhere, {"'Scorecard'!H4": 5.0}) == 5
        own = outturn_figure(outturn._replace(sheet="North's"), "'Scorecard'!")
        assert _read(own, {"'North''s'!H4": 5.0}) == 5


@pytest.mark.parametrize(
    ("number", "written"),
    [(5, "5"), (-5.0, "-5"), (0.05, "0.05"), (0.1 + 0.2, "0.3"), (1.5, "1.5"), (0.0, "0"),
     (999_999_999_999_999.0, "999999999999999"), (1e15, "1000000000000000.0"),
     (1 / 3, "0.333333333333333")],
)  # fmt: skip
def test_a_number_is_written_in_its_shortest_form_of_fifteen_decimals(
    number: float, written: str
) -> None:
    assert literal(number) == written


def test_quotation_marks_in_text_are_doubled() -> None:
    assert quoted('Nearly "there"') == '"Nearly ""there"""'


TARGET_CELL = FromCell(4, 5)  # E4


@pytest.mark.parametrize(
    ("target", "cell", "typed", "number"),
    [
        (Target(80), TARGET_CELL, 80.0, 80), (Target(80), TARGET_CELL, 75.0, 75),
        (Target(80), TARGET_CELL, None, NOTHING), (Target(80), TARGET_CELL, "TBC", NOTHING),
        (Target(0.8), FromCell(4, 5, 100.0), 85.0, 0.85),
        (Target(80), FromCell(4, 5, as_text="at least 80"), "at least 80", 80),
        (Target(80), FromCell(4, 5, as_text="at least 80"), "at least 85", NOTHING),
        (None, FromCell(4, 5, as_text="TBC"), "TBC", NOTHING),  # until somebody types one
        (None, TARGET_CELL, 60.0, 60),
        (Target(80), None, 60.0, 80),  # the rule's, whatever a cell says
    ],
)  # fmt: skip
def test_a_target_is_its_cells_where_it_is_from_there_and_else_the_rules(
    target: Target | None, cell: FromCell | None, typed: Value, number: object
) -> None:
    figure = target_figure(target, cell)
    assert figure is not None
    assert _read(figure, {"E4": typed}) == number
    if cell is not None:
        elsewhere = target_figure(target, cell, "Scores!")
        assert elsewhere is not None
        assert _read(elsewhere, {"Scores!E4": typed}) == number


def test_without_a_target_there_is_none_and_the_rules_is_always_known() -> None:
    assert target_figure(None, None) is None
    assert target_figure(Target(80), None) == Figure(None, "80")


RELATIVE = ToleranceKind.RELATIVE
FLOOR = FromCell(4, 6, threshold=True)  # F4


@pytest.mark.parametrize(
    ("tolerance", "cell", "typed", "amount"),
    [
        (None, None, 3.0, 0), (None, FromCell(4, 6), 3.0, 0),
        (Tolerance(5), None, 3.0, 5), (Tolerance(0.1, RELATIVE), None, 3.0, 8),  # of 80
        (Tolerance(5), FromCell(4, 6), 3.0, 3), (Tolerance(5), FromCell(4, 6), -3.0, 3),
        (Tolerance(5), FromCell(4, 6), None, 0), (Tolerance(5), FromCell(4, 6), "none", 0),
        (Tolerance(0.05), FromCell(4, 6, 100.0), 3.0, 0.03),
        (Tolerance(0.1, RELATIVE), FromCell(4, 6), 0.05, 4),
        (Tolerance(0.1, RELATIVE), FromCell(4, 6, as_text="10%"), "10%", 8),
        (Tolerance(0.1, RELATIVE), FromCell(4, 6, as_text="10%"), 0.05, 4),
        (Tolerance(5), FromCell(4, 6, as_text="5 visits"), "5 visits", 5),
        (Tolerance(5), FromCell(4, 6, as_text="5 visits"), "6 visits", 0),
        (Tolerance(5), FromCell(4, 6, as_text="5 visits"), -6.0, 6),
        # a floor of 75 beside a target of 80 is a tolerance of 5, and so is a ceiling of 85
        (Tolerance(5), FLOOR, 75.0, 5), (Tolerance(5), FLOOR, 85.0, 5), (Tolerance(5), FLOOR, 70.0,
        10),
        (Tolerance(5), FromCell(4, 6, 100.0, threshold=True), 7500.0, 5),
        (Tolerance(5), FromCell(4, 6, as_text="75 visits", threshold=True), "75 visits", 5),
        (Tolerance(5), FromCell(4, 6, as_text="75 visits", threshold=True), 70.0, 10),
    ],
)  # fmt: skip
def test_a_tolerance_comes_from_its_cell_or_rule_and_has_no_sign(
    tolerance: Tolerance | None, cell: FromCell | None, typed: Value, amount: float
) -> None:
    for sheet in ("", "Scores!"):
        formula = tolerance_value(tolerance, cell, "E4", sheet)
        assert worked_out(formula, {f"{sheet}F4": typed, "E4": 80.0}) == pytest.approx(amount)
        below = worked_out(formula, {f"{sheet}F4": typed, "E4": -80.0})
        if cell is None or not cell.threshold:
            assert below == pytest.approx(amount)


NOW, BEFORE = Figure("ISNUMBER(H4)", "H4"), Figure("ISNUMBER(G4)", "G4")
SHOWN = {"good": "Good", "no_data": "No data", "not_rated": "Not rated"}


def _judged(
    polarity: Polarity | None,
    target: Target | None,
    tolerance: Tolerance | None = None,
    *,
    in_cell: bool = False,
    point: float = 0.01,
) -> Judged:
    goal = target_figure(target, TARGET_CELL if in_cell else None)
    amount = tolerance_value(tolerance, None, goal.value if goal else "0")
    strict = target is not None and target.excludes_itself(polarity)
    return Judged(polarity, goal, target.upper if target else None, amount, point, strict)


def _cells(now: Value, before: Value = None, target: Target | None = None) -> dict[str, Value]:
    return {"H4": now, "G4": before, "E4": None if target is None else target.value}


@given(
    st.one_of(st.none(), st.just("TBC"), figures()),
    st.one_of(st.none(), TARGETS, RANGES),
    POLARITIES,
    TOLERANCES,
    st.one_of(RATINGS, st.just(OWN)),
    st.booleans(),
    st.sampled_from([0.01, 1.0]),
)
def test_the_formula_of_a_status_gives_the_status_of_the_report(
    now: Value,
    target: Target | None,
    polarity: Polarity | None,
    tolerance: Tolerance | None,
    rating: Rating,
    in_cell: bool,
    point: float,
) -> None:
    judged = _judged(polarity, target, tolerance, in_cell=in_cell, point=point)
    label = worked_out(status_formula(NOW, judged, rating), _cells(now, None, target))
    figure = now if isinstance(now, float) else None
    status = status_of(figure, target, polarity, tolerance, rating, point=point)
    assert label == rating.band(status).label


LIMITS = ["fewer than {}", "<{}", "no more than {}", "<= {}", "up to {}", "more than {}", ">{}",
          "at least {}", "{} or above", "{}"]  # fmt: skip


@given(
    st.sampled_from(LIMITS),
    figures(0, 2_000_000),
    st.sampled_from([0, -0.0001, 0.0001, -1, 1, 5, -5]),
    POLARITIES,
    st.one_of(TOLERANCES, st.just(Tolerance(0)), st.just(Tolerance(5))),
    st.one_of(RATINGS, st.just(OWN)),
)
def test_formula_and_report_agree_on_targets_in_words_at_and_around_them(
    words: str,
    limit: float,
    off: float,
    polarity: Polarity | None,
    tolerance: Tolerance | None,
    rating: Rating,
) -> None:
    said = words.format(f"{limit:.4f}")
    target = parse_target(said, Unit.SCORE)
    assert target is not None
    cell, now = FromCell(4, 5, as_text=said), limit + off
    goal = target_figure(target, cell)
    assert goal is not None
    judged = Judged(
        polarity, goal, None, tolerance_value(tolerance, None, goal.value),
        strict=target.excludes_itself(polarity), worded=target_ref(cell),
    )  # fmt: skip
    formula = status_formula(NOW, judged, rating)
    status = status_of(now, target, polarity, tolerance, rating)
    assert worked_out(formula, {"H4": now, "E4": said}) == rating.band(status).label
    # a number typed over the words is a target like any other
    status = status_of(now, Target(limit), polarity, tolerance, rating)
    assert worked_out(formula, {"H4": now, "E4": limit}) == rating.band(status).label


@pytest.mark.parametrize(
    ("target", "polarity", "labels"),
    [
        ("fewer than 3", Polarity.LOW, ("Green", "Red", "Red")),
        ("no more than 3", Polarity.LOW, ("Green", "Green", "Red")),
        ("more than 3", Polarity.HIGH, ("Red", "Red", "Green")),
        ("3 or more", Polarity.HIGH, ("Red", "Green", "Green")),
    ],
)
def test_fewer_than_three_is_not_met_by_three(
    target: str, polarity: Polarity, labels: tuple[str, ...]
) -> None:
    read = parse_target(target, Unit.COUNT)
    formula = status_formula(NOW, _judged(polarity, read), RAG)
    assert tuple(worked_out(formula, _cells(n)) for n in (2.0, 3.0, 4.0)) == labels
    statuses = (status_of(n, read, polarity, None, RAG) for n in (2.0, 3.0, 4.0))
    assert tuple(RAG.band(status).label for status in statuses) == labels


def test_what_is_exactly_on_such_a_target_is_within_its_tolerance() -> None:
    read = parse_target("under 10", Unit.COUNT)
    formula = status_formula(NOW, _judged(Polarity.LOW, read, Tolerance(2)), RAG)
    labels = [worked_out(formula, _cells(n)) for n in (9.9, 10.0, 12.0, 12.1)]
    assert labels == ["Green", "Amber", "Amber", "Red"]


@pytest.mark.parametrize("polarity", [Polarity.HIGH, Polarity.LOW, Polarity.PLAN])
@pytest.mark.parametrize("edge", ["better", "worse"])
def test_on_an_edge_the_formula_follows_the_ratings_choice(polarity: Polarity, edge: str) -> None:
    rating = RAG.model_copy(update={"edge_belongs_to": edge})
    formula = status_formula(NOW, _judged(polarity, Target(80), Tolerance(5)), rating)
    off = -1 if polarity is Polarity.HIGH else 1
    labels = [worked_out(formula, _cells(80.0 + off * by)) for by in (0, 4.9, 5, 5.1)]
    assert labels == ["Green", "Amber", "Amber" if edge == "better" else "Red", "Red"]


def test_a_target_cell_without_a_number_is_not_rated_and_rated_once_it_has_one() -> None:
    judged = _judged(Polarity.HIGH, Target(80), Tolerance(5), in_cell=True)
    formula = status_formula(NOW, judged, RAG)
    for typed, label in ((None, "Not rated"), ("TBC", "Not rated"), (60.0, "Green"), (70.0, "Red")):
        assert worked_out(formula, {"H4": 64.0, "E4": typed}) == label
    assert worked_out(formula, {"H4": None, "E4": 60.0}) == "No data"


def test_without_target_or_polarity_a_row_is_not_rated_but_may_lack_data() -> None:
    for judged in (
        _judged(None, Target(80)),
        _judged(Polarity.NEITHER, Target(80)),
        _judged(Polarity.HIGH, None),
    ):
        assert not judged.rated
        formula = status_formula(NOW, judged, RAG)
        assert worked_out(formula, _cells(5.0)) == "Not rated"
        assert worked_out(formula, _cells("TBC")) == "No data"


def test_a_missed_target_without_a_tolerance_is_in_the_worst_band() -> None:
    formula = status_formula(NOW, _judged(Polarity.HIGH, Target(80)), RAG)
    assert [worked_out(formula, _cells(n)) for n in (80.0, 79.9)] == ["Green", "Red"]


ARROWS = {"up": "▲", "down": "▼", "level": "►"}
WORTHLESS = {"up": "Up", "down": "Down", "level": "Level"}


@given(
    st.one_of(st.none(), st.just("TBC"), figures()),
    st.one_of(st.none(), st.just("c"), figures()),
    st.one_of(st.none(), TARGETS, RANGES),
    POLARITIES,
    st.booleans(),
)
def test_the_formula_of_a_move_says_the_way_and_the_worth_of_the_report(
    now: Value, before: Value, target: Target | None, polarity: Polarity | None, in_cell: bool
) -> None:
    judged = _judged(polarity, target, in_cell=in_cell)
    said = worked_out(travel_formula(NOW, BEFORE, judged), _cells(now, before, target))
    a, b = (value if isinstance(value, float) else None for value in (now, before))
    way, worth = direction(a, b), travel(a, b, polarity, target)
    if way is None:
        assert said == "n/a"
    else:
        assert said == f"{ARROWS[way]} {(worth or WORTHLESS[way]).capitalize()}"


@pytest.mark.parametrize(
    ("polarity", "target", "before", "now", "said"),
    [
        (Polarity.HIGH, None, 70, 75, "▲ Improved"), (Polarity.HIGH, None, 75, 70, "▼ Worsened"),
        (Polarity.LOW, None, 70, 75, "▲ Worsened"), (Polarity.LOW, None, 75, 70, "▼ Improved"),
        (Polarity.LOW, None, 70, 70, "► Static"), (Polarity.NEITHER, None, 70, 70, "► Level"),
        (None, Target(50), 70, 75, "▲ Up"), (Polarity.NEITHER, None, 75, 70, "▼ Down"),
        (Polarity.PLAN, None, 40, 48, "▲ Up"), (Polarity.PLAN, Target(50), 40, 48, "▲ Improved"),
        (Polarity.PLAN, Target(50), 48, 40, "▼ Worsened"),
        (Polarity.PLAN, Target(50), 45, 55, "▲ Static"),
        (Polarity.PLAN, Target(50), 40, 40, "► Static"),
        (Polarity.PLAN, Target(40, 60), 45, 55, "▲ Static"),  # inside there is no nearer
        (Polarity.PLAN, Target(40, 60), 70, 62, "▼ Improved"),
        (Polarity.HIGH, Target(40, 60), 62, 70, "▲ Worsened"),
        (Polarity.LOW, Target(40, 60), 30, 38, "▲ Improved"),
    ],
)  # fmt: skip
def test_an_arrow_is_for_the_number_and_a_word_for_its_worth(
    polarity: Polarity | None, target: Target | None, before: float, now: float, said: str
) -> None:
    formula = travel_formula(NOW, BEFORE, _judged(polarity, target))
    assert worked_out(formula, _cells(float(now), float(before))) == said


@pytest.mark.parametrize(("now", "said"), [(48.0, "▲ Up"), (32.0, "▼ Down"), (40.0, "► Level")])
def test_where_plan_is_good_and_its_cell_is_blank_a_move_has_no_worth(
    now: float, said: str
) -> None:
    formula = travel_formula(NOW, BEFORE, _judged(Polarity.PLAN, Target(50), in_cell=True))
    assert worked_out(formula, {"H4": now, "G4": 40.0, "E4": None}) == said


@given(
    figures(), figures(), POLARITIES, st.one_of(st.none(), TARGETS, RANGES),
    st.one_of(TOLERANCES, st.just(Tolerance(0.05, ToleranceKind.RELATIVE))),
)  # fmt: skip
def test_what_counts_as_static_is_the_same_in_the_formula_and_in_the_report(
    now: float, before: float, polarity: Polarity | None, target: Target | None,
    within: Tolerance | None,
) -> None:  # fmt: skip
    judged = replace(_judged(polarity, target), static_within=within)
    said = worked_out(travel_formula(NOW, BEFORE, judged), _cells(now, before, target))
    way, worth = direction(now, before, within), travel(now, before, polarity, target, within)
    assert way is not None
    assert said == f"{ARROWS[way]} {(worth or WORTHLESS[way]).capitalize()}"


@pytest.mark.parametrize(
    ("now", "said"),
    [(2161.0, "► Static"), (2162.0, "▲ Improved"), (2159.0, "► Static"), (2158.0, "▼ Worsened")],
)
def test_no_improved_stands_beside_a_change_shown_as_none(now: float, said: str) -> None:
    cells: dict[str, Value] = {"H4": now, "G4": 2160.0}
    assert worked_out(travel_formula(NOW, BEFORE, _judged(Polarity.HIGH, None)), cells) == said
    change = worked_out(change_formula(NOW, BEFORE), cells)
    assert isinstance(change, float)
    assert (f"{change:+.1%}" in ("+0.0%", "-0.0%")) is (said == "► Static")


def test_a_move_below_zero_is_a_difference_of_the_whole_of_each_figure() -> None:
    # figures in hundreds: 84.2/100 and so on, each to be taken whole
    hundreds = [outturn_figure(READ._replace(factor=100.0, column=c)) for c in (8, 7)]
    formula = travel_formula(*hundreds, _judged(Polarity.PLAN, Target(0.5)))
    assert worked_out(formula, {"H4": 48.0, "G4": 40.0}) == "▲ Improved"
    change = worked_out(change_formula(*hundreds), {"H4": 44.0, "G4": 40.0})
    assert change == pytest.approx(0.1)


@given(
    st.one_of(st.none(), st.just("TBC"), figures()), st.one_of(st.none(), st.just("c"), figures())
)
def test_the_formula_of_a_change_gives_the_change_of_the_report(now: Value, before: Value) -> None:
    said = worked_out(change_formula(NOW, BEFORE), _cells(now, before))
    a, b = (value if isinstance(value, float) else None for value in (now, before))
    change = relative_change(a, b)
    if change is None:
        assert said == "n/a"
    else:
        assert isinstance(said, float)
        assert math.isclose(said, change, rel_tol=1e-12, abs_tol=1e-15)


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [(75, 82, 7 / 75), (-10, -5, 0.5), (-10, 5, 1.5), (50, 0, -1), (0, 5, "n/a"), (0, 0, "n/a")],
)
def test_a_change_is_a_share_of_the_size_of_the_earlier_figure(
    before: float, now: float, change: object
) -> None:
    said = worked_out(change_formula(NOW, BEFORE), _cells(float(now), float(before)))
    assert said == (pytest.approx(change) if isinstance(change, float) else change)


def test_formulas_are_worked_out_by_excels_rules() -> None:
    cells: dict[str, Value] = {"A1": 2.5, "B1": "Red", "C1": None}
    assert worked_out("ROUND(A1,0)", cells) == 3  # half goes away from zero
    assert worked_out("ROUND(-A1,0)", cells) == -3
    assert worked_out('IF(B1="red",1,2)&""', cells) == "1"
    assert worked_out("1+2*3-4/2", cells) == 5
    assert worked_out("C1=0", cells) is True
    assert worked_out("B1>1000", cells) is True
    assert worked_out("0.1+0.2=0.3", cells) is True
    with pytest.raises(ExcelError, match="#DIV/0!"):
        worked_out("1/C1", cells)
    with pytest.raises(ExcelError, match="#VALUE!"):
        worked_out("B1+1", cells)


def test_a_point_is_a_percentage_point_unless_said_otherwise() -> None:
    judged = Judged(Polarity.HIGH, Figure(None, "0.8"), None, "0")
    formula = status_formula(NOW, judged, OWN)  # met up to two points
    assert [worked_out(formula, _cells(n)) for n in (0.78, 0.77)] == ["Met", "Near"]


WORSE = Rating.model_validate({
    "edge_belongs_to": "worse",
    "bands": [
        {"status": "met", "label": "Met", "up_to": "1 tolerance"},
        {"status": "near", "label": "Near", "up_to": "10%", "concern": 1},
        {"status": "missed", "label": "Missed", "concern": 3},
    ],
})  # fmt: skip


@pytest.mark.parametrize(
    ("polarity", "target", "tolerance", "outturn", "label"),
    [
        (Polarity.HIGH, 80.0, None, 80.0, "Met"), (Polarity.LOW, 80.0, None, 80.0, "Met"),
        (Polarity.PLAN, 80.0, Tolerance(0), 80.0, "Met"),
        (Polarity.HIGH, 80.0, None, 79.0, "Near"), (Polarity.HIGH, 80.0, None, 72.0, "Missed"),
        (Polarity.HIGH, 80.0, Tolerance(5), 75.0, "Near"),  # the edge belongs to the worse
        (Polarity.LOW, 0.0, Tolerance(0.05, ToleranceKind.RELATIVE), 0.0, "Met"),
        (Polarity.LOW, 0.0, Tolerance(0.05, ToleranceKind.RELATIVE), 1.0, "Missed"),
    ],
)  # fmt: skip
def test_meeting_a_target_exactly_is_met_whichever_side_edges_belong_to(
    polarity: Polarity, target: float, tolerance: Tolerance | None, outturn: float, label: str
) -> None:
    aim = Target(target)
    written = tolerance_value(tolerance, None, literal(target))
    judged = Judged(polarity, Figure(None, literal(target)), None, written)
    formula = status_formula(NOW, judged, WORSE)
    assert worked_out(formula, {"H4": outturn}) == label
    assert WORSE.band(status_of(outturn, aim, polarity, tolerance, WORSE)).label == label


def test_what_excludes_itself_is_not_met_by_itself_whichever_side_edges_belong_to() -> None:
    aim = parse_target("fewer than 3", Unit.COUNT)
    assert aim is not None
    judged = Judged(Polarity.LOW, Figure(None, "3"), None, "0", strict=True)
    assert worked_out(status_formula(NOW, judged, WORSE), {"H4": 3.0}) == "Near"
    assert status_of(3, aim, Polarity.LOW, None, WORSE) == "near"
