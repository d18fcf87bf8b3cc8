"""A workbook of a store goes the way of any other: it is brought here, done, and put back.

What is brought lies in a folder that only this user may enter, and that goes when the workbook is
done, has failed or is given up.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from hashlib import blake2b, file_digest
from itertools import count
from pathlib import Path

from xl_scorecard.batch import remembered
from xl_scorecard.domain.outcome import Outcome
from xl_scorecard.earlier import Before, Candidate
from xl_scorecard.errors import WorkbookError, printable
from xl_scorecard.reading.sheets.scratch import scratch_folder
from xl_scorecard.run import Job, failed
from xl_scorecard.stores.places import StorePath
from xl_scorecard.stores.store import Stamp, bring, bring_if_there, put
from xl_scorecard.writing.guards import owner_names


def process_stored(job: Job) -> Outcome:
    """Do a job of which files lie in a store; what stops it is part of the outcome."""
    with scratch_folder() as folder:
        desk = _Desk(folder)
        try:
            outcome = _process(job, desk)
        except WorkbookError as error:
            outcome = failed(job, error)
    return desk.as_asked(outcome, job)


def _process(job: Job, desk: _Desk) -> Outcome:
    path, stamp = desk.file(job.path, to_write=job.output is not None)
    output = path if job.output == job.path else None
    if job.output is not None and output is None:
        output, stamp = desk.output(job.output)
    before = _digest(output)
    kept_as = str(job.output) if isinstance(job.output, StorePath) else ""
    local = replace(job, path=path, output=output, before=desk.before(job.before), kept_as=kept_as)
    known = remembered.remembered(local)
    outcome = remembered.process(local) if known is None else known.whole
    if isinstance(job.output, StorePath) and output is not None and _digest(output) != before:
        put(job.output, output, stamp)
    return outcome


class _Desk:
    """A folder with what was brought of stores, each file in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = count()
        self._asked: dict[str, Path] = {}

    def file(self, path: Path, *, to_write: bool = False) -> tuple[Path, Stamp | None]:
        """A file that is there; raises WorkbookError where it cannot be brought."""
        if not isinstance(path, StorePath):
            return path, None
        here = self._place(path)
        stamp = bring(path, here)
        if to_write:
            self._bring_owners(path, here)
        return here, stamp

    def output(self, path: Path) -> tuple[Path, Stamp | None]:
        """Where an output is to be written, with what stands there."""
        if not isinstance(path, StorePath):
            return path, None
        here = self._place(path)
        self._bring_owners(path, here)
        return here, bring_if_there(path, here)

    def before(self, before: Before) -> Before:
        """Where the workbooks of earlier quarters are sought; one that cannot be brought is one
        that cannot be read, and said so."""

        def here(candidate: Candidate) -> Candidate:
            if not isinstance(candidate.path, StorePath):
                return candidate
            place = self._place(candidate.path)
            with suppress(WorkbookError):
                bring(candidate.path, place)
            return replace(candidate, path=place)

        return replace(
            before, alike=tuple(map(here, before.alike)), others=tuple(map(here, before.others))
        )

    def as_asked(self, outcome: Outcome, job: Job) -> Outcome:
        """An outcome that names files as the job does."""
        now: dict[str, object] = {"path": printable(str(job.path))}
        if outcome.output is not None:
            now["output"] = printable(str(job.output))
        if outcome.error is not None:
            said = self._said(outcome.error.message)
            now["error"] = outcome.error.model_copy(update={"message": said})
        for field in ("kept", "notes"):
            now[field] = [self._said(line) for line in getattr(outcome, field)]
        return outcome.model_copy(update=now)

    def _said(self, line: str) -> str:
        for here, asked in self._asked.items():
            line = line.replace(here, str(asked))
        return line

    def _place(self, path: StorePath) -> Path:
        folder = self._folder / str(next(self._number))
        folder.mkdir()
        place = folder / path.name
        self._asked[str(place)] = path
        return place

    @staticmethod
    def _bring_owners(path: StorePath, here: Path) -> None:
        """Bring the files that say that somebody has a workbook open."""
        if path.is_object:
            return
        for name in owner_names(path.name):
            bring_if_there(path.with_name(name), here.with_name(name))


def _digest(file: Path | None) -> bytes:
    """A digest of a file's bytes; of none where it is not there."""
    if file is None or not file.is_file():
        return b""
    with file.open("rb") as stream:
        return file_digest(stream, blake2b).digest()
