"""How the mistakes of a rule set are told, whatever they are."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.work import calls_of
from xl_scorecard.errors import MISTAKES_TOLD, RuleSetError
from xl_scorecard.rule_files.load import load_rule_set

NOT_OURS = re.compile(
    r"Input should|valid (?:string|list|dictionary|integer|number)|Field required|Extra inputs|"
    r"unable to (?:parse|interpret)|pydantic|Traceback|type=|input_value|\bmodel\b|"
    r"found (?:character|unexpected|undefined|duplicate|unknown|a tab)|did not find|"
    r"could not find|expected [<'a-z]|while (?:scanning|parsing|constructing)|"
    r"not allowed (?:here|in this)|cannot start any token|<unicode string>|<byte string>|"
    r"constructor|recursive|unhashable|codec|indicators\.\d|\w+\.\d+\.\w+|Error\b|tag:yaml|NoneType"
)
"""Words of the libraries below, and of programmers."""
LONGEST = 420
MOST_CALLS = 1_000_000
"""Of functions, to read a rule set however odd: a sound one of a hundred lines takes a tenth."""


def told(folder: Path, content: bytes) -> list[str]:
    """The lines that are told of a rule set, none where it is sound; each is as it should be."""
    path = folder / "r.yaml"
    path.write_bytes(content)
    lines: list[str] = []

    def load() -> None:
        try:
            load_rule_set(path)
        except RuleSetError as error:
            lines.extend(str(error).split("\n"))

    calls = calls_of(load)
    assert calls < MOST_CALLS
    assert len(lines) <= MISTAKES_TOLD + 1
    for position, line in enumerate(lines):
        last = position == MISTAKES_TOLD
        form = r"and [\d,]+ more mistakes?" if last else r"r\.yaml:[1-9]\d*:[1-9]\d*: \S.*"
        assert re.fullmatch(form, line), line
        assert NOT_OURS.search(line) is None, line
        assert len(line) <= LONGEST, line
    return lines
