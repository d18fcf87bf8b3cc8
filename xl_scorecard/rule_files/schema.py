"""The JSON Schema of a rule set, for editors."""

from __future__ import annotations

from typing import Any

from xl_scorecard.domain.rule_set import RuleSet

_BY_ID = ("Indicator", "CrossCheck")


def rule_set_schema() -> dict[str, Any]:
    """The schema of the models; a rule set that is based on another may leave out what that has."""
    schema = RuleSet.model_json_schema()
    needed = {kind: schema["$defs"][kind]["required"] for kind in _BY_ID}
    for kind in _BY_ID:
        schema["$defs"][kind]["required"] = ["id"]
    whole = {
        "required": schema.pop("required"),
        "properties": {
            "indicators": {"items": {"required": needed["Indicator"]}},
            "checks": {
                "properties": {"rules": {"items": {"required": needed["CrossCheck"]}}},
            },
        },
    }
    return {**schema, "if": {"required": ["based_on"]}, "then": {}, "else": whole}
