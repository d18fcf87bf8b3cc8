"""Steps of ours: refresh in place or elsewhere, clear."""

from __future__ import annotations

import xl_scorecard
from tests.histories.held import after_clear, after_refresh, cells_of
from tests.histories.history import History
from tests.support.books import cleared, done
from tests.support.packages import parts
from tests.support.readers import opened


def refresh_in_place(history: History) -> str:
    done(xl_scorecard.refresh(history.path, rules=history.rules, in_place=True))
    after_refresh(history)
    return "refresh in place"


def refresh_elsewhere(history: History) -> str:
    """The officers go on with the output."""
    out = history.path.parent / f"out{history.number()}"
    done(xl_scorecard.refresh(history.path, rules=history.rules, out=out))
    history.path = out / history.path.name
    after_refresh(history)
    return "refresh into another folder"


def refresh_twice(history: History) -> str:
    done(xl_scorecard.refresh(history.path, rules=history.rules, in_place=True))
    before = parts(history.path)
    done(xl_scorecard.refresh(history.path, rules=history.rules, in_place=True))
    after = parts(history.path)
    other = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    assert not other, f"a second refresh gives other parts: {other}"
    assert list(before) == list(after), "a second refresh gives the parts in another order"
    after_refresh(history)
    return "refresh twice"


def clear(history: History) -> str:
    cleared(history.path, force=True)
    after_clear(history)
    book = opened(history.path, formulas=True)
    for name in book.sheetnames:  # what is left of ours holds theirs, and is theirs
        history.owned.sheets.setdefault(name, cells_of(book[name]))
    history.owned.notes = []
    return "clear"
