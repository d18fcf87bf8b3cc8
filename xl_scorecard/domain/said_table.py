"""A table's layout said in a rule set rather than guessed: where on a sheet what stands.

Every place is a column (`K`), a row (`14`) or a cell (`B4`). Names in a column: a row an indicator.
Names in a row: a column an indicator, periods down. A name in a cell: one indicator, whose figures
stand anywhere; the same block may begin again further down.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from xl_scorecard.domain.role import Role
from xl_scorecard.domain.said_places import Spot, parse_spot

Part = Literal[
    "name",
    "actual",
    "percent",
    "target",
    "last year",
    "judgement",
    "numerator",
    "denominator",
    "other",
]
SHEET = "sheet"
"""Said for a place: the sheet's own name says it."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class LeaveOut(_Strict):
    """Rows and columns within a table that are no part of it."""

    rows: str | list[str] = Field(
        [], description="Rows that are no indicators", examples=["12, 20-22"]
    )
    columns: str | list[str] = Field(
        [], description="Columns that are to be left out of account", examples=["F, X:Z"]
    )


class SaidTable(_Strict):
    """Where on a sheet what stands; every line optional. What is left out is guessed."""

    sheet: str | None = Field(
        None,
        description="The sheet, or a pattern for several laid out alike; left out: the only one",
        examples=["Scorecard"],
    )
    header: str | None = Field(
        None, description="The row or rows of headings above the figures", examples=["4-5"]
    )
    rows: str | list[str] = Field(
        [],
        description="The rows from the first indicator to the last; several stretches with commas",
        examples=["6-40"],
    )
    names: str | None = Field(
        None,
        description="The column of names; a row where periods run down; the cell of the name where "
        "the entry is about one indicator; sheet: the sheet's name",
        examples=["B"],
    )
    references: str | None = Field(None, description="Where references stand", examples=["A"])
    sections: str | None = Field(
        None,
        description="Where sections stand, where not in rows of their own; sheet: the sheet's name",
        examples=["C"],
    )
    dimension: str | None = Field(
        None,
        description="Where the site, team or directorate stands that tells rows of one name apart; "
        "sheet: the sheet's name",
        examples=["D"],
    )
    unit: str | None = Field(None, description="Where units stand", examples=["E"])
    good_is: str | None = Field(
        None, description="Where it stands which way is good", examples=["F"]
    )
    basis: str | None = Field(
        None, description="Where it stands what stretch of time figures cover", examples=["G"]
    )
    figures: str | list[str] | dict[str, str] | None = Field(
        None,
        description="The columns of figures, their periods being in the header; or each by period",
        examples=["K:V", {"Q2 2018/19": "J", "Q3 2018/19": "K"}],
    )
    periods: str | None = Field(
        None,
        description="Where each figure's period stands, where not in the header",
        examples=["A"],
    )
    years: str | None = Field(
        None,
        description="Where the years stand of months and quarters without one; or the year itself",
        examples=["A", "2023/24"],
    )
    targets: str | dict[str, str] | None = Field(
        None,
        description="Where targets stand; or each by period",
        examples=["H", {"Q3 2018/19": "L"}],
    )
    tolerances: str | None = Field(None, description="Where tolerances stand", examples=["I"])
    thresholds: str | None = Field(
        None, description="Where it stands where amber ends", examples=["I"]
    )
    judgements: str | dict[str, str] | None = Field(
        None,
        description="Where the officers' RAG stands; or each by period",
        examples=["M", {"Q3 2018/19": "M"}],
    )
    travel: str | None = Field(
        None, description="Where the officers' direction of travel stands", examples=["N"]
    )
    comments: str | None = Field(None, description="Where comments stand", examples=["O"])
    benchmarks: dict[str, str] = Field(
        {}, description="Where others' figures stand, by name", examples=[{"england": "P"}]
    )
    numerators: str | None = Field(None, description="Where the counts above stand", examples=["Q"])
    denominators: str | None = Field(None, description="Where the bases stand", examples=["R"])
    due: str | None = Field(
        None, description="Of milestones: where it stands when each is due", examples=["D"]
    )
    expected: str | None = Field(
        None, description="Of milestones: where it stands when each is expected", examples=["E"]
    )
    done: str | None = Field(
        None, description="Of milestones: where it stands when each was done", examples=["F"]
    )
    parts: list[Part] | dict[str, Part] = Field(
        [],
        description="What the rows of each indicator are, one after the other; or each by what "
        "stands before its figures",
        examples=[["numerator", "denominator", "percent"], {"Actual": "actual", "Plan": "target"}],
    )
    blocks: list[str] = Field(
        [],
        description="The cells where a block like the first begins, the first one's too",
        examples=[["A3", "A12", "A21"]],
    )
    leave_out: LeaveOut = Field(
        default_factory=LeaveOut,
        description="Rows and columns within the table that are no part of it",
        examples=[{"rows": "12, 20-22", "columns": "F"}],
    )

    _line: int = PrivateAttr(0)

    @property
    def line(self) -> int:
        """The line of the rule file that it begins on; 0 of one that stands in none."""
        return self._line

    def begins_on(self, line: int) -> None:
        """Note the line of the rule file."""
        self._line = line

    @property
    def named_in(self) -> Spot | None:
        """Where names stand, if that is said and no sheet's name."""
        if self.names is None or self.names == SHEET:
            return None
        return parse_spot(self.names)

    @property
    def is_of_one(self) -> bool:
        """Whether it is about one indicator, or one a block."""
        spot = self.named_in
        return self.names == SHEET or (spot is not None and spot.is_cell)

    @property
    def runs_down(self) -> bool:
        """Whether names stand side by side and periods run down."""
        spot = self.named_in
        return spot is not None and spot.column is None

    def single(self) -> Iterator[tuple[Role, str]]:
        """The roles that stand in one place each, and where."""
        for key, role in SINGLE.items():
            said = getattr(self, key)
            if isinstance(said, str) and said != SHEET:
                yield role, said


DATES = ("due", "expected", "done")
"""What says where the dates of milestones stand."""
SINGLE: dict[str, Role] = {
    "names": Role.INDICATOR, "references": Role.REFERENCE, "sections": Role.SECTION,
    "unit": Role.UNIT, "good_is": Role.POLARITY, "basis": Role.BASIS, "targets": Role.TARGET,
    "tolerances": Role.TOLERANCE, "thresholds": Role.THRESHOLD, "judgements": Role.RAG,
    "travel": Role.TRAVEL, "comments": Role.COMMENT, "numerators": Role.NUMERATOR,
    "denominators": Role.DENOMINATOR,
}  # fmt: skip
"""The role that each key says the place of."""
