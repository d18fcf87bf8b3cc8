"""What a run over a folder leaves when something happens to it.

    python benchmarks/interrupted.py [--workbooks 200]

A folder of workbooks is refreshed with two processes, and once each with: Ctrl-C, SIGTERM, a worker
killed as the system does when memory runs out, a disk that takes no file longer than 3,000 bytes,
and SIGTERM while LibreOffice (a stand-in that never ends) computes. Printed are the exit status,
the seconds from what happened to the end, the outcomes in the JSON report, how many outputs are
there and how many of them are whole, and what else was left: files, processes.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.faults import interrupted
from tests.support import books

_NEVER_ENDS = "#!/bin/sh\nsleep 600 &\nwait\n"


def main(number: int) -> None:
    """Print a line for each thing that can happen."""
    print(f"{number} workbooks, 2 processes")
    print(f"{'':34}{'status':>7}{'seconds':>9}  {'outputs':>8}{'whole':>7}{'files':>7}{'procs':>7}")
    _shown("nothing", number, interrupted.nothing)
    _shown("Ctrl-C", number, _after(0.3, signal.SIGINT))
    _shown("SIGTERM", number, _after(0.3, signal.SIGTERM))
    _shown("a worker killed", number, interrupted.one_worker_killed)
    _shown("a full disk", number, interrupted.nothing, before=_full)
    _shown("SIGTERM under --recalculate", number, _after(0.3, signal.SIGTERM), recalculate=True)


def _shown(
    what: str,
    number: int,
    happening: interrupted.Happening,
    *,
    before: Callable[[], None] | None = None,
    recalculate: bool = False,
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = interrupted.folder_of(Path(name), number)
        environment = _with_formulas(folder) if recalculate else {}
        words = ("--jobs", "2", *(["--recalculate"] if recalculate else []))
        left = interrupted.run(
            folder,
            happening,
            *words,
            wait_for=_computing
            if recalculate
            else (lambda _: True)
            if before
            else interrupted.begun,
            before=before,
            environment=environment,
        )
        whole = sum(_is_whole(folder / "out" / file) for file in left.written)
        said = left.outcomes() or left.err.splitlines()[-1:]
        print(
            f"{what:34}{left.status:7}{left.seconds:9.2f}  {len(left.written):8}{whole:7}"
            f"{len(left.litter):7}{len(left.alive):7}  {said}",
            flush=True,
        )


def _after(seconds: float, number: int) -> interrupted.Happening:
    def happening(process: subprocess.Popen[bytes], others: list[int]) -> None:
        time.sleep(seconds)
        others[:] = interrupted.below(process.pid)
        process.send_signal(number)

    return happening


def _at_once(_folder: Path) -> bool:
    return True


def _computing(folder: Path) -> bool:
    return any((folder / "scratch").glob("xl-scorecard-*/scorecard.xlsx"))


def _full() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))


def _with_formulas(folder: Path) -> dict[str, str]:
    def more(_book: Any, page: Any) -> None:
        page.write_formula("F4", "=E4", None, "")

    for file in (folder / "books").iterdir():
        books.scorecard(file, more=more)
    programs = folder / "programs"
    programs.mkdir()
    (programs / "soffice").write_text(_NEVER_ENDS, encoding="utf-8")
    (programs / "soffice").chmod(0o755)
    return {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}


def _is_whole(file: Path) -> bool:
    with zipfile.ZipFile(file) as archive:
        return archive.testzip() is None and "xl_scorecard.content" in archive.read(
            "xl/workbook.xml"
        ).decode("utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--workbooks", type=int, default=200)
    main(parser.parse_args().workbooks)
