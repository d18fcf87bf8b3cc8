"""Floors, two-sided tolerances, profiles, and bands that end at figures and words."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_scorecard.errors import RuleSetError
from xl_scorecard.rule_files.load import load_rule_set

_BANDS = (
    "name: n\nrating: ours\nratings:\n  ours:\n    bands:\n"
    "      - {{status: a, label: A, {}}}\n      - {{status: b, label: B, {}}}\n"
    "      - {{status: c, label: C, {}}}\nindicators: [{{id: A1, name: One}}]\n"
)
_ROW = "name: n\nindicators:\n  - {{id: A1, name: One, unit: percent, {}}}\n"


def _told(text: str, folder: Path) -> list[str]:
    path = folder / "r.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        load_rule_set(path)
    except RuleSetError as error:
        return [str(mistake) for mistake in error.mistakes]
    return []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("floor: soon", '3:47: indicator A1, floor: "soon" is no figure; write one such as 75%'),
        ("floor: at least 75%", "is no figure"),
        ("floor: 90%, target: 80%, good_is: high", "is on the better side of the target"),
        ("floor: 10%, target: 20%, good_is: low", "is on the better side of the target"),
        ("tolerance: {above: 5 children, below: 2 points}", "does not fit unit: percent"),
        ("tolerance: {over: 5 points}", "over"),
        ("target: {2018/19: 80%, profile: linear}", "has one target alone, and nothing to run"),
        ("target: {2018/19: 80%, profile: curved}", '"curved" is not known; write profile: linear'),
    ],
)
def test_a_mistake_of_an_indicator_is_told_with_its_place(
    said: str, wrong: str, tmp_path: Path
) -> None:
    (mistake, *more) = _told(_ROW.format(said), tmp_path)
    assert more == []
    assert "r.yaml:3:" in mistake
    assert wrong in mistake


@pytest.mark.parametrize(
    "said",
    [
        "floor: 75%", "floor: 75%, target: 80%, good_is: high",
        "tolerance: {above: 1 point, below: 2 points}", 'tolerance: {below: "5%"}',
        "target: {2018/19 Q1: 70%, 2018/19: 80%, profile: linear}",
        "basis: year to date, target: {2018/19: 80%, profile: linear}",
    ],
)  # fmt: skip
def test_what_is_right_of_an_indicator_is_read(said: str, tmp_path: Path) -> None:
    assert _told(_ROW.format(said), tmp_path) == []


@pytest.mark.parametrize(
    ("bands", "wrong"),
    [
        (("ends_at: 3", "ends_at: 6", "ends_at: 9"), "stands in the last band, the worst"),
        (("ends_at: 6, up_to: target", "ends_at: 3", "concern: 3"), "stands beside up_to"),
        (
            ("ends_at: six", "ends_at: 3", "concern: 3"),
            '"six" is no figure; write a figure',
        ),
        (("ends_at: 6", "ends_at: 6", "concern: 3"), "is out of order"),
        (("words: [Full]", "words: [full]", "concern: 3"), '"full" stands for band a too'),
        (("up_to: last year", "up_to: last year", "concern: 3"), "reaches no farther"),
        (("up_to: soon", "up_to: target", "concern: 3"), "floor, done, last year or last period"),
    ],
)
def test_a_mistake_of_bands_is_told_with_its_place(
    bands: tuple[str, ...], wrong: str, tmp_path: Path
) -> None:
    told = _told(_BANDS.format(*bands), tmp_path)
    assert len(told) == 1
    assert wrong in told[0]


@pytest.mark.parametrize(
    "bands",
    [
        ("ends_at: 6", "ends_at: 3", "concern: 3"), ("ends_at: 85%", "ends_at: 90%", "concern: 3"),
        ("words: [Full]", "words: [Some]", "words: [None]"),
        ("words: [Done]", "up_to: target", "words: [Late]"),
        ("up_to: 10%", "up_to: last year", "concern: 3"),
        ("up_to: target", "up_to: floor", "concern: 3"),
    ],
)  # fmt: skip
def test_bands_by_figures_words_and_the_past_are_read(
    bands: tuple[str, ...], tmp_path: Path
) -> None:
    assert _told(_BANDS.format(*bands), tmp_path) == []
