"""Whatever period, written in whatever form and by whatever typist, is read back."""

from __future__ import annotations

import calendar

from hypothesis import assume, given
from hypothesis import strategies as st

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import (
    PeriodWords,
    complete_from_title,
    complete_in_order,
    complete_with_year,
    find_period,
    parse_period,
)

YEARS = st.integers(1990, 2060)
STARTS = st.integers(1, 12)
ORDINALS = ("First", "Second", "Third", "Fourth")
QUARTER_WORDS = (
    "Q{n}", "Q {n}", "Qtr {n}", "Qrt {n}", "Quarter {n}", "QTR. {n}", "{w} Quarter", "{n}{th} Qtr",
)  # fmt: skip
QUARTER_FORMS = (
    "{q} {y}", "{y} {q}", "{q} ({y})", "{q}, {y}", "{q}: {y}", "{q} - {y}", "{y} - {q}",
    "{q} Actual {y}", "Actual {q} {y}", "{q} {y} Outturn", "{q}\n{y}", "Performance at {q} {y}",
    "{q} FY {y}", "End of {q} {y}",
)  # fmt: skip
YEAR_FORMS = ("{y}", "{y} Outturn", "{y} Actual Performance", "Outturn {y}", "Performance ({y})")
MONTH_FORMS = (
    "{m} {y}", "{m}-{y}", "{m} '{y}", "{m}, {y}", "({m} {y})", "end {m} {y}", "End of {m} {y}",
    "as at {d} {m} {y}", "{d}th {m} {y}", "{m} {y} Actual", "Data for {m} {y}",
)  # fmt: skip
DATE_FORMS = (
    "{d:02}/{m:02}/{y}", "{d}/{m}/{y}", "{d:02}.{m:02}.{y}", "{d:02}-{m:02}-{y}",
    "{y}-{m:02}-{d:02}", "{y}/{m:02}/{d:02}", "{m:02}/{y}", "{y}M{m:02}",
    "as at {d:02}/{m:02}/{y}",
)  # fmt: skip


def two_years(year: int) -> st.SearchStrategy[str]:
    """A financial year as people write it: 2018/19, 2018-2019, 18/19, 201819."""
    short = f"{(year + 1) % 100:02d}"
    forms = [f"{year}/{short}", f"{year}-{short}", f"{year}/{year + 1}", f"{year}-{year + 1}",
             f"{year} / {short}", f"{year}{short}", f"{year % 100:02d}/{short}"]  # fmt: skip
    return st.sampled_from(forms)


@st.composite
def typed(draw: st.DrawFn, text: str) -> str:
    """A text as a typist leaves it: case, spaces, dashes and marks make no difference."""
    text = draw(st.sampled_from((str, str.upper, str.lower, str.title)))(text)
    text = text.replace("-", draw(st.sampled_from("-‐‑–—−")))
    text = text.replace(" ", draw(st.sampled_from((" ", "  ", "\u00a0", " \n"))))
    text += draw(st.sampled_from(("", "", " ", "*", " **", "†", " (p)", " [r]", "¹", " [note 2]")))
    return draw(st.sampled_from(("", " ", "\u00a0"))) + text


def _read(text: str, starts: int) -> PeriodWords:
    words = parse_period(text, starts)
    assert words is not None, text
    return words


@given(st.data(), YEARS, st.integers(1, 4), STARTS)
def test_a_quarter_in_any_form_is_read_back(
    data: st.DataObject, year: int, number: int, starts: int
) -> None:
    th = ("st", "nd", "rd", "th")[number - 1]
    quarter = data.draw(st.sampled_from(QUARTER_WORDS))
    quarter = quarter.format(n=number, w=ORDINALS[number - 1], th=th)
    form = data.draw(st.sampled_from(QUARTER_FORMS))
    text = data.draw(typed(form.format(q=quarter, y=data.draw(two_years(year)))))
    words = _read(text, starts)
    assert (words.period, words.basis) == (Period.quarter(year, number, starts), None)
    assert find_period(f"Scorecard for children, {text}", starts) == words


@given(st.data(), YEARS, STARTS)
def test_a_financial_year_in_any_form_is_read_back(
    data: st.DataObject, year: int, starts: int
) -> None:
    form = data.draw(st.sampled_from(YEAR_FORMS))
    label = data.draw(two_years(year))
    assume(starts != 1 or not (len(label) == 7 and "-" in label))  # 2010-11 may be November
    words = _read(data.draw(typed(form.format(y=label))), starts)
    assert (words.period, words.basis) == (Period.year(year, starts), None)


