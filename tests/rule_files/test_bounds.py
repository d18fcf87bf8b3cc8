"""A rule file costs bounded time and memory, whatever is in it; and its encoding is UTF-8."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from tests.rule_files.told import MOST_CALLS
from tests.rule_files.written import mistakes
from tests.support.work import calls_of
from xl_scorecard.errors import RuleSetError
from xl_scorecard.rule_files.load import load_rule_set

HEAD = "name: small\nindicators:\n"
LEVELS = [
    "&l0 [x, x, x, x, x, x, x, x, x]",
    *(f"&l{level} [{', '.join([f'*l{level - 1}'] * 9)}]" for level in range(1, 10)),
]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("name: small\nindicators: " + "[" * 100_000 + "]" * 100_000, 2, "more than 20 brackets"),
        ("name: small\nindicators: " + "{a: " * 100_000, 2, "more than 20 brackets"),
        ("- " * 100_000, 1, "more than 20 brackets or indents; a rule set needs six"),
        (f"{HEAD}  - {{id: A, name: a, aliases: [{', '.join(LEVELS)}]}}\n", 3, "too many times"),
        ("name: small\nindicators: &a\n  - *a\n", 3, "*a stands within what it repeats"),
        (HEAD + "  - {id: A, n: a}\n" * 11_000, 10_002, "has more than 50,000 entries"),
        ("# remark\n" * 480_000, 1, "is over 4 MB; a rule set is a small text file"),
        (f"{HEAD}  - {{id: A, name: {'a' * 5000}}}\n", 3, "is longer than 2,000 letters"),
        ("'" * 900_000, 1, "is longer than 2,000 letters; shorten it; is a quote not closed?"),
    ],
)
def test_what_has_no_end_is_one_mistake_within_bounds(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    told: list[tuple[int, int, str]] = []
    calls = calls_of(lambda: told.extend(mistakes(tmp_path, text)))
    assert calls < 2 * MOST_CALLS  # the longest that is read at all has ten thousand lines
    (at, _, message), *_ = told
    assert words in message
    assert at == line


def test_of_ten_thousand_mistakes_fifty_are_worded_and_the_rest_counted(tmp_path: Path) -> None:
    words = ", ".join(f"valu-mising{n}" for n in range(10_000))
    (tmp_path / "r.yaml").write_text(f"{HEAD}  - {{id: A, name: a}}\nchecks: {{off: [{words}]}}\n")
    with pytest.raises(RuleSetError) as caught:
        load_rule_set(tmp_path / "r.yaml")
    lines = str(caught.value).splitlines()
    assert (len(lines), lines[-1]) == (51, "and 9,950 more mistakes")


TEXT = f"{HEAD}  - {{id: A, name: Café}}\n"


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (TEXT.encode("utf-16"), (1, 1), "is UTF-16 text"),
        (TEXT.encode("utf-16-le"), (1, 1), "is UTF-16 text"),
        (TEXT.encode("utf-16-be"), (1, 1), "save the file as UTF-8"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), (1, 1), "is UTF-16 text"),
        (TEXT.encode("utf-32"), (1, 1), "is UTF-32 text"),
        (TEXT.encode("cp1252"), (3, 22), "is not UTF-8 text from here on; save the file as UTF-8"),
        (b"name: small\r\ntitle: caf\xe9\r\n", (2, 11), "is not UTF-8 text from here on"),
        (b"name: sm\0all\n", (1, 9), "holds a character that is no text (NUL); delete it"),
        (b"name: small\ntitle: \x07\n", (2, 8), "(code 7)"),
        (b"", (1, 1), "is not a rule set; it needs name: and indicators:"),
        (b"# only a remark\n", (1, 1), "is not a rule set"),
        (b"id,name,target\nA1,Children,80%\n", (1, 1), "is not a rule set"),
    ],
)
def test_what_is_no_utf8_text_is_told_with_its_place(
    tmp_path: Path, content: bytes, place: tuple[int, int], words: str
) -> None:
    ((line, column, message),) = mistakes(tmp_path, content)
    assert words in message
    assert (line, column) == place


@pytest.mark.parametrize("before", [b"", codecs.BOM_UTF8, b"%YAML 1.2\n---\n"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_marks_and_ends_of_lines_are_no_mistake(
    tmp_path: Path, before: bytes, newline: bytes
) -> None:
    (tmp_path / "r.yaml").write_bytes((before + TEXT.encode()).replace(b"\n", newline))
    assert load_rule_set(tmp_path / "r.yaml").indicators[0].name == "Café"
