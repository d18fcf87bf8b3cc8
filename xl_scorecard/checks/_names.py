"""Indicators' names as checks compare them."""

from __future__ import annotations

from xl_scorecard.domain.scorecard import Measure


def plain_name(measure: Measure) -> str:
    """The name in small letters, spaces single."""
    return " ".join(measure.name.casefold().split())