@given(st.data(), YEARS, st.integers(1, 12), STARTS)
def test_a_month_in_any_form_is_read_back(
    data: st.DataObject, year: int, month: int, starts: int
) -> None:
    form = data.draw(st.sampled_from(MONTH_FORMS))
    day = calendar.monthrange(year, month)[1]
    label = data.draw(st.sampled_from((f"{year}", f"{year % 100:02d}")))
    name = data.draw(st.sampled_from((calendar.month_name[month], calendar.month_abbr[month])))
    words = _read(data.draw(typed(form.format(m=name, y=label, d=day))), starts)
    assert (words.period, words.basis) == (Period.month(year, month, starts), None)


@given(st.data(), YEARS, st.integers(1, 12), STARTS)
def test_a_date_in_figures_is_its_month(
    data: st.DataObject, year: int, month: int, starts: int
) -> None:
    day = data.draw(st.integers(1, calendar.monthrange(year, month)[1]))
    form = data.draw(st.sampled_from(DATE_FORMS))
    words = _read(data.draw(typed(form.format(y=year, m=month, d=day))), starts)
    assert words.period == Period.month(year, month, starts)


@given(st.data(), YEARS, st.integers(1, 12), STARTS)
def test_a_month_counted_from_the_start_of_the_year_is_read_back(
    data: st.DataObject, year: int, number: int, starts: int
) -> None:
    form = data.draw(st.sampled_from(("Month {n} {y}", "M{n} {y}", "P{n:02} {y}", "{y} M{n}")))
    words = _read(data.draw(typed(form.format(n=number, y=data.draw(two_years(year))))), starts)
    first = Period.year(year, starts).start
    assert words.period == Period(Grain.MONTH, first + number - 1, starts)


@given(st.data(), YEARS, st.integers(2, 11), STARTS)
def test_months_from_the_start_of_the_year_are_its_quarter_or_the_year_to_date(
    data: st.DataObject, year: int, length: int, starts: int
) -> None:
    first = Period.year(year, starts).start
    last = Period(Grain.MONTH, first + length - 1, starts)
    names = [data.draw(st.sampled_from((calendar.month_name, calendar.month_abbr)))] * 2
    start, end = names[0][starts], names[1][last.end % 12 + 1]
    form = data.draw(st.sampled_from(("{a}-{b} {y}", "{a} to {b} {y}", "{a} {x} - {b} {y}")))
    text = form.format(a=start, b=end, x=first // 12, y=last.end // 12)
    words = _read(data.draw(typed(text)), starts)
    if length == Grain.QUARTER:
        assert (words.period, words.basis) == (last.as_grain(Grain.QUARTER), None)
    else:
        assert (words.period, words.basis) == (last, Basis.YEAR_TO_DATE)


@given(YEARS, st.integers(1, 4), STARTS)
def test_what_a_period_lacks_its_year_or_its_title_gives_back(
    year: int, number: int, starts: int
) -> None:
    quarter = Period.quarter(year, number, starts)
    own = _read(f"Q{number}", starts)
    above = _read(f"{year}/{(year + 1) % 100:02d}", starts)
    assert complete_with_year(own, above, starts).period == quarter
    title = find_period(f"Scorecard - {quarter.words}", starts)
    assert complete_from_title(own, title, starts).period == quarter
    latest, before = _read("Latest", starts), _read("lq", starts)
    assert complete_from_title(latest, title, starts).period == quarter
    assert complete_from_title(before, title, starts).period == quarter.previous


@given(YEARS, st.integers(1, 12), st.integers(2, 12), STARTS, st.booleans())
def test_a_row_of_months_ends_or_begins_with_the_one_reported(
    year: int, month: int, length: int, starts: int, backwards: bool
) -> None:
    reported = Period.month(year, month, starts)
    months = [Period(Grain.MONTH, reported.end - n, starts) for n in reversed(range(length))]
    if backwards:
        months.reverse()
    row = [_read(calendar.month_abbr[p.end % 12 + 1], starts) for p in months]
    title = find_period(f"Monthly report, {reported.words}", starts)
    completed = complete_in_order(row, title, starts)
    assert [w.period for w in completed if w is not None] == months


@given(st.integers(0, 99), st.integers(0, 99), st.sampled_from(("-", ":", ".", " of ", " out of ")))
def test_two_small_figures_are_no_period(first: int, second: int, between: str) -> None:
    assert parse_period(f"{first}{between}{second}") is None


@given(st.integers(-1_000_000, 1_000_000), st.sampled_from(("%", " %", " days", " children", "p")))
def test_a_figure_with_its_unit_is_no_period(number: int, unit: str) -> None:
    assume(unit != "p" or abs(number) < 1000)  # 2018p is a provisional year
    assert parse_period(f"{number}{unit}") is None


@given(st.text(alphabet="Q3hHmM01289/-. '()tofyFYaprDec£%*", max_size=30), STARTS)
def test_no_text_however_like_a_period_breaks_the_readers(text: str, starts: int) -> None:
    for words in (parse_period(text, starts), find_period(text, starts)):
        if words is not None:
            assert words.period is None or words.period.last_day is not None
            assert complete_from_title(words, words, starts) is not None
