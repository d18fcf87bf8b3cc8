"""What the service answers."""

from __future__ import annotations

import json
from typing import NamedTuple

PRESSES = ("refresh", "check", "clear")
"""What the buttons of the task pane ask for."""


class Answer(NamedTuple):
    """The status of HTTP, JSON, and what the log may say of it: no cell contents."""

    status: int
    body: bytes
    logged: str


def refusal(status: int, sentence: str, logged: str) -> Answer:
    """An answer that says in one sentence why there is none."""
    return Answer(status, json.dumps({"error": sentence}).encode(), logged)
