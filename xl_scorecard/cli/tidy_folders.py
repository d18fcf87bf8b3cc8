"""The folders of tidy tables that a command is to fill: `--csv DIR`, `--parquet DIR`."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from xl_scorecard.batch.commands import Run
from xl_scorecard.batch.find import is_folder
from xl_scorecard.cli.report_file import write_report
from xl_scorecard.errors import UsageError
from xl_scorecard.tidy.files import csv_files, need_parquet, parquet_files

_FILES = {"--csv": csv_files, "--parquet": parquet_files}


def tidy_folders(words: argparse.Namespace) -> dict[str, Path]:
    """The folders by option; what `--csv` names is one where it is there, or ends with a /."""
    found: dict[str, Path] = {}
    said = getattr(words, "csv", None)
    if said is not None and (is_folder(Path(said)) or said.endswith(("/", os.sep))):
        found["--csv"] = Path(said)
    if getattr(words, "parquet", None) is not None:
        found["--parquet"] = words.parquet
    return found


def refuse_folders(words: argparse.Namespace) -> None:
    """Raise UsageError where a folder cannot be one, or what writes Parquet is not there."""
    for option, folder in tidy_folders(words).items():
        if option == "--parquet":
            need_parquet()
        if os.path.lexists(folder) and not is_folder(folder):
            raise UsageError(f"{option} {folder}: is a file; name a folder; nothing was done")


def write_tidy(run: Run, words: argparse.Namespace) -> None:
    """Write the tables, each file whole or not at all; raises OSError that names the file."""
    for option, folder in tidy_folders(words).items():
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in _FILES[option](run.workbooks):
            write_report(option, folder / name, data)
