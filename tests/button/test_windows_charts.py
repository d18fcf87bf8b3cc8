"""Charts on Windows: a copy is what would have been drawn, in a stand-in for Excel's charts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tests.button.models import read_book
from tests.button.object_model import Calls, Com, ComError, on_windows
from tests.button.payload import results_in
from tests.support import paths
from xl_scorecard.button import refresh
from xl_scorecard.button.windows_charts import Copies

_OF_A_CHART = ("source", "ChartType", "ChartStyle", "HasTitle", "HasLegend")
_OF_A_SERIES = ("MarkerStyle", "MarkerForegroundColor", "MarkerBackgroundColor")


def _held(thing: Com | None, *path: str) -> Any:
    """What was set in the end, without a call."""
    for member in path:
        thing = None if thing is None else thing.__dict__["_says"].get(member)
    return thing


def _series(chart: Com) -> list[Any]:
    return [
        (
            [_held(one, member) for member in _OF_A_SERIES],
            _held(one, "Format", "Line", "ForeColor", "RGB"),
            _held(one, "Format", "Line", "DashStyle"),
            _held(one, "Format", "Fill", "ForeColor", "RGB"),
        )
        for one in chart.SeriesCollection()
    ]


def _pressed() -> tuple[list[Any], Calls]:
    """Every chart of the Summary as it stands after a press, and what was called."""
    model, results = read_book(paths.EARLY_HELP), results_in(paths.EARLY_HELP)
    with on_windows(model, results) as (book, calls):
        refresh(book, rules=paths.RULES / "early-help.yaml")
        frames = [chart.api[0] for chart in book.sheets["Summary"].charts]
        said = [
            (
                [_held(frame, side) for side in ("Name", "Left", "Top", "Width", "Height")],
                _held(frame, "AlternativeText"),
                _held(frame, "Chart", "ChartTitle", "Text"),
                [_held(frame, "Chart", member) for member in _OF_A_CHART],
                _held(frame, "Chart", "axis 2", "MaximumScale"),
                _held(frame, "Chart", "axis 2", "TickLabels", "NumberFormat"),
                _series(frame.Chart),
            )
            for frame in frames
        ]
    return said, calls


@pytest.fixture(scope="module")
def pressed() -> tuple[list[Any], Calls]:
    return _pressed()


def test_a_copy_is_what_would_have_been_drawn(
    pressed: tuple[list[Any], Calls], monkeypatch: pytest.MonkeyPatch
) -> None:
    copied, calls = pressed
    assert calls["Shape.Duplicate()"] >= 10
    monkeypatch.setattr(Copies, "draw", lambda *_: False)
    drawn, without = _pressed()
    assert without["Shape.Duplicate()"] == 0
    assert copied == drawn


def test_where_a_copy_loses_its_looks_every_chart_is_drawn(
    pressed: tuple[list[Any], Calls], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, _ = pressed
    monkeypatch.setattr("tests.button.object_model.Com.copied", lambda com: Com("bare", com._calls))
    again, calls = _pressed()
    assert calls["Shape.Duplicate()"] == calls["Shape.Delete()"] == 2  # one for each way
    assert again == drawn


def _refuses(_: Com, __: Callable[..., Any], **___: Any) -> None:
    raise ComError(-2147352567, "", (0, "", "Method ChartWizard failed.", "", 0, 0), None)


def _forgets(chart: Com, wizard: Callable[..., Any], **told: Any) -> None:
    """Gives what it is told to, and every series Excel's own colours."""
    wizard(**told)
    for one in chart.SeriesCollection():
        one.__dict__["_says"].clear()


def _moves_the_legend(chart: Com, wizard: Callable[..., Any], **told: Any) -> None:
    wizard(**told)
    chart.__dict__["_says"]["Legend"].__dict__["_says"]["Position"] = -4152


def _gives_the_axis_back_to_excel(chart: Com, wizard: Callable[..., Any], **told: Any) -> None:
    wizard(**told)
    chart.__dict__["_says"].pop("axis 2", None)


def _leaves_the_title(_: Com, wizard: Callable[..., Any], **told: Any) -> None:
    wizard(**told | {"Title": "Chart Title"})


@pytest.mark.parametrize(
    "does",
    [_refuses, _forgets, _moves_the_legend, _leaves_the_title, _gives_the_axis_back_to_excel],
)
def test_where_excels_wizard_does_more_or_less_than_it_is_told_three_calls_do_it(
    does: Callable[..., Any], pressed: tuple[list[Any], Calls], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn, at_once = pressed
    real = Com._does
    monkeypatch.setattr(
        Com,
        "_does",
        lambda com, member: (
            partial(does, com, real(com, member)) if member == "ChartWizard" else real(com, member)
        ),
    )
    again, calls = _pressed()
    assert again == drawn
    assert calls["Shape.Duplicate()"] == at_once["Shape.Duplicate()"] + 1
    assert calls["Chart.SetSourceData()"] > at_once["Chart.SetSourceData()"]
    assert calls["Shape.Delete()"] == 1
