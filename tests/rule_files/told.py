"""How the mistakes of a rule set are told, whatever they are."""

from __future__ import annotations

import re
import time
from pathlib import Path

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
SLOWEST = 1.0


def told(folder: Path, content: bytes) -> list[str]:
    """The lines that are told of a rule set, none where it is sound; each is as it should be."""
    path = folder / "r.yaml"
    path.write_bytes(content)
    start = time.process_time()
    try:
        load_rule_set(path)
    except RuleSetError as error:
        lines = str(error).split("\n")
    else:
        lines = []
    assert time.process_time() - start < SLOWEST
    assert len(lines) <= MISTAKES_TOLD + 1
    for position, line in enumerate(lines):
        last = position == MISTAKES_TOLD
        form = r"and [\d,]+ more mistakes?" if last else r"r\.yaml:[1-9]\d*:[1-9]\d*: \S.*"
        assert re.fullmatch(form, line), line
        assert NOT_OURS.search(line) is None, line
        assert len(line) <= LONGEST, line
    return lines
