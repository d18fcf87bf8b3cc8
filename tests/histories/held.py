"""What must hold after each refresh and each clear."""

from __future__ import annotations

from typing import Any

from openpyxl.utils.cell import range_boundaries

from tests.histories.history import MARK, History, blocks_in, ours_in
from tests.histories.owned import Cells
from tests.support.packages import parts
from tests.support.readers import opened


def cells_of(page: Any) -> Cells:
    """What stands on a sheet, by place."""
    return {
        (cell.row, cell.column): cell.value
        for row in page.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def note_texts(page: Any) -> list[str]:
    """What the comments on a sheet say."""
    comments = (cell.comment for row in page.iter_rows() for cell in row)
    return [comment.text for comment in comments if comment is not None]


def after_refresh(history: History) -> None:
    """All of theirs is there; each of ours stands once and where it should."""
    book = opened(history.path, formulas=True)
    _theirs_is_there(history, book)
    ours = ours_in(book)
    assert len(ours) == len(set(ours)) >= 2, f"our sheets: {ours}"
    for name in ours:
        marks = [v for v in cells_of(book[name]).values() if isinstance(v, str) and MARK in v]
        assert len(marks) == 1, f"{name} carries {len(marks)} marks"
    strangers = set(book.sheetnames) - set(ours) - history.owned.sheets.keys()
    assert not strangers, f"nobody's sheets: {strangers}"
    _notes_are_found(history, [book[name] for name in ours])
    _ours_stands_in_blocks(history, book)


def after_clear(history: History) -> None:
    """All of theirs is there, and nothing of ours."""
    book = opened(history.path, formulas=True)
    _theirs_is_there(history, book)
    for name, cells in history.owned.sheets.items():
        left = cells_of(book[name]).keys() - cells.keys()
        assert not left, f"left on {name}: {[(at, book[name].cell(*at).value) for at in left][:3]}"
    extra = [name for name in book.sheetnames if name not in history.owned.sheets]
    _notes_are_found(history, [book[name] for name in extra])
    for name in extra:
        texts = cells_of(book[name]).values()
        assert history.owned.notes, f"{name} holds nothing of theirs"
        assert not any(MARK in str(text) for text in texts), f"{name} is still marked"
    for name, data in parts(history.path).items():
        copies = [sheet for sheet in history.owned.sheets if "opy" in sheet]
        assert b"xl_scorecard." not in data, f"a name of ours in {name}"
        assert b"urn:xl-scorecard:record" not in data, f"our record in {name}"
        if not copies:
            assert b"N(&quot;xl-scorecard" not in data, f"a format of ours in {name}"
            assert b'N("xl-scorecard' not in data, f"a format of ours in {name}"


def _theirs_is_there(history: History, book: Any) -> None:
    for name, cells in history.owned.sheets.items():
        assert name in book.sheetnames, f"their sheet {name} is gone"
        page = book[name]
        lost = {at: v for at, v in cells.items() if page.cell(*at).value != v}
        shown = [f"{at}: {v!r} is {page.cell(*at).value!r}" for at, v in lost.items()][:3]
        assert not lost, f"on {name}: {shown}"


def _notes_are_found(history: History, pages: list[Any]) -> None:
    values = [value for page in pages for value in cells_of(page).values()]
    values += [text for page in pages for text in note_texts(page)]
    for note in history.owned.notes:
        times = sum(note in str(value) for value in values)
        assert times == 1, f"{note!r} is found {times} times"


def _ours_stands_in_blocks(history: History, book: Any) -> None:
    """On their sheets only what they typed and what stands in a block of ours, no block twice."""
    blocks: dict[str, list[tuple[int, int, int, int]]] = {}
    for sheet, reference in blocks_in(book):
        assert sheet in book.sheetnames, f"a name of ours leads to {sheet}!{reference}"
        blocks.setdefault(sheet, []).append(range_boundaries(reference.replace("$", "")))
    assert blocks, "no columns of ours"
    for name, cells in history.owned.sheets.items():
        here = cells_of(book[name])
        ours = {at: value for at, value in here.items() if at not in cells}
        outside = {at: value for at, value in ours.items() if not _within(at, blocks.get(name, []))}
        assert not outside, f"outside our blocks on {name}: {list(outside.items())[:3]}"
        headings = [str(v) for v in ours.values() if str(v).startswith(("Status ", "Direction of"))]
        assert len(headings) == len(set(headings)), f"doubled on {name}: {sorted(headings)}"


def _within(at: tuple[int, int], blocks: list[tuple[int, int, int, int]]) -> bool:
    row, column = at
    return any(l <= column <= r and t <= row <= b for l, t, r, b in blocks)  # noqa: E741
