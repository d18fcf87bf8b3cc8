"""Drafts of workbooks, as text and as the rule set a run would read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tests.support.books import Cell, scorecard
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.drafting.draft import draft_rules
from xl_scorecard.rule_files.load import load_rule_set


def draft_of(
    folder: Path, headings: Sequence[Cell], *rows: Sequence[Cell], number_format: str = "General"
) -> str:
    """The draft for a small scorecard."""
    book = scorecard(folder / "book.xlsx", rows, headings, number_format=number_format)
    return draft_rules(book).text


def loaded(folder: Path, text: str) -> RuleSet:
    """A draft read back as a rule set; raises where it is unsound."""
    file = folder / "draft.yaml"
    file.write_bytes(text.encode())
    return load_rule_set(file)


def entries(text: str, indicator: str) -> list[str]:
    """The lines of one indicator, runs of spaces as one."""
    blocks = re.split(r"(?m)^  - ", text)
    found = next(block for block in blocks if block.split("\n")[0].startswith(f"id: {indicator}"))
    lines = [" ".join(line.split()) for line in found.splitlines()]
    return [line for line in lines if line and not line.startswith("# ----")]
