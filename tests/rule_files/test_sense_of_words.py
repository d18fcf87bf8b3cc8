"""Ratings and the words of ours in a rule set: bands in order, nothing misspelt."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_files.written import mistakes, notes


def _one(tmp_path: Path, text: str) -> tuple[int, int, str]:
    (mistake,) = mistakes(tmp_path, text)
    return mistake


@pytest.mark.parametrize(
    ("edges", "words"),
    [
        (["2 tolerances", "target"], '"target" reaches no farther than "2 tolerances" of band b0'),
        (["target", "10 points", "5 points"], '"5 points" reaches no farther than "10 points"'),
        (["target", "5%", "10 points", "5%"], '"5%" reaches no farther than "5%" of band b1'),
        (["target", "target"], "nothing ever falls in this band"),
        (["5 points", "0 tolerances"], "put bands in order from best to worst"),
        (
            ["target", "a bit"],
            "write target, 1 tolerance, 10%, 5 points, floor, done, last year or last period",
        ),
        (["target", "9" * 400 + " points"], "is not how far a band reaches"),
    ],
)
def test_an_outturn_can_fall_in_every_band(tmp_path: Path, edges: list[str], words: str) -> None:
    line, _, message = _one(tmp_path, _rated(edges))
    assert line == 4 + len(edges)
    assert words in message


@pytest.mark.parametrize(
    "edges",
    [
        ["target"],
        ["target", "1 tolerance", "2 tolerances"],
        ["target", "2%", "2 tolerances"],
        ["target", "10 points", "10%"],  # farther or not, as the target is
        ["5 points", "10 points"],
    ],
)
def test_bands_in_order_are_sound(tmp_path: Path, edges: list[str]) -> None:
    assert notes(tmp_path, _rated(edges)) == []


def _rated(edges: list[str]) -> str:
    bands = "".join(
        f"    - {{status: b{n}, label: B{n}, up_to: {edge}}}\n" for n, edge in enumerate(edges)
    )
    ratings = f"ratings:\n  mine:\n   bands:\n{bands}    - {{status: worst, label: Worst}}\n"
    return f"name: s\n{ratings}rating: mine\nindicators: [{{id: A1, name: a}}]\n"


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        (", up_to: target", "", "band met: has no up_to, which only the last band may lack"),
        ("label: Missed", "label: Missed, up_to: 10%", "stands in the last band, the worst"),
        ("status: missed", "status: met", '"met" is already that of the band on line 5'),
        ("label: Missed", "label: MET", "every band needs a label of its own"),
        ("label: Missed", "label: No data", '"No data" is already that of band no_data'),
        ("rating: mine", "rating: mne", '"mne" is not defined; did you mean mine?'),
        (
            "rating: mine",
            "rating: traffic lights",
            "write concern, rag, five-point, score, assurance, milestones or mine",
        ),
        ("status: missed", "status: Missed", "(small letters, digits and _, a letter first)"),
        ("label: Missed", "label: Missed, fill: red", 'write fill: "#00703C"'),
        ("label: Missed", "label: Missed, concern: 4", "write 0, 1, 2 or 3"),
        ("label: Missed", "label: Missed, concern: high", "write 0, 1, 2 or 3"),
        ("label: Missed", f"label: {'M' * 41}", "is longer than 40 letters"),
        ("   bands:", "   no_data: {status: none, label: x}\n   bands:", "write no_data"),
    ],
)
def test_a_rating_works_out(tmp_path: Path, right: str, wrong: str, words: str) -> None:
    text = (
        "name: s\nratings:\n  mine:\n   bands:\n    - {status: met, label: Met, up_to: target}\n"
        "    - {status: missed, label: Missed}\nrating: mine\nindicators: [{id: A1, name: a}]\n"
    )
    assert right in text
    assert notes(tmp_path, text) == []
    *_, (_, _, message) = mistakes(tmp_path, text.replace(right, wrong, 1))
    assert words in message


@pytest.mark.parametrize(
    ("said", "line", "column", "words"),
    [
        ("workbook: {headings: {targt: [Aim]}}", 2, 23, '"targt" is no role; did you mean target?'),
        ("workbook: {headings: {zz: [Aim]}}", 2, 23, "roles are reference, indicator, section"),
        ("workbook: {headings: {target: [Aim], rag: [AIM]}}", 2, 44, "named for target too"),
        ("workbook: {headings: {target: Aim}}", 2, 31, "write headings: {target: [Q3 aim]}"),
        ("workbook: {period: This quarter}", 2, 20, '"This quarter" is not a period'),
        ("columns: [rag, trend, rag]", 2, 23, "columns, entry 3: rag stands twice"),
        ("columns: [rag, trnd]", 2, 16, '"trnd" is not known; did you mean trend?'),
        ("checks: {off: [number-as-txt]}", 2, 16, "did you mean number-as-text?"),
        ("checks: {off: [no-such-check]}", 2, 16, "copy its word from the list of checks"),
        ("checks: {severity: {value-mising: info}}", 2, 21, "did you mean value-missing?"),
        ("checks: {severity: {value-missing: eror}}", 2, 36, '"eror" is not known; did you mean e'),
        ("checks: {offf: []}", 2, 10, "is not a word of rule sets here; did you mean off?"),
        (
            "checks: {rules: [{id: c, that: '[A1]=3'}, {id: c, that: '[A1]=3'}]}",
            2,
            48,
            '"c" is already used',
        ),
        (
            "checks: {rules: [{id: value-missing, that: '[A1]=3'}]}",
            2,
            23,
            "is a check that is built in",
        ),
        ("financial_year_starts: april", 2, 24, "did you mean April?"),
        ("defaults: {good_is: hihg}", 2, 21, "defaults, good_is: "),
    ],
)
def test_words_of_ours_are_spelt_as_they_are(
    tmp_path: Path, said: str, line: int, column: int, words: str
) -> None:
    text = f"name: s\n{said}\nindicators:\n  - {{id: A1, name: a}}\n"
    at_line, at_column, message = _one(tmp_path, text)
    assert (at_line, at_column) == (line, column)
    assert words in message


def test_one_role_may_have_two_names_and_capital_letters(tmp_path: Path) -> None:
    headings = "{Good_is: [Aim], polarity: [Aim, Way], data quality: [DQ]}"
    text = f"name: s\nworkbook: {{headings: {headings}}}\nindicators: [{{id: A1, name: a}}]\n"
    assert notes(tmp_path, text) == []


def test_a_check_of_ones_own_may_be_turned_off_by_its_id(tmp_path: Path) -> None:
    checks = "{off: [mine], rules: [{id: mine, that: '[A1] = [A1]'}]}"
    text = f"name: s\nchecks: {checks}\nindicators: [{{id: A1, name: a}}]\n"
    assert notes(tmp_path, text) == []


def test_all_that_is_wrong_is_told_at_once_whatever_kind_it_is(tmp_path: Path) -> None:
    text = (
        "name: small\n"
        "workbook: {headings: {targt: [Aim]}}\n"
        "colums: [rag]\n"
        "indicators:\n"
        "  - {id: A1, name: Seen, unit: percents, benchmarks: {england: nonsense}}\n"
        "  - {id: A2, name: seen, target: !!int abc, numerator: NONE}\n"
        "checks: {off: [value-mising]}\n"
    )
    told = mistakes(tmp_path, text)
    assert [line for line, _, _ in told] == [2, 3, 5, 5, 6, 6, 6, 7]
