"""The command narrate: what the figures of workbooks bear, in sentences."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from xl_scorecard.cli.workbooks import run_command
from xl_scorecard.domain.outcome import IndicatorResult, Outcome

_ALL = "All indicators"


def narrate(words: argparse.Namespace) -> int:
    """Print the sentences; returns the exit status."""
    words.command = "check"  # it reads as a check does, and writes as little

    def lines(outcome: Outcome) -> Iterator[str]:
        return narration(outcome, markdown=words.markdown)

    return run_command(words, lines)


def narration(outcome: Outcome, *, markdown: bool = False) -> Iterator[str]:
    """A workbook's indicators section by section: the officer's comment, then the sentences."""
    if outcome.outcome in ("failed", "not_done"):
        return
    title = f"{outcome.path}: {outcome.period}"
    yield from (f"# {_plain(title)}", "") if markdown else (title, "=" * len(title), "")
    section: str | None = None
    for each in outcome.indicators:
        if not each.words:
            continue
        if each.section != section:
            section = each.section
            named = section or _ALL
            yield from (f"## {_plain(named)}", "") if markdown else (named, "-" * len(named), "")
        yield from _of(each, markdown=markdown)


def _of(each: IndicatorResult, *, markdown: bool) -> Iterator[str]:
    name = f"{each.name} ({each.dimension})" if each.dimension else each.name
    comment = " ".join(each.comment.split())
    said = " ".join(each.words)
    if markdown:
        yield f"- **{_plain(name)}.**{f' {_plain(comment)}' if comment else ''} {_plain(said)}"
    else:
        yield name
        yield from (f"  {line}" for line in (comment, said) if line)
    yield ""


def _plain(text: str) -> str:
    """A text that Markdown shows as it is."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in text)
