"""What came of a mutant: what was said, how long it took, and what is wrong with that."""

from __future__ import annotations

import time
import traceback
import typing
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.limits import TooSlowError, within
from tests.fuzz.links import broken
from tests.fuzz.mutants import Mutant
from tests.fuzz.reading import held, held_if_readable
from tests.fuzz.theirs import gone, parts_gone, theirs
from xl_scorecard.errors import Kind
from xl_scorecard.run import Action, Job, process

SLOWEST = 10.0
"""Seconds of the processor that any one command may take."""
_NAMES = b"xl_scorecard."


@dataclass
class Verdict:
    """What a mutant came to; `faults` is empty where all is well."""

    number: int
    said: dict[str, str] = field(default_factory=dict)
    slowest: float = 0.0
    readable: bool = True
    faults: list[str] = field(default_factory=list)


def judged(mutant: Mutant, folder: Path) -> Verdict:
    """Check, refresh, refresh again and clear a mutant in a folder of its own."""
    verdict = Verdict(mutant.number)
    name = f"m{mutant.seed.suffix}"
    source, once, again, clear = (folder / part / name for part in ("in", "1", "2", "3"))
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(mutant.data)
    for output in (once, again, clear):
        output.unlink(missing_ok=True)
    run = _Runs(mutant, verdict)
    run.act("check", source, None)
    outputs = _refreshed(run, source, once, again)
    if mutant.seed.refreshed and run.act("clear", source, clear, "clear mutant"):
        outputs["clear mutant"] = clear.read_bytes()
    if "refresh" in outputs:
        clear.unlink(missing_ok=True)
        if run.act("clear", once, clear):
            outputs["clear"] = clear.read_bytes()
            _nothing_left(verdict, mutant, clear)
        else:
            verdict.faults.append(f"clear: refused what it wrote itself ({verdict.said['clear']})")
    _judge(verdict, mutant, outputs)
    return verdict


def _refreshed(run: _Runs, source: Path, once: Path, again: Path) -> dict[str, bytes]:
    """The outputs of refreshing once, and again where that changed something."""
    if not run.act("refresh", source, once):
        return {}
    outputs = {"refresh": once.read_bytes()}
    verdict = run.verdict
    if not run.act("refresh", once, again, "again"):
        verdict.faults.append(f"again: refused what it wrote itself ({verdict.said['again']})")
    elif again.read_bytes() != outputs["refresh"]:
        outputs["again"] = again.read_bytes()
    return outputs


@dataclass
class _Runs:
    mutant: Mutant
    verdict: Verdict

    def act(self, action: Action, path: Path, output: Path | None, name: str = "") -> bool:
        """Run one command; says whether it was done."""
        verdict, name = self.verdict, name or action
        start = time.process_time()
        try:
            with within(SLOWEST):
                outcome = process(Job(action, path, output, self.mutant.seed.rules))
        except TooSlowError:
            verdict.faults.append(f"{name}: over {SLOWEST:.0f} s")
            verdict.said[name] = "slow"
            return False
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            ours = [f for f in traceback.extract_tb(error.__traceback__) if "xl_scorecard" in f[0]]
            place = f"{Path(ours[-1][0]).name}:{ours[-1][1]}" if ours else f"{last[0]}:{last[1]}"
            verdict.faults.append(f"{name}: {type(error).__name__} at {place}: {str(error)[:90]}")
            verdict.said[name] = "exception"
            return False
        finally:
            verdict.slowest = max(verdict.slowest, time.process_time() - start)
        verdict.said[name] = outcome.error.kind if outcome.error else outcome.outcome
        if outcome.error is None:
            return True
        if outcome.error.kind not in typing.get_args(Kind) or "\n" in outcome.error.message:
            verdict.faults.append(f"{name}: {outcome.error}")
        if output is not None and output.exists():
            verdict.faults.append(f"{name}: refused, and wrote")
        return False


def _judge(verdict: Verdict, mutant: Mutant, outputs: dict[str, bytes]) -> None:
    """Nothing of theirs is gone from the outputs, which open where the mutant opened."""
    distinct = {data: step for step, data in outputs.items() if data != mutant.data}
    if not distinct:
        return
    for data, step in distinct.items():
        verdict.faults.extend(f"{step}: {what}" for what in broken(mutant.data, data))
    before = held_if_readable(mutant.data)
    verdict.readable = before is not None
    own = theirs(before, mutant.seed) if before is not None else None
    for data, step in distinct.items():
        if own is None:
            if not mutant.seed.refreshed:
                verdict.faults.extend(f"{step}: {what}" for what in parts_gone(mutant.data, data))
            continue
        try:
            after = held(data)
        except Exception as error:
            text = f"{type(error).__name__}: {error}"
            verdict.faults.append(f"{step}: openpyxl cannot open it any more ({text[:120]})")
            continue
        verdict.faults.extend(f"{step}: {what}" for what in gone(own, after)[:3])


def _nothing_left(verdict: Verdict, mutant: Mutant, clear: Path) -> None:
    """Of a workbook that held nothing of ours, nothing of ours is left."""
    if mutant.seed.refreshed or _NAMES in mutant.data:
        return
    with zipfile.ZipFile(clear) as archive:
        left = [name for name in archive.namelist() if _NAMES in archive.read(name)]
    if left and not any("name" in step for step in mutant.steps):
        verdict.faults.append(f"clear: something of ours is left in {left}")
