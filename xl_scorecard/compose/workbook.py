"""Everything one refresh adds to a workbook, from its scorecard, rows and findings."""

from __future__ import annotations

from collections.abc import Iterable

from xl_scorecard._version import __version__
from xl_scorecard.compose.checks_sheet import ChecksSheet
from xl_scorecard.compose.columns import ColumnComposer
from xl_scorecard.compose.in_view import in_view
from xl_scorecard.compose.places import Place
from xl_scorecard.compose.published import published
from xl_scorecard.compose.ratings_sheet import RatingsSheet
from xl_scorecard.compose.register.sheet import register
from xl_scorecard.compose.summary.sheet import SummaryComposer
from xl_scorecard.compose.too_long import refuse_too_long
from xl_scorecard.compose.written import WrittenTable
from xl_scorecard.domain.edits import Edits, NewSheet
from xl_scorecard.domain.finding import Checked
from xl_scorecard.domain.rule_set import RuleSet
from xl_scorecard.domain.scorecard import Scorecard
from xl_scorecard.errors import WorkbookError


def compose(
    scorecard: Scorecard,
    places: Iterable[Place],
    checked: Checked,
    rule_set: RuleSet,
    sheet_names: Iterable[str],
) -> Edits:
    """The edits; `sheet_names` are taken. Raises WorkbookError (too_large) where Excel would not
    take one of them."""
    edits = Edits()
    rating = rule_set.bands
    taken = {name.casefold() for name in sheet_names}
    title = rule_set.title or rule_set.name
    written: list[WrittenTable] = []
    places = list(places)
    known = register(_free("Indicators", taken), title, scorecard.period, rule_set, places)
    ratings = RatingsSheet(_free("Ratings", taken), title, scorecard.period, rating, known)
    for place in places:
        if place.placed is None:
            written.append(ratings.put(place.table, place.rows, place.elsewhere or ""))
        else:
            composer = ColumnComposer(place, place.placed, rating, scorecard.period, known)
            edits.sheets.append(composer.compose())
            written.append(WrittenTable(place.table, place.rows, place.placed, rating))
    checks = ChecksSheet(_free("Checks", taken), title, scorecard, checked, known)
    summary = SummaryComposer(
        _free("Summary", taken), title, scorecard.period, rating, written, known, _by(rule_set),
        checks,
    ).compose()  # fmt: skip
    edits.new_sheets = [*ratings.sheets(), summary, known.sheet, checks.compose()]
    edits.published = list(dict.fromkeys(each.sheet for each in scorecard.published))
    refuse_too_long(edits)
    return edits


def compose_published(
    scorecard: Scorecard, places: Iterable[Place], checked: Checked, rule_set: RuleSet
) -> list[NewSheet]:
    """The sheets of a copy for the web, of what can be seen in the workbook.

    Raises WorkbookError (write_failed) where that is nothing.
    """
    places, title = list(in_view(places)), rule_set.title or rule_set.name
    if not places:
        raise WorkbookError(
            "write_failed",
            "the copy for the web is not written: every indicator is hidden; show the rows or the "
            "sheet that are to be published",
        )
    known = register("Indicators", title, scorecard.period, rule_set, places)
    checks = ChecksSheet("Checks", title, scorecard, checked, known)
    summary = SummaryComposer(
        "Summary", title, scorecard.period, rule_set.bands, [], known, _by(rule_set), checks,
        public=True,
    ).compose()  # fmt: skip
    return published(summary, known, rule_set.bands, title)


def _free(name: str, taken: set[str]) -> str:
    """A sheet name nobody has: Summary, Scorecard Summary, Scorecard Summary 2."""
    number = 1
    candidate = name
    while candidate.casefold() in taken:
        candidate = f"Scorecard {name}" if number == 1 else f"Scorecard {name} {number}"
        number += 1
    return candidate


def _by(rule_set: RuleSet) -> str:
    """What rated the indicators: which rules, which version of ours."""
    rules = f"the rules {rule_set.name}" if rule_set.name else "the sheet's own columns"
    return f"{rules}, xl-scorecard {__version__}"
