"""Benchmarks and tables of others' figures in rule sets: what is told of mistakes in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_files.written import mistakes, notes

HEAD = "name: s\nindicators:\n"
RULE = "  - {id: A1, name: a}\n"


@pytest.mark.parametrize(
    ("said", "at", "words"),
    [
        ("{england: {2017/18: nonsense}}", "nonsense", '"nonsense" is no figure'),
        ("{england: {Q9: 82%}}", "Q9", '"Q9" is not a period; write 2018/19 Q3'),
        (
            "{england: {2017/18: 82%, 2017-18: 83%}}",
            "2017-18",
            '"2017-18" is the same period as "2017/18" on line 3; keep one benchmark for it',
        ),
        ("{england: {2017/18: [82%]}}", "2017/18", "benchmarks, england, 2017/18: a list stands"),
    ],
)
def test_a_benchmark_by_period_is_a_figure_for_each_period_once(
    tmp_path: Path, said: str, at: str, words: str
) -> None:
    rule = f"  - {{id: A1, name: a, benchmarks: {said}}}\n"
    ((line, column, message),) = mistakes(tmp_path, HEAD + rule)
    assert words in message
    assert (line, column) == (3, rule.index(at) + 1)


def test_benchmarks_by_period_and_without_are_sound(tmp_path: Path) -> None:
    rule = "  - {id: A1, name: a, benchmarks: {england: {2016/17: 81%, 2017/18: 82%}, sn: 80%}}\n"
    assert notes(tmp_path, HEAD + rule) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("{sheet: N, names: A}", "figures"),
        ("{names: A, figures: 'B:C'}", "sheet"),
        ("{sheet: N, names: A1, figures: 'B:C'}", "A1 is a cell; write the column"),
        ("{sheet: N, names: A, figures: 4-14}", "4 runs the other way than names do"),
        ("{sheet: N, names: 3, figures: 'B:C'}", "B runs the other way than names do"),
        ("{sheet: N, names: A, figures: 'C:B'}", '"C:B" runs backwards; write B:C'),
        ("{sheet: N, names: ABCDE, figures: 'B:C'}", '"ABCDE" is no place'),
        ("{sheet: N, names: A, figures: 'B:C', period: soon}", '"soon" is not a period'),
    ],
)
def test_a_table_of_others_figures_is_said_whole_and_in_places(
    tmp_path: Path, said: str, words: str
) -> None:
    text = f"name: s\nworkbook: {{comparators: [{said}]}}\nindicators:\n{RULE}"
    ((line, _, message),) = mistakes(tmp_path, text)
    assert line == 2
    assert words in message


def test_stretches_may_leave_a_column_out(tmp_path: Path) -> None:
    said = "{sheet: N, names: A, figures: 'C:F, H:M', kind: sn, period: 2017/18}"
    assert notes(tmp_path, f"name: s\nworkbook: {{comparators: [{said}]}}\n{HEAD[8:]}{RULE}") == []
