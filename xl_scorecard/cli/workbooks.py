"""The commands over workbooks: refresh, check, clear."""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields
from pathlib import Path

from xl_scorecard.batch.commands import Keep, Run, carry_out, plan
from xl_scorecard.batch.stopping import Stop
from xl_scorecard.cli.explain import explanation_lines
from xl_scorecard.cli.findings_csv import findings_csv
from xl_scorecard.cli.progress import watched
from xl_scorecard.cli.report_file import OVERVIEW, refuse_places, write_report
from xl_scorecard.cli.results import LinesOf, Results
from xl_scorecard.cli.show import findings_lines, result_lines, totals_line
from xl_scorecard.cli.streams import while_read
from xl_scorecard.cli.tidy_folders import refuse_folders, tidy_folders, write_tidy
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.errors import UsageError
from xl_scorecard.options import Options
from xl_scorecard.run import Job
from xl_scorecard.stores.places import place_of

DONE, FINDINGS, FAILED, INTERRUPTED = 0, 1, 3, 130
LOOK_FIRST = "; xl-scorecard check --explain shows how each sheet was read"
"""What to do next about a workbook in which no scorecard was found."""


def run_command(words: argparse.Namespace, lines: LinesOf | None = None) -> int:
    """Do what the command says; `lines` tell an outcome otherwise than usual. Returns the exit
    status."""
    stop = Stop()
    tell = _ignored if words.quiet else _tell
    with stop.listening(), stop.in_hand():
        jobs = plan(words.command, words.paths, _options(words), tell)
    refuse_places(_reports(words), _read_files(words, jobs))
    refuse_folders(words)
    with watched(len(jobs), _tell, quiet=words.quiet) as progress, stop.listening():
        results = Results(lines or _lines(words), progress.aside)

        def came(place: int, outcome: Outcome) -> None:
            progress.came(outcome)
            results.came(place, outcome)

        run = carry_out(
            jobs,
            processes=words.jobs,
            cluster=words.cluster,
            progress=came,
            stop=stop,
            keep=_asked_last(words) if lines is None else "indicators",
        )
    try:
        results.finish(run.briefs)
        with while_read():
            _print_whole(run, words, totals=lines is None)
    finally:  # last, where they are seen, and seen whoever stopped reading
        with while_read():
            for outcome in run.failed:
                if outcome.error is not None:
                    _tell(_line(outcome))
    _write_reports(run, words)
    write_tidy(run, words)
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
    total = how_many(len(run.briefs), "workbook")
    left = len(run.not_done)
    return f"{left} of {total} {'was' if left == 1 else 'were'} not done"


def _options(words: argparse.Namespace) -> Options:
    """The words of the command line that the run is asked for; the rest are about telling it."""
    said = {f.name: getattr(words, f.name) for f in fields(Options) if hasattr(words, f.name)}
    figures = bool(tidy_folders(words))
    return Options(**said, password=password_in(words.password_from), figures=figures)


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


def _lines(words: argparse.Namespace) -> LinesOf | None:
    """What is printed of each workbook; None where that is nothing."""
    if words.json == "-" or (words.quiet and words.command != "check"):
        return None
    lines = findings_lines if words.command == "check" else result_lines
    return lambda outcome: (*explanation_lines(outcome), *lines(outcome))


def _print_whole(run: Run, words: argparse.Namespace, *, totals: bool) -> None:
    """What is printed of the run as a whole."""
    if words.json == "-":
        print(run.to_json())
    elif totals and len(run.briefs) > 1 and not words.quiet:
        print(totals_line(run.briefs))


def _write_reports(run: Run, words: argparse.Namespace) -> None:
    """Write every report that is asked for; raises OSError where one cannot be written."""
    made = {
        "--json": lambda: run.to_json() + "\n",
        "--csv": lambda: findings_csv(run.briefs),
        "--junit": lambda: _as_junit(run),
    }
    for option, file in _reports(words).items():
        write_report(option, file, made[option]() if option in made else _seen(run, option, file))


def _as_junit(run: Run) -> str:
    """The findings of a run, as build servers show them."""
    from xl_scorecard.cli.junit import junit  # not for runs that ask for none

    return junit(run.briefs)


def _seen(run: Run, option: str, file: Path) -> str | bytes:
    """The overview of a run, as a workbook or as a page."""
    from xl_scorecard.overview.facts import overview_of  # not for runs that ask for none

    overview = overview_of(run.workbooks)
    if option == OVERVIEW:
        from xl_scorecard.overview.workbook import overview_workbook

        return overview_workbook(overview, file)
    from xl_scorecard.overview.page import overview_page

    return overview_page(overview, file)


def _asked_last(words: argparse.Namespace) -> Keep:
    """What is told once all is done: of indicators, of each finding, or how many there are."""
    reports = (words.json, *(getattr(words, word, None) for word in ("overview", "html")))
    if any(reports) or tidy_folders(words) or getattr(words, "explain", False):
        return "indicators"
    return "findings" if getattr(words, "csv", None) or getattr(words, "junit", None) else "counts"


def _reports(words: argparse.Namespace) -> dict[str, Path]:
    """The files that a command is to write reports to, by option."""
    asked = {
        "--json": None if words.json == "-" else words.json,
        "--csv": None if "--csv" in tidy_folders(words) else getattr(words, "csv", None),
        "--junit": getattr(words, "junit", None),
        OVERVIEW: getattr(words, "overview", None),
        "--html": getattr(words, "html", None),
    }
    return {option: place_of(file) for option, file in asked.items() if file is not None}


def _read_files(words: argparse.Namespace, jobs: list[Job]) -> list[Path]:
    """The files that a command reads, and the workbooks it writes."""
    asked = (words.rules, words.password_from, getattr(words, "before", None))
    named = [file for file in asked if file is not None]
    return [*named, *(path for job in jobs for path in (job.path, job.output) if path is not None)]


def _to_fail(run: Run, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    return any(outcome.at_or_above(Severity(fail_on)) for outcome in run.briefs)
