"""The two corpora: our own, which is always there, and the one kept beside the project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.books import rule_file
from tests.support.corpus import NAMES, SIGNED
from tests.support.paths import RULES


@dataclass(frozen=True)
class Corpus:
    """A folder of workbooks: how many there are, which are signed, and rules to read them by."""

    folder: Path
    count: int
    signed: frozenset[str]
    rules: Path

    @property
    def unsigned(self) -> list[Path]:
        """The workbooks that may be written into."""
        found = sorted(self.folder.rglob("*.xls[xm]"))
        return [path for path in found if path.name not in self.signed]


@pytest.fixture(scope="module")
def ours(own_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The workbooks of our own making."""
    rules = rule_file(tmp_path_factory.mktemp("rules"))
    return Corpus(own_corpus, len(NAMES), frozenset({SIGNED}), rules)


@pytest.fixture(scope="module")
def theirs(corpus: Path) -> Corpus:
    """The workbooks that Excel and real councils made."""
    signed = frozenset({"hello-world-signed.xlsx", "ms-office-2010-signed.xlsx"})
    return Corpus(corpus, 140, signed, RULES)


@pytest.fixture(scope="module", params=["ours", "theirs"])
def either(request: pytest.FixtureRequest) -> Corpus:
    """Each corpus in turn."""
    found: Corpus = request.getfixturevalue(request.param)
    return found
