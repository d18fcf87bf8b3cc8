"""Columns that say less than a whole period: completed by their neighbours and the title."""

from __future__ import annotations

from dataclasses import replace

from xl_scorecard.domain.indicator import Basis
from xl_scorecard.domain.period import Grain, Period
from xl_scorecard.domain.period_words import (
    PeriodWords,
    complete_from_title,
    complete_in_order,
    find_period,
)
from xl_scorecard.domain.scorecard import Role
from xl_scorecard.reading.headers.heading import Heading
from xl_scorecard.reading.words.headings import normalised, says_now

_MONTHS_OF_A_YEAR = 12


def complete(
    headings: list[Heading], title: PeriodWords | None, starts: int, *, runs_down: bool = False
) -> list[Heading]:
    """Headings whose periods are whole wherever title and neighbours allow it.

    Quarters and months without a year run on through the years: the last run belongs to the
    year of the title, the runs before it to the years before. "Actual" is the title's period,
    unless periods run down (`runs_down`): then it is that of each row.
    """
    year = _year_of_title(title, starts) or _year_beside(headings)
    done = _in_order(headings, year, starts) if year is not None else headings
    done = _relative(done, title, starts)
    done = [_to_date(h, title, starts) for h in done]
    done = done if runs_down else _now(done, title)
    return [_without_year_run_on(h, done, starts) for h in _of_their_figures(done)]


_JUDGED = (Role.RAG, Role.TRAVEL, Role.CHANGE, Role.COMMENT)


def _without_year_run_on(heading: Heading, headings: list[Heading], starts: int) -> Heading:
    """The one column of judgements behind quarters or months is about the latest of them, though
    the year above these runs on over it."""
    year, alike = heading.period, [h for h in headings if h.role is heading.role]
    if heading.role not in _JUDGED or len(alike) > 1 or year is None or year.grain != Grain.YEAR:
        return heading
    if find_period(heading.own, starts) is not None:
        return heading
    figures = [h.period for h in headings if h.role is Role.OUTTURN and h.period is not None]
    within = any(p.grain < year.grain and year.start <= p.end <= year.end for p in figures)
    return replace(heading, words=None) if within and year not in figures else heading


def _year_of_title(title: PeriodWords | None, starts: int) -> int | None:
    if title is None or title.period is None:
        return None
    return Period(Grain.MONTH, title.period.end, starts).financial_year


def _year_beside(headings: list[Heading]) -> int | None:
    """The year that neighbours give quarters: their total's to the right, else their target's,
    else the one after the last year to their left."""
    bare = [h.index for h in headings if h.role is Role.OUTTURN and _bare(h)]
    if not bare:
        return None
    targets = _whole_years(headings, Role.TARGET)
    years = _whole_years(headings, Role.OUTTURN) | targets
    if max(bare) + 1 in years:
        return years[max(bare) + 1]
    if targets:
        return targets[max(targets)]
    left = [index for index in years if index < min(bare)]
    return years[max(left)] + 1 if left else None


def _whole_years(headings: list[Heading], role: Role) -> dict[int, int]:
    """By column, the whole years that headings of a role name."""
    return {
        h.index: h.period.financial_year
        for h in headings
        if h.role is role and h.period is not None and h.period.grain is Grain.YEAR
    }


def _bare(heading: Heading) -> bool:
    return heading.words is not None and heading.words.lacks_only_its_year


def _in_order(headings: list[Heading], year: int, starts: int) -> list[Heading]:
    """Figures headed by bare quarters and months, the last of them in a year."""
    bare = [h for h in headings if h.role is Role.OUTTURN and _bare(h)]
    title = PeriodWords(Period.year(year, starts))
    completed = complete_in_order([h.words for h in bare], title, starts)
    whole = {h.index: words for h, words in zip(bare, completed, strict=True)}
    return [replace(h, words=whole[h.index]) if h.index in whole else h for h in headings]


def _to_date(heading: Heading, title: PeriodWords | None, starts: int) -> Heading:
    """`YTD 2018/19` goes as far as the title's quarter or month, `YTD 2017/18` to that of its year;
    how far it goes is not known where the title says neither."""
    words = heading.words
    if words is None or words.period is None or words.basis is not Basis.YEAR_TO_DATE:
        return heading
    if words.period.grain is not Grain.YEAR:
        return heading
    reported = title.period if title is not None else None
    if reported is None or reported.grain is Grain.YEAR:
        return replace(heading, words=None, role=_unless_figure(heading))
    years = Period(Grain.MONTH, reported.end, starts).financial_year - words.period.financial_year
    until = Period(reported.grain, reported.end - _MONTHS_OF_A_YEAR * years, starts)
    return replace(heading, words=replace(words, period=until))


