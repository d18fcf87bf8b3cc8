"""What each button on the ribbon is called, and what a pointer over it reads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Button:
    """A button on the ribbon: what it is called, and what a pointer over it reads."""

    id: str
    label: str
    image: str
    key: str
    tip: str
    more: str


REFRESH = Button(
    "Refresh", "Refresh scorecard", "RefreshAll", "R",
    "Check, rate and summarise the open scorecard",
    "Puts statuses, arrows, trends, the Summary and the Checks into the open workbook. "
    "The button saves nothing; where AutoSave is on, it asks first.",
)  # fmt: skip
CLEAR = Button(
    "Clear", "Clear scorecard", "Clear", "C",
    "Take out what Refresh put into the open scorecard",
    "Takes out the columns, colours and sheets of Refresh. What was typed into them stays.",
)  # fmt: skip
CHECK = Button(
    "Check", "Check only", "ReviewTrackChanges", "K",
    "Check the open scorecard and write nothing",
    "Says how many indicators are rated and what is wrong. The workbook stays as it is.",
)  # fmt: skip
NEXT = Button(
    "Next", "Next finding", "ReviewNextComment", "N",
    "Go to the cell of the next finding",
    "Goes through the list on the sheet Checks, past what is accepted, and says what is wrong.",
)  # fmt: skip
ACCEPT = Button(
    "Accept", "Accept finding", "AcceptInvitation", "A",
    "Accept the finding that is selected",
    "Marks it on the sheet Checks and goes to the cell for the reason. Nothing else is changed.",
)  # fmt: skip
PERIOD = Button(
    "Period", "Refresh for ...", "CalendarInsert", "P",
    "Refresh for an earlier period",
    "Offers the last period, then those before it, and refreshes for the one chosen.",
)  # fmt: skip
ABOUT = Button(
    "About", "About", "Info", "I",
    "Versions, rules and log",
    "Says which version this is, which Excel and Python it runs in, and where rules and log are.",
)  # fmt: skip
