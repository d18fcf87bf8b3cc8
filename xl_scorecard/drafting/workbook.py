"""What a draft says under `workbook`: files, sheets, the period, layouts, headings to be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_scorecard.domain.rule_set import WorkbookHints
from xl_scorecard.domain.scorecard import Scorecard
from xl_scorecard.drafting import hints
from xl_scorecard.drafting.guess import Guess, Sure, quoted
from xl_scorecard.drafting.plans import plan_lines
from xl_scorecard.drafting.tables import table_lines
from xl_scorecard.drafting.yaml_text import comment, entry, listed, scalar, undecided
from xl_scorecard.reading.tables.plans import Plan
from xl_scorecard.reading.tables.said import said_of
from xl_scorecard.reading.told.described import described

_HEADINGS_NAMED = 6
_UNDERSTOOD = (
    "How it was read. Where that is wrong, take away the # before an entry and correct it."
)


def workbook_lines(
    file: str,
    scorecard: Scorecard,
    period: Guess | None,
    said: WorkbookHints,
    plans: Sequence[Plan] = (),
) -> Iterator[str]:
    """The lines of `workbook`; none where there is nothing to say.

    `said` is what was told of the workbook: the draft says it again.
    """
    pattern, sheets = hints.file_pattern(file), said.sheets or hints.sheet_patterns(scorecard)
    unknown = hints.not_understood(scorecard)
    told = period is not None and period.sure is not Sure.DECIDE
    live = pattern or sheets or told or said.tables or said.headings
    yield "workbook:" if live else "# workbook:"
    if said.files or pattern:
        files = said.files or [pattern or ""]
        yield entry("  ", "files", listed(files), "the workbooks these rules are for")
    if sheets:
        yield entry("  ", "sheets", listed(sheets), "the sheets with a scorecard")
    if said.headings:
        words = ", ".join(f"{role}: {listed(found)}" for role, found in said.headings.items())
        yield entry("  ", "headings", f"{{{words}}}", "as they were said")
    if plans:
        yield from (f"  {line}" for line in plan_lines(plans))
    elif said.tables:
        yield from (f"  {line}" for line in table_lines(said.tables))
    if period:
        line = entry if told else undecided
        yield line("  ", "period", scalar(period.value), period.remark)
    for doubt in scorecard.of_all:
        if doubt.settle in WorkbookHints.model_fields:
            yield undecided("  ", doubt.settle, doubt.example, f"DECIDE: {doubt.message}")
    if unknown:
        named = ", ".join(quoted(heading) for heading in unknown[:_HEADINGS_NAMED])
        more = (
            f" and {len(unknown) - _HEADINGS_NAMED} more" if len(unknown) > _HEADINGS_NAMED else ""
        )
        why = f"DECIDE: columns not understood: {named}{more}; say what they are, or leave them"
        yield undecided("  ", "headings", f"{{target: {listed(unknown[:1])}}}", why)
    yield from _as_understood(scorecard, said)


def _as_understood(scorecard: Scorecard, said: WorkbookHints) -> Iterator[str]:
    """How the other tables were read, without effect: for seeing it, and for setting it right."""
    tables = [
        entry
        for table in scorecard.tables
        for entry in described(table)
        if not said_of(table.sheet, said.tables)
    ]
    if tables:
        yield ""
        yield f"  {comment(_UNDERSTOOD)}"
        for line in table_lines(tables):
            yield f"  # {line}"
