"""What holds of any row of figures: a second reading of the definitions, and mirrors."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.streaks.series import told
from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.streaks.stretch import Bound
from xl_scorecard.domain.streaks.words import says_a_streak, words_of

FIGURES = st.lists(st.one_of(st.none(), st.integers(70, 84)), min_size=1, max_size=14)


@given(FIGURES)
def test_polarity_is_a_mirror(figures: list[int | None]) -> None:
    """Figures as far on the other side of target, low being good, are told the other way round."""
    high = told(figures)
    low = told([None if f is None else 160 - f for f in figures], polarity=Polarity.LOW)
    assert words_of(low) == _mirrored(words_of(high))


def _mirrored(words: str) -> str:
    swaps = {"Below": "Above", "highest": "lowest", "lowest": "highest", "Highest": "Lowest",
             "Lowest": "Highest"}  # fmt: skip
    return " ".join(swaps.get(word, word) for word in words.split(" "))


@given(FIGURES)
def test_a_run_is_as_long_as_figures_alike_stand_last(figures: list[int | None]) -> None:
    streak = told(figures)
    if figures[-1] is None:
        assert streak is None
        return
    assert streak is not None
    assert streak.run is not None
    sides = ["?" if f is None else "b" if f < 75 else "w" for f in figures]
    said = "".join(sides)
    assert streak.run.beyond == (said[-1] == "b")
    assert streak.run.periods == len(said) - len(said.rstrip(said[-1]))
    before = said.rstrip(said[-1]).lstrip("?")
    known = "?" in said.lstrip("?") and said.rstrip(said[-1]).endswith("?") and before != ""
    assert (streak.run.bound is Bound.GAP) == known


@given(FIGURES)
def test_a_highest_figure_surpasses_all_since_the_one_it_is_told_from(
    figures: list[int | None],
) -> None:
    streak = told(figures)
    if streak is None or streak.extreme is None:
        return
    extreme, newest = streak.extreme, figures[-1]
    assert newest is not None
    back = (2018 * 12 + 11 - extreme.since.end) // 3  # quarters before December 2018
    since = figures[-1 - back :]
    assert None not in since
    signed = [f if extreme.high else -f for f in since if f is not None]
    if extreme.bound is Bound.FOUND:
        assert signed[0] > signed[-1]
        signed = signed[1:]
    else:
        assert not any(f is not None for f in figures[: -1 - back])
    assert max(signed) == signed[-1]
    assert len(signed) >= 4
    assert extreme.equal == (signed.count(signed[-1]) > 1)


@given(FIGURES, st.integers(71, 84))
def test_what_came_before_a_gap_changes_no_word(figures: list[int | None], other: int) -> None:
    """However the figures beyond the gap are moved, what is said is the same."""
    last = next((at for at in reversed(range(len(figures))) if figures[at] is None), 0)
    moved = [None if f is None else other for f in figures[:last]] + figures[last:]
    assert words_of(told(moved)) == words_of(told(figures))


@given(FIGURES)
def test_what_is_said_is_known_again(figures: list[int | None]) -> None:
    words = words_of(told(figures))
    assert says_a_streak(words) == (words != "")
