"""Names of indicators as the titles of charts show them: short, and told apart."""

from __future__ import annotations

from xl_scorecard.compose.summary.names import LONGEST, formula, said, shortened


def test_a_name_that_fits_is_left_alone() -> None:
    assert shortened(["Children seen", "x" * LONGEST]) == {}


def test_a_long_name_shows_its_beginning_and_its_end() -> None:
    name = "Children " + "and so on " * 26 + "in care"
    shown = said(name, shortened([name])[name])
    assert len(shown) <= LONGEST
    assert shown.startswith("Children and so on")
    assert shown.endswith("in care")


def test_long_names_that_differ_in_the_middle_are_told_apart() -> None:
    begins, ends = "Children looked after " * 6, " placed within the county" * 5
    names = [f"{begins}{which}{ends}" for which in ("under five", "over sixteen")]
    pieces = shortened(names)
    shown = [said(name, pieces[name]) for name in names]
    assert shown[0] != shown[1]
    assert "under five" in shown[0]
    assert "over sixteen" in shown[1]


def test_the_formula_takes_the_same_stretches() -> None:
    assert formula("B2", ((0, 3), (10, 4))) == 'TRIM(MID(B2,1,3))&"…"&TRIM(MID(B2,11,4))'


def test_what_tells_names_apart_is_shown_in_whole_words() -> None:
    name = "% of children and young people in team {} who were seen alone within the statutory "
    name += "timescale of ten working days, counted from the day of the strategy discussion"
    names = [name.format(n) for n in range(3)]
    assert [said(name, pieces) for name, pieces in shortened(names).items()] == [
        f"% of children and young…{n} who were seen alone…the strategy discussion" for n in range(3)
    ]
