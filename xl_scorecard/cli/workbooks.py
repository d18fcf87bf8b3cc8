"""The commands over workbooks: refresh, check, clear."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

from xl_scorecard.batch.commands import Run, carry_out, plan
from xl_scorecard.cli.explain import explanation_lines
from xl_scorecard.cli.show import findings_lines, result_lines
from xl_scorecard.cli.streams import while_read
from xl_scorecard.domain.finding import Severity
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.errors import UsageError
from xl_scorecard.options import Options

DONE, FINDINGS, FAILED = 0, 1, 3
LOOK_FIRST = "; xl-scorecard check --explain shows how each sheet was read"
"""What to do next about a workbook in which no scorecard was found."""


def run_command(words: argparse.Namespace) -> int:
    """Do what the command says; returns the exit status."""
    jobs = plan(words.command, words.paths, _options(words))
    if words.json not in (None, "-") and not Path(words.json).parent.is_dir():
        raise UsageError(f"--json {words.json}: its folder is not there; nothing was done")
    with _progress(len(jobs), quiet=words.quiet) as progress:
        run = carry_out(jobs, processes=words.jobs, cluster=words.cluster, progress=progress)
    with while_read():
        for outcome in run.failed:
            if outcome.error is not None:
                print(f"xl-scorecard: {_line(outcome)}", file=sys.stderr)
        _print(run, words)
    if run.failed:
        return FAILED
    return FINDINGS if _to_fail(run, words.fail_on) else DONE


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


def _print(run: Run, words: argparse.Namespace) -> None:
    if words.json == "-":
        print(run.to_json())
    elif words.json is not None:
        _write(Path(words.json), run.to_json() + "\n")
    if words.json == "-" or (words.quiet and words.command != "check"):
        return
    lines = findings_lines if words.command == "check" else result_lines
    for outcome in run.workbooks:
        for line in explanation_lines(outcome):
            print(line)
        for line in lines(outcome):
            print(line)


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as cause:
        raise OSError(cause.errno, cause.strerror, f"--json {file}") from None


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
