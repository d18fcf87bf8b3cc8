"""The inputs of ../shared/cases/rules: each is refused, its mistakes told and how to mend them.

None of them may pass as sound, hang, or end in a library's own words.
"""

from __future__ import annotations

import pytest

from tests.cases.kept import RULE_FILES
from tests.conftest import need_shared
from tests.rule_files.told import LONGEST, MOST_CALLS, NOT_OURS
from tests.support.work import calls_of
from xl_scorecard.cli import main

WRONG = 2
"""The exit status for a rule set that is unsound."""
_NO_CHECK = "is no check; copy its word from the list of checks"
_TOO_LARGE = "is too large a number; write one of at most 15 digits"

# by input: where each mistake stands, and a piece of what is said of it
MISTAKES: dict[str, tuple[tuple[str, str], ...]] = {
    "band-order": (("39:14", "nothing ever falls in this band"),),
    "cross-check-ignored": (("8:9", _NO_CHECK), ("9:14", _NO_CHECK)),
    "mistakes-b": (
        ("2:23", "did you mean target?"),
        ("2:42", "did you mean polarity?"),
        ("6:87", '"nonsense" is no figure'),
        ("7:70", "no indicator has the id NO-SUCH-ID"),
        ("10:9", "did you mean value-missing?"),
        ("11:14", _NO_CHECK),
        ("13:44", "and stands between its parts; write and("),
    ),
    "mistakes-c": (("4:3", "a list stands where a key should"),),
    "mistakes-i": (("7:38", "nothing ever falls in this band"),),
    "mistakes-j": (
        ("3:23", "stands without a denominator"),
        ("3:34", "A1 is made of itself"),
        ("4:20", '"X" is also a name of indicator A1, on line 3'),
    ),
    "off-unknown": (("30:5", "did you mean number-as-text?"), ("31:5", _NO_CHECK)),
    "rules-alias_good_is": (("6:190", "repeats what is there already too many times over"),),
    "rules-bigfloat": (("3:58", _TOO_LARGE),),
    "rules-bigint": (("3:31", _TOO_LARGE),),
    "rules-biginttol": (("3:46", _TOO_LARGE),),
    "rules-deep_flow": (("2:32", "stands within more than 20 brackets or indents"),),
    "rules-seqkey": (("2:3", "a list stands where a key should"), ("4:1", "indicators: is empty")),
    "rules-tag_bool": (("3:31", "!!bool is a tag, which rule sets do not know"),),
    "rules-tag_int": (("3:31", "!!int is a tag, which rule sets do not know"),),
    "rules-template-braces": (("1:7", "{{ council }} is a placeholder that nobody filled in"),),
    "rules-utf16be": (("1:1", "is UTF-16 text"),),
}
OF_A_WORKBOOK = ("band-order", "off-unknown")


def test_every_input_is_in_the_table() -> None:
    need_shared(RULE_FILES, "the cases")
    assert {path.stem for path in RULE_FILES.glob("*.yaml")} == set(MISTAKES)
    assert {path.stem for path in RULE_FILES.glob("*.xlsx")} == set(OF_A_WORKBOOK)


@pytest.mark.parametrize("name", MISTAKES)
def test_the_mistakes_of_a_rule_file_are_told(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    need_shared(RULE_FILES, "the cases")
    path = RULE_FILES / f"{name}.yaml"
    statuses = []
    calls = calls_of(lambda: statuses.append(main(["rules", "check", str(path)])))
    assert calls < MOST_CALLS
    said = capsys.readouterr()
    assert statuses == [WRONG]
    lines = (said.out + said.err).splitlines()
    for line, (place, piece) in zip(lines, MISTAKES[name], strict=True):
        assert line.removeprefix("xl-scorecard: ").startswith(f"{path}:{place}: ")
        assert piece in line
        assert NOT_OURS.search(line.removeprefix(str(path))) is None
        assert len(line) <= LONGEST + len(str(path))


@pytest.mark.parametrize("name", OF_A_WORKBOOK)
def test_no_workbook_is_judged_by_them(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    need_shared(RULE_FILES, "the cases")
    workbook, rules = (str(RULE_FILES / f"{name}{end}") for end in (".xlsx", ".yaml"))
    assert main(["check", workbook, "--rules", rules]) == WRONG
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == len(MISTAKES[name])
