"""Whatever mix of headings, period forms and value forms is written, the same is read."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.properties.written_scorecards import (
    Expected,
    Turned,
    Typed,
    Written,
    long_scorecards,
    transposed_scorecards,
    written_scorecards,
)
from tests.reading.real.understood import only_table, read_grids
from xl_scorecard.domain.doubt import About
from xl_scorecard.domain.marks import Mark
from xl_scorecard.domain.scorecard import Layout, Measure, Outturn, Role, Table

many = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _read(written: Written) -> tuple[Table, list[Measure]]:
    scorecard = read_grids(written.grid)
    return only_table(scorecard), scorecard.measures


def _by_column(measure: Measure) -> dict[int, Outturn]:
    return {outturn.column: outturn for outturn in measure.outturns.values()}


IMPOSSIBLE = {Mark.CODE, Mark.BELOW_0, Mark.ABOVE_ALL, Mark.NO_SHARE}


@many
@given(written_scorecards())
def test_every_heading_is_read_as_what_it_says(written: Written) -> None:
    table, _ = _read(written)
    found = {column.index: column.role.value for column in table.columns}
    assert table.layout is Layout.WIDE
    assert table.header_row == written.header_row
    wrong = {
        (str(heading.text), found.get(index), *sorted(heading.roles))
        for index, heading in written.headings.items()
        if found.get(index) not in heading.roles
    }
    assert wrong == set()


@many
@given(written_scorecards())
def test_every_form_of_a_period_is_read_as_that_period(written: Written) -> None:
    table, _ = _read(written)
    found = {column.index: column for column in table.by_role(Role.OUTTURN)}
    for index, heading in written.headings.items():
        if heading.kind != "outturn":
            continue
        column = found[index]
        assert column.period is not None, heading.text
        if heading.period is not None:
            assert str(column.period) == heading.period, heading.text
        if heading.ends is not None:
            assert column.period.last_day == heading.ends, heading.text
            assert column.basis is heading.basis, heading.text


@many
@given(written_scorecards())
def test_every_indicator_is_read_with_its_section_polarity_and_target(written: Written) -> None:
    _, measures = _read(written)
    assert [(m.row, m.name, m.section) for m in measures] == [
        (line.row, line.name, line.section) for line in written.lines
    ]
    for measure, line in zip(measures, written.lines, strict=True):
        assert measure.id == (line.reference or line.name)
        if line.polarity is not None:
            assert measure.polarity is line.polarity
        in_doubt = any(doubt.about in (About.SPAN, About.SCALE) for doubt in measure.doubts)
        if line.has_target and not in_doubt:  # whether it is one for such figures is another matter
            target = measure.target.value if measure.target else None
            assert target == (None if line.target is None else pytest.approx(line.target))


@many
@given(written_scorecards())
def test_every_figure_and_gap_is_read_back(written: Written) -> None:
    _, measures = _read(written)
    main = {i for i, h in written.headings.items() if h.kind == "outturn" and h.main}
    for measure, line in zip(measures, written.lines, strict=True):
        found = _by_column(measure)
        assert main <= set(found)
        for column, outturn in found.items():
            _agrees(outturn, *line.outturns[column])


def _agrees(outturn: Outturn, typed: Typed, expected: Expected, flags: tuple[str, ...]) -> None:
    """An outturn says what was typed: a figure with its flags, or why there is none."""
    if isinstance(expected, frozenset):
        assert outturn.value is None, typed
        assert outturn.gap in expected, typed
    elif IMPOSSIBLE & set(outturn.flags):  # told, and not taken
        assert outturn.value is None, typed
        assert expected < 0 or expected > 1, typed
    else:
        assert outturn.value == pytest.approx(expected), typed
        assert set(flags) <= set(outturn.flags), typed


def _all_agree(turned: Turned, layout: Layout) -> None:
    table, measures = _read(turned)
    assert table.layout is layout
    assert {measure.name for measure in measures} == set(turned.figures)
    assert len(measures) == len(turned.figures)
    for measure in measures:
        found = {str(period): outturn for period, outturn in measure.outturns.items()}
        assert set(found) == set(turned.figures[measure.name])
        for period, figure in turned.figures[measure.name].items():
            _agrees(found[period], *figure)


@many
@given(transposed_scorecards())
def test_a_transposed_table_is_read_back(turned: Turned) -> None:
    _all_agree(turned, Layout.TRANSPOSED)


@many
@given(long_scorecards())
def test_a_long_table_is_read_back(turned: Turned) -> None:
    _all_agree(turned, Layout.LONG)
