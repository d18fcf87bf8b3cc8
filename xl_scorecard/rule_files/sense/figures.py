"""Figures: targets, tolerances and benchmarks that can be read, in a unit that fits."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.amount import parse_target, parse_tolerance
from xl_scorecard.domain.grades import grade
from xl_scorecard.domain.indicator import Basis, Unit
from xl_scorecard.domain.target_profile import LINEAR, PROFILE
from xl_scorecard.domain.target_words import means_no_target
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.sense.units import (
    example_target,
    misfit_of_target,
    misfit_of_tolerance,
)
from xl_scorecard.rule_files.shown import shown
from xl_scorecard.rule_files.slip import Slip

_LONGEST = 100
_LARGEST = 1e15
"""Excel keeps fifteen digits of a number."""
_GRADES = "[Substantial, Reasonable, Limited]"
_TARGETS = 'write 80%, 85 or "fewer than 85"'
_TOLERANCES = 'write "5 points", "5%" or "2 children"'


def targets_read(rules: Entry) -> Iterator[Slip]:
    """Targets that are no figure, or whose unit is another than the indicator's."""
    for indicator in rules["indicators"].items:
        whole = indicator["target"]
        by_period = [entry for words, entry in whole.pairs if words != PROFILE]
        for entry in by_period or [whole]:
            yield from _target(entry, indicator)


def scales_read(rules: Entry) -> Iterator[Slip]:
    """Scales of fewer than two grades, or with one of them twice."""
    for indicator in rules["indicators"].items:
        words = [entry for entry in indicator["scale"].items if entry.text]
        if len(words) == 1:
            yield indicator["scale"].slip("has one grade alone", f"write {_GRADES}")
        seen: list[str] = []
        for entry in words:
            if grade(entry.text, seen) is not None:
                yield entry.slip(f"{shown(entry.text)} stands in the scale twice", "take one out")
            seen.append(entry.text)


def _target(entry: Entry, indicator: Entry) -> Iterator[Slip]:
    figure, unit = entry.figure, _unit(indicator)
    if figure is None:
        return
    if words_of_scale := [word.text for word in indicator["scale"].items if word.text]:
        if grade(str(figure), words_of_scale) is None:
            yield entry.slip(f"{shown(str(figure))} is none of the scale", _one_of(words_of_scale))
        return
    words = str(figure)
    target = parse_target(figure, unit) if len(words) <= _LONGEST else None
    if target is None:
        none = len(words) <= _LONGEST and means_no_target(words)
        usual = f"write {example_target(unit)}" if unit is not None else _TARGETS
        mend = "take the line out where there is no target" if none else usual
        yield entry.slip(f"{shown(words)} is not a target", mend)
    elif max(abs(target.value), abs(target.upper or 0)) >= _LARGEST:
        yield entry.slip(f"{shown(words)} is too large a number", _TARGETS)
    elif misfit := misfit_of_target(words, unit, _names(indicator)):
        yield entry.slip(f"{shown(words)} {misfit.wrong}", misfit.mend)


def tolerances_read(rules: Entry) -> Iterator[Slip]:
    """Tolerances that are no figure, or whose unit is another than the indicator's."""
    defaults = rules["defaults"]
    shared_by_shares = any(
        indicator["tolerance"].data is None and _unit(indicator) is Unit.PERCENT
        for indicator in rules["indicators"].items
    )
    unit = Unit.PERCENT if shared_by_shares else _unit(defaults)
    yield from _tolerance(defaults["tolerance"], unit, "")
    for indicator in rules["indicators"].items:
        tolerance = indicator["tolerance"]
        for entry in (tolerance, tolerance["above"], tolerance["below"]):
            yield from _tolerance(entry, _unit(indicator), _names(indicator))


def floors_read(rules: Entry) -> Iterator[Slip]:
    """Floors that are no one figure, of another unit, or on the better side of the target."""
    for indicator in rules["indicators"].items:
        entry, unit = indicator["floor"], _unit(indicator)
        if entry.figure is None:
            continue
        words = str(entry.figure)
        floor = parse_target(entry.figure, unit) if len(words) <= _LONGEST else None
        if floor is None or floor.upper is not None or floor.implies is not None:
            yield entry.slip(f"{shown(words)} is no figure", "write one such as 75% or 12")
        elif abs(floor.value) >= _LARGEST:
            yield entry.slip(f"{shown(words)} is too large a number", "write one such as 75%")
        elif misfit := misfit_of_target(words, unit, _names(indicator)):
            yield entry.slip(f"{shown(words)} {misfit.wrong}", misfit.mend)
        elif _is_on_better_side(floor.value, indicator):
            wrong = f"{shown(words)} is on the better side of the target"
            yield entry.slip(wrong, "write the figure past which it is in the worst band")


