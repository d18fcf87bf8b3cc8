"""Kinds of fault that the tests do not ask to be found."""

from __future__ import annotations

MISSED = frozenset({
    "dot-typed-differs: level for a move",  # level may mean no change to speak of, or the same RAG
})  # fmt: skip
"""Not found, by design: see docs/checks.md. Take out what is mended."""
