from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from xl_scorecard.drafting.yaml_text import amount, comment, entry, listed, scalar, undecided

HOSTILE = [
    "", " ", "Visits: in time", "a #b", '"quoted"', "it's", "- dash", "%", "*", "yes", "No", "2018",
    "1e3", "0x1f", "12:30", "~", "null", "key: [", "{a}", "non\u00a0breaking", "two\nlines",
    "tab\t", "🙂", "back\\slash", "\u2028", "@at", "|", "> 80%", "a,b", "trailing ", "true",
    "2018-12-31",
]  # fmt: skip
ANY_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
) | st.sampled_from(HOSTILE)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_back_as_it_was(text: str) -> None:
    assert yaml.safe_load(f"name: {scalar(text)}  # why\n") == {"name": text}


@pytest.mark.parametrize("odd", ["\x00", "\x07", "\x9f", "\ud83d", "\uffff"])
def test_what_no_rule_set_may_hold_is_shown_as_a_sign(odd: str) -> None:
    line = f"name: {scalar(f'Seen{odd} in time')}\n"
    assert yaml.safe_load(line) == {"name": "Seen\ufffd in time"}


@given(ANY_TEXT)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    assert yaml.safe_load(entry("", "name", scalar(text), "why")) == {"name": text}


@given(st.lists(ANY_TEXT))
def test_any_list_is_read_back_as_it_was(texts: list[str]) -> None:
    assert yaml.safe_load(f"names: {listed(texts)}\n") == {"names": texts}


@pytest.mark.parametrize(
    "text",
    [
        "80",
        "80%",
        "0.8",
        "5 points",
        ">=80%",
        "> 95%",
        "-5",
        "1:50",
        "010",
        "80 # by March",
        "£1,000",
    ],
)
def test_a_target_that_is_taken_up_says_what_the_workbook_says(text: str) -> None:
    line = undecided("", "target", amount(text), "why").replace("# ", "", 1)
    assert str(yaml.safe_load(line)["target"]) == text


@given(ANY_TEXT)
def test_a_comment_or_an_undecided_entry_says_nothing_to_yaml(text: str) -> None:
    lines = ["a: 1", comment(text), undecided("", "b", text, text), entry("", "c", "2", text)]
    assert yaml.safe_load("\n".join(lines)) == {"a": 1, "c": 2}


@pytest.mark.parametrize(
    "text", ["Children seen", "Children's centres", "CIN-SEEN", "Front door (all)", "A/R"]
)
def test_ordinary_words_need_no_quotes(text: str) -> None:
    assert scalar(text) == text
