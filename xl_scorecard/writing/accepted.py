"""What officers answered to findings on the Checks sheet of a closed workbook."""

from __future__ import annotations

from xl_scorecard.domain.acceptance import Answers
from xl_scorecard.domain.drawn import read_drawn
from xl_scorecard.domain.ours import CHECKS
from xl_scorecard.domain.settling import found
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.ooxml.worksheet import Worksheet
from xl_scorecard.writing.held import contents_of
from xl_scorecard.writing.own_sheets import sheets_of_ours


def answers_in(workbook: Workbook) -> Answers:
    """The answers, by what the findings are about; the sheet's own cells say it all.

    Raises WorkbookError where the sheet cannot be read.
    """
    name = sheets_of_ours(workbook).get(CHECKS)
    if name is None:
        return {}
    part = workbook.sheet(name).part
    worksheet = Worksheet(workbook.package, part, workbook.flavour)
    strings = SharedStrings(workbook.package, workbook.related("sharedStrings"))
    texts, formulas, digests = contents_of(workbook, worksheet, strings)
    names = {name: text for (name, at), text in workbook.names().items() if at is None}
    return found(CHECKS, texts, formulas, digests, read_drawn(CHECKS, names)).answers(texts)
