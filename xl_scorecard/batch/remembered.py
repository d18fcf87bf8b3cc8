"""What came of a workbook the last time, kept for as long as nothing changes.

It lies among the user's own caches and neither in the output nor beside it: so an output stays what
it was, byte for byte, however it was made, and the folder of outputs holds outputs alone. What it
says can be read only with the output at hand, whose bytes it is scrambled with: without, it tells
nothing of what cells hold, so that figures about children lie in no second place. Of workbooks
that need a password nothing is kept.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
import time
import zlib
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b, file_digest, shake_256
from pathlib import Path

from xl_scorecard import run
from xl_scorecard.domain.outcome import Figure, Outcome
from xl_scorecard.errors import WorkbookError, printable
from xl_scorecard.writing.guards import refuse_open

WHERE = "XL_SCORECARD_CACHE"
"""The variable of the environment that says where it is kept instead, or `off`: nowhere."""
_ENDING = ".results"
_UNUSED = 90 * 86_400  # seconds after which it is thrown away
_BEGINNING = b"xl-scorecard results 3\n"
_DIGEST = 32
_NONCE = 16
_LENGTH = 4


class Kept:
    """What came of a workbook the last time: the `brief` is all but its indicators, which take
    twenty times as long to read, and are read when somebody asks for the `whole`."""

    def __init__(self, brief: Outcome, indicators: bytes) -> None:
        self.brief = brief
        self._indicators = indicators

    @property
    def whole(self) -> Outcome:
        """The outcome with its indicators."""
        told = zlib.decompress(self._indicators)
        first, _, second = told.partition(b"\n")
        read = Outcome.model_validate_json(first)
        beside = json.loads(second)
        indicators = [
            item.model_copy(update={"comment": comment, "figures": [Figure(*f) for f in figures]})
            for item, (comment, figures) in zip(read.indicators, beside, strict=True)
        ]
        return self.brief.model_copy(update={"indicators": indicators})


def process(job: run.Job) -> Outcome:
    """Do a job, and keep what came of it where that may be asked for again."""
    made_of = inputs_of(job)  # first: what is saved meanwhile is another workbook
    outcome = run.process(job)
    # in place, a workbook that was written is another than the one that was read
    last = ("unchanged",) if job.output == job.path else ("refreshed", "unchanged")
    if made_of is not None and outcome.outcome in last:
        with suppress(OSError):  # a folder that takes no more files: it is done again, no more
            _keep(job, made_of, outcome)
    return outcome


def remembered(job: run.Job) -> Kept | None:
    """What came of a job whose workbook, rules, options and earlier quarters are as they were, and
    so is its output; None where it is to be done."""
    if job.options.force or not job.asked or job.output is None:
        return None
    try:
        place = place_of(job.output, job.kept_as)
        kept = place.read_bytes()
        if not kept.startswith(_BEGINNING) or not _may_be_written(job.path, job.output):
            return None
        if (made_of := inputs_of(job)) is None:
            return None
        told = _read(kept.removeprefix(_BEGINNING), made_of, job.output.read_bytes())
        if told is None:
            return None
        os.utime(place)
        return _kept(told, job)
    except (OSError, WorkbookError, ValueError, KeyError, TypeError, zlib.error):
        return None


def sweep() -> None:
    """Throw away what was not asked for in three months."""
    with suppress(OSError):
        for kept in _folder().glob(f"*{_ENDING}"):
            with suppress(OSError):
                if time.time() - kept.stat().st_mtime > _UNUSED:
                    kept.unlink()


def place_of(output: Path, kept_as: str = "") -> Path:
    """Where what came of the workbook behind an output is kept, which may be known by another name.

    Raises OSError where the system has no such place.
    """
    named = (kept_as or os.path.realpath(output)).encode("utf-8", "surrogateescape")
    return _folder() / f"{blake2b(named, digest_size=16).hexdigest()}{_ENDING}"


def _folder() -> Path:
    if said := os.environ.get(WHERE):
        if said == "off":
            raise OSError("kept nowhere")
        return Path(said)
    try:
        home = Path.home()
    except RuntimeError:
        raise OSError("no home") from None
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / "xl-scorecard" / "Cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "xl-scorecard"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "xl-scorecard"


def inputs_of(job: run.Job) -> bytes | None:
    """A digest of all that the results of a job follow from; None where they are not kept."""
    if not job.asked:
        return None
    made_of = blake2b(job.asked.encode(), digest_size=_DIGEST)
    try:
        made_of.update(_content_of(job.path))
    except OSError:
        return None
    for candidate in (*job.before.alike, *job.before.others):
        made_of.update(_digest_of(candidate.path))
    return made_of.digest()


def _digest_of(path: Path) -> bytes:
    """A digest of an earlier quarter's workbook, which several workbooks are held against."""
    try:
        status = path.stat()
        return _digest_as_of(path, status.st_size, status.st_mtime_ns)
    except OSError:
        return b"cannot be read"


