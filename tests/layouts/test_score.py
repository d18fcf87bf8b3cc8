"""The scoring: a person's reading is right, a wrong one is caught, a word about it counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.layouts import by_a_person
from tests.layouts.generate import Made, workbook
from tests.layouts.layouts import all_layouts
from tests.layouts.product import Answer, questions
from tests.layouts.report import put_into
from tests.layouts.score import judge
from tests.layouts.truth import Good, Indicator
from tests.layouts.verdicts import Verdict, worst

LAYOUTS = [layout.name for layout in all_layouts()]


def verdict(made: Made, answer: Answer) -> Verdict:
    return worst([one.verdict for one in judge(made, answer)])


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_a_person_reads_is_right(layout: str, seed: int) -> None:
    made = workbook(seed, layout)
    wrong = [one for one in judge(made, by_a_person.answer(made)) if one.verdict != "right"]
    assert wrong == []


def plain() -> tuple[Made, Indicator, Answer]:
    """A plain scorecard without slips, one indicator that is rated, and a person's answer."""
    for seed in range(100):
        made = workbook(seed, "plain")
        for indicator in made.truth.indicators:
            if indicator.judged == "Green" and not made.truth.slips:
                return made, indicator, by_a_person.answer(made)
    raise AssertionError("no such scorecard")


def changed(made: Made, answer: Answer, indicator: Indicator, **other: Any) -> Answer:
    """The same answer with one indicator read otherwise."""
    place = made.truth.indicators.index(indicator)
    read = [dict(one) for one in answer.outcome["indicators"]]
    read[place] |= other
    return replace(answer, outcome={**answer.outcome, "indicators": read})


@pytest.mark.parametrize(
    "other", [{"value": 7.77}, {"target": 7.77}, {"status": "red"}, {"target": None}]
)
def test_a_wrong_reading_without_a_word_is_silent(other: dict[str, Any]) -> None:
    made, indicator, answer = plain()
    assert verdict(made, changed(made, answer, indicator, **other)) is Verdict.SILENT


def test_a_wrong_reading_with_a_finding_in_its_row_is_said() -> None:
    made, indicator, answer = plain()
    spot = made.spots[indicator.key]
    answer = changed(made, answer, indicator, value=7.77)
    finding = {"check": "marker-unknown", "severity": "warning", "sheet": spot.sheet}
    finding |= {"cell": f"A{spot.row}", "indicator": None, "message": "not understood"}
    answer.outcome["findings"].append(finding)
    assert verdict(made, answer) is Verdict.PARTLY


def test_a_wrong_period_is_silent_unless_the_draft_asks_for_it() -> None:
    made, _, answer = plain()
    wrong = replace(answer, outcome={**answer.outcome, "period": "1999"})
    assert verdict(made, wrong) is Verdict.SILENT
    asking = replace(wrong, asked_of_all=("# period: Q3 2018/19  # DECIDE: which?",))
    assert verdict(made, asking) is Verdict.PARTLY


def test_a_guess_the_wrong_way_is_silent_and_a_question_is_said() -> None:
    made, indicator, answer = plain()
    place = made.truth.indicators.index(indicator)
    turned = {Good.HIGH: "low", Good.LOW: "high"}[indicator.good]

    def with_rule(rule: dict[str, Any]) -> Answer:
        rules = list(answer.rules["indicators"])
        rules[place] = {"id": str(place + 1), **rule}
        return replace(answer, rules={**answer.rules, "indicators": rules})

    assert verdict(made, with_rule({"good_is": turned})) is Verdict.SILENT
    asked = {**answer.asked, str(place + 1): frozenset({"good_is"})}
    assert verdict(made, replace(with_rule({}), asked=asked)) is Verdict.PARTLY


def without(made: Made, answer: Answer, indicator: Indicator) -> Answer:
    place = made.truth.indicators.index(indicator)
    read = [one for n, one in enumerate(answer.outcome["indicators"]) if n != place]
    return replace(answer, outcome={**answer.outcome, "indicators": read})


def with_a_tally(made: Made, answer: Answer, indicator: Indicator) -> Answer:
    extra = {**answer.outcome["indicators"][0], "id": "x", "name": "Tally", "row": 99}
    read = [*answer.outcome["indicators"], extra | {"cell": "ZZ99"}]
    return replace(answer, outcome={**answer.outcome, "indicators": read})


@pytest.mark.parametrize("change", [without, with_a_tally])
def test_a_row_too_few_or_too_many_is_silent(
    change: Callable[[Made, Answer, Indicator], Answer],
) -> None:
    made, indicator, answer = plain()
    assert verdict(made, change(made, answer, indicator)) is Verdict.SILENT


def test_a_refusal_is_said_and_of_what_is_no_scorecard_right() -> None:
    made, _, _ = plain()
    assert verdict(made, Answer(refused="no header row")) is Verdict.PARTLY
    none = workbook(0, "no scorecard")
    assert verdict(none, Answer(refused="no header row")) is Verdict.RIGHT
    assert verdict(none, Answer(outcome={"indicators": []})) is Verdict.SILENT


def test_a_drafts_questions_are_told_by_indicator() -> None:
    draft = """\
#   DECIDE (2 below): only you can say.
# defaults: {tolerance: 5 points}  # DECIDE: the workbook shows no tolerance
indicators:
  - id: "1"
    name: Calls
    # good_is: high             # DECIDE: high, low, plan or neither?
    # target: 90%               # read from the column "Target", C4
  - id: KPI 2                   # made of the name
    # unit: count               # DECIDE: counts, or percentages?
"""
    asked, of_all = questions(draft)
    assert asked == {"1": frozenset({"good_is"}), "KPI 2": frozenset({"unit"})}
    assert [line[:11] for line in of_all] == ["# defaults:"]


def test_the_tables_take_their_own_place_on_the_page() -> None:
    page = put_into("# Reading\n\nOther figures.\n", "first")
    again = put_into(page + "\n## After\n", "second")
    assert "first" not in again
    assert again.startswith("# Reading\n\nOther figures.")
    assert again.endswith("## After\n")
