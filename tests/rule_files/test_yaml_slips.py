"""Slips in YAML are told in words of what to type, at the place where they are noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_files.written import mistakes
from xl_scorecard.rule_files import nodes
from xl_scorecard.rule_files.load import load_rule_set

HEAD = "name: small\nindicators:\n  - id: A1\n    name: Children seen\n"


@pytest.fixture(params=["libyaml", "python"])
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where libyaml is not installed, PyYAML's own parser reads the file."""
    if request.param == "python":
        monkeypatch.setattr(nodes, "_Loader", nodes.yaml.SafeLoader)


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize(
    ("said", "line", "column", "words"),
    [
        ("    section: %of plans", 5, 14, "text that begins with % needs quotes"),
        ("    section: @home", 5, 14, "text that begins with @ needs quotes"),
        ("    section: *new plans", 5, 14, 'text that begins with * needs quotes: write "*new"'),
        ("    section: & more", 5, 14, "text that begins with & needs quotes"),
        ("    section: |x y", 5, 14, "text that begins with | needs quotes"),
        ("    target: >80%", 5, 13, "text that begins with > needs quotes"),
        ("    section: !<a b", 5, 14, "text that begins with ! needs quotes"),
        ("    section: Theme: problem", 5, 19, "put text with a colon in quotes"),
        ("      section: deeper", 5, 14, "indent the line as its neighbours"),
        ("   section: x", 5, 4, "begin it with - and a space, or indent it"),
        ("    section Early help", 6, 1, "the line before is neither an entry (key: value)"),
        ("    section:Early help", 6, 1, "the line before is neither an entry (key: value)"),
        ("    section: 'Early' Help", 5, 22, "put quotes around the whole of a text, not a part"),
        ("    section: 'Children's centres'", 5, 24, "quotes around the whole of a text"),
        ("    section: [Early", 6, 1, "the bracket opened on line 5 is not closed"),
        ("    section: {a: b]", 5, 19, "the bracket opened on line 5 is not closed"),
        ('    section: "Early', 6, 1, "the quote opened on line 5 is not closed"),
        ("\tsection: x", 5, 1, "a tab stands here; indent with spaces"),
        ("    \u00a0section: x", 5, 5, 'a space that is no ordinary one stands beside "section"'),
        (" \u00a0  section: x", 5, 2, "an odd kind of space stands here; indent with ordinary"),
        ("    section: - x", 5, 14, "a list entry (- and a space) begins on a line of its own"),
        ("    section: {{ x }} y", 5, 14, "{{ x }} is a placeholder that nobody filled in"),
        ("    section: {{ x['a'] }}", 5, 14, "write the text itself in its place"),
        ("{% if x %}", 5, 1, "{% if x %} is a placeholder"),
        ("---\nname: b", 5, 1, "begins a second document"),
    ],
)
def test_a_slip_is_told_with_its_place_and_what_to_type(
    tmp_path: Path, said: str, line: int, column: int, words: str
) -> None:
    ((at_line, at_column, message),) = mistakes(tmp_path, f"{HEAD}{said}\n")
    assert words in message
    assert (at_line, at_column) == (line, column)


@pytest.mark.parametrize(
    ("said", "column", "words"),
    [
        ("target: !!int abc", 13, "indicator A1, target: !!int is a tag, which rule sets do not"),
        ("target: !!bool maybe", 13, "take it out"),
        ("section: !new", 14, "!new is a tag"),
        ("name: {{ council }}", 5, "name stands twice, first on line 4"),
        ("section: {{ council }}", 14, "section: {{ council }} is a placeholder that nobody"),
        ('section: "{{ council }}"', 14, "section: {{ council }} is a placeholder that nobody"),
        ("? [a, b]\n    : c", 7, "indicator A1: a list stands where a key should"),
        ("? {a: b}\n    : c", 7, "another entry stands where a key should"),
        ("~: c", 5, "a colon stands without a key before it"),
        ("1: c", 5, "1: is not a word of rule sets here; known here: id, name"),
        ("section: [a]", 5, "text that begins with [ or - needs quotes around it; write section:"),
        ("aliases: [Theme: problem]", 15, 'needs quotes around it: "Theme: …"'),
        ('section: "\\0"', 14, "holds a character that cannot be shown"),
    ],
)
def test_what_is_no_text_is_told_by_the_indicator_it_is_in(
    tmp_path: Path, said: str, column: int, words: str
) -> None:
    (_, at, message), *_ = mistakes(tmp_path, f"{HEAD}    {said}\n")
    assert words in message
    assert at == column


def test_a_comma_that_cuts_a_name_in_two_is_told_as_that(tmp_path: Path) -> None:
    text = "name: s\nindicators:\n  - {id: A1, name: Seen, in time}\n"
    ((line, column, message),) = mistakes(tmp_path, text)
    assert (line, column) == (3, 26)
    assert "text with a comma inside brackets needs quotes around it" in message


def test_a_misspelt_key_is_one_mistake_not_two(tmp_path: Path) -> None:
    ((_, _, message),) = mistakes(tmp_path, "name: s\nindicators:\n  - {id: A1, nam: Seen}\n")
    assert message == "indicator A1, nam: is not a word of rule sets here; did you mean name?"


def test_text_in_a_block_ends_with_its_last_word(tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text(
        f"{HEAD}    section: |\n      Early help\n    good_is: >\n      high\n"
        "    unit: |+\n      percent\n\n"
    )
    (indicator,) = load_rule_set(file).indicators
    assert (indicator.section, indicator.good_is, indicator.unit) == (
        "Early help", "high", "percent",
    )  # fmt: skip
