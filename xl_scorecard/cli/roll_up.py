"""The command that adds teams up: `roll-up`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from xl_scorecard.batch.commands import Run, carry_out, plan
from xl_scorecard.batch.copies import is_roll_up
from xl_scorecard.batch.find import identity, is_folder
from xl_scorecard.batch.stopping import Stop
from xl_scorecard.cli.progress import watched
from xl_scorecard.cli.report_file import write_report
from xl_scorecard.cli.workbooks import DONE, FAILED, INTERRUPTED, password_in
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.indicator import Gap
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.earlier import Before
from xl_scorecard.errors import UsageError
from xl_scorecard.options import Options
from xl_scorecard.roll_up.teams import teams_of
from xl_scorecard.roll_up.totals import RolledUp, roll_up
from xl_scorecard.run import Job
from xl_scorecard.stores.places import StorePath, place_of


def roll_up_command(words: argparse.Namespace) -> int:
    """Add up the workbooks that are named, and write the result; returns the exit status."""
    for path in words.paths:
        if isinstance(place_of(path), StorePath):
            raise UsageError(
                f"{path}: lies in a store; copy the teams' workbooks to this machine to add them "
                "up; nothing was done"
            )
    _refuse_place(words.out, overwrite=words.overwrite)
    options = Options(
        rules=words.rules, period=words.period, figures=True,
        password=password_in(words.password_from),
    )  # fmt: skip
    stop = Stop()
    tell = _ignored if words.quiet else _tell
    with stop.listening(), stop.in_hand():
        jobs = _without_totals(plan("check", words.paths, options, tell), words.out, tell)
        rule_set = _the_rule_set(jobs)
    with watched(len(jobs), _tell, quiet=words.quiet) as progress, stop.listening():
        run = carry_out(
            jobs, processes=words.jobs, cluster=words.cluster, stop=stop,
            progress=lambda _place, outcome: progress.came(outcome),
        )  # fmt: skip
    if stop.asked:
        _tell("stopped; nothing was added up")
        return INTERRUPTED
    if run.failed:
        return _failed(run)
    teams, passed_over = teams_of(run.workbooks, rule_set.starts)
    for line in passed_over:
        tell(line)
    rolled = roll_up(teams, rule_set)
    from xl_scorecard.roll_up.workbook import rolled_up_workbook

    write_report("--out", words.out, rolled_up_workbook(rolled, words.out))
    if not words.quiet:
        for line in _lines(rolled, words.out):
            print(line)
    return DONE


def _tell(line: str) -> None:
    print(f"xl-scorecard: {line}", file=sys.stderr)


def _ignored(_line: str) -> None:
    """Say nothing."""


def _refuse_place(out: Path, *, overwrite: bool) -> None:
    why = None
    if is_folder(out):
        why = "is a folder; name a file in it"
    elif out.suffix.lower() != ".xlsx":
        why = "is to be a workbook; give it a name that ends in .xlsx"
    elif out.exists() and not overwrite:
        why = "is there already; --overwrite replaces it, with all that was put in since"
    elif out.exists() and not is_roll_up(out):
        why = "is there already and no total of teams; name another file"
    elif not is_folder(out.parent):
        why = "its folder is not there"
    if why is not None:
        raise UsageError(f"--out {out}: {why}; nothing was done")


def _without_totals(jobs: list[Job], out: Path, tell: Callable[[str], None]) -> list[Job]:
    """The jobs of teams: the total of an earlier run would count all twice."""
    left = []
    for job in jobs:
        if identity(job.path) == identity(out) or is_roll_up(job.path):
            tell(f"{job.path}: passed over: it is a total of teams")
        else:
            # what earlier workbooks say is of no use: of a team the latest counts
            left.append(replace(job, before=Before()))
    if not left:
        raise UsageError("no workbook of a team is there; name a folder that holds some")
    return left


def _the_rule_set(jobs: list[Job]) -> RuleSet:
    known = {rule_set.name: rule_set for job in jobs for rule_set in job.rule_sets}
    if len(known) != 1:
        raise UsageError(
            f"several rule sets are there ({', '.join(sorted(known))}); teams are added up by one: "
            "name it with --rules"
        )
    return next(iter(known.values()))


def _failed(run: Run) -> int:
    for outcome in run.failed:
        assert outcome.error is not None
        _tell(f"{outcome.path}: {outcome.error.message.removeprefix(_name(outcome))}")
    _tell("nothing was added up, for it would lack these; mend them, or name the others alone")
    return FAILED


def _name(outcome: Outcome) -> str:
    return f"{Path(outcome.path).name}: "


def _lines(rolled: RolledUp, out: Path) -> list[str]:
    """What was done in a line, then what could not be added."""
    newest = [row.totals.get(rolled.period) for row in rolled.rows if row.why_not is None]
    suppressed = sum(total is not None and total.gap is Gap.SUPPRESSED for total in newest)
    teams = how_many(len(rolled.teams), "team")
    done = f"{out}: {how_many(len(rolled.rows), 'indicator')} of {teams}, {rolled.period.words}"
    lines = [f"{done}; {suppressed} suppressed"]
    lines += [f"  {row.rule.id}: not added up: {row.why_not}" for row in rolled.rows if row.why_not]
    lines += [
        f"  {row.rule.id}: the target in the rule set is held against the sum of teams"
        for row in rolled.rows
        if row.rule.target is not None and row.how.way == "sum" and not row.why_not
    ]
    if rolled.unknown:
        lines.append(f"  not in the rule set: {', '.join(rolled.unknown)}")
    return lines
