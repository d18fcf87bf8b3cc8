from __future__ import annotations

import json
from pathlib import Path

from tests.support.books import RULES, rule_file
from tests.support.command import xl_scorecard
from tests.support.paths import RULES as PROJECT_RULES


def test_the_projects_own_rule_sets_are_sound() -> None:
    finished = xl_scorecard("rules", "check", *sorted(PROJECT_RULES.glob("*.yaml")))
    assert finished.status == 0
    assert finished.out.count("sound") == 2
    assert finished.err == ""


def test_every_mistake_of_every_file_is_said_with_file_and_line(tmp_path: Path) -> None:
    text = RULES.replace("good_is: low", "good_is: sideways").replace("id: C1", "id: A1")
    rules = rule_file(tmp_path, text)
    sound = tmp_path / "sound.yaml"
    sound.write_text(RULES)
    lines = RULES.splitlines()
    low = 1 + next(i for i, line in enumerate(lines) if "good_is: low" in line)
    finished = xl_scorecard("rules", "check", rules, sound, status=2)
    assert f"{rules}:{low}: " in finished.err
    assert f"{sound}: sound" in finished.out


def test_a_folder_stands_for_the_rule_sets_in_it() -> None:
    finished = xl_scorecard("rules", "check", PROJECT_RULES)
    assert (finished.status, finished.out.count("sound")) == (0, 2)


def test_a_rule_set_that_is_not_there_is_named(tmp_path: Path) -> None:
    finished = xl_scorecard("rules", "check", tmp_path / "no.yaml", status=2)
    assert len(finished.err.splitlines()) == 1
    assert "no.yaml: is not there" in finished.err


def test_the_schema_is_json_schema_that_names_every_key_of_the_contract() -> None:
    schema = json.loads(xl_scorecard("rules", "schema").out)
    assert set(schema["properties"]) >= {
        "name", "title", "financial_year_starts", "workbook", "rating", "ratings", "columns",
        "defaults", "indicators", "checks",
    }  # fmt: skip
    indicator = schema["$defs"]["Indicator"]["properties"]
    assert set(indicator) >= {
        "id", "name", "aliases", "section", "unit", "good_is", "basis", "target", "tolerance",
        "benchmarks", "numerator", "denominator",
    }  # fmt: skip
    assert set(schema["required"]) == {"name", "indicators"}
