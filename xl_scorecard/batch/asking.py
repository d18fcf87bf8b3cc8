"""What is asked of a workbook, in a digest: all that results rest on but for bytes of files."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

import xl_scorecard
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.earlier import Before
from xl_scorecard.options import Options


class Asking:
    """Tells what a run asks of each workbook; rule sets that several share are looked at once."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._rules: dict[int, tuple[tuple[RuleSet, ...], str]] = {}

    def of(self, name: str, rule_sets: tuple[RuleSet, ...], before: Before) -> str:
        """A digest of what is asked of a workbook of a name; empty where results are not kept.

        That is so for workbooks that need a password, where LibreOffice computes, where an output
        of somebody else's may be written over, and where more than the output is written.
        """
        asked = self._options
        if getattr(asked, "published", None) is not None:
            return ""
        if asked.password is not None or asked.recalculate or asked.overwrite:
            return ""
        said = (
            _code(),
            name,
            asked.in_place,
            asked.period,
            asked.through_protection,
            asked.allow_unsign,
            asked.figures,
            self._rules_digest(rule_sets),
            before.asked,
            before.most,
            [(each.path.name, str(each.period), each.near) for each in before.alike],
            [(each.path.name, str(each.period), each.near) for each in before.others],
        )
        return _digest(repr(said).encode("utf-8", "backslashreplace"))

    def _rules_digest(self, rule_sets: tuple[RuleSet, ...]) -> str:
        known = self._rules.get(id(rule_sets))
        if known is None:
            text = "\n".join(rule_set.model_dump_json() for rule_set in rule_sets)
            known = rule_sets, _digest(text.encode("utf-8", "backslashreplace"))
            self._rules[id(rule_sets)] = known
        return known[1]


@cache
def _code() -> str:
    """Our version, and a digest of our code, which changes more often where it is worked on."""
    folder = Path(xl_scorecard.__file__).parent
    files = sorted(folder.rglob("*.py"))
    return f"{xl_scorecard.__version__} {_digest(b''.join(f.read_bytes() for f in files))}"


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
