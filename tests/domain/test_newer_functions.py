"""Functions that files name with a prefix that Excel neither shows nor takes."""

from __future__ import annotations

import pytest

from xl_scorecard.domain.drawn import digest
from xl_scorecard.domain.newer_functions import as_excel_shows


@pytest.mark.parametrize(
    ("in_a_file", "in_excel"),
    [
        ('_xlfn.NUMBERVALUE(A1,".",",")', 'NUMBERVALUE(A1,".",",")'),
        ("1+_xlfn._xlws.SORT(A1:A3)", "1+SORT(A1:A3)"),
        ('"_xlfn.A"&_xlfn.CONCAT(A1,"""_xlfn.")', '"_xlfn.A"&CONCAT(A1,"""_xlfn.")'),
        ("my_xlfn.rate+1", "my_xlfn.rate+1"),
    ],
)
def test_the_prefix_goes_and_texts_and_names_stay(in_a_file: str, in_excel: str) -> None:
    assert as_excel_shows(in_a_file) == in_excel


def test_a_formula_of_ours_is_known_again_as_excel_gives_it_back() -> None:
    drawn = digest(None, 'IF(A1="",0,_xlfn.NUMBERVALUE(A1,".",","))')
    assert digest(None, 'IF(A1="",0,NUMBERVALUE(A1,".",","))') == drawn
