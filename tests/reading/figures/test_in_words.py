"""Figures that are words of the rating, as officers write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.books import checked, scorecard

_HEADINGS = ("Ref", "Measure", "Q2 2018/19", "Q3 2018/19")


def _statuses(folder: Path, rating: str, *said: str) -> list[str]:
    rows = [(f"A{n}", f"Measure {n}", "Red", word) for n, word in enumerate(said)]
    if rating == "assurance":
        rows = [(ref, name, "Nil", word) for ref, name, _, word in rows]
    rules = f"name: s\nrating: {rating}\ndefaults: {{good_is: high}}\nindicators:\n" + "".join(
        f"  - {{id: A{n}, name: Measure {n}}}\n" for n in range(len(said))
    )
    return [
        i.status for i in checked(scorecard(folder / "b.xlsx", rows, _HEADINGS), rules).indicators
    ]


@pytest.mark.parametrize("between", ["/", " / ", "-", " "])
def test_a_pair_of_colours_is_known_however_it_is_joined(tmp_path: Path, between: str) -> None:
    """Also where a name begins as a heading does, and Red and Amber may head thresholds."""
    said = f"Amber{between}Red", f"GREEN{between}Amber", "Green"
    assert _statuses(tmp_path, "five-point", *said) == ["amber_red", "amber_green", "green"]


def test_opinions_are_known_as_auditors_write_them_out(tmp_path: Path) -> None:
    said = "Substantial Assurance", "Moderate assurance", "Limited assurance", "No assurance"
    found = _statuses(tmp_path, "assurance", *said)
    assert found == ["substantial", "reasonable", "limited", "nil"]
