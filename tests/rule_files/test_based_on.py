"""A rule set that starts from another one and changes a few lines."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import xl_scorecard
from tests.support.books import RULES, done, scorecard
from tests.support.command import xl_scorecard as command
from xl_scorecard.errors import RuleSetError
from xl_scorecard.rule_files.load import load_rule_set, read_rule_file

_LAST_YEAR = """\
name: last-year
title: The year before
defaults: {tolerance: 5 points, unit: percent}
indicators:
  - {id: A1, name: Children seen, good_is: high, unit: percent, target: 80%}
  - {id: B1, name: Children waiting, good_is: low}
checks:
  off: [stale-repeat]
  severity: {value-missing: warning}
  rules:
    - {id: within, that: "[A1] <= 100%", severity: warning}
"""


def _written(folder: Path, text: str, name: str = "this-year.yaml") -> Path:
    (folder / "last-year.yaml").write_text(_LAST_YEAR, encoding="utf-8")
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _mistakes(path: Path) -> list[str]:
    with pytest.raises(RuleSetError) as caught:
        load_rule_set(path)
    return caught.value.lines()


def test_what_is_not_said_is_as_in_the_base(tmp_path: Path) -> None:
    rules = load_rule_set(_written(tmp_path, "based_on: last-year.yaml\nname: this-year\n"))
    base = load_rule_set(tmp_path / "last-year.yaml")
    assert rules.name == "this-year"
    assert rules.model_dump(exclude={"name", "based_on"}) == base.model_dump(
        exclude={"name", "based_on"}
    )


def test_indicators_are_known_by_their_ids_and_keys_given_replace(tmp_path: Path) -> None:
    text = """\
based_on: last-year.yaml
name: this-year
indicators:
  - {id: C1, name: Plans reviewed}
  - {id: a1, target: 85%}
"""
    rules = load_rule_set(_written(tmp_path, text))
    assert [(i.id, i.name, i.target) for i in rules.indicators] == [
        ("a1", "Children seen", "85%"),
        ("B1", "Children waiting", None),
        ("C1", "Plans reviewed", None),
    ]


def test_keys_are_taken_one_by_one_lists_whole_and_own_checks_by_id(tmp_path: Path) -> None:
    text = """\
based_on: last-year.yaml
defaults: {tolerance: 3 points}
checks:
  off: [number-as-text]
  severity: {percent-over-100: info}
  rules: [{id: within, severity: error}]