@lru_cache(maxsize=1_000)
def _digest_as_of(path: Path, _size: int, _time: int) -> bytes:
    return _content_of(path)


def _content_of(path: Path) -> bytes:
    """A digest of a file's bytes; raises OSError where it is none: a device never ends."""
    if not path.is_file():
        raise OSError("not a file")
    with path.open("rb") as stream:
        return file_digest(stream, blake2b).digest()


def _may_be_written(source: Path, output: Path) -> bool:
    """Whether a refresh would not be refused; raises WorkbookError or OSError where it would."""
    refuse_open(source)
    refuse_open(output)
    return os.access(output, os.W_OK)


def _keep(job: run.Job, made_of: bytes, outcome: Outcome) -> None:
    assert job.output is not None
    brief = outcome.model_copy(update={"indicators": []})
    beside = [(item.comment, item.figures) for item in outcome.indicators]
    # a line each: JSON of ours has no line breaks, and the first is read at once
    first = zlib.compress(f"{brief.model_dump_json()}\n{json.dumps(outcome.checks)}".encode())
    then = zlib.compress(f"{outcome.model_dump_json()}\n{json.dumps(beside)}".encode())
    data = len(first).to_bytes(_LENGTH, "big") + first + then
    nonce = secrets.token_bytes(_NONCE)
    plain = blake2b(data, digest_size=_DIGEST).digest() + data
    place = place_of(job.output, job.kept_as)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside_it = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
    try:
        beside_it.touch(0o600)
        beside_it.write_bytes(
            _BEGINNING + nonce + made_of + _scrambled(plain, nonce, job.output.read_bytes())
        )
        beside_it.replace(place)
    finally:
        beside_it.unlink(missing_ok=True)


def _read(kept: bytes, made_of: bytes, output: bytes) -> bytes | None:
    """What was kept; None where it is of other inputs, or the output is not as it was."""
    nonce, then = kept[:_NONCE], kept[_NONCE : _NONCE + _DIGEST]
    if then != made_of:
        return None
    plain = _scrambled(kept[_NONCE + _DIGEST :], nonce, output)
    digest, data = plain[:_DIGEST], plain[_DIGEST:]
    if blake2b(data, digest_size=_DIGEST).digest() != digest:
        return None
    return data


def _scrambled(data: bytes, nonce: bytes, output: bytes) -> bytes:
    """Data combined with a stream of bytes that only the output gives; twice is once back."""
    stream = shake_256(blake2b(output).digest() + nonce).digest(len(data))
    mixed = int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")
    return mixed.to_bytes(len(data), "big")


def _kept(data: bytes, job: run.Job) -> Kept:
    length = int.from_bytes(data[:_LENGTH], "big")
    first, then = data[_LENGTH : _LENGTH + length], data[_LENGTH + length :]
    told, _, checks = zlib.decompress(first).partition(b"\n")
    now = {
        "path": printable(str(job.path)),
        "output": printable(str(job.output)),
        "outcome": "unchanged",
        "checks": json.loads(checks),
    }
    return Kept(Outcome.model_validate_json(told).model_copy(update=now), then)
