"""What reading left open, told by a check."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from xl_scorecard.checks.check import Found
from xl_scorecard.checks.context import Context
from xl_scorecard.domain.doubt import About


def doubted(about: About) -> Callable[[Context], Iterator[Found]]:
    """How a check looks that tells the doubts of a kind."""

    def run(context: Context) -> Iterator[Found]:
        for doubt, indicator in context.doubts(about):
            yield Found(
                doubt.message,
                doubt.sheet,
                doubt.cell,
                indicator,
                doubt.found,
                doubt.expected,
                doubt.severity,
            )

    return run
