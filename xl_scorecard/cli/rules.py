"""The commands over rule sets: check, schema."""

from __future__ import annotations

import argparse
import json
import sys

from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.errors import RuleSetError
from xl_scorecard.reading.rule_files import load_rule_set

_UNSOUND = 2


def check(options: argparse.Namespace) -> int:
    """Say of each file whether it is sound, and every mistake with its line."""
    status = 0
    for file in options.files:
        try:
            rule_set = load_rule_set(file)
        except RuleSetError as error:
            status = _UNSOUND
            for mistake in error.mistakes:
                print(f"{file}:{mistake.line}: {mistake.message}", file=sys.stderr)
        else:
            print(f"{file}: sound, {len(rule_set.indicators)} indicators")
    return status


def schema(options: argparse.Namespace) -> int:  # noqa: ARG001 (every command takes options)
    """Print the JSON Schema of a rule set."""
    print(json.dumps(RuleSet.model_json_schema(), indent=1, ensure_ascii=False))
    return 0
