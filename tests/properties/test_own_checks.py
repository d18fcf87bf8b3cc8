"""Own checks: whatever is typed ends in a tree or in mistakes of ours, and comes to what the same
sums come to in fractions."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from xl_scorecard.domain.own_check.reading import read_own_check
from xl_scorecard.domain.own_check.span import Span
from xl_scorecard.domain.own_check.tokens import OwnCheckError, Wrong
from xl_scorecard.domain.own_check.working_out import holds
from xl_scorecard.domain.period import Period

IDS = ("A", "B 2", "C")
NOW = Period.month(2018, 12)
PIECES = (
    "[A]", "[b 2]", "[C]", "[D]", "[", "]", "(", ")", "+", "-", "*", "/", "=", "<", ">", "<=",
    "<>", "%", "1", "80%", "0.5", ".", ",", ":", " ", "sum", "if", "and", "not", "round", "isblank",
    "previous", "year_before", "A", "é", "\t", "\n", "'", '"', "≤", "−", "²", "٣", "\x00",
)  # fmt: skip


def _read(text: str) -> None:
    mistakes: tuple[Wrong, ...] = ()
    try:
        read_own_check(text, IDS)
    except OwnCheckError as error:
        mistakes = error.mistakes or (Wrong(-1, "", ""),)
    for mistake in mistakes:
        assert 0 <= mistake.at <= len(text)
        assert mistake.what
        assert mistake.mend


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words_of_ours(text: str) -> None:
    _read(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_pieces_of_checks_are_read_or_refused_in_words_of_ours(pieces: list[str]) -> None:
    _read("".join(pieces))


def test_the_longest_texts_that_a_rule_file_holds_are_read() -> None:
    for text in (
        "-" * 1990 + "[A]",
        "[A]" + "+1" * 990 + "=1",
        "(" * 2000,
        "if(" * 660,
        "[" * 2000,
    ):
        _read(text)


_NUMBERS = st.decimals(-1000, 1000, places=3).map(str)
_EXACT = {"A": Fraction("12.5"), "B 2": Fraction(-3), "C": Fraction("0.1")}


class Exact:
    """Three figures, nothing rounded."""

    def figure(self, indicator_id: str, _period: Period) -> Span | None:
        return Span.exactly(_EXACT[indicator_id])

    def is_blank(self, _indicator_id: str, _period: Period) -> bool | None:
        return False


_leaves = st.one_of(
    _NUMBERS.map(lambda text: (text if text[0] != "-" else f"({text})", Fraction(text))),
    st.sampled_from([(f"[{id_}]", value) for id_, value in _EXACT.items()]),
)


def _sums(
    inner: st.SearchStrategy[tuple[str, Fraction]],
) -> st.SearchStrategy[tuple[str, Fraction]]:
    def joined(
        one: tuple[str, Fraction], sign: str, other: tuple[str, Fraction]
    ) -> tuple[str, Fraction]:
        a, b = one[1], other[1]
        value = a + b if sign == "+" else a - b if sign == "-" else a * b
        return f"({one[0]} {sign} {other[0]})", value

    return st.builds(joined, inner, st.sampled_from("+-*"), inner)


@given(st.recursive(_leaves, _sums, max_leaves=12), st.fractions(-5, 5, max_denominator=1000))
def test_sums_come_to_what_fractions_come_to(sum_: tuple[str, Fraction], more: Fraction) -> None:
    text, value = sum_
    other = f"({value.numerator} / {value.denominator})" if value.denominator < 10**14 else None
    if other is None or abs(value.numerator) >= 10**14:
        return
    tree = read_own_check(f"{text} + [A] = {other} + [A]", IDS)
    assert holds(tree, NOW, Exact())
    off = f"{text} + [A] = {other} + [A] + ({more.numerator} / {more.denominator})"
    assert holds(read_own_check(off, IDS), NOW, Exact()) is (more == 0)


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_what_a_figure_was_rounded_of_is_always_equal_to_it(
    top: int, base: int, places: int
) -> None:
    exact = Fraction(top, base)
    shown = Fraction(round(exact * 10**places), 10**places)
    half = Fraction(1, 2) / 10**places
    assert Span(shown, shown - half, shown + half).stands("=", Span.exactly(exact))
