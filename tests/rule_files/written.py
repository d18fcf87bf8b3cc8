"""Rule sets written into a file, and the mistakes that are told of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_scorecard.errors import RuleSetError
from xl_scorecard.rule_files.load import load_rule_set, read_rule_file

Told = list[tuple[int, int, str]]
"""Line, column and message of each mistake."""


def _file(folder: Path, content: str | bytes) -> Path:
    path = folder / "ours.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def mistakes(folder: Path, content: str | bytes) -> Told:
    """The mistakes of an unsound rule set."""
    with pytest.raises(RuleSetError) as caught:
        load_rule_set(_file(folder, content))
    return [(m.line, m.column, m.message) for m in caught.value.mistakes]


def notes(folder: Path, content: str) -> Told:
    """The notes on a sound rule set."""
    return [(n.line, n.column, n.message) for n in read_rule_file(_file(folder, content)).notes]
