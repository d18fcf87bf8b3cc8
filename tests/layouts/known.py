"""What a person knows of indicators beyond what their sheet says, put into a drafted rule set."""

from __future__ import annotations

import re
from typing import Any

from tests.layouts.expected import expected
from tests.layouts.generate import Made
from tests.layouts.truth import Covers, Indicator, Unit

BASES = {
    Covers.PERIOD: "in quarter",
    Covers.TO_DATE: "year to date",
    Covers.SNAPSHOT: "snapshot",
    Covers.ROLLING: "rolling 12 months",
}
UNITS = {unit: str(unit) for unit in Unit if unit is not Unit.RATE} | {Unit.MONEY: "currency"}
""" "per 1,000" is in the name; there is no word for it."""


def decided(made: Made, drafted: dict[str, Any]) -> dict[str, Any]:
    """A drafted rule set after a person went over its indicators who knows them: what each is
    counted in and covers, and, where the sheet does not say it, which way is good; and that the
    council judges in green, amber and red, whatever it calls them."""
    known = {_plain(" ".join(one.key)): one for one in made.truth.indicators}
    rules = [
        rule | _known_of(made, known[name]) if (name := _plain(rule["name"])) in known else rule
        for rule in drafted["indicators"]
    ]
    rating = {} if made.truth.shows.rag == "none" else {"rating": "rag"}
    return drafted | rating | {"indicators": rules}


def _plain(name: str) -> str:
    """A name with or without its site, however the two are put together."""
    return re.sub(r"\W+", " ", name).strip().casefold()


def _known_of(made: Made, indicator: Indicator) -> dict[str, str]:
    found = {"basis": BASES[indicator.covers]}
    if indicator.unit in UNITS:
        found["unit"] = UNITS[indicator.unit]
    if not expected(made.truth, indicator).good_told:
        found["good_is"] = str(indicator.good)
    return found
