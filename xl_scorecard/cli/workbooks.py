"""The commands over workbooks: refresh, check, clear."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

from xl_scorecard.batch.commands import Run, carry_out, plan
from xl_scorecard.batch.stopping import Stop
from xl_scorecard.cli.explain import explanation_lines
from xl_scorecard.cli.findings_csv import findings_csv
from xl_scorecard.cli.junit import junit
from xl_scorecard.cli.report_file import refuse_places, write_report
from xl_scorecard.cli.show import findings_lines, result_lines, totals_line
from xl_scorecard.cli.streams import while_read
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.errors import UsageError
from xl_scorecard.options import Options
from xl_scorecard.run import Job

DONE, FINDINGS, FAILED, INTERRUPTED = 0, 1, 3, 130
LOOK_FIRST = "; xl-scorecard check --explain shows how each sheet was read"
"""What to do next about a workbook in which no scorecard was found."""


Lines = Callable[[Outcome], Iterable[str]]


def run_command(words: argparse.Namespace, lines: Lines | None = None) -> int:
    """Do what the command says; `lines` tell an outcome otherwise than usual. Returns the exit
    status."""
    stop = Stop()
    tell = _ignored if words.quiet else _tell
    with stop.listening(), stop.in_hand():
        jobs = plan(words.command, words.paths, _options(words), tell)
    refuse_places(_reports(words), _read_files(words, jobs))
    with _progress(len(jobs), quiet=words.quiet) as progress, stop.listening():
        run = carry_out(
            jobs, processes=words.jobs, cluster=words.cluster, progress=progress, stop=stop
        )
    try:
        with while_read():
            _print(run, words, lines)
    finally:  # last, where they are seen, and seen whoever stopped reading
        with while_read():
            for outcome in run.failed:
                if outcome.error is not None:
                    _tell(_line(outcome))
    _write_reports(run, words)
    if stop.asked:
        print(f"xl-scorecard: stopped; every file is whole; {_left(run)}", file=sys.stderr)
        return INTERRUPTED
    if run.failed:
        return FAILED
    return FINDINGS if _to_fail(run, words.fail_on) else DONE


def _tell(line: str) -> None:
    print(f"xl-scorecard: {line}", file=sys.stderr)


def _ignored(_line: str) -> None:
    """Say nothing."""


def _left(run: Run) -> str:
    """How much a stopped run left undone."""
    total = how_many(len(run.workbooks), "workbook")
    left = len(run.not_done)
    return f"{left} of {total} {'was' if left == 1 else 'were'} not done"


def _options(words: argparse.Namespace) -> Options:
    """The words of the command line that the run is asked for; the rest are about telling it."""
    said = {f.name: getattr(words, f.name) for f in fields(Options) if hasattr(words, f.name)}
    return Options(**said, password=password_in(words.password_from))


def password_in(file: Path | None) -> str | None:
    """The first line of a file: a password is nothing for the command line's history."""
    if file is None:
        return None
    try:
        return file.read_text("utf-8-sig").partition("\n")[0].rstrip("\r")
    except FileNotFoundError:
        raise UsageError(
            f"--password-from {file}: is not there; name the file that holds the password"
        ) from None
    except OSError as cause:
        raise UsageError(f"--password-from {file}: cannot be read ({cause.strerror})") from None
    except UnicodeDecodeError:
        raise UsageError(f"--password-from {file}: is not UTF-8 text; save it as UTF-8") from None


def _line(outcome: Outcome) -> str:
    """The error in one line, with the path instead of the bare file name."""
    assert outcome.error is not None
    name = Path(outcome.path).name
    hint = ""
    if outcome.error.kind == "no_scorecard" and outcome.understood is None:
        hint = LOOK_FIRST
    return f"{outcome.path}: {outcome.error.message.removeprefix(f'{name}: ')}{hint}"


def _print(run: Run, words: argparse.Namespace, told: Lines | None) -> None:
    if words.json == "-":
        print(run.to_json())
    elif not words.quiet or words.command == "check":
        lines = told or (findings_lines if words.command == "check" else result_lines)
        for outcome in run.workbooks:
            for line in (*explanation_lines(outcome), *lines(outcome)):
                print(line)
        if len(run.workbooks) > 1 and not words.quiet and told is None:
            print(totals_line(run.workbooks))


def _write_reports(run: Run, words: argparse.Namespace) -> None:
    """Write every report that is asked for; raises OSError where one cannot be written."""
    made = {
        "--json": lambda: run.to_json() + "\n",
        "--csv": lambda: findings_csv(run.workbooks),
        "--junit": lambda: junit(run.workbooks),
    }
    for option, file in _reports(words).items():
        write_report(option, file, made[option]())


def _reports(words: argparse.Namespace) -> dict[str, Path]:
    """The files that a command is to write reports to, by option."""
    asked = {
        "--json": None if words.json == "-" else words.json,
        "--csv": getattr(words, "csv", None),
        "--junit": getattr(words, "junit", None),
    }
    return {option: Path(file) for option, file in asked.items() if file is not None}


def _read_files(words: argparse.Namespace, jobs: list[Job]) -> list[Path]:
    """The files that a command reads, and the workbooks it writes."""
    asked = (words.rules, words.password_from, getattr(words, "before", None))
    named = [file for file in asked if file is not None]
    return [*named, *(path for job in jobs for path in (job.path, job.output) if path is not None)]


def _to_fail(run: Run, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    return any(outcome.at_or_above(Severity(fail_on)) for outcome in run.workbooks)


@contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[Callable[[Outcome], None] | None]:
    """A bar on standard error for runs of several workbooks that somebody watches."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(total=total, unit="workbook", file=sys.stderr, leave=False) as bar:

        def told(outcome: Outcome) -> None:
            bar.set_postfix_str(Path(outcome.path).name)
            bar.update()

        yield told
