"""Checks, rates and summarises a council's scorecard workbook without losing anything in it.

    run = xl_scorecard.refresh("q3.xlsx", rules="rules/childrens-services.yaml", out="out")
    run.to_frame()      # pandas: one row an indicator and period

Each call takes one path or several, files or folders, of a store too (`s3://bucket/in`), and
returns a run with an outcome for each workbook; what stops a single workbook is in its
outcome. Raises UsageError and RuleSetError.

    for outcome in xl_scorecard.refresh("share", rules="rules", out="out", stream=True): ...

gives each outcome as soon as it is there, of however many workbooks, and keeps none.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack, overload

from xl_scorecard._version import __version__ as __version__
from xl_scorecard.errors import RuleSetError, ScorecardError, UsageError, WorkbookError
from xl_scorecard.options import Options
from xl_scorecard.stores.places import StorePath, place_of

if TYPE_CHECKING:
    from xl_scorecard.batch.commands import Run
    from xl_scorecard.domain.outcome import Outcome
    from xl_scorecard.run import Action, Job

__all__ = [
    "RuleSetError",
    "ScorecardError",
    "UsageError",
    "WorkbookError",
    "check",
    "clear",
    "refresh",
]

_Paths = str | Path | Iterable[str | Path]


class _Reading(TypedDict, total=False):
    rules: str | Path | None
    period: str | None
    recalculate: bool
    password: str | None
    before: str | Path | None
    history: str | Path | None
    jobs: int


class _Writing(_Reading, total=False):
    out: str | Path | None
    in_place: bool
    overwrite: bool
    through_protection: bool
    allow_unsign: bool
    force: bool
    published: str | Path | None


class _Explaining(_Reading, total=False):
    explain: bool


@overload
def refresh(
    paths: _Paths, *, stream: Literal[True], **asked: Unpack[_Writing]
) -> Generator[Outcome]: ...


@overload
def refresh(paths: _Paths, *, stream: Literal[False] = False, **asked: Unpack[_Writing]) -> Run: ...


def refresh(
    paths: _Paths,
    *,
    rules: str | Path | None = None,
    period: str | None = None,
    out: str | Path | None = None,
    in_place: bool = False,
    overwrite: bool = False,
    through_protection: bool = False,
    allow_unsign: bool = False,
    recalculate: bool = False,
    force: bool = False,
    password: str | None = None,
    before: str | Path | None = None,
    history: str | Path | None = None,
    published: str | Path | None = None,
    jobs: int = 1,
    stream: bool = False,
) -> Run | Generator[Outcome]:
    """Check and rate workbooks and write RAG, trends and our sheets into them.

    Where nothing has changed since its output was written, a workbook is "unchanged"; `force` does
    it all the same.

    They are held against the workbook of an earlier quarter: `before`, or those in the folder
    `history`, else the one beside each that is called the same but for the period. Copies for the
    web go into the folder `published`. As a `stream`, outcomes come one by one as workbooks are
    done, in whatever order; the rest is not begun where no more are taken.
    """
    options = Options(
        rules=_path(rules),
        period=period,
        out=_anywhere(out),
        in_place=in_place,
        overwrite=overwrite,
        through_protection=through_protection,
        allow_unsign=allow_unsign,
        recalculate=recalculate,
        force=force,
        password=password,
        before=_anywhere(before),
        history=_anywhere(history),
        published=_path(published),
        figures=True,
    )
    planned = _planned("refresh", paths, options)
    return _streamed(planned, jobs) if stream else _run(planned, jobs)


@overload
def check(
    paths: _Paths, *, stream: Literal[True], **asked: Unpack[_Explaining]
) -> Generator[Outcome]: ...


@overload
def check(
    paths: _Paths, *, stream: Literal[False] = False, **asked: Unpack[_Explaining]
) -> Run: ...


def check(
    paths: _Paths,
    *,
    rules: str | Path | None = None,
    period: str | None = None,
    explain: bool = False,
    recalculate: bool = False,
    password: str | None = None,
    before: str | Path | None = None,
    history: str | Path | None = None,
    jobs: int = 1,
    stream: bool = False,
) -> Run | Generator[Outcome]:
    """Check and rate workbooks without writing anything.

    `explain` has each outcome say how the sheets were understood. `before`, `history` and `stream`
    are as for a refresh.
    """
    options = Options(
        rules=_path(rules),
        period=period,
        explain=explain,
        recalculate=recalculate,
        password=password,
        before=_anywhere(before),
        history=_anywhere(history),
        figures=True,
    )
    planned = _planned("check", paths, options)
    return _streamed(planned, jobs) if stream else _run(planned, jobs)


def clear(
    paths: _Paths,
    *,
    out: str | Path | None = None,
    in_place: bool = False,
    overwrite: bool = False,
    through_protection: bool = False,
    allow_unsign: bool = False,
    force: bool = False,
    password: str | None = None,
    jobs: int = 1,
) -> Run:
    """Take out of workbooks everything that `refresh` put in.

    `force` takes it out in place also where formulas of the officers look at it.
    """
    options = Options(
        out=_anywhere(out),
        in_place=in_place,
        overwrite=overwrite,
        through_protection=through_protection,
        allow_unsign=allow_unsign,
        force=force,
        password=password,
    )
    return _run(_planned("clear", paths, options), jobs)


def _anywhere(place: str | Path | None) -> Path | None:
    """A place of this machine or of a store."""
    return place_of(place) if place is not None else None


def _path(place: str | Path | None) -> Path | None:
    """A place of this machine."""
    path = _anywhere(place)
    if isinstance(path, StorePath):
        raise UsageError(
            f"{path}: lies in a store; only workbooks may; name a place of this machine"
        )
    return path


def _planned(action: Action, paths: _Paths, options: Options) -> list[Job]:
    """Plan it; what it takes is imported only now."""
    from xl_scorecard.batch.commands import plan

    return plan(action, [paths] if isinstance(paths, str | Path) else list(paths), options)


def _run(planned: list[Job], jobs: int) -> Run:
    from xl_scorecard.batch.commands import carry_out

    return carry_out(planned, processes=jobs)


def _streamed(planned: list[Job], jobs: int) -> Generator[Outcome]:
    from xl_scorecard.batch.commands import outcomes

    yield from outcomes(planned, processes=jobs)
