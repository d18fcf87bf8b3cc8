"""Rule sets from YAML files, every mistake reported with its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, ClassVar

import yaml
from pydantic import BaseModel, ValidationError

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
    try:
        data = yaml.load(text, _Loader)  # noqa: S506 (a safe loader, see below)
    except yaml.MarkedYAMLError as cause:
        mark = cause.problem_mark or cause.context_mark
        line = mark.line + 1 if mark is not None else 1
        problem = cause.problem or "cannot be read"
        raise RuleSetError([Mistake(name, line, f"is not sound YAML: {problem}")]) from None
    except yaml.YAMLError as cause:
        raise RuleSetError([Mistake(name, 1, f"is not sound YAML: {cause}")]) from None
    if not isinstance(data, dict):
        raise RuleSetError([Mistake(name, 1, "is not a rule set: it needs name: and indicators:")])
    try:
        rule_set = RuleSet.model_validate(data)
    except ValidationError as cause:
        raise RuleSetError(_mistakes(name, _Lines(text), cause)) from None
    mistakes = _cross_mistakes(name, text, rule_set)
    if mistakes:
        raise RuleSetError(mistakes)
    return rule_set


def _mistakes(name: str, lines: _Lines, cause: ValidationError) -> list[Mistake]:
    found: dict[tuple[int, str], Mistake] = {}
    for error in cause.errors():
        place = [part for part in error["loc"] if isinstance(part, int) or _in_yaml(part)]
        line = lines.of(place)
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


class _Loader(yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):  # type: ignore[misc]
    """YAML 1.2's few plain words: `off` and `no` are text, so are dates and 1:30."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        """A mapping; a key that stands twice is a mistake, not a silent change."""
        seen: set[object] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"{key.value} stands twice", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", "~nN"),
    ("int", r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789"),
    ("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), [*_first, ""])


class _Lines:
    """Where in a file each entry of its data stands."""

    def __init__(self, text: str) -> None:
        self._root = yaml.compose(text, _Loader)

    def of(self, place: Sequence[str | int]) -> int:
        """The line of a place in the data, or of what should have held it."""
        node, line = self._root, 1
        for part in place:
            found = None
            if isinstance(node, yaml.MappingNode):
                found = next(((k, v) for k, v in node.value if k.value == str(part)), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
                items = node.value
                found = (items[part], items[part]) if part < len(items) else None
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        return line


def _cross_mistakes(name: str, text: str, rule_set: RuleSet) -> list[Mistake]:
    """Mistakes between entries: an id used twice."""
    seen: dict[str, int] = {}
    twice = [
        (position, rule.id)
        for position, rule in enumerate(rule_set.indicators)
        if seen.setdefault(rule.id.casefold(), position) != position
    ]
    if not twice:
        return []
    lines = _Lines(text)
    return [
        Mistake(
            name,
            lines.of(["indicators", position, "id"]),
            f"id {rule_id} is already used on line "
            f"{lines.of(['indicators', seen[rule_id.casefold()], 'id'])}; rename one",
        )
        for position, rule_id in twice
    ]