def _unless_figure(heading: Heading) -> Role | None:
    return Role.OTHER if heading.role is Role.OUTTURN else heading.role


def _relative(headings: list[Heading], title: PeriodWords | None, starts: int) -> list[Heading]:
    """`This quarter` and the like, as the title has it; `Latest` beside the period it means is
    that figure once more."""
    if title is None:
        return headings
    named = {_figure_of(h) for h in headings} - {None}
    done = []
    for heading in headings:
        words, whole = heading.words, heading
        if words is not None and words.period is None:
            whole = replace(heading, words=complete_from_title(words, title, starts))
            if _figure_of(whole) in named:
                whole = replace(heading, words=None, role=Role.OTHER)
        done.append(whole)
    return done


def _figure_of(heading: Heading) -> tuple[Period, Basis | None] | None:
    words = heading.words
    if heading.role is not Role.OUTTURN or words is None or words.period is None:
        return None
    return words.period, words.basis


def _now(headings: list[Heading], title: PeriodWords | None) -> list[Heading]:
    """Figures that say nothing of time are those of the title's period, if no others are.

    Where several columns could be, all are taken for it: reading them says what is unclear.
    """
    if title is None or title.period is None:
        return headings
    if (title.period, title.basis) in {_figure_of(h) for h in headings}:
        return headings
    words = PeriodWords(title.period, title.basis)
    return [
        replace(h, words=words)
        if h.role is Role.OUTTURN and h.words is None and says_now(h.own)
        else h
        for h in headings
    ]


_BESIDE_FIGURES = (Role.RAG, Role.TRAVEL, Role.TARGET, Role.CHANGE, Role.COMMENT)


def _of_their_figures(headings: list[Heading]) -> list[Heading]:
    """A heading that is repeated beside each of several figures belongs to the one it stands
    beside; targets and comments for a quarter without a year, to the figure of that quarter."""
    figures = [h for h in headings if h.role is Role.OUTTURN and h.period is not None]
    if not figures:
        return headings
    beside = _paired(headings, figures)
    own = {h.index: beside.get(h.index) or _of_its_quarter(h, figures) for h in headings}
    return [
        replace(h, words=figure.words) if (figure := own[h.index]) is not None else h
        for h in headings
    ]


def _of_its_quarter(heading: Heading, figures: list[Heading]) -> Heading | None:
    """The last figure of the quarter or month that a heading beside figures names."""
    if heading.role is Role.OUTTURN or not _bare(heading):
        return None
    return next((h for h in reversed(figures) if _same_quarter(h, heading)), None)


def _paired(headings: list[Heading], figures: list[Heading]) -> dict[int, Heading]:
    """Repeated headings by column, each with the figure of its own that it stands beside."""
    repeated: dict[tuple[Role | None, str], list[Heading]] = {}
    for heading in headings:
        if heading.words is None and heading.role in _BESIDE_FIGURES:
            repeated.setdefault((heading.role, normalised(heading.own)), []).append(heading)
    paired: dict[int, Heading] = {}
    tables = sum(heading.role is Role.INDICATOR for heading in headings)
    for alike in repeated.values():
        if len(alike) == tables:
            continue  # once in each of several tables side by side
        before = alike[0].index < figures[0].index
        beside = {h.index: f for h in alike if (f := _beside(h, figures, before=before))}
        if len(alike) > 1 and len({f.index for f in beside.values()}) == len(alike):
            paired.update(beside)
    return paired


def _beside(heading: Heading, figures: list[Heading], *, before: bool) -> Heading | None:
    """The nearest figure to the left, or to the right where headings stand before figures."""
    if before:
        return next((h for h in figures if h.index > heading.index), None)
    return next((h for h in reversed(figures) if h.index < heading.index), None)


def _same_quarter(figure: Heading, bare: Heading) -> bool:
    period = figure.period
    assert period is not None  # figures are told by their period
    assert bare.words is not None
    if bare.words.quarter is not None:
        return period.grain is Grain.QUARTER and str(period).endswith(f"Q{bare.words.quarter}")
    return period.grain is Grain.MONTH and period.end % 12 + 1 == bare.words.month
