"""What an own check says is read as a formula is, and each mistake is named by its letter."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from xl_scorecard.domain.own_check.reading import MOST_FIGURES, read_own_check
from xl_scorecard.domain.own_check.span import Span
from xl_scorecard.domain.own_check.tokens import OwnCheckError
from xl_scorecard.domain.own_check.tree import ids_of
from xl_scorecard.domain.own_check.working_out import holds
from xl_scorecard.domain.period import Period

IDS = ("IN", "OUT", "NET", "LEFT OVER", "2.1")
Q3 = Period.quarter(2018, 3)


class Given:
    """Figures as a test gives them, exact, by id and period; None is a gap."""

    def __init__(self, figures: Mapping[tuple[str, Period], str | None]) -> None:
        self._figures = figures

    def figure(self, indicator_id: str, period: Period) -> Span | None:
        said = self._figures.get((indicator_id, period))
        return None if said is None else Span.exactly(Fraction(said))

    def is_blank(self, indicator_id: str, period: Period) -> bool | None:
        at = indicator_id, period
        return self._figures[at] is None if at in self._figures else None


def _holds(that: str, **figures: str | None) -> bool | None:
    now = {(id_.replace("_", " "), Q3): said for id_, said in figures.items()}
    return holds(read_own_check(that, IDS), Q3, Given(now))


@pytest.mark.parametrize(
    ("that", "expected"),
    [
        ("[IN] - [OUT] = [NET]", True),
        ("[in] - [ out ] = [Net]", True),
        ("[IN] - [OUT] <> [NET]", False),
        ("[IN] = 10", True),
        ("[IN] ≤ 10", True),
        ("[IN] × 2 = 20", True),
        ("[IN] < 10", False),
        ("[IN] > 9.99", True),
        ("[IN] != 10", False),
        ("2 + [IN] * 3 = 32", True),
        ("(2 + [IN]) * 3 = 36", True),
        ("[IN] - 4 - 3 = 3", True),
        ("[IN] / 4 / 5 = 50%", True),
        ("-[IN] + --10 = 0", True),
        ("-[IN] * -2 = 20", True),
        ("sum([IN], [OUT], 3) = 17", True),
        ("SUM([IN]:[NET]) = 20", True),
        ("min([IN]:[NET]) = 4", True),
        ("max([IN], 2, [NET]) = [IN]", True),
        ("abs([OUT] - [IN]) = [NET]", True),
        ("round([IN] / 3, 1) = 3.3", True),
        ("round(-2.5 * [IN] / 10, 0) = -3", True),
        ("round([IN] * 1.5, -1) = 20", True),
        ("if([IN] > 5, [OUT] = 4)", True),
        ("if([IN] > 50, [OUT] = 5)", True),
        ("if([IN] > 5, 1, 2) = 1", True),
        ("if([IN] > 50, [OUT] = 4, [OUT] = 5)", False),
        ("and([IN] = 10, [OUT] = 4)", True),
        ("and([IN] = 10, [OUT] = 5)", False),
        ("or([IN] = 1, [OUT] = 4)", True),
        ("not([IN] = 1)", True),
        ("isblank([IN])", False),
    ],
)
def test_it_is_worked_out_as_a_formula_is(that: str, expected: bool) -> None:
    assert _holds(that, IN="10", OUT="4", NET="6") is expected


@pytest.mark.parametrize(
    ("that", "expected"),
    [
        ("[IN] - [OUT] = [NET]", None),
        ("[IN] = 10", True),
        ("sum([IN], [OUT]) > 0", None),
        ("[IN] / ([NET] - 6) = 1", None),
        ("previous([IN]) = 10", None),
        ("isblank([OUT])", True),
        ("isblank([LEFT OVER])", None),
        ("or([OUT] = 1, [IN] = 10)", True),
        ("and([OUT] = 1, [IN] = 10)", None),
        ("and([OUT] = 1, [IN] = 11)", False),
        ("not([OUT] = 1)", None),
        ("if([OUT] = 1, [IN] = 11)", None),
        ("if([OUT] = 1, 2, 3) = [IN]", None),
    ],
)
def test_a_gap_leaves_open_what_hangs_on_it(that: str, expected: bool | None) -> None:
    assert _holds(that, IN="10", OUT=None, NET="6") is expected


def test_tenths_add_up_as_they_do_on_paper() -> None:
    assert _holds("[IN] + [OUT] = [NET]", IN="0.1", OUT="0.2", NET="0.3")
    assert _holds("[IN] * 3 = 0.3", IN="0.1")


def test_earlier_periods_are_those_of_the_same_length() -> None:
    figures = Given({
        ("IN", Q3): "3", ("IN", Q3.previous): "2", ("IN", Q3.year_before): "1",
        ("IN", Q3.previous.year_before): "7",
    })  # fmt: skip
    for that in (
        "[IN] = previous([IN]) + year_before([IN])",
        "previous([IN] * 2) = 4",
        "previous(year_before([IN])) = 7",
    ):
        assert holds(read_own_check(that, IDS), Q3, figures)


@pytest.mark.parametrize(
    ("that", "at", "what"),
    [
        ("[IN] = [NT]", 7, "no indicator has the id NT"),
        ("[IN] + [OUT]", 12, "compares nothing"),
        ("1 = 2", 0, "names no indicator"),
        ("sum(1, 2) = 3", 0, "names no indicator"),
        ("[IN = [OUT]", 0, "[ has no ] after it"),
        ("IN] = [OUT]", 2, "] has no [ before it"),
        ("[] = [OUT]", 0, "[] names no indicator"),
        ("([IN] = [OUT]", 0, "( has no ) after it"),
        ("[IN]) = [OUT]", 4, ") has no ( before it"),
        ("[IN] = ", 6, "ends where a figure should follow"),
        ("[IN] = * 3", 7, "* stands where a figure should"),
        ("= [IN] + 1", 0, "= stands before everything"),
        ("[IN] == 1", 5, "== is not known here"),
        ("[IN] => 1", 5, "=> is not known here"),
        ("0 <= [IN] <= 1", 10, "compares a second time"),
        ("[IN] <= 1,000", 9, "a comma stands outside a function"),
        ("[IN] = [OUT] [NET]", 13, "nothing joins [NET] to what is before it"),
        ("[IN] = 1 and [OUT] = 2", 9, "and stands between its parts"),
        ("[IN] = 5 children", 9, "nothing joins children to what is before it"),
        ("IN = [OUT]", 0, "IN stands without brackets"),
        ("K14 = [OUT]", 0, "K14 is no function"),
        ("sum = [OUT]", 0, "sum needs a ( after it"),
        ("sum() = [OUT]", 0, "sum has 0 parts"),
        ("abs([IN], 2) = [OUT]", 0, "abs has 2 parts"),
        ("if([IN] = 1) = [OUT]", 0, "if has 1 parts"),
        ("round([IN], 0.5) = 1", 0, "round needs a whole number"),
        ("round([IN], [OUT]) = 1", 0, "round needs a whole number"),
        ("isblank([IN] + 1)", 0, "isblank is about one figure"),
        ("[IN] + ([IN] = 1) = 2", 13, "a comparison stands where a figure should"),
        ("and([IN], [OUT] = 1)", 4, "a figure stands where a comparison should"),
        ("if([IN] = 1, 2, [OUT] = 2)", 13, "a figure stands where a comparison should"),
        ("if([IN] = 1, 2) = 2", 13, "if has no figure where it does not hold"),
        ("previous([IN] = 1)", 14, "previous is of figures"),
        ("[IN]:[OUT] = 2", 4, ": is only known in sum, min and max"),
        ("abs([IN]:[OUT]) = 2", 8, ": joins two ids"),
        ("sum([OUT]:[IN]) = 2", 4, "[IN] stands before [OUT] in the rule set"),
        ("[IN]^2 = 4", 4, "^ is not known here"),
        ("[IN]% = 4", 4, "% stands behind no number"),
        ('[IN] = "Green"', 7, "text in quotes is not known here"),
        ("[IN] = 1.2.3", 7, "1.2.3 is no number"),
        ("[IN] = 1234567890123456", 7, "is no number"),
        ("[IN] = £3", 7, "£ is not known here"),
        ("(" * 21 + "[IN] = 1", 20, "has more than 20 brackets within each other"),
        ('__import__("os").system("id")', 11, "text in quotes is not known here"),
    ],
)
def test_a_mistake_is_named_with_its_letter(that: str, at: int, what: str) -> None:
    with pytest.raises(OwnCheckError) as caught:
        read_own_check(that, IDS)
    (mistake,) = caught.value.mistakes
    assert what in mistake.what
    assert mistake.at == at
    assert mistake.mend


def test_every_id_that_is_not_known_is_named_at_once() -> None:
    with pytest.raises(OwnCheckError) as caught:
        read_own_check("[INN] - [OUTT] = [NET]", IDS)
    assert [(wrong.at, wrong.word) for wrong in caught.value.mistakes] == [(0, "INN"), (8, "OUTT")]


def test_ids_may_have_spaces_and_points() -> None:
    assert ids_of(read_own_check("[left  over] < [2.1]", IDS)) == ("LEFT OVER", "2.1")


def test_more_figures_than_anybody_needs_are_refused() -> None:
    many = [f"A{n}" for n in range(MOST_FIGURES + 1)]
    read_own_check(f"sum([A0]:[A{MOST_FIGURES - 2}]) = [A1]", many)
    for that in (f"sum([A0]:[A{MOST_FIGURES}]) = 1", f"sum([A0]:[A{MOST_FIGURES - 1}]) = [A1]"):
        with pytest.raises(OwnCheckError):
            read_own_check(that, many)


def _span(shown: str, half: str) -> Span:
    centre, reach = Fraction(shown), Fraction(half)
    return Span(centre, centre - reach, centre + reach)


def test_equal_at_most_and_at_least_allow_for_rounding_and_the_others_do_not() -> None:
    thirds = _span("0.33", "0.005") + _span("0.33", "0.005") + _span("0.33", "0.005")
    whole = Span.exactly(Fraction(1))
    for sign in ("=", "<=", ">=", "<", "<>"):
        assert thirds.stands(sign, whole)
    assert not thirds.stands(">", whole)
    assert not thirds.stands("=", Span.exactly(Fraction("1.02")))
    assert not _span("0.84", "0.005").stands("<>", _span("0.84", "0.005"))


def test_nothing_is_divided_by_what_may_be_nothing() -> None:
    one = Span.exactly(Fraction(1))
    assert one.over(_span("0", "0.5")) is None
    assert one.over(_span("0.5", "0.5")) is None
    assert one.over(_span("2", "0.5")) == Span(Fraction(1, 2), Fraction(2, 5), Fraction(2, 3))
