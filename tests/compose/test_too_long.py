"""What Excel would not take is refused in one line, and nothing is written."""

from __future__ import annotations

import pytest

from xl_scorecard.compose.too_long import refuse_too_long
from xl_scorecard.domain.edits import CellEdit, Edits, SheetEdit
from xl_scorecard.errors import WorkbookError


def _edits(characters: int) -> Edits:
    formula = "1" + "+1" * ((characters - 1) // 2)
    return Edits(sheets=[SheetEdit("Q3", cells=[CellEdit(4, 2, 1.0, formula)])])


def test_a_formula_of_8192_characters_with_its_equals_sign_is_taken() -> None:
    refuse_too_long(_edits(8_191))


def test_a_longer_one_is_refused_by_its_cell() -> None:
    with pytest.raises(WorkbookError, match=r"^the formula in Q3!B4 would be longer") as refused:
        refuse_too_long(_edits(8_193))
    assert refused.value.kind == "too_large"
