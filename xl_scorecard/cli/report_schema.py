"""The JSON Schema of the JSON report, for whoever reads it by program."""

from __future__ import annotations

import argparse
import json

from xl_scorecard.domain.outcome import Report


def report_schema(options: argparse.Namespace) -> int:  # noqa: ARG001 (every command takes options)
    """Print the JSON Schema (draft 2020-12) of what `--json` writes."""
    schema = Report.model_json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    print(json.dumps(schema, indent=1, ensure_ascii=False))
    return 0
