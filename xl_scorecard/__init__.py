"""Checks, rates and summarises a council's scorecard workbook without losing anything in it.

    run = xl_scorecard.refresh("q3.xlsx", rules="rules/childrens-services.yaml", out="out")
    run.to_frame()      # pandas: one row an indicator and period

Each call takes one path or several, files or folders, and returns a run with an outcome for each
workbook; what stops a single workbook is in its outcome. Raises UsageError and RuleSetError.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from xl_scorecard._version import __version__ as __version__
from xl_scorecard.errors import RuleSetError, ScorecardError, UsageError, WorkbookError
from xl_scorecard.options import Options

if TYPE_CHECKING:
    from xl_scorecard.batch.commands import Run
    from xl_scorecard.run import Action

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
) -> Run:
    """Check and rate workbooks and write RAG, trends and our sheets into them.

    Where nothing has changed since its output was written, a workbook is "unchanged"; `force` does
    it all the same.

    They are held against the workbook of an earlier quarter: `before`, or those in the folder
    `history`, else the one beside each that is called the same but for the period. Copies for the
    web go into the folder `published`.
    """
    options = Options(
        rules=_path(rules),
        period=period,
        out=_path(out),
        in_place=in_place,
        overwrite=overwrite,
        through_protection=through_protection,
        allow_unsign=allow_unsign,
        recalculate=recalculate,
        force=force,
        password=password,
        before=_path(before),
        history=_path(history),
        published=_path(published),
        figures=True,
    )
    return _run("refresh", paths, options, jobs)


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
) -> Run:
    """Check and rate workbooks without writing anything.

    `explain` has each outcome say how the sheets were understood. `before` and `history` are as
    for a refresh.
    """
    options = Options(
        rules=_path(rules),
        period=period,
        explain=explain,
        recalculate=recalculate,
        password=password,
        before=_path(before),
        history=_path(history),
        figures=True,
    )
    return _run("check", paths, options, jobs)


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
        out=_path(out),
        in_place=in_place,
        overwrite=overwrite,
        through_protection=through_protection,
        allow_unsign=allow_unsign,
        force=force,
        password=password,
    )
    return _run("clear", paths, options, jobs)


def _path(place: str | Path | None) -> Path | None:
    return Path(place) if place is not None else None


def _run(action: Action, paths: _Paths, options: Options, jobs: int) -> Run:
    """Plan and do it; what it takes is imported only now."""
    from xl_scorecard.batch.commands import carry_out, plan

    listed = [paths] if isinstance(paths, str | Path) else list(paths)
    return carry_out(plan(action, listed, options), processes=jobs)
