"""Periods: those that targets are for, each once, and the one that a workbook reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xl_scorecard.domain.period import Period
from xl_scorecard.domain.period_words import parse_period, tidy
from xl_scorecard.domain.rule_set import MONTHS
from xl_scorecard.domain.target_profile import PROFILE
from xl_scorecard.domain.variation.baseline import parse_baseline
from xl_scorecard.domain.variation.limits import ENOUGH, FEWEST
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.shown import bare, shown
from xl_scorecard.rule_files.slip import Slip

_EXAMPLES = "write 2018/19 Q3, Dec 2018 or 2018/19"
_BASELINES = "write a number of figures, such as 12, or Q1 2016/17 to Q4 2017/18"
_MOST = 600


def periods_read(rules: Entry) -> Iterator[Slip]:
    """Words that should name a period and do not, and a period that two targets or benchmarks are
    for."""
    starts = _starts(rules)
    reported = rules["workbook"]["period"]
    if isinstance(reported.data, str) and _period(reported.text, starts) is None:
        yield reported.slip(f"{shown(reported.text)} is not a period", _EXAMPLES)
    for indicator in rules["indicators"].items:
        yield from _each_once(indicator["target"], starts, "target")
        for _, benchmark in indicator["benchmarks"].pairs:
            yield from _each_once(benchmark, starts, "benchmark")


def _each_once(by_period: Entry, starts: int, what: str) -> Iterator[Slip]:
    """Keys that should name a period and do not, or name one that another names."""
    first: dict[Period, tuple[str, Entry]] = {}
    for words, figure in by_period.pairs:
        if what == "target" and words == PROFILE:
            continue
        period = _period(words, starts)
        if period is None:
            yield figure.key_slip(f"{shown(words)} is not a period", _EXAMPLES)
            continue
        earlier, entry = first.setdefault(period, (words, figure))
        if entry is not figure:
            wrong = f"{shown(words)} is the same period as {shown(earlier)}"
            yield figure.key_slip(f"{wrong} {entry.where}", f"keep one {what} for it")


def breaks_read(rules: Entry) -> Iterator[Slip]:
    """Words that should name a period from which on figures are not comparable, and do not; and
    ids that no indicator has."""
    starts = _starts(rules)
    indicators = list(rules["indicators"].items)
    listed = list(rules["breaks"].pairs)
    yield from _ids_known(rules, listed)
    for periods in (*(entry for _, entry in listed), *(item["breaks"] for item in indicators)):
        for period in periods.items:
            if isinstance(period.data, str) and _period(period.text, starts) is None:
                yield period.slip(f"{shown(period.text)} is not a period", _EXAMPLES)


def baselines_read(rules: Entry) -> Iterator[Slip]:
    """Baselines that name too few figures or no stretch of time, and ids that no indicator has."""
    starts = _starts(rules)
    listed = list(rules["baseline"].pairs)
    yield from _ids_known(rules, listed)
    indicators = rules["indicators"].items
    for entry in (*(each for _, each in listed), *(item["baseline"] for item in indicators)):
        said = entry.data
        if isinstance(said, bool) or not isinstance(said, int | str):
            continue
        read = parse_baseline(said, starts)
        if read is None:
            yield entry.slip(f"{shown(str(said))} is no baseline", _BASELINES)
        elif read.first is None and not FEWEST <= read.figures <= _MOST:
            wrong = f"limits cannot rest on {read.figures} figures"
            yield entry.slip(wrong, f"write {FEWEST} to {_MOST}, better {ENOUGH} or more")


def _ids_known(rules: Entry, listed: Iterable[tuple[str, Entry]]) -> Iterator[Slip]:
    """Keys that are no indicator's id."""
    ids = {tidy(item["id"].text): item["id"].text for item in rules["indicators"].items}
    known = tuple(name for name in ids.values() if name)
    for id_, entry in listed:
        if tidy(id_) not in ids:
            wrong = f"no indicator has the id {bare(id_)}"
            yield entry.key_slip(wrong, "write the id of one", word=id_, known=known)


def check_periods_read(rules: Entry) -> Iterator[Slip]:
    """Words under periods of checks that name none, and a period that stands there twice."""
    starts = _starts(rules)
    for checks in (rules["checks"], *(item["checks"] for item in rules["indicators"].items)):
        first: dict[Period, Entry] = {}
        for words, entry in checks["periods"].pairs:
            period = _period(words, starts)
            if period is None:
                yield entry.key_slip(f"{shown(words)} is not a period", _EXAMPLES)
            elif (earlier := first.setdefault(period, entry)) is not entry:
                wrong = f"{shown(words)} is the same period as one {earlier.where}"
                yield entry.key_slip(wrong, "put both into one")


def _starts(rules: Entry) -> int:
    month = rules["financial_year_starts"].text
    return MONTHS.index(month) + 1 if month in MONTHS else MONTHS.index("April") + 1


def _period(words: str, starts: int) -> Period | None:
    read = parse_period(words, starts)
    return read.period if read is not None else None
