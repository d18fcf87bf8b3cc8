"""Workbooks spread over a dask cluster: a real scheduler and worker, on this machine alone."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.support.books import ROWS, rule_file, scorecard
from tests.support.bucket import NAME, Bucket, served
from tests.support.command import UNMEASURED, xl_scorecard
from tests.support.paths import ROOT
from xl_scorecard.batch.run_all import run_all
from xl_scorecard.errors import UsageError

LOOPBACK = "127.0.0.1"
_PATIENCE = 60  # seconds for a scheduler and a worker to start or end in


def _started(folder: Path, log: BinaryIO, module: str, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [
            sys.executable, "-m", f"distributed.cli.{module}", "--host", LOOPBACK,
            "--dashboard-address", f"{LOOPBACK}:0", "--no-dashboard",
            "--scheduler-file", "scheduler.json", *words,
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=log,
        stderr=log,
    )  # fmt: skip


def _wait(ready: Callable[[], bool], *processes: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while not ready():
        assert all(process.poll() is None for process in processes), "the cluster did not start"
        assert time.monotonic() < until, "the cluster did not start in time"
        time.sleep(0.05)


@dataclass(frozen=True)
class Cluster:
    """A scheduler's address, and its workers."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture(scope="module")
def bucket() -> Iterator[Bucket]:
    """A bucket, begun before whoever is to find it in the environment."""
    with served() as there:
        yield there


@pytest.fixture(scope="module")
def two_workers(
    bucket: Bucket,  # in the environment of the workers
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Cluster]:
    """A scheduler with two worker processes, which have a working folder of their own."""
    folder = tmp_path_factory.mktemp("cluster")
    processes: list[subprocess.Popen[bytes]] = []
    with (folder / "log").open("wb") as log:
        try:
            processes.append(_started(folder, log, "dask_scheduler", "--port", "0"))
            _wait((folder / "scheduler.json").exists, *processes)
            limits = ("--no-nanny", "--nthreads", "1", "--memory-limit", "0")
            processes += [_started(folder, log, "dask_worker", *limits) for _ in range(2)]
            _wait(lambda: (folder / "log").read_bytes().count(b"Registered to") == 2, *processes)
            told = json.loads((folder / "scheduler.json").read_text("utf-8"))
            assert told["address"].startswith(f"tcp://{LOOPBACK}:")
            yield Cluster(str(told["address"]), processes[1:])
        finally:
            for process in reversed(processes):
                process.terminate()
                process.wait(timeout=_PATIENCE)


@pytest.fixture
def cluster(two_workers: Cluster) -> str:
    """The address of a scheduler with workers."""
    return two_workers.address


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three workbooks below `in`, one of them damaged and one with an error, and their rules."""
    rule_file(tmp_path)
    (tmp_path / "in" / "north").mkdir(parents=True)
    scorecard(tmp_path / "in" / "a.xlsx")
    scorecard(tmp_path / "in" / "north" / "b.xlsx", [(*ROWS[0][:5], 1.01), *ROWS[1:]])
    (tmp_path / "in" / "c.xlsx").write_bytes(b"PK")
    return tmp_path


def test_a_cluster_gives_what_one_process_gives(cluster: str, folder: Path) -> None:
    words = ("refresh", "in", "--rules", "rules.yaml", "--json", "-")
    spread = xl_scorecard(*words, "--out", "spread", "--cluster", cluster, folder=folder, status=3)
    alone = xl_scorecard(*words, "--out", "alone", "--jobs", "1", folder=folder, status=3)
    as_alone = json.loads(alone.out.replace('"alone/', '"spread/'))
    assert spread.report == as_alone
    assert [w["outcome"] for w in spread.report["workbooks"]] == [
        "refreshed",
        "failed",
        "refreshed",
    ]
    assert spread.err == alone.err
    for name in ("a.xlsx", "north/b.xlsx"):
        one, other = (folder / place / name for place in ("spread", "alone"))
        assert one.read_bytes() == other.read_bytes()


def test_workers_bring_workbooks_of_a_bucket_themselves_and_put_them_back(
    bucket: Bucket, cluster: str, folder: Path
) -> None:
    names = ("a.xlsx", "north/b.xlsx")
    for name in names:
        bucket.put(f"in/{name}", (folder / "in" / name).read_bytes())
    words = ("refresh", f"s3://{NAME}/in", "--rules", "rules.yaml", "--out")
    xl_scorecard(*words, f"s3://{NAME}/spread", "--cluster", cluster, folder=folder)
    for out, jobs in (("alone", "1"), ("many", "2")):
        xl_scorecard(*words, f"s3://{NAME}/{out}", "--jobs", jobs, folder=folder)
    for name in names:
        written = {bucket.get(f"{out}/{name}") for out in ("spread", "alone", "many")}
        assert len(written) == 1


def test_findings_of_a_cluster_count_for_the_exit_status(cluster: str, folder: Path) -> None:
    words = ("check", "in/north/b.xlsx", "--rules", "rules.yaml", "--cluster", cluster)
    finished = xl_scorecard(*words, folder=folder, status=1)
    assert "Scorecard!F4: error: " in finished.out


def test_an_address_where_no_scheduler_answers_is_one_line_and_nothing_is_done(
    folder: Path,
) -> None:
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))  # nobody listens there, and nobody else will
        address = f"tcp://{LOOPBACK}:{taken.getsockname()[1]}"
        words = ("refresh", "in", "--rules", "rules.yaml", "--out", "out", "--cluster", address)
        finished = xl_scorecard(*words, folder=folder, status=2)
    assert finished.err == (
        f"xl-scorecard: --cluster {address}: no dask scheduler answers there; nothing was done\n"
    )
    assert not (folder / "out").exists()


def test_an_address_that_is_none_is_one_line(folder: Path) -> None:
    words = ("check", "in", "--rules", "rules.yaml", "--cluster", "nowhere://at.all")
    finished = xl_scorecard(*words, folder=folder, status=2)
    assert "--cluster nowhere://at.all: no dask scheduler answers there" in finished.err
    assert len(finished.err.splitlines()) == 1


def test_without_dask_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install 'xl-scorecard\[cluster\]'"):
        list(run_all([], cluster=f"tcp://{LOOPBACK}:8786"))


# the last of those that use the cluster: it has one worker less from then on
def test_one_process_many_and_a_cluster_that_loses_a_worker_give_the_same_bytes(
    two_workers: Cluster, folder: Path
) -> None:
    shutil.rmtree(folder / "in" / "north")
    (folder / "in" / "c.xlsx").unlink()
    for number in range(10):
        shutil.copyfile(folder / "in" / "a.xlsx", folder / "in" / f"{number}.xlsx")
    words = ("refresh", "in", "--rules", "rules.yaml", "--quiet")
    with subprocess.Popen(
        [sys.executable, "-m", "xl_scorecard", *words, "--out", "spread", "--cluster",
         two_workers.address],
        cwd=folder, env={**UNMEASURED, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        _wait((folder / "spread").is_dir, process)
        two_workers.workers[0].kill()
        _, said = process.communicate(timeout=2 * _PATIENCE)
    assert (process.returncode, said) == (0, "")
    written = []
    for out, jobs in (("alone", "1"), ("many", "2")):
        xl_scorecard(*words, "--out", out, "--jobs", jobs, folder=folder)
    for out in ("spread", "alone", "many"):
        files = sorted((folder / out).iterdir())
        written.append({file.name: file.read_bytes() for file in files})
    assert written[0] == written[1] == written[2]
    assert len(written[0]) == 11
