from __future__ import annotations

import json
from pathlib import Path

from tests.support.books import RULES, rule_file, scorecard
from tests.support.command import xl_scorecard
from tests.support.paths import RULES as PROJECT_RULES


def test_the_projects_own_rule_sets_are_sound() -> None:
    finished = xl_scorecard("rules", "check", *sorted(PROJECT_RULES.glob("*.yaml")))
    assert finished.status == 0
    assert finished.out.count("sound") == 2
    assert finished.err == ""


def test_every_mistake_of_every_file_is_said_with_file_line_and_column(tmp_path: Path) -> None:
    text = RULES.replace("good_is: low", "good_is: sideways").replace("id: C1", "id: A1")
    rules = rule_file(tmp_path, text)
    sound = tmp_path / "sound.yaml"
    sound.write_text(RULES)
    lines = RULES.splitlines()
    low = 1 + next(i for i, line in enumerate(lines) if "good_is: low" in line)
    finished = xl_scorecard("rules", "check", rules, sound, status=2)
    column = 1 + next(line.index("low") for line in lines if "good_is: low" in line)
    assert f"{rules}:{low}:{column}: " in finished.err
    assert f"{sound}: sound" in finished.out


def test_what_has_no_effect_is_a_note_and_the_rule_set_is_sound(tmp_path: Path) -> None:
    rules = rule_file(tmp_path, f"{RULES}checks: {{off: [summary-name-clash], severity: {{}}}}\n")
    finished = xl_scorecard("rules", "check", rules)
    assert (finished.status, finished.err) == (0, "")
    sound, refusal = finished.out.splitlines()
    assert sound == f"{rules}: sound, 3 indicators"
    assert refusal.startswith(f"{rules}:7:16: note: off: summary-name-clash is no finding")


def test_of_very_many_mistakes_fifty_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    many = "".join(f"  - {{id: X{n}, name: Row {n}, good_is: up}}\n" for n in range(200))
    rules = rule_file(tmp_path, f"name: s\nindicators:\n{many}")
    finished = xl_scorecard("rules", "check", rules, status=2)
    lines = finished.err.splitlines()
    assert (finished.status, len(lines), lines[-1]) == (2, 51, "and 150 more mistakes")


def test_a_refresh_under_an_unsound_rule_set_tells_every_mistake_and_writes_nothing(
    tmp_path: Path,
) -> None:
    rules = rule_file(tmp_path, RULES.replace("good_is: low", "good_is: lwo"))
    book = scorecard(tmp_path / "q3.xlsx")
    finished = xl_scorecard("refresh", book, "--rules", rules, "--out", tmp_path / "out", status=2)
    assert finished.status == 2
    assert 'rules.yaml:5:47: indicator B1, good_is: "lwo" is not known; did you' in finished.err
    assert not (tmp_path / "out").exists()


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
    assert set(schema["else"]["required"]) == {"name", "indicators"}  # unless based on another


def test_the_schema_describes_every_key_and_shows_an_example_of_it() -> None:
    schema = json.loads(xl_scorecard("rules", "schema").out)
    models = {"": schema, **schema["$defs"]}
    bare = [
        f"{name} {key}"
        for name, model in models.items()
        for key, said in model.get("properties", {}).items()
        if not said.get("description") or not said.get("examples")
    ]
    assert bare == []