"""
    rules = load_rule_set(_written(tmp_path, text))
    assert rules.name == "last-year"
    assert (rules.defaults.tolerance, rules.defaults.unit) == ("3 points", "percent")
    assert rules.checks.off == ["number-as-text"]
    assert rules.checks.severity == {"value-missing": "warning", "percent-over-100": "info"}
    (own,) = rules.checks.rules
    assert (own.that, own.severity) == ("[A1] <= 100%", "error")


def test_a_base_may_have_a_base(tmp_path: Path) -> None:
    _written(tmp_path, "based_on: last-year.yaml\ntitle: Two\n", "two.yaml")
    (tmp_path / "below").mkdir()
    three = tmp_path / "below" / "three.yaml"
    three.write_text("based_on: ../two.yaml\nname: three\n")
    read = read_rule_file(three)
    assert (read.rule_set.title, len(read.rule_set.indicators)) == ("Two", 2)
    assert [base.name for base in read.bases] == ["two.yaml", "last-year.yaml"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("based_on: nowhere.yaml", '"nowhere.yaml" is not there'),
        ("based_on: this-year.yaml", '"this-year.yaml" leads back to itself'),
        ("based_on: /etc/rules.yaml", "is not written as seen from this file"),
        ("based_on: 'C:\\\\rules.yaml'", "is not written as seen from this file"),
        ("based_on: secret.txt", "is not called .yaml or .yml"),
        ("based_on: .", "is not called .yaml or .yml"),
        ("based_on: link.yaml", "is not called .yaml or .yml"),
        ("based_on: pipe.yaml", "is not there"),
        ("based_on: folder.yaml", "is not there"),
        ("based_on: [last-year.yaml]", "a list stands where text should"),
    ],
)
def test_a_base_that_is_none_is_one_clear_line(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "secret.txt").write_text("name: secret")
    (tmp_path / "folder.yaml").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yaml")
        (tmp_path / "link.yaml").symlink_to("secret.txt")
    elif "link" in line or "pipe" in line:
        pytest.skip("needs links and pipes")
    text = f"name: n\n{line}\nindicators: [{{id: A1, name: Children seen}}]\n"
    (told,) = _mistakes(_written(tmp_path, text))
    assert told.startswith("this-year.yaml:2:")
    assert said in told


def test_a_circle_of_several_is_told_at_the_one_that_closes_it(tmp_path: Path) -> None:
    for name, base in (("a", "b"), ("b", "c"), ("c", "a")):
        (tmp_path / f"{name}.yaml").write_text(f"based_on: {base}.yaml\nname: {name}\n")
    (told,) = _mistakes(tmp_path / "a.yaml")
    assert told == (
        'c.yaml:1:11: based_on: "a.yaml" leads back to itself: a.yaml on b.yaml on c.yaml on '
        "a.yaml; take based_on out of one"
    )


def test_a_long_row_of_bases_ends(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.yaml").write_text(f"based_on: {number + 1}.yaml\nname: n\n")
    (told,) = _mistakes(tmp_path / "0.yaml")
    assert "write it out" in told


def test_mistakes_stand_in_the_file_that_makes_them(tmp_path: Path) -> None:
    text = """\
based_on: last-year.yaml
name: this-year
indicators:
  - {id: C1, name: Plans reviewed}
  - {id: A1, target: 5 days}
  - {id: C1, name: Plans again}
"""
    assert _mistakes(_written(tmp_path, text)) == [
        (
            'this-year.yaml:5:22: indicator A1, target: "5 days" does not fit unit: percent; write '
            "80%, or change the unit"
        ),
        'this-year.yaml:6:10: indicator C1, id: "C1" is already used on line 4; rename one',
    ]


def test_what_no_longer_fits_of_the_base_is_told_where_it_was_changed(tmp_path: Path) -> None:
    text = """\
based_on: last-year.yaml
indicators:
  - {id: B1, name: Children still waiting}
  - {id: A1, unit: days}
"""
    told = _mistakes(_written(tmp_path, text))
    assert all(line.startswith("this-year.yaml:4:5: indicator A1, ") for line in told)
    assert any("target (of last-year.yaml): " in line for line in told)


def test_a_mistake_of_the_base_names_the_base(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "base.yaml").write_text("name: b\nindicator: []\n")
    own = tmp_path / "own.yaml"
    own.write_text("based_on: below/base.yaml\nname: own\n")
    assert all(line.startswith("below/base.yaml:") for line in _mistakes(own))
    finished = command("rules", "check", own, status=2)
    assert finished.err.startswith(f"{tmp_path / 'below' / 'base.yaml'}:")


def test_of_a_folder_the_newer_of_two_that_know_the_same_rows_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "a-last.yaml").write_text(RULES)
    (folder / "b-this.yaml").write_text("based_on: a-last.yaml\nname: newer\n")
    book = scorecard(tmp_path / "q3.xlsx")
    assert done(xl_scorecard.check(book, rules=folder)).rules == "newer"


def test_the_schema_asks_less_of_a_rule_set_that_is_based_on_another() -> None:
    schema = json.loads(command("rules", "schema").out)
    assert "based_on" in schema["properties"]
    assert "required" not in schema
    assert schema["else"]["required"] == ["name", "indicators"]
    assert schema["$defs"]["Indicator"]["required"] == ["id"]
