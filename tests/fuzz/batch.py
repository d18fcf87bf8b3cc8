"""Mutants by the hundred in a process of their own, which may take a gibibyte and no more."""

from __future__ import annotations

import json
import os
import resource
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from tests.fuzz.judge import Verdict, judged
from tests.fuzz.mutants import mutant

MOST_MEMORY = 1 << 30


def judged_apart(numbers: range) -> Iterator[tuple[Verdict, int]]:
    """The verdicts on these mutants with the most memory (bytes) that was taken so far."""
    left = list(numbers)
    while left:
        told = 0
        for verdict, memory in _one_process(left):
            told += 1
            yield verdict, memory
        left = left[told:]
        if left:
            yield Verdict(left.pop(0), faults=["the process died"]), 0


def _one_process(numbers: list[int]) -> Iterator[tuple[Verdict, int]]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            _judge_all(numbers, writing)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            yield Verdict(**told["verdict"]), told["memory"]
    os.waitpid(child, 0)


def _judge_all(numbers: list[int], to: int) -> None:
    _bounded()
    with os.fdopen(to, "w", encoding="utf-8") as out, tempfile.TemporaryDirectory() as scratch:
        for number in numbers:
            verdict = judged(mutant(number), Path(scratch))
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
            out.write(json.dumps({"verdict": asdict(verdict), "memory": memory}) + "\n")
            out.flush()


def _bounded() -> None:
    """No more than a gibibyte beyond what the process has mapped by now."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + MOST_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def processor_seconds() -> float:
    """What this process and those that ended have used so far."""
    return time.process_time() + resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
