"""One to three sentences on an indicator: its level, its move, how long so and against others.

Never a cause, and no word such as significant: of how much that is, only the rule set's own
thresholds say anything, by the status.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from xl_scorecard.compose.words.figures import InWords, in_words
from xl_scorecard.compose.words.milestones import told_of
from xl_scorecard.compose.words.subjects import subject_of, then, when
from xl_scorecard.domain.assessed import AssessedRow
from xl_scorecard.domain.bands import NO_DATA, NOT_RATED, Rating
from xl_scorecard.domain.benchmarks.held_against import HeldAgainst, Standing
from xl_scorecard.domain.benchmarks.kinds import label_of
from xl_scorecard.domain.compared import NotCompared
from xl_scorecard.domain.indicator import Basis, Gap, Polarity
from xl_scorecard.domain.parts import Parts
from xl_scorecard.domain.streaks.words import TODAYS, words_of

MOST = 3
_LEAST = 5e-4
_GAPS = {
    Gap.AWAITED: "The figure for {period} is awaited",
    Gap.SUPPRESSED: "The figure for {period} is not shown, because it is small",
    Gap.NOT_AVAILABLE: "There is no figure for {period}",
    Gap.NOT_APPLICABLE: "No figure applies to {period}",
    Gap.NOT_DUE: "The figure for {period} is not due yet",
}
_RECORDS = ("highest", "lowest", "best", "equal")


@dataclass(frozen=True)
class Narrator:
    """Says what the figures of a scorecard's rows bear."""

    rating: Rating
    parts: Parts

    def sentences(self, a: AssessedRow) -> tuple[str, ...]:
        """Of a row: level, change, and how long so or against others; none of a count that is
        only part of another row."""
        if a in self.parts.numerators:
            return ()
        told = _Told(a, self.rating, self.parts)
        return tuple(f"{each}." for each in told.sentences())[:MOST]


