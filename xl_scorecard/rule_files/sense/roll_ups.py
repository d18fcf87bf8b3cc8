"""How teams are added up: words that are known, of what can be added that way."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.indicator import Unit
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.roll_up_words import Way, may_be_summed, parse_roll_up
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.shown import bare, shown
from xl_scorecard.rule_files.slip import Slip


def roll_ups_told(rules: Entry) -> Iterator[Slip]:
    """A way to add up that is none, that lacks what it needs, or that gives a wrong figure."""
    indicators = list(rules["indicators"].items)
    ids = {tidy(item["id"].text): item["id"].text for item in indicators if item["id"].text}
    default = rules["defaults"]["unit"].text
    for indicator in indicators:
        said = indicator["roll_up"]
        if not said.text:
            continue
        how = parse_roll_up(said.text)
        if how is None:
            yield said.slip(
                f"{shown(said.text)} is no way to add up",
                "write sum, ratio, weighted by and an id, max or none",
            )
        elif how.way is Way.WEIGHTED and tidy(how.weight) not in ids:
            yield said.slip(
                f"no indicator has the id {bare(how.weight)}",
                "name the indicator that weighs",
                word=how.weight,
                known=tuple(ids.values()),
            )
        elif how.way is Way.RATIO and indicator["numerator"].data is None:
            yield said.slip(
                "a ratio is worked out from its parts",
                "add numerator: and denominator: with their ids",
            )
        elif how.way is Way.SUM and not _adds_up(indicator["unit"].text or default):
            yield said.slip(
                "shares and rates of teams do not add up",
                "write ratio, with numerator: and denominator:, or weighted by and an id",
            )


def _adds_up(unit: str | None) -> bool:
    return unit not in list(Unit) or may_be_summed(Unit(unit))
