"""Every formula that is written keeps to what Excel takes, from 2013 on."""

from __future__ import annotations

from pathlib import Path

from openpyxl.formula.tokenizer import Token
from openpyxl.utils import FORMULAE

from tests.compose.registers import Formula, formulas, kept

# Excel takes 8,192 characters; more than these nobody reads
_LONGEST = 500
# Microsoft: "Text values in formulas are limited to 255 characters"; "nested levels: 64"
_LONGEST_TEXT, _DEEPEST = 255, 64
_VOLATILE = {"NOW", "TODAY", "RAND", "RANDBETWEEN", "OFFSET", "INDIRECT", "CELL", "INFO"}
# functions that came with 2010 and 2013 stand in the file with a prefix: of these one is used
_LATER = {"_xlfn.NUMBERVALUE"}


def _calls(formula: Formula) -> set[str]:
    return {
        token.value.rstrip("(")
        for token in formula.tokens
        if token.type == Token.FUNC and token.subtype == Token.OPEN
    }


def _depth(formula: Formula) -> int:
    depth = deepest = 0
    for token in formula.tokens:
        if token.subtype == Token.OPEN:
            depth += 1
            deepest = max(deepest, depth)
        elif token.subtype == Token.CLOSE:
            depth -= 1
    return deepest


def _texts(formula: Formula) -> list[str]:
    """The texts that stand in a formula, as they would be read."""
    return [
        token.value[1:-1].replace('""', '"')
        for token in formula.tokens
        if token.type == Token.OPERAND and token.subtype == Token.TEXT
    ]


def test_every_layout_has_formulas_beside_it_or_on_ratings(registered: dict[str, Path]) -> None:
    for what, path in registered.items():
        places = {formula.sheet for formula in formulas(path)}
        assert {"Indicators", "Summary"} < places, what


def test_no_formula_is_longer_than_anybody_reads(registered: dict[str, Path]) -> None:
    longer = [
        (what, each.sheet, each.row, each.column, len(each.text))
        for what, path in registered.items()
        for each in formulas(path)
        if len(each.text) > _LONGEST
    ]
    assert longer == []


def test_no_text_in_a_formula_is_longer_than_excel_takes(registered: dict[str, Path]) -> None:
    most = max(
        len(text) for path in registered.values() for each in formulas(path)
        for text in _texts(each)
    )  # fmt: skip
    assert most <= _LONGEST_TEXT


def test_nothing_is_nested_deeper_than_excel_takes(registered: dict[str, Path]) -> None:
    assert max(_depth(each) for path in registered.values() for each in formulas(path)) < _DEEPEST


def test_no_function_is_volatile_or_newer_than_2013(registered: dict[str, Path]) -> None:
    called = {
        name for path in registered.values() for each in formulas(path) for name in _calls(each)
    }
    assert called & _VOLATILE == set()
    assert {name for name in called if name not in FORMULAE} == _LATER


def test_colours_follow_formulas_within_the_same_limits(registered: dict[str, Path]) -> None:
    for path in registered.values():
        for page in kept(path).worksheets:
            for shaded in page.conditional_formatting:
                for rule in shaded.rules:
                    for text in rule.formula:
                        if "xl-scorecard" in text:
                            colour = Formula(page.title, 1, 1, text)
                            assert len(text) <= _LONGEST
                            assert _calls(colour) <= FORMULAE - _VOLATILE
