"""Tables of other authorities' figures that a rule set names, for rank and quartile."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Comparators(BaseModel):
    """Where on a sheet of the workbook the figures of single authorities stand."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    sheet: str = Field(min_length=1, description="The sheet", examples=["Neighbours"])
    names: str = Field(
        description="The column that references or names of indicators stand in; a row, where "
        "authorities run down",
        examples=["A"],
    )
    figures: str | list[str] = Field(
        description="The columns with a figure an authority, without your own; rows, where "
        "authorities run down",
        examples=["C:L"],
    )
    kind: str = Field(
        "benchmark", description="Whose figures they are", examples=["statistical_neighbours"]
    )
    period: str | None = Field(None, description="Of when they are", examples=["2017/18"])
