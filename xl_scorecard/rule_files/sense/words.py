"""Words of ours in a rule set: checks, roles and columns, none misspelt and none twice."""

from __future__ import annotations

from collections.abc import Iterator

from xl_scorecard.checks.answered import answered_slugs
from xl_scorecard.checks.catalogue import slugs
from xl_scorecard.domain.period_words import tidy
from xl_scorecard.domain.role_words import ROLE_WORDS, role_of_word
from xl_scorecard.rule_files.check_blocks import check_blocks
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.shown import bare, listed, shown
from xl_scorecard.rule_files.slip import Slip


def checks_known(rules: Entry) -> Iterator[Slip]:
    """Words under off and severity that are no check."""
    checks = rules["checks"]
    own = {rule["id"].text for rule in checks["rules"].items}
    known = (*sorted(slugs()), *sorted(answered_slugs()), *sorted(own - {""}))
    mend = "copy its word from the list of checks (docs/checks.md)"
    for block in check_blocks(rules):
        for entry in block["off"].items:
            word = entry.data
            if isinstance(word, str) and word not in known:
                yield entry.slip(f"{shown(word)} is no check", mend, word=entry.text, known=known)
        for word, entry in block["severity"].pairs:
            if word not in known:
                yield entry.key_slip(f"{shown(word)} is no check", mend, word=word, known=known)


def roles_known(rules: Entry) -> Iterator[Slip]:
    """Roles under headings that are none, and a heading that is given two."""
    known = tuple(ROLE_WORDS)
    first: dict[str, tuple[str, Entry]] = {}
    for word, headings in rules["workbook"]["headings"].pairs:
        role = role_of_word(word)
        if role is None:
            mend = f"roles are {listed(known, 'and')}"
            yield headings.key_slip(f"{shown(word)} is no role", mend, word=word, known=known)
            continue
        for entry in headings.items:
            earlier, at = first.setdefault(tidy(entry.text), (word, entry))
            if entry.text and role_of_word(earlier) is not role:
                wrong = f"{shown(entry.text)} is named for {earlier} too, {at.where}"
                yield entry.slip(wrong, "a heading has one role: take one out")


def columns_once(rules: Entry) -> Iterator[Slip]:
    """A column asked for twice."""
    first: dict[str, Entry] = {}
    for entry in rules["columns"].items:
        if entry.text and first.setdefault(entry.text, entry) is not entry:
            yield entry.slip(f"{bare(entry.text)} stands twice", "take one out")
