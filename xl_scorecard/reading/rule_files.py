"""Rule sets from YAML files, every mistake reported with its line."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.errors import Mistake, RuleSetError

_MAX_BYTES = 5_000_000


def load_rule_set(path: Path) -> RuleSet:
    """The rule set in a file; raises RuleSetError with every mistake, its line and the mend."""
    name = path.name
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise RuleSetError([Mistake(name, 1, "is over 5 MB; a rule set is a small text file")])
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise RuleSetError([Mistake(name, 1, "is not UTF-8 text; save it as UTF-8")]) from None
    except OSError as cause:
        raise RuleSetError([Mistake(name, 1, f"cannot be read ({cause.strerror})")]) from None
    yaml = YAML(typ="rt")
    try:
        document = yaml.load(text)
    except MarkedYAMLError as cause:
        mark = cause.problem_mark or cause.context_mark
        line = mark.line + 1 if mark is not None else 1
        problem = cause.problem or "cannot be read"
        raise RuleSetError([Mistake(name, line, f"is not sound YAML: {problem}")]) from None
    except YAMLError as cause:
        raise RuleSetError([Mistake(name, 1, f"is not sound YAML: {cause}")]) from None
    if not isinstance(document, dict):
        raise RuleSetError([Mistake(name, 1, "is not a rule set: it needs name: and indicators:")])
    try:
        rule_set = RuleSet.model_validate(document)
    except ValidationError as cause:
        raise RuleSetError(_mistakes(name, document, cause)) from None
    mistakes = _cross_mistakes(name, document, rule_set)
    if mistakes:
        raise RuleSetError(mistakes)
    return rule_set


def _mistakes(name: str, document: Any, cause: ValidationError) -> list[Mistake]:
    found: dict[tuple[int, str], Mistake] = {}
    for error in cause.errors():
        place = [part for part in error["loc"] if isinstance(part, int) or _in_yaml(part)]
        line = _line(document, place)
        where = ".".join(str(p) for p in place) or "the rule set"
        mistake = Mistake(name, line, f"{where}: {_in_words(error, place)}")
        found.setdefault((line, where), mistake)
    return sorted(found.values(), key=lambda m: m.line)


def _in_yaml(part: object) -> bool:
    """Pydantic adds the names of union branches to a place; keys of rule files are no such."""
    return part not in ("int", "float", "str", "dict[str,union[int,float,str]]")


def _in_words(error: Any, place: Sequence[str | int]) -> str:
    kind = error["type"]
    if kind == "extra_forbidden":
        known = _known_keys(place)
        close = get_close_matches(str(place[-1]), known, n=1)
        hint = f"; did you mean {close[0]}?" if close else f"; known here: {', '.join(known)}"
        return f"is not a word of rule sets{hint}"
    if kind == "missing":
        return "is missing; add it"
    if kind == "literal_error" or kind == "enum":
        return f"{error['input']!r} is not known; write {error['ctx']['expected']}"
    message: str = error["msg"]
    return message.removeprefix("Value error, ")


def _known_keys(place: Sequence[str | int]) -> list[str]:
    from xl_scorecard.domain import bands, rule_set

    holder = next((p for p in reversed(place[:-1]) if isinstance(p, str)), "")
    models: dict[str, type[BaseModel]] = {
        "": rule_set.RuleSet, "indicators": rule_set.Indicator, "workbook": rule_set.WorkbookHints,
        "defaults": rule_set.Defaults, "checks": rule_set.CheckSettings,
        "rules": rule_set.CrossCheck, "bands": bands.Band,
    }  # fmt: skip
    return list(models.get(holder, bands.Rating).model_fields)


def _line(document: Any, place: Sequence[str | int]) -> int:
    """The line of a place in the document, or of what should have held it."""
    node, line = document, 1
    for part in place:
        marks = getattr(node, "lc", None)
        if marks is None:
            break
        try:
            mark = marks.item(part) if isinstance(part, int) else marks.key(part)
            line = mark[0] + 1
            node = node[part]
        except (KeyError, IndexError, TypeError):
            break
    return line


def _cross_mistakes(name: str, document: Any, rule_set: RuleSet) -> list[Mistake]:
    """Mistakes between entries: an id used twice."""
    mistakes = []
    seen: dict[str, int] = {}
    for position, rule in enumerate(rule_set.indicators):
        line = _line(document, ["indicators", position, "id"])
        if rule.id.casefold() in seen:
            first = seen[rule.id.casefold()]
            mistakes.append(
                Mistake(name, line, f"id {rule.id} is already used on line {first}; rename one")
            )
        seen.setdefault(rule.id.casefold(), line)
    return mistakes
