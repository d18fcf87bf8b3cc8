"""A process that carries out one command after another, each through `python -m xl_scorecard`.

What a command costs a test is then the command, and not starting Python and importing the program.
Every command has streams, working folder, environment and words of its own; what it leaves behind
in the process is put back. Run as a program: a line of JSON in, and one out, the exit status and
whether the process goes on.
"""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
import runpy
import sys
import tempfile
import traceback
import warnings
from typing import IO, Any


def carry_out(words: list[str], folder: str, environment: dict[str, str]) -> int:
    """Run one command with the streams as they are; returns the exit status of its process."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    tempfile.tempdir = None  # looked up once in a process
    sys.argv = ["xl-scorecard", *words]
    with warnings.catch_warnings():  # a warning is shown once in a process
        try:
            runpy.run_module("xl_scorecard", run_name="__main__", alter_sys=True)
        except SystemExit as ended:
            return int(ended.code or 0)
        except BaseException:
            traceback.print_exc()
            return 1
    raise AssertionError("the program ends with its exit status")


def _with_streams_into(out: str, err: str, **asked: Any) -> int:
    """Run one command; what it says goes into two files, through file descriptors 1 and 2."""
    for number, path in ((1, out), (2, err)):
        into = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
        os.dup2(into, number)
        os.close(into)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    try:
        return carry_out(**asked)
    finally:
        sys.stdout.close()
        sys.stderr.close()
        for handler in logging.root.handlers[:]:  # --debug
            logging.root.removeHandler(handler)
        logging.root.setLevel(logging.WARNING)
        _leave_stores()


def _leave_stores() -> None:
    """Forget the connections to stores, which are made once a process: the next command's store
    may be another server under the same address."""
    known = sys.modules.get("fsspec.spec")
    kinds = [known.AbstractFileSystem] if known is not None else []
    while kinds:
        kind = kinds.pop()
        kind.clear_instance_cache()
        kinds.extend(kind.__subclasses__())


def _left_a_helper() -> bool:
    """Whether a process was left behind that begins others with this command's streams."""
    return multiprocessing.get_start_method(allow_none=True) == "forkserver"


def _serve(asked: IO[str], answers: IO[str]) -> None:
    for line in asked:
        status = _with_streams_into(**json.loads(line))
        goes_on = not _left_a_helper()
        print(json.dumps([status, goes_on]), file=answers, flush=True)
        if not goes_on:
            return


def _own(number: int, mode: str) -> IO[str]:
    """A standard stream kept for ourselves; commands find nothing in its place."""
    kept = os.dup(number)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, number)
    os.close(nowhere)
    return open(kept, mode, encoding="utf-8")  # noqa: PTH123


if __name__ == "__main__":
    _serve(_own(0, "r"), _own(1, "w"))
