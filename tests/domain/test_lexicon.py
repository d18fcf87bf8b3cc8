"""The lexicon: its concepts, what a language's file may hold, and several languages as one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from xl_scorecard.domain.indicator import Polarity
from xl_scorecard.domain.lexicon import Lexicon, any_of, english, lexicon
from xl_scorecard.domain.lexicon.english import ENGLISH
from xl_scorecard.domain.lexicon.sheet_words import Headings
from xl_scorecard.domain.lexicon.spoken import LANGUAGES, union
from xl_scorecard.domain.lexicon.value_words import Polarities
from xl_scorecard.domain.role import Role

PACKAGE = Path(english.__file__).parents[2]


def _concepts() -> Iterator[tuple[str, str, Any]]:
    """Each concept of English: its name, what the type says it holds, and what it holds."""
    for group in ENGLISH:
        if isinstance(group, Mapping):
            continue
        for concept, kind in type(group).__annotations__.items():
            name = f"{type(group).__name__}.{concept}"
            yield name, getattr(kind, "__forward_arg__", str(kind)), getattr(group, concept)
    yield "Lexicon.pieces", "Mapping[str, Phrases]", ENGLISH.pieces


def _all_of(concept: Any) -> Iterator[str]:
    for item in concept.values() if isinstance(concept, Mapping) else concept:
        if isinstance(item, str) and not isinstance(item, Role):
            yield item
        elif isinstance(item, tuple):
            yield from _all_of(item)


CONCEPTS = list(_concepts())
PHRASES = [
    (name, phrase)
    for name, kind, concept in CONCEPTS
    if "Phrases" in kind or name == "Headings.beginnings"
    for phrase in _all_of(concept)
]
WORDS = [
    (name, word) for name, kind, concept in CONCEPTS if "Words" in kind for word in _all_of(concept)
]


def test_the_concepts_are_found_by_these_tests() -> None:
    assert len(CONCEPTS) > 80
    assert len(PHRASES) > 300
    assert len(WORDS) > 600


def test_a_phrase_is_a_pattern_without_groups_of_its_own() -> None:
    """Where it is used, groups are counted and named; its pieces must be known."""
    grouped = [pair for pair in PHRASES if re.compile(any_of((pair[1],))).groups]
    assert grouped == []


def test_a_word_stands_as_texts_are_compared() -> None:
    assert [pair for pair in WORDS if pair[1] != pair[1].casefold() or "  " in pair[1]] == []


@pytest.mark.parametrize(
    ("name", "concept"),
    [(name, concept) for name, kind, concept in CONCEPTS if re.match(r"Mapping.*Words", kind)],
)
def test_a_word_has_one_meaning_within_a_concept(name: str, concept: Any) -> None:
    words = list(_all_of(concept))
    assert sorted(words) == sorted(set(words)), name


def test_a_languages_file_is_nothing_but_one_literal() -> None:
    tree = ast.parse(Path(english.__file__).read_text(encoding="utf-8"))
    docstring, *statements = tree.body
    assert isinstance(docstring, ast.Expr)
    *imports, literal = statements
    assert all(isinstance(statement, ast.ImportFrom) for statement in imports)
    assert isinstance(literal, ast.Assign)
    allowed = (
        ast.Assign, ast.Name, ast.Load, ast.Store, ast.Call, ast.keyword, ast.Dict, ast.Tuple,
        ast.Constant, ast.Attribute,
    )  # fmt: skip
    assert {type(node) for node in ast.walk(literal)} <= set(allowed)


def test_every_concept_is_asked_for() -> None:
    """By reading, drafting, a check, or a look-up of the lexicon."""
    sources = [path for path in PACKAGE.rglob("*.py") if path.name != "english.py"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    fields = [name.partition(".")[2] for name, _, _ in CONCEPTS]
    assert [field for field in fields if not re.search(rf"\.{field}\b", text)] == []


class TestSeveralLanguages:
    OTHER = Lexicon(
        headings=Headings(
            roles={Role.TARGET: ("måål",), Role.OUTTURN: ("target",)},
            beginnings=((Role.TARGET, "måål\\b"),),
        ),
        polarities=Polarities(words={Polarity.HIGH: ("hátt",)}, more=("stórt",)),
    )

    def test_each_concept_has_the_words_of_all(self) -> None:
        both = union((ENGLISH, self.OTHER))
        english_words = ENGLISH.headings.roles[Role.TARGET]
        assert both.headings.roles[Role.TARGET] == (*english_words, "måål")
        assert both.headings.beginnings == (*ENGLISH.headings.beginnings, (Role.TARGET, "måål\\b"))
        assert both.polarities.more == (*ENGLISH.polarities.more, "stórt")
        assert both.times == ENGLISH.times

    def test_one_language_alone_stays_what_it_is(self) -> None:
        assert union((ENGLISH,)) == ENGLISH
        assert lexicon() == union(LANGUAGES)

    def test_a_language_may_begin_with_one_word(self) -> None:
        tiny = Lexicon(headings=Headings(roles={Role.TARGET: ("måål",)}))
        assert union((tiny, Lexicon())).headings.roles == {Role.TARGET: ("måål",)}

    def test_no_phrase_fits_nothing(self) -> None:
        assert re.search(any_of(()), "anything") is None
