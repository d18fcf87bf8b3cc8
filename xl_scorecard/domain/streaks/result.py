"""Streaks as the JSON of the contract has them."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from xl_scorecard.domain.streaks.stretch import Bound
from xl_scorecard.domain.streaks.told import Streak
from xl_scorecard.domain.streaks.words import words_of


class StreakResult(BaseModel):
    """How an indicator stands among its earlier figures.

    `words` are what the register says; empty where nothing is worth a word. `beyond` says whether
    it is beyond tolerance (`of`: or off "target", where it has no tolerance), `status_running` for
    how many periods in a row, `since` with which; both None where a gap hides it, all three where
    it is not rated. `extreme` is "highest" or "lowest" since the period `extreme_since`, or
    `on_record`; `equal` says that it is not alone so. `against_todays_target` says that an earlier
    target is not known.
    """

    model_config = ConfigDict(frozen=True)

    words: str
    of: str
    beyond: bool | None = None
    status_running: int | None = None
    since: str | None = None
    extreme: Literal["highest", "lowest"] | None = None
    extreme_since: str | None = None
    on_record: bool = False
    equal: bool = False
    against_todays_target: bool = False


def streak_result(streak: Streak | None) -> StreakResult | None:
    """A streak as a result."""
    if streak is None:
        return None
    run, extreme = streak.run, streak.extreme
    known = run is not None and run.bound is not Bound.GAP
    return StreakResult.model_construct(
        words=words_of(streak),
        of=streak.of,
        beyond=run.beyond if run else None,
        status_running=run.periods if run and known else None,
        since=str(run.since) if run and known else None,
        extreme=("highest" if extreme.high else "lowest") if extreme else None,
        extreme_since=str(extreme.since) if extreme else None,
        on_record=extreme is not None and extreme.bound is Bound.RECORD,
        equal=extreme is not None and extreme.equal,
        against_todays_target=streak.todays_target,
    )
