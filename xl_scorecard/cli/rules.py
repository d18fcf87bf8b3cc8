"""The commands over rule sets: draft, check, schema."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from xl_scorecard.batch.faults import fault_of
from xl_scorecard.batch.rules import rule_files
from xl_scorecard.cli.workbooks import LOOK_FIRST, password_in
from xl_scorecard.domain.how_many import how_many
from xl_scorecard.domain.rule_set import blank_rule_set
from xl_scorecard.drafting.draft import Draft, draft_rules
from xl_scorecard.errors import RuleSetError, UsageError, WorkbookError
from xl_scorecard.reading.sheets.suffixes import OTHER_SUFFIXES, WORKBOOK_SUFFIXES
from xl_scorecard.reading.tables.reported import parse_wanted_period
from xl_scorecard.rule_files.load import read_layout, read_rule_file
from xl_scorecard.rule_files.schema import rule_set_schema
from xl_scorecard.writing.swap import put_text

_UNSOUND = 2


def draft(options: argparse.Namespace) -> int:
    """Print a rule set to start from, or write it to a new file."""
    workbook, out = options.workbook, options.out
    if not workbook.exists():
        raise UsageError(f"{workbook}: is not there; name a workbook")
    if workbook.is_dir():
        raise UsageError(f"{workbook}: is a folder; name one workbook of it")
    if out is not None:
        _refuse_place(out)
    try:
        layout = read_layout(options.rules) if options.rules is not None else None
        period = options.period
        if period is not None:
            parse_wanted_period(period, (layout or blank_rule_set()).starts)
        made = draft_rules(workbook, password_in(options.password_from), layout, period)
    except (RuleSetError, UsageError):
        raise
    except WorkbookError as error:
        hint = LOOK_FIRST if error.kind == "no_scorecard" else ""
        raise WorkbookError(error.kind, f"{error.message}{hint}") from error
    except Exception as cause:
        raise fault_of(workbook.name, cause) from cause
    if out is not None:
        _write(made, out)
        return 0
    if hasattr(sys.stdout, "reconfigure") and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # bound for a rule file
    sys.stdout.write(made.text)
    return 0


def _refuse_place(out: Path) -> None:
    if out.suffix.lower() in WORKBOOK_SUFFIXES | OTHER_SUFFIXES:
        raise UsageError(f"--out {out}: is named as workbooks are; name a file such as rules.yaml")
    if out.is_dir():
        raise UsageError(
            f"--out {out}: is a folder; name a file in it, such as {out / 'rules.yaml'}"
        )
    if out.exists():
        raise UsageError(
            f"--out {out}: is there already, with what was decided in it; name a new file"
        )
    if not out.parent.is_dir():
        raise UsageError(f"--out {out}: its folder is not there; make it, or name another")


def _write(made: Draft, out: Path) -> None:
    try:
        put_text(out, made.text, new=True)
    except OSError as cause:
        raise UsageError(f"--out {out}: cannot be written ({cause.strerror})") from None
    decide = f"{made.to_decide} to decide, marked DECIDE" if made.to_decide else "none to decide"
    print(
        f"{out}: {how_many(made.indicators, 'indicator')}; {decide}; read it through",
        file=sys.stderr,
    )


def check(options: argparse.Namespace) -> int:
    """Say of each file whether it is sound, with notes, and every mistake with its place."""
    status = 0
    for file in _each(options.files):
        try:
            read = read_rule_file(file)
        except RuleSetError as error:
            status = _UNSOUND
            mistakes = [replace(m, file=str(file.parent / m.file)) for m in error.mistakes]
            found = RuleSetError(mistakes, error.more)
            print(*found.lines(), sep="\n", file=sys.stderr)
        else:
            print(f"{file}: sound, {how_many(len(read.rule_set.indicators), 'indicator')}")
            for note in read.notes:
                print(f"{file}:{note.line}:{note.column}: note: {note.message}")
    return status


def _each(named: list[Path]) -> Iterator[Path]:
    """The rule sets named, and those in folders named."""
    for place in named:
        yield from rule_files(place)


def schema(options: argparse.Namespace) -> int:  # noqa: ARG001 (every command takes options)
    """Print the JSON Schema of a rule set."""
    print(json.dumps(rule_set_schema(), indent=1, ensure_ascii=False))
    return 0
