"""The product, run over a workbook as an officer would who gives it no help: draft, then check."""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from xl_scorecard.cli import main


@dataclass(frozen=True)
class Answer:
    """What came of one workbook.

    `refused`: why there is no reading, or "". `rules`: the drafted rule set. `asked`: by
    indicator's id, the keys the draft leaves to be decided; `asked_of_all`: its questions about
    the whole. `outcome`: the workbook in the JSON report of a check with that draft.
    """

    refused: str = ""
    rules: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, frozenset[str]] = field(default_factory=dict)
    asked_of_all: tuple[str, ...] = ()
    outcome: dict[str, Any] = field(default_factory=dict)


RULES = "rules.yaml"


Decided = Callable[[dict[str, Any]], dict[str, Any]]
"""What becomes of a drafted rule set in the hands of a person."""


def read(
    content: bytes, book: Path, layout: dict[str, Any] | None = None,
    decided: Decided | None = None,
) -> Answer:  # fmt: skip
    """Draft rules from the workbook, then check it with them and have it explained.

    `layout`: what a person says of how it is laid out, none where the product has no help;
    `decided`: what a person makes of the draft.
    """
    rules = book.parent / RULES
    book.write_bytes(content)
    rules.unlink(missing_ok=True)
    told: tuple[str, ...] = ()
    if layout is not None:
        said_in = book.parent / "layout.yaml"
        said_in.write_text(yaml.safe_dump(layout, sort_keys=False), encoding="utf-8")
        told = ("--rules", str(said_in))
    _, _, said = run("rules", "draft", str(book), "--out", str(rules), *told)
    if not rules.exists():
        return Answer(refused=said.strip() or "no draft, and no word why")
    text = rules.read_text(encoding="utf-8")
    asked, of_all = questions(text)
    drafted = yaml.safe_load(text)
    if decided is not None:
        drafted = decided(drafted)
        told_of = {str(rule["id"]): rule.keys() for rule in drafted["indicators"]}
        asked = {own: keys - told_of[own] for own, keys in asked.items()}
        rules.write_text(yaml.safe_dump(drafted, sort_keys=False), encoding="utf-8")
    words = ("check", str(book), "--rules", str(rules), "--explain", "--json", "-", "--quiet")
    _, out, said = run(*words)
    outcome = json.loads(out)["workbooks"][0] if out.strip().startswith("{") else {}
    failed = outcome.get("error") or ({} if outcome else {"message": said})
    return Answer(failed.get("message", ""), drafted, asked, of_all, outcome)


def held_to_its_draft(book: Path) -> dict[str, Any]:
    """The workbook that was read before, checked with its draft's word on layouts in effect."""
    rules = book.parent / RULES
    text = rules.read_text(encoding="utf-8")
    in_effect = re.sub(r"(?m)^  # (?=tables:|  - |    )", "  ", text)
    assert in_effect != text, "the draft says nothing of layouts"
    rules.write_text(in_effect, encoding="utf-8")
    _, out, said = run("check", str(book), "--rules", str(rules), "--json", "-", "--quiet")
    assert out.strip().startswith("{"), said
    outcome: dict[str, Any] = json.loads(out)["workbooks"][0]
    assert outcome.get("error") is None, outcome["error"]
    return outcome


def refreshed(book: Path) -> dict[str, Any]:
    """The workbook that was read before, refreshed with its draft; its part of the report."""
    words = (
        "refresh",
        str(book),
        "--rules",
        str(book.parent / RULES),
        "--json",
        "-",
        "--quiet",
    )
    _, out, said = run(*words, "--out", str(book.parent / "refreshed"))
    if not out.strip().startswith("{"):
        return {"error": {"message": said}, "indicators": []}
    outcome: dict[str, Any] = json.loads(out)["workbooks"][0]
    return outcome


def run(*words: str) -> tuple[int, str, str]:
    """A command: its exit status, and what it said on both streams."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(list(words))
    return status, _held(out), _held(err)


def _held(stream: io.TextIOWrapper) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8")


def questions(draft: str) -> tuple[dict[str, frozenset[str]], tuple[str, ...]]:
    """What a draft leaves to be decided, by indicator and of the whole."""
    found: dict[str, set[str]] = {}
    of_all, now = [], ""
    for line in draft.splitlines():
        begun = re.match(r"\s*- id: (.*?)(\s+#.*)?$", line)
        if begun:
            now = str(yaml.safe_load(begun[1]))
        key = re.match(r"\s*# *(\w+):.*# DECIDE", line) or re.match(r"\s*(\w+):.*# DECIDE", line)
        if key and now:
            found.setdefault(now, set()).add(key[1])
        elif key:
            of_all.append(line.strip())
    return {name: frozenset(keys) for name, keys in found.items()}, tuple(of_all)