def _is_on_better_side(floor: float, indicator: Entry) -> bool:
    said = indicator["target"].figure
    target = parse_target(said, _unit(indicator)) if said is not None else None
    if target is None or target.upper is not None:
        return False
    ways = {"high": floor > target.value, "low": floor < target.value}
    return ways.get(indicator["good_is"].text, False)


def profiles_read(rules: Entry) -> Iterator[Slip]:
    """Profiles of another kind than linear, or with nothing to run between."""
    for indicator in rules["indicators"].items:
        whole = indicator["target"]
        profile = whole[PROFILE]
        if profile.data is None:
            continue
        targets = [entry for words, entry in whole.pairs if words != PROFILE]
        to_date = indicator["basis"].text == Basis.YEAR_TO_DATE.value
        if profile.text != LINEAR:
            yield profile.slip(f"{shown(str(profile.data))} is not known", "write profile: linear")
        elif not targets or (len(targets) == 1 and not to_date):
            yield profile.key_slip(
                "has one target alone, and nothing to run from",
                "give the targets of two periods, or basis: year to date",
            )


def moves_read(rules: Entry) -> Iterator[Slip]:
    """Moves that count as static: no figure, of another unit than the figures, or of none."""
    whole = rules["defaults"]["static_within"]
    yield from _tolerance(whole, _unit(rules["defaults"]), "", "a move")
    for word, entry in whole.pairs:
        unit = next((unit for unit in Unit if unit.value == word), None)
        if unit is None:
            known = tuple(unit.value for unit in Unit)
            mend = f"write one of {', '.join(known)}"
            yield entry.key_slip(f"{shown(word)} is no unit", mend, word=word, known=known)
        yield from _tolerance(entry, unit, "", "a move")
    for indicator in rules["indicators"].items:
        entry = indicator["static_within"]
        yield from _tolerance(entry, _unit(indicator), _names(indicator), "a move")


def _tolerance(
    entry: Entry, unit: Unit | None, names: str, what: str = "a tolerance"
) -> Iterator[Slip]:
    figure = entry.figure
    if figure is None:
        return
    words = str(figure)
    tolerance = parse_tolerance(figure, unit) if len(words) <= _LONGEST else None
    if tolerance is None:
        yield entry.slip(f"{shown(words)} is not {what}", _TOLERANCES)
    elif tolerance.amount >= _LARGEST:
        yield entry.slip(f"{shown(words)} is too large a number", _TOLERANCES)
    elif misfit := misfit_of_tolerance(words, unit, names):
        yield entry.slip(f"{shown(words)} {misfit.wrong}", misfit.mend)


def benchmarks_read(rules: Entry) -> Iterator[Slip]:
    """Benchmarks that are no one figure, or whose unit is another than the indicator's."""
    for indicator in rules["indicators"].items:
        unit = _unit(indicator)
        said = [entry for _, entry in indicator["benchmarks"].pairs]
        for entry in (one for whole in said for one in ([e for _, e in whole.pairs] or [whole])):
            figure = entry.figure
            if figure is None:
                continue
            words = str(figure)
            read = parse_target(figure, unit) if len(words) <= _LONGEST else None
            if read is None or read.upper is not None or read.implies is not None:
                yield entry.slip(f"{shown(words)} is no figure", "write one such as 82.7% or 12")
            elif abs(read.value) >= _LARGEST:
                yield entry.slip(f"{shown(words)} is too large a number", "write 82.7% or 12")
            elif misfit := misfit_of_target(words, unit, _names(indicator)):
                yield entry.slip(f"{shown(words)} {misfit.wrong}", misfit.mend)


def _one_of(words: list[str]) -> str:
    return f"write one of {', '.join(words)}"


def _unit(entry: Entry) -> Unit | None:
    """The unit that an entry gives; what the workbook says is not known here."""
    said = entry["unit"].text
    return next((unit for unit in Unit if unit.value == said), None)


def _names(indicator: Entry) -> str:
    """All that an indicator is called."""
    return " ".join([indicator["name"].text, *(alias.text for alias in indicator["aliases"].items)])
