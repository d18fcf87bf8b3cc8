"""Names and aliases: in one section each is one indicator's, or rows could be either's."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.rule_index import plain_name
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.shown import bare, shown
from xl_scorecard.rule_files.slip import Slip


def names_once(rules: Entry) -> Iterator[Slip]:
    """A name or alias that two indicators of one section have."""
    first: dict[tuple[str, str], tuple[Entry, Entry]] = {}
    for indicator in rules["indicators"].items:
        section = tidy(indicator["section"].text)
        for entry in (indicator["name"], *indicator["aliases"].items):
            plain = plain_name(entry.text)
            if not plain:
                continue
            holder, earlier = first.setdefault((plain, section), (indicator, entry))
            if holder is not indicator:
                yield _twice(entry, holder, earlier)


def _twice(entry: Entry, holder: Entry, earlier: Entry) -> Slip:
    whose = f"indicator {bare(holder['id'].text)}" if holder["id"].text else "another indicator"
    return entry.slip(
        f"{shown(entry.text)} is also a name of {whose}, {earlier.where}, in the same section",
        "a row called so could be either: rename one, or give each its section",
    )
