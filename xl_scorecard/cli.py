"""The `xl-scorecard` command."""

from __future__ import annotations


def main() -> int:
    """Run the command; returns its exit status."""
    return 0
