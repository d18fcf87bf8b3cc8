"""What a rule set says of indicators fits together: ids, names, parts, periods, units."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_files.written import mistakes, notes

HEAD = "name: s\nindicators:\n"


def _one(tmp_path: Path, text: str) -> tuple[int, int, str]:
    (mistake,) = mistakes(tmp_path, text)
    return mistake


@pytest.mark.parametrize(
    ("second", "column", "words"),
    [
        ("{id: a1, name: b}", 10, 'indicator a1, id: "a1" is already used on line 3'),
        ("{id: ' A1 ', name: b}", 10, '"A1" is already used on line 3'),
        ("{id: '', name: b}", 10, 'indicator "b", id: is empty; write id: CIN-SEEN'),
        ("{id: ' ', name: b}", 10, "is no id"),
        ("{id: B1, name: SEEN}", 20, 'indicator B1, name: "SEEN" is also a name of indicator A1'),
        ("{id: B1, name: b, aliases: [ok, Visited]}", 37, 'aliases, entry 2: "Visited" is also'),
        ("{id: B1, name: b, aliases: [seen]}", 33, "on line 3, in the same section"),
    ],
)
def test_an_id_or_a_name_is_one_indicators(
    tmp_path: Path, second: str, column: int, words: str
) -> None:
    text = f"{HEAD}  - {{id: A1, name: Seen, aliases: [visited]}}\n  - {second}\n"
    line, at, message = _one(tmp_path, text)
    assert (line, at) == (4, column)
    assert words in message


def test_one_name_in_two_sections_is_sound(tmp_path: Path) -> None:
    rules = "  - {id: A1, name: Male}\n  - {id: B1, name: male, section: In care}\n"
    assert notes(tmp_path, HEAD + rules) == []


@pytest.mark.parametrize(
    ("parts", "at", "words"),
    [
        ("numerator: N, denominator: DD", "DD", "no indicator has the id DD; did you mean D?"),
        ("numerator: other, denominator: D", "other", "no indicator has the id other; add that"),
        (
            "numerator: N",
            "numerator",
            "indicator A, numerator: stands without a denominator; add denomi",
        ),
        ("denominator: D", "denominator", "stands without a numerator"),
        ("numerator: A, denominator: D", "A, d", "A is made of itself; name an indicator"),
    ],
)
def test_a_percentage_is_made_of_two_indicators_that_are_there(
    tmp_path: Path, parts: str, at: str, words: str
) -> None:
    share = f"  - {{id: A, name: a seen, {parts}}}\n"
    text = f"{HEAD}{share}  - {{id: N, name: n}}\n  - {{id: D, name: d}}\n"
    line, column, message = _one(tmp_path, text)
    assert (line, column) == (3, share.rindex(at) + 1)
    assert words in message


def test_a_circle_of_parts_is_told_once_where_it_closes(tmp_path: Path) -> None:
    made_of = {"A": "B", "B": "C", "C": "A"}
    rules = "".join(
        f"  - {{id: {id_}, name: {id_}, numerator: {part}, denominator: D}}\n"
        for id_, part in made_of.items()
    )
    line, _, message = _one(tmp_path, f"{HEAD}{rules}  - {{id: D, name: d}}\n")
    assert line == 5
    assert "indicator C, numerator: A is made of itself: it is made of B, B of C, C of A" in message


def test_the_same_count_under_several_shares_is_no_circle(tmp_path: Path) -> None:
    shares = "".join(
        f"  - {{id: S{n}, name: s{n}, numerator: N, denominator: D}}\n" for n in range(3)
    )
    text = f"{HEAD}{shares}  - {{id: N, name: n}}\n  - {{id: D, name: d}}\n"
    assert notes(tmp_path, text) == []


@pytest.mark.parametrize(
    ("targets", "at", "words"),
    [
        (
            "{2018/19 Q3: 80%, 2018/19: 85%, Q3 2018/19: 81%}",
            "Q3 2018/19: 81",
            '"Q3 2018/19" is the same period',
        ),
        ("{2018/19: 80%, FY2018/19: 80%}", "FY2018/19", 'the same period as "2018/19" on line 3'),
        ("{Dec 2018: 80%, 2018/19: 85%, 2018M12: 81%}", "2018M12", '"2018M12" is the same period'),
        (
            "{autumn: 80%}",
            "autumn",
            '"autumn" is not a period; write 2018/19 Q3, Dec 2018 or 2018/19',
        ),
    ],
)
def test_a_period_is_read_and_has_one_target(
    tmp_path: Path, targets: str, at: str, words: str
) -> None:
    rule = f"  - {{id: A1, name: a, target: {targets}}}\n"
    line, column, message = _one(tmp_path, HEAD + rule)
    assert (line, column) == (3, rule.rindex(at) + 1)
    assert words in message


def test_where_years_are_calendar_years_so_are_the_targets(tmp_path: Path) -> None:
    text = "name: s\nfinancial_year_starts: January\nindicators:\n"
    rules = "  - {id: A1, name: a, target: {'2018': 80%, Q4 2018: 85%, Dec 2018: 90%}}\n"
    assert notes(tmp_path, text + rules) == []


UNFIT = [
    ("percent", "target: 5 days"), ("percent", "target: 85 children"), ("percent", "target: £500"),
    ("percent", "target: fewer than 85 cases"), ("percent", "target: '1:5'"),
    ("percent", "target: 40-60 days"), ("percent", "tolerance: 5 days"),
    ("percent", "tolerance: 2 children"), ("percent", "benchmarks: {england: 12 days}"),
    ("percent", "target: {2018/19: 80%, 2019/20: 85 children}"),
    ("count", "target: 80%"), ("count", "target: 40%-60%"), ("count", "target: £5"),
    ("count", "target: 5 days"), ("count", "tolerance: 5 days"), ("count", "target: '1:5'"),
    ("count", "benchmarks: {england: 82%}"),
    ("days", "target: 80%"), ("days", "target: 85 children"), ("days", "tolerance: 2 weeks"),
    ("days", "tolerance: 2 children"),
    ("currency", "target: 80%"), ("currency", "target: 5 days"),
    ("currency", "tolerance: 2 children"), ("currency", "target: 5 children"),
    ("rate_per_10000", "target: 80%"), ("rate_per_10000", "tolerance: 3 days"),
    ("ratio", "target: £5"), ("score", "target: 5 days"),
]  # fmt: skip
FIT = [
    ("percent", "target: 80%"), ("percent", "target: 80"), ("percent", "target: 0.8"),
    ("percent", "target: 80% of children"), ("percent", "target: 80 per cent"),
    ("percent", "target: 95 by March"), ("percent", "target: at least 90"),
    ("percent", "target: 95-98%"), ("percent", "tolerance: 5 points"), ("percent", "tolerance: 5%"),
    ("percent", "tolerance: 5pp"), ("percent", "tolerance: 5 percentage points"),
    ("percent", "tolerance: 0.05"), ("percent", "benchmarks: {england: 82.7%}"),
    ("count", "target: fewer than 85"), ("count", "target: 85 children"), ("count", "target: 0"),
    ("count", "target: '1,500'"), ("count", "tolerance: 2 workers"), ("count", "tolerance: 5%"),
    ("count", "tolerance: 5 points"), ("count", "target: 1.2m"),
    ("count", "target: no more than 5"),
    ("days", "target: 10"), ("days", "target: 42 days"), ("days", "target: 10 working days"),
    ("days", "tolerance: 2 days"), ("days", "tolerance: 10%"),
    ("currency", "target: £1.2m"), ("currency", "target: 500 pounds"),
    ("currency", "target: £1200 saved"), ("currency", "tolerance: 500"),
    ("rate_per_10000", "target: 52.5"), ("rate_per_10000", "tolerance: 3 children"),
    ("ratio", "target: '1:5'"), ("ratio", "target: 80%"), ("score", "target: 3.5"),
    ("score", "tolerance: 0.2 marks"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "said"), UNFIT)
def test_a_figure_whose_unit_does_not_fit_is_a_mistake(
    tmp_path: Path, unit: str, said: str
) -> None:
    line, _, message = _one(tmp_path, f"{HEAD}  - {{id: A1, name: a, unit: {unit}, {said}}}\n")
    assert line == 3
    assert f"does not fit unit: {unit}; write " in message


@pytest.mark.parametrize(("unit", "said"), FIT)
def test_a_figure_whose_unit_fits_is_sound(tmp_path: Path, unit: str, said: str) -> None:
    told = notes(tmp_path, f"{HEAD}  - {{id: A1, name: a, unit: {unit}, {said}}}\n")
    assert [message for _, _, message in told if "benchmarks" not in message] == []


def test_days_may_be_counted_where_the_name_speaks_of_them(tmp_path: Path) -> None:
    rule = "  - {id: A1, name: Working days lost, unit: count, target: 8 days, tolerance: 1 day}\n"
    assert notes(tmp_path, HEAD + rule) == []


def test_a_unit_that_only_the_workbook_gives_is_not_held_against_a_figure(tmp_path: Path) -> None:
    rules = "  - {id: A1, name: a, target: 80%}\n  - {id: B1, name: b, target: 5 days}\n"
    assert notes(tmp_path, HEAD + rules) == []


@pytest.mark.parametrize(
    ("said", "at", "words"),
    [
        ("target: TBC", "TBC", 'indicator A1, target: "TBC" is not a target; take the line out'),
        ("target: above average", "above", 'is not a target; write 80%, 85 or "fewer than 85"'),
        (f"target: '{'9' * 400}'", "'9", "is not a target"),
        ("target: £9000000000000000000", "£9", "is too large a number"),
        (
            "target: 9000000000000000000",
            "9000",
            "too large a number; write one of at most 15 digits",
        ),
        ("target: 1.0e999", "1.0", '"1.0e999" is too large a number'),
        ("target: [80%]", "target", "a list stands where a figure should; write target: 80%"),
        ("target: {2018/19: [80%]}", "2018", "indicator A1, target, 2018/19: a list stands where"),
        (
            "tolerance: a little",
            "a little",
            'is not a tolerance; write "5 points", "5%" or "2 children"',
        ),
        ("tolerance: 5 percent", "5 p", "may mean two things; write 5 points, or 5% for a share"),
        ("tolerance: 5 thousand", "5 t", "write the number in full"),
        ("target: 1.2 million pounds", "1.2", "write 1.2m"),
        ("benchmarks: {england: nonsense}", "nonsense", "indicator A1, benchmarks, england: "),
        ("benchmarks: {england: fewer than 5}", "fewer", '"fewer than 5" is no figure'),
        ("benchmarks: {england: 40-60}", "40", "is no figure; write one such as 82.7%"),
        ("benchmarks: {england: }", "england", "benchmarks, england: is empty; write a figure"),
        ("benchmarks: 82%", "82", "write benchmarks: {good_outstanding: 84.8%, england: 82%}"),
    ],
)
def test_a_target_tolerance_or_benchmark_is_a_figure(
    tmp_path: Path, said: str, at: str, words: str
) -> None:
    rule = f"  - {{id: A1, name: a, {said}}}\n"
    line, column, message = _one(tmp_path, HEAD + rule)
    assert (line, column) == (3, rule.index(at) + 1)
    assert words in message


def test_a_default_tolerance_in_children_does_not_fit_shares_without_one(tmp_path: Path) -> None:
    head = "name: s\ndefaults: {tolerance: 2 children}\nindicators:\n"
    without = f"{head}  - {{id: A1, name: a, unit: percent}}\n"
    assert _one(tmp_path, without)[:2] == (2, 23)
    own = f"{head}  - {{id: A1, name: a, unit: percent, tolerance: 5 points}}\n"
    assert notes(tmp_path, own) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("breaks: {B: [2018/19 Q3]}", "breaks, B: no indicator has the id B"),
        ("breaks: {A: [Q9]}", 'breaks, A, entry 1: "Q9" is not a period'),
        ("breaks: {A: 2018/19 Q3}", "breaks, A:"),
        ("baseline: {B: 12}", "baseline, B: no indicator has the id B"),
        ("baseline: {A: 5}", "baseline, A: limits cannot rest on 5 figures; write 6 to 600"),
        ("baseline: {A: 700}", "baseline, A: limits cannot rest on 700 figures"),
        ("baseline: {A: Q4 2018/19 to Q1 2018/19}", "is no baseline; write a number of figures"),
        ("baseline: {A: always}", 'baseline, A: "always" is no baseline'),
        ("defaults: {static_within: lots}", '"lots" is not a move'),
        ("defaults: {static_within: {percents: 1 point}}", '"percents" is no unit'),
        ("defaults: {static_within: {percent: 3 days}}", "does not fit unit: percent"),
    ],
)
def test_breaks_and_static_moves_are_looked_at(tmp_path: Path, text: str, said: str) -> None:
    head = f"name: s\n{text}\nindicators:\n"
    _, _, message = _one(tmp_path, f"{head}  - {{id: A, name: Homes}}\n")
    assert said in message


@pytest.mark.parametrize(
    "entry", ["breaks: [Q9]", "static_within: lots", "unit: days, static_within: 3 weeks"]
)
def test_they_are_looked_at_in_an_indicators_own_entry_too(tmp_path: Path, entry: str) -> None:
    _one(tmp_path, f"{HEAD}  - {{id: A, name: Homes, {entry}}}\n")


def test_breaks_and_static_moves_that_fit_are_no_mistake(tmp_path: Path) -> None:
    text = (
        "breaks: {a: [2018/19 Q3, Oct 2018]}\n"
        "baseline: {a: 2016 to Q4 2018/19}\n"
        "defaults: {static_within: {percent: 0.5 points, count: 1%, days: 2 days}}\n"
    )
    entry = (
        "{id: A, name: Homes, unit: count, static_within: 2 homes, breaks: [2019/20], baseline: 12}"
    )
    assert notes(tmp_path, f"name: s\n{text}indicators:\n  - {entry}\n") == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("mean", '"mean" is no way to add up; write sum, ratio, weighted by and an id'),
        ("weighted by DD", "no indicator has the id DD; did you mean D?"),
        ("ratio", "a ratio is worked out from its parts; add numerator: and denominator:"),
        ("sum", "shares and rates of teams do not add up; write ratio, with numerator:"),
    ],
)
def test_teams_are_added_up_in_a_way_that_gives_their_figure(
    tmp_path: Path, said: str, words: str
) -> None:
    text = f"{HEAD}  - {{id: A, name: a, unit: percent, roll_up: {said}}}\n  - {{id: D, name: d}}\n"
    _, _, message = _one(tmp_path, text)
    assert words in message
