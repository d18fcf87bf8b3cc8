from __future__ import annotations

from pathlib import Path

import pytest

from xl_scorecard.errors import RuleSetError
from xl_scorecard.rule_files.load import load_rule_set

SOUND = """\
name: small
title: A small scorecard
rating: concern
defaults: {tolerance: 5 points}
indicators:
  - id: A1
    name: Children seen
    unit: percent
    good_is: high
    target: 80%
  - id: B1
    name: Children waiting
    good_is: low
    target: {2018/19 Q3: 20%, 2018/19: 25%}
    tolerance: 2 children
checks:
  off: [number-as-text]
  severity: {value-missing: warning}
"""

CONTRACT = """\
name: childrens-services
title: Children's Services performance scorecard
financial_year_starts: April
workbook:
  files: ["*children*.xls[xm]"]
  sheets: ["Scorecard*"]
  headings: {target: ["Q3 aim"]}
rating: concern
columns: [rag, direction, change, change_on_year, variation, trend]
defaults: {tolerance: 5 points, good_is: high}
indicators:
  - id: CIN-SEEN
    name: Children in Need seen within timescales
    aliases: ["CiN seen in timescale"]
    section: Children in Need
    unit: percent
    good_is: high
    basis: snapshot
    target: 80%
    tolerance: 5 points
    benchmarks: {good_outstanding: 84.8%, england: 82%}
    numerator: CIN-SEEN-N
    denominator: CIN-NUM
  - {id: CIN-SEEN-N, name: of which seen, unit: count, good_is: neither}
  - {id: CIN-NUM, name: Number of Children in Need, unit: count, good_is: neither}
  - {id: CIN-NOTSEEN-N, name: of which not seen, unit: count, good_is: neither}
checks:
  off: [stale-repeat]
  severity: {step-change: info}
  rules:
    - id: cin-visits-add-up
      that: "[CIN-SEEN-N] + [CIN-NOTSEEN-N] = [CIN-NUM]"
      severity: error
      message: Children seen and not seen must add up to all Children in Need
"""


def _mistakes(folder: Path, text: str | bytes) -> list[tuple[int, str]]:
    path = folder / "ours.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(RuleSetError) as caught:
        load_rule_set(path)
    assert {mistake.file for mistake in caught.value.mistakes} == {"ours.yaml"}
    return [(mistake.line, mistake.message) for mistake in caught.value.mistakes]


def test_a_sound_rule_set_is_read(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(SOUND)
    rules = load_rule_set(tmp_path / "ours.yaml")
    assert (rules.name, rules.title) == ("small", "A small scorecard")
    assert [(rule.id, rule.good_is) for rule in rules.indicators] == [("A1", "high"), ("B1", "low")]
    assert rules.checks.off == ["number-as-text"]


def test_the_smallest_rule_set_is_a_name_and_an_indicator(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text("name: s\nindicators:\n  - {id: A1, name: Children seen}\n")
    rules = load_rule_set(tmp_path / "ours.yaml")
    assert (rules.rating, rules.starts) == ("concern", 4)


@pytest.mark.parametrize(
    ("right", "wrong", "line", "words"),
    [
        ("name: small", "name: -small", 1, ["name"]),
        ("title: A small", "titel: A small", 2, ["titel", "did you mean title"]),
        ("rating: concern", "rating: traffic", 3, ["traffic", "concern", "rag"]),
        ("tolerance: 5 points", "tolerance: a little", 4, ["a little", "5 points"]),
        ("unit: percent", "units: percent", 8, ["units", "did you mean unit"]),
        ("good_is: high", "colour: high", 9, ["colour", "known here", "good_is"]),
        ("unit: percent", "unit: percentage", 8, ["percentage", "percent"]),
        ("good_is: high", "good_is: bigger", 9, ["bigger", "high", "low", "plan", "neither"]),
        ("target: 80%", "target: above average", 10, ["above average", "80%"]),
        ("    name: Children waiting\n", "", 11, ["name", "missing"]),
        ("2018/19 Q3: 20%", "autumn: 20%", 14, ["autumn", "2018/19 Q3"]),
        ("20%, ", "few, ", 14, ["few"]),
        ("tolerance: 2 children", "tolerance: two", 15, ["two", "2 children"]),
        ("off: [number-as-text]", "off: number-as-text", 17, ["off", "list"]),
        ("value-missing: warning", "value-missing: bad", 18, ["bad", "warning"]),
        ("id: B1", "id: a1", 11, ["a1", "line 6"]),
    ],
)
def test_each_mistake_is_named_with_its_line_and_how_to_mend_it(
    tmp_path: Path, right: str, wrong: str, line: int, words: list[str]
) -> None:
    assert right in SOUND
    ((found, message),) = _mistakes(tmp_path, SOUND.replace(right, wrong, 1))
    assert [word for word in words if word not in message] == []
    assert found == line


def test_all_mistakes_are_found_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    text = SOUND.replace("good_is: high", "good_is: up").replace("2 children", "two")
    text = text.replace("title:", "titel:")
    assert [line for line, _ in _mistakes(tmp_path, text)] == [2, 9, 15]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name: small\nindicators:\n\t- id: A1\n", 3),  # a tab
        ("name: small\nindicators: [\n", 3),
        ('name: "small\n', 2),
        ("name: small\nname: other\nindicators: [{id: A1, name: A}]\n", 2),
        ("name: small\nindicators:\n  - {id: A1, name: A, name: B}\n", 3),
        ("name: &a small\nother: *b\n", 2),
    ],
)
def test_what_is_not_sound_yaml_is_named_with_its_line(
    tmp_path: Path, text: str, line: int
) -> None:
    ((found, _),) = _mistakes(tmp_path, text)
    assert found == line


@pytest.mark.parametrize(
    "text", ["", "- a\n- b\n", "just words\n", b"\xff\xfe\x00n", b"name: caf\xe9\n"]
)
def test_what_is_no_rule_set_at_all_is_said_on_line_1(tmp_path: Path, text: str | bytes) -> None:
    ((line, _),) = _mistakes(tmp_path, text)
    assert line == 1


def test_a_file_that_is_not_there_is_a_mistake_and_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(RuleSetError, match="cannot be read"):
        load_rule_set(tmp_path / "gone.yaml")


def test_rule_files_run_nothing(tmp_path: Path) -> None:
    text = "name: !!python/object/apply:os.system ['touch pwned']\nindicators: []\n"
    assert _mistakes(tmp_path, text)
    assert not Path("pwned").exists()


@pytest.mark.parametrize("word", ["no", "off", "on", "yes", "1:30", "2018-12-01", "0x1F", "1_000"])
def test_plain_words_stay_words(tmp_path: Path, word: str) -> None:
    (tmp_path / "ours.yaml").write_text(SOUND.replace("Children seen", word))
    assert load_rule_set(tmp_path / "ours.yaml").indicators[0].name == word


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_bytes(b"\xef\xbb\xbf" + SOUND.encode())
    assert load_rule_set(tmp_path / "ours.yaml").name == "small"


def test_the_example_of_the_contract_is_sound(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text(CONTRACT)
    rules = load_rule_set(tmp_path / "ours.yaml")
    rule = rules.indicators[0]
    assert (rule.id, rule.target, rule.tolerance) == ("CIN-SEEN", "80%", "5 points")
    assert rules.checks.rules[0].that == "[CIN-SEEN-N] + [CIN-NOTSEEN-N] = [CIN-NUM]"
