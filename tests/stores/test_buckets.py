"""Workbooks in a bucket: read, done and put back as on this machine, against a real server."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import s3fs

import xl_scorecard as package
from tests.support.books import ROWS, rule_file, scorecard
from tests.support.bucket import KEY, NAME, REFUSED, Bucket, served
from tests.support.command import UNMEASURED, xl_scorecard
from tests.support.paths import ROOT
from xl_scorecard.domain.outcome import Outcome

IN, OUT = f"s3://{NAME}/in", f"s3://{NAME}/out"
OTHER_ROWS = [(*ROWS[0][:5], 0.79), *ROWS[1:]]


@pytest.fixture(scope="module")
def one_bucket() -> Iterator[Bucket]:
    with served() as bucket:
        yield bucket


@pytest.fixture
def bucket(one_bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bucket:
    """Two workbooks in the bucket, one of them in a folder below; the same lie in `in` here."""
    monkeypatch.setenv("XL_SCORECARD_CACHE", str(tmp_path / "kept"))
    one_bucket.empty()
    rule_file(tmp_path)
    (tmp_path / "in" / "north").mkdir(parents=True)
    for name, rows in (("a.xlsx", ROWS), ("north/b.xlsx", OTHER_ROWS)):
        one_bucket.put(f"in/{name}", scorecard(tmp_path / "in" / name, rows).read_bytes())
    return one_bucket


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where files for a moment are made; nobody else makes any there."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def _refreshed(folder: Path, paths: str | Path = IN, **asked: Any) -> list[Outcome]:
    asked = {"out": OUT, **asked}
    return package.refresh(paths, rules=folder / "rules.yaml", **asked).workbooks


def _told(outcomes: list[Outcome]) -> list[str]:
    return [outcome.outcome for outcome in outcomes]


def _message(outcome: Outcome) -> str:
    assert outcome.error is not None
    return outcome.error.message


def test_what_comes_of_a_bucket_is_what_comes_of_a_folder(
    bucket: Bucket, tmp_path: Path, scratch: Path
) -> None:
    stored = _refreshed(tmp_path)
    here = _refreshed(tmp_path, tmp_path / "in", out=tmp_path / "out")
    names = ["a.xlsx", "north/b.xlsx"]
    assert bucket.keys("out/") == [f"out/{name}" for name in names]
    for name in names:
        assert bucket.get(f"out/{name}") == (tmp_path / "out" / name).read_bytes()
    as_here = [
        each.model_copy(update={"path": f"{IN}/{name}", "output": f"{OUT}/{name}"})
        for name, each in zip(names, here, strict=True)
    ]
    assert stored == as_here
    again = _refreshed(tmp_path)
    assert again == [each.model_copy(update={"outcome": "unchanged"}) for each in stored]
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_workbooks_go_from_here_into_a_bucket_and_from_a_bucket_here(
    bucket: Bucket, tmp_path: Path, jobs: int
) -> None:
    into = _refreshed(tmp_path, tmp_path / "in", jobs=jobs)
    out_of = _refreshed(tmp_path, out=tmp_path / "out", jobs=jobs)
    assert _told(into) == _told(out_of) == ["refreshed", "refreshed"]
    for name in ("a.xlsx", "north/b.xlsx"):
        assert bucket.get(f"out/{name}") == (tmp_path / "out" / name).read_bytes()


def test_patterns_and_what_is_passed_over_are_as_in_folders(bucket: Bucket, tmp_path: Path) -> None:
    data = bucket.get("in/a.xlsx")
    for key in ("in/~$a.xlsx", "in/a - Copy.xlsx", "in/.hidden/x.xlsx", "in/../x.xlsx", "in/a.txt"):
        bucket.put(key, data)
    finished = xl_scorecard(
        "refresh", f"s3://{NAME}", "--rules", "rules.yaml", "--out", OUT, folder=tmp_path
    )
    assert bucket.keys("out/") == ["out/in/a.xlsx", "out/in/north/b.xlsx"]
    root = f"xl-scorecard: s3://{NAME}: passed over 1"
    assert finished.err.splitlines() == [
        f"{root} misleading name: in/../x.xlsx",
        f"{root} backup: in/a - Copy.xlsx; name one by itself if it is meant",
        f"{root} temporary file: in/~$a.xlsx",
    ]
    found = package.check(f"s3://{NAME}/*/[an]*.xlsx", rules=tmp_path / "rules.yaml").workbooks
    assert [each.path for each in found] == [f"{IN}/a - Copy.xlsx", f"{IN}/a.xlsx"]


def test_an_output_that_somebody_worked_in_is_left_alone(bucket: Bucket, tmp_path: Path) -> None:
    _refreshed(tmp_path)
    theirs = scorecard(tmp_path / "theirs.xlsx", OTHER_ROWS).read_bytes()
    bucket.put("out/a.xlsx", theirs)
    edited, unchanged = _refreshed(tmp_path)
    assert (edited.outcome, unchanged.outcome) == ("failed", "unchanged")
    assert edited.error is not None
    assert edited.error.kind == "edited"
    assert f"a.xlsx: {OUT}/a.xlsx stands there already and was not written by" in _message(edited)
    assert bucket.get("out/a.xlsx") == theirs


@pytest.mark.parametrize("there", [False, True])
def test_what_somebody_puts_there_meanwhile_is_not_written_over(
    bucket: Bucket, tmp_path: Path, there: bool
) -> None:
    if there:
        _refreshed(tmp_path)
        bucket.put("in/a.xlsx", bucket.get("in/north/b.xlsx"))

    def race(method: str, key: str) -> None:
        if (method, key) == ("PUT", "out/a.xlsx"):
            bucket.put(key, b"theirs")

    bucket.between = race
    lost, other = _refreshed(tmp_path)
    assert (lost.outcome, other.outcome) == ("failed", "unchanged" if there else "refreshed")
    assert _message(lost) == (
        f"a.xlsx: its output {OUT}/a.xlsx was written by somebody else meanwhile; theirs was left "
        "alone, run again"
    )
    assert bucket.get("out/a.xlsx") == b"theirs"


def test_in_place_is_on_condition_that_nobody_saved_meanwhile(
    bucket: Bucket, tmp_path: Path
) -> None:
    theirs = bucket.get("in/a.xlsx")

    def race(method: str, key: str) -> None:
        if (method, key) == ("PUT", "in/a.xlsx"):
            bucket.put(key, b"saved")

    done = _refreshed(tmp_path, f"{IN}/north/b.xlsx", out=None, in_place=True)
    here = _refreshed(tmp_path, tmp_path / "in" / "north" / "b.xlsx", out=None, in_place=True)
    assert _told(done) == _told(here) == ["refreshed"]
    assert bucket.get("in/north/b.xlsx") == (tmp_path / "in/north/b.xlsx").read_bytes()
    bucket.between = race
    (lost,) = _refreshed(tmp_path, f"{IN}/a.xlsx", out=None, in_place=True)
    assert "was written by somebody else meanwhile" in _message(lost)
    assert bucket.get("in/a.xlsx") == b"saved" != theirs


def test_a_server_that_dies_in_between_costs_what_was_not_done_yet(
    bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scratch: Path
) -> None:
    monkeypatch.setattr(s3fs.S3FileSystem, "retries", 1)
    with served() as dying:
        for name in ("a", "b", "c"):
            dying.put(f"in/{name}.xlsx", (tmp_path / "in" / "a.xlsx").read_bytes())
        outcomes = []
        asked = {"rules": tmp_path / "rules.yaml", "out": OUT, "stream": True}
        for outcome in package.refresh(IN, **asked):
            outcomes.append(outcome)
            dying.end()
        assert _told(outcomes) == ["refreshed", "failed", "failed"]
        assert [_message(outcome) for outcome in outcomes[1:]] == [
            f"{name}.xlsx: is in a store that does not answer; see whether it can be reached, then "
            "run again"
            for name in ("b", "c")
        ]
        assert dying.keys("out/") == ["out/a.xlsx"]
        _refreshed(tmp_path, tmp_path / "in" / "a.xlsx", out=tmp_path / "out")
        assert dying.get("out/a.xlsx") == (tmp_path / "out" / "a.xlsx").read_bytes()
    assert list(scratch.iterdir()) == []


def test_a_put_that_breaks_off_leaves_nothing(
    bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(s3fs.S3FileSystem, "retries", 1)

    def broken(method: str, key: str) -> str | None:
        return "500 Internal" if (method, key) == ("PUT", "out/a.xlsx") else None

    bucket.between = broken
    lost, other = _refreshed(tmp_path)
    assert (lost.outcome, other.outcome) == ("failed", "refreshed")
    assert lost.error is not None
    assert lost.error.kind == "write_failed"
    assert "their words" not in _message(lost)
    assert bucket.keys("out/") == ["out/north/b.xlsx"]


def test_what_a_store_refuses_is_one_line_without_a_secret(bucket: Bucket, tmp_path: Path) -> None:
    words = ("refresh", IN, "--rules", "rules.yaml", "--debug", "--out")
    missing = xl_scorecard(*words, "s3://nobody-has-it/out", folder=tmp_path, status=2)
    bucket.between = lambda _method, key: REFUSED if key == "in/a.xlsx" else None
    refused = xl_scorecard(*words, OUT, "--quiet", folder=tmp_path, status=3)
    bucket.between = lambda _method, _key: REFUSED
    shut = xl_scorecard(*words, OUT, "--quiet", folder=tmp_path, status=2)
    mend = (
        "is not open to us; sign on as the store asks for, by its variables, its configuration or "
        "a key, or ask whoever runs it for leave"
    )
    nowhere = "is not there; see how the bucket or server, the folders and the name are written"
    lines = [each.err.splitlines()[-1] for each in (missing, refused, shut)]
    assert lines == [
        f"xl-scorecard: s3://nobody-has-it/out: {nowhere}",
        f"xl-scorecard: {IN}/a.xlsx: {mend}",
        f"xl-scorecard: {OUT}: {mend}",
    ]
    said = "".join(each.out + each.err for each in (missing, refused, shut))
    assert KEY not in said
    assert "their words" not in said
    assert "officer" not in said
    assert "Signature" not in said


def test_reports_go_into_a_bucket_and_replace_nothing_but_reports(
    bucket: Bucket, tmp_path: Path
) -> None:
    at = f"s3://{NAME}"
    reports = ("--json", f"{at}/all.json", "--html", f"{at}/all.html", "--overview")
    words = ("refresh", IN, "--rules", "rules.yaml", "--out", OUT, *reports)
    for _ in range(2):
        xl_scorecard(*words, f"{at}/all.xlsx", folder=tmp_path)
    told = json.loads(bucket.get("all.json"))["workbooks"]
    assert [each["output"] for each in told] == [f"{OUT}/a.xlsx", f"{OUT}/north/b.xlsx"]
    assert b'href="./out/north/b.xlsx"' in bucket.get("all.html")
    with zipfile.ZipFile(io.BytesIO(bucket.get("all.xlsx"))) as book:
        assert book.testzip() is None
    bucket.put("theirs.xlsx", bucket.get("in/a.xlsx"))
    refused = xl_scorecard(*words, f"{at}/theirs.xlsx", folder=tmp_path, status=2)
    assert refused.err == (
        f"xl-scorecard: --overview {at}/theirs.xlsx: is there already and is no overview of ours; "
        "name another file; nothing was done\n"
    )


def test_earlier_quarters_are_sought_in_a_bucket(bucket: Bucket, tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Good is", "Target", "Q1 2018/19", "Q2 2018/19")
    before = scorecard(tmp_path / "q2.xlsx", headings=headings).read_bytes()
    bucket.put("earlier/a 2018-19 Q2.xlsx", before)
    rules = tmp_path / "rules.yaml"
    for asked in (
        {"history": f"s3://{NAME}/earlier"},
        {"before": f"s3://{NAME}/earlier/a 2018-19 Q2.xlsx"},
    ):
        (found,) = package.check(f"{IN}/a.xlsx", rules=rules, **asked).workbooks
        assert [each.workbook for each in found.held_against] == ["a 2018-19 Q2.xlsx"]
        (here,) = package.check(tmp_path / "in" / "a.xlsx", rules=rules, **asked).workbooks
        assert here.held_against == found.held_against


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")
def test_ctrl_c_leaves_no_half_and_no_copy_here(bucket: Bucket, tmp_path: Path) -> None:
    (tmp_path / "scratch").mkdir()
    started: list[subprocess.Popen[str]] = []

    def interrupt(method: str, key: str) -> None:
        if (method, key) == ("PUT", "out/a.xlsx"):
            started[0].send_signal(signal.SIGINT)
            time.sleep(2)  # longer than it goes on for

    bucket.between = interrupt
    words = ("refresh", IN, "--rules", "rules.yaml", "--out", OUT, "--quiet", "--jobs", "1")
    environment = {**UNMEASURED, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path / "scratch")}
    environment |= {name: os.environ[name] for name in os.environ if name.startswith("AWS_")}
    with subprocess.Popen(
        [sys.executable, "-m", "xl_scorecard", *words],
        cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        started.append(process)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == "xl-scorecard: stopped; every file is whole; 2 of 2 workbooks were not done\n"
    assert list((tmp_path / "scratch").iterdir()) == []
