"""After any edit each cell of ours is what a fresh refresh would give, or says Refresh.

A sample of what benchmarks/live.py does by the thousand: small scorecards, edited in LibreOffice.
"""

from __future__ import annotations

import pytest

from tests.live.books import drawn
from tests.live.desk import Desk
from tests.live.edits import NOT_FOLLOWED, OF_CELLS
from tests.live.edits_of_sheets import OF_SHEETS
from tests.live.proof_of_edits import WAITS, WRONG, Proof

FOR_CELLS, FOR_SHEETS = (7, 11, 13, 14), 15
"""Seeds of the scorecards whose cells are edited, and of the one whose rows are moved."""

KINDS = (*OF_CELLS, *OF_SHEETS, "sheet copied, the copy")


@pytest.fixture(scope="session")
def proof(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Proof:
    """What came of the edits."""
    folder = tmp_path_factory.mktemp("edits")
    proof = Proof()
    works = [w for seed in FOR_CELLS for w in proof.prepare(drawn(seed, 36, 40), folder, ())]
    works += proof.prepare(drawn(FOR_SHEETS, 12, 16), folder, tuple(OF_SHEETS))
    proof.add(desk, works, folder)
    return proof


def test_every_edit_can_be_made_and_its_workbook_refreshed_anew(proof: Proof) -> None:
    assert proof.failed == []


def test_every_kind_of_edit_is_in_the_sample(proof: Proof) -> None:
    assert {*OF_CELLS, *OF_SHEETS} <= {verdict.kind for verdict in proof.verdicts}


def test_rows_beside_those_that_are_edited_keep_what_they_show(proof: Proof) -> None:
    of_cells = [v for v in proof.verdicts if v.kind.startswith("(")]
    assert of_cells
    assert [str(v) for v in of_cells if v.result == WRONG] == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_is_followed_or_asks_for_a_refresh(proof: Proof, kind: str) -> None:
    assert [str(verdict) for verdict in proof.of(kind, WRONG)] == []


@pytest.mark.parametrize("kind", [k for k in (*OF_CELLS, *OF_SHEETS) if k not in NOT_FOLLOWED])
def test_what_a_formula_can_follow_does_not_ask_for_a_refresh(proof: Proof, kind: str) -> None:
    assert [str(verdict) for verdict in proof.of(kind, WAITS)] == []