@dataclass(frozen=True)
class _Told:
    a: AssessedRow
    rating: Rating
    parts: Parts

    @cached_property
    def _say(self) -> InWords:
        return in_words(self.a)

    @property
    def _basis(self) -> Basis | None:
        current = self.a.current
        return (current.basis if current is not None else None) or self.a.measure.basis

    def sentences(self) -> Iterator[str]:
        a = self.a
        if a.measure.dates is not None:
            yield told_of(a, a.measure.dates, self.rating)
            return
        if a.measure.edges.words:
            return  # judged in words: there is nothing to add up or take away
        if a.value is None:
            yield _GAPS[a.gap or Gap.NOT_AVAILABLE].format(period=a.period.words)
            return
        yield self._level(a.value)
        change = self._change(a.value)
        if change:
            yield change
        last = self._standing()
        if last:
            yield last

    # -- level -------------------------------------------------------------------------------

    def _level(self, value: float) -> str:
        a = self.a
        subject = subject_of(a.measure.name, a.measure.unit)
        comma = "," if ", " in subject else ""
        figure = f"{self._say.figure(value)}{self._counts(value)}"
        said = f"{subject}{comma} stood at {figure} {when(a.period, self._basis)}"
        return said + self._against_target(value)

    def _counts(self, value: float) -> str:
        """The counts behind a percentage, where they do make it."""
        a = self.a
        counts = self.parts.behind(a, a.current.period if a.current is not None else a.period)
        if counts is None or counts.denominator <= 0:
            return ""
        off = abs(counts.numerator / counts.denominator - value)
        if off > 0.01 * 10**-self._say.decimals:
            return ""
        return f" ({counts.numerator:,.10g} of {counts.denominator:,.10g})"

    def _against_target(self, value: float) -> str:
        a, say = self.a, self._say
        target, polarity = a.target, a.measure.polarity
        if target is None or polarity is None or a.status in (NOT_RATED, NO_DATA):
            return ""
        band = self.rating.band(a.status)
        short = target.shortfall(value, polarity)
        goal = say.aim(target.value)
        if target.upper is not None:
            between = f"the planned range of {goal} to {say.aim(target.upper)}"
            if short <= 0:
                return f", within {between}"
            return f", {say.difference(short)} outside {between}{_and(band.label, band.concern)}"
        aim = f"the {'plan' if polarity is Polarity.PLAN else 'target'} of {goal}"
        missed = target.excludes_itself(polarity) and short == 0
        if short < 0:
            side = "above" if polarity is Polarity.HIGH else "below"
            better = "" if polarity is Polarity.HIGH else ", where low is good"
            return f", {side} {aim}{better}{_and(band.label, band.concern)}"
        if short == 0 and not missed:
            return f", exactly on {aim}{_and(band.label, band.concern)}"
        side = "above" if value > target.value else "below"
        by = "exactly on" if missed else f"{say.difference(short)} {side}"
        if band.concern:
            return f", {by} {aim}{_and(band.label, band.concern)}"
        return f", {by} {aim} but rated {band.label}"

    # -- change ------------------------------------------------------------------------------

    def _change(self, value: float) -> str:
        a = self.a
        if a.not_compared is NotCompared.BREAK:
            return "It is not compared with earlier figures: the series begins anew here"
        if a.previous is None or a.previous.value is None:
            return ""
        before, say = a.previous.value, self._say
        was = f"{say.figure(before)} {then(a.previous.period, self._basis)}"
        if round(value - before, 10) == 0:
            return f"This is the same as {then(a.previous.period, self._basis)}"
        way, noun = ("up", "an increase") if value > before else ("down", "a decrease")
        is_shown = say.figure(value) != say.figure(before)
        in_range = a.target is not None and a.target.upper is not None  # static inside it
        static = a.travel == "static" and not in_range
        if static or a.direction == "level" or not is_shown:
            earlier = then(a.previous.period, self._basis)
            return f"This is about the same as {earlier} ({say.figure(before)})"
        tells = a.change is not None and value > 0 and before > 0  # else it is no share of it
        share = f" ({noun} of {_percent(a.change)})" if tells and a.change is not None else ""
        worth = {"improved": ", which is better", "worsened": ", which is worse"}
        return f"This is {way} from {was}{share}{worth.get(a.travel or '', '')}"

    # -- how long so, and against others ----------------------------------------------------

    def _standing(self) -> str:
        """How long it has been so, and how it stands to others: one sentence."""
        said = [each for each in (self._streak(), self._benchmark()) if each]
        return "; ".join([*said[:1], *(s[0].lower() + s[1:] for s in said[1:])])

    def _streak(self) -> str:
        if self.a.streak is None or not (told := words_of(self.a.streak)):
            return ""
        told = told.replace(f"){TODAYS}", f", {TODAYS.strip(' ()')})")
        parts = [part[0].lower() + part[1:] for part in told.split("; ")]
        parts = [f"the {part}" if part.startswith(_RECORDS) else part for part in parts]
        begins = "has been" if "running" in parts[0] or "in every" in parts[0] else "is"
        second = "" if begins == "is" else "is "
        return f" and {second}".join([f"It {begins} {parts[0]}", *parts[1:]])

    def _benchmark(self) -> str:
        held = next((h for h in self.a.against_others if h.leads and h.gap is not None), None)
        if held is None or held.benchmark.value is None or held.gap is None:
            return ""
        return _held(held, held.gap, held.benchmark.value, self._say)


def _held(held: HeldAgainst, gap: float, value: float, say: InWords) -> str:
    mark = held.benchmark
    whose = label_of(mark.kind, [mark.heading])
    of = f", {mark.period.words}" if mark.period is not None else ""
    theirs = f"{whose} ({say.figure(value)}{of})"
    if held.standing is Standing.LEVEL or round(gap, 10) == 0:
        return f"It is level with {theirs}"
    word = {Standing.BETTER: "better than", Standing.WORSE: "worse than"}.get(
        held.standing or Standing.LEVEL, "above" if gap > 0 else "below"
    )
    return f"It is {say.difference(gap)} {word} {theirs}"


def _and(label: str, concern: int) -> str:
    return f", and is rated {label}" if concern else ""


def _percent(change: float) -> str:
    share = abs(change)
    return "less than 0.1%" if share < _LEAST else f"{share:.1%}"
