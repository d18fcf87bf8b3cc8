"""What officers put on our sheets in an output that stands there, carried over into the new one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from xl_scorecard.domain.edits import NewSheet
from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.looks import Looks
from xl_scorecard.ooxml.shared_strings import SharedStrings
from xl_scorecard.ooxml.styles import Styles
from xl_scorecard.ooxml.transplant import NotCarriedError, Transplant
from xl_scorecard.ooxml.workbook import Workbook
from xl_scorecard.ooxml.worksheet import Worksheet
from xl_scorecard.opc.xml import Element
from xl_scorecard.writing.held import Held, hold, left_on
from xl_scorecard.writing.outputs import StandingOutput
from xl_scorecard.writing.own_sheets import sheets_of_ours
from xl_scorecard.writing.record import found_record
from xl_scorecard.writing.take_out import remove_sheet
from xl_scorecard.writing.theirs import laid_out, put_there
from xl_scorecard.writing.untouched import are_untouched

_LONGEST_TAB = 31


@dataclass(frozen=True)
class Carried:
    """The sheets of ours to be drawn anew around what is theirs, and whether they are brought from
    the output that stands there."""

    held: Sequence[Held]
    brought: bool = False
    lost: str = ""
    """What of theirs on that output goes, in words, where it is overwritten all the same."""


class _LostError(Exception):
    """Something of theirs that would be lost; the words say what."""


def carry(
    standing: StandingOutput,
    workbook: Workbook,
    held: Sequence[Held],
    styles: Styles,
    new: Sequence[NewSheet],
    *,
    overwrite: bool,
) -> Carried:
    """Bring the sheets of ours from a standing output, where officers put something on them.

    `held` are those that the workbook has itself, `new` is what is to be drawn. Raises
    WorkbookError (edited) where both hold something, or where it cannot be brought, unless the
    output is to be overwritten all the same: then what the workbook itself holds counts.
    """
    try:
        return _carried(standing, workbook, held, styles, new)
    except _LostError as lost:
        if overwrite:
            return Carried(held, lost=_overwritten(standing, lost))
        raise standing.edited(str(lost)) from None


def _carried(
    standing: StandingOutput,
    workbook: Workbook,
    held: Sequence[Held],
    styles: Styles,
    new: Sequence[NewSheet],
) -> Carried:
    with _held_in(standing, from_source=bool(held)) as (there, found):
        if not found:
            return Carried(held)
        scratch = _fresh(new, styles)
        fresh = {sheet.key: scratch.package.root(scratch.sheet(sheet.name).part) for sheet in new}
        with _readable():
            theirs = _theirs(there, found, new, fresh)
        stays = _theirs(workbook, held, new, fresh)
        if theirs <= stays:
            return Carried(held)
        said, places = _said(there, found), _tabs_after(there, found)
        if stays:
            raise _LostError(f"{said}, other than what the workbook itself has there")
        try:
            transplant = Transplant(there, workbook, styles)
            for each in found:
                transplant.refuse_others(each.sheet)
        except NotCarriedError as error:
            raise _LostError(f"{said}; {error} there cannot be carried over") from None
        for each in held:
            remove_sheet(workbook, each.name)
        looks = Looks(scratch, styles, workbook.flavour)
        for root in fresh.values():  # before theirs: as long as those stay, so do all indices
            looks.remap(root)
        return Carried(_brought(transplant, workbook, found, new, places), brought=True)


def refuse_lost(
    standing: StandingOutput, workbook: Workbook, held: Sequence[Held], *, overwrite: bool
) -> str:
    """Raise WorkbookError (edited) where a cleared workbook would replace what officers put on
    sheets of ours and `held` does not hold; says what goes where it is overwritten all the same."""
    try:
        with _held_in(standing, from_source=bool(held)) as (there, found):
            stays = {item for each in held for item in put_there(workbook, each)}
            with _readable():
                theirs = {item for each in found for item in put_there(there, each)}
            if not theirs <= stays:
                raise _LostError(_said(there, found))
    except _LostError as lost:
        if overwrite:
            return _overwritten(standing, lost)
        raise standing.edited(str(lost)) from None
    return ""


def _overwritten(standing: StandingOutput, lost: _LostError) -> str:
    return f"overwrote {standing.path}, which {lost}"


@contextmanager
def _held_in(
    standing: StandingOutput, *, from_source: bool
) -> Iterator[tuple[Workbook, list[Held]]]:
    """The sheets of ours in an output, emptied of what we drew until the end; none where all on
    them is ours.

    `from_source` says that the workbook it was made from holds something itself: what the output
    had of it and nobody touched is no news.
    """
    assert standing.package is not None
    workbook = Workbook(standing.package)
    try:
        with _readable():
            found = _found(workbook, from_source)
        yield workbook, found
    finally:
        standing.package.revert()


@contextmanager
def _readable() -> Iterator[None]:
    """Say of an output that is damaged what would be lost by it."""
    try:
        yield
    except WorkbookError as error:
        raise _LostError(f"cannot be read for what is yours on it ({error})") from None


def _found(workbook: Workbook, from_source: bool) -> list[Held]:
    sheets = {key: workbook.sheet(name) for key, name in sheets_of_ours(workbook).items()}
    record = found_record(workbook)
    if not sheets:
        return []
    for digests in [record.as_drawn, *([record.as_left] if from_source else [])] if record else []:
        if are_untouched(workbook, sheets, digests):
            return []
    names = {name: text for (name, at), text in workbook.names().items() if at is None}
    strings = SharedStrings(workbook.package, workbook.related("sharedStrings"))
    styles = Styles(workbook.package, workbook.related("styles"), workbook.flavour)
    in_order = sorted(sheets.items(), key=lambda item: item[1].position)
    return [hold(workbook, key, sheet, names, strings, styles) for key, sheet in in_order]


def _fresh(new: Sequence[NewSheet], styles: Styles) -> Workbook:
    """The sheets as they are drawn where nothing is theirs."""
    from xl_scorecard.writing.draw import drawn  # only here: it imports XlsxWriter

    return Workbook(drawn(list(new), styles.look(0).font or "Calibri"))


def _theirs(
    workbook: Workbook,
    held: Sequence[Held],
    new: Sequence[NewSheet],
    fresh: dict[str, Element],
) -> set[str]:
    """What officers put on sheets of ours, and how they set them out."""
    items = {item for each in held for item in put_there(workbook, each)}
    by_key = {sheet.key: sheet for sheet in new}
    for each in held:
        if each.key in fresh:
            items |= laid_out(workbook, each, by_key[each.key], fresh[each.key])
    before = _tabs_after(workbook, held)
    return items | {f"{key} before {tab}" for key, tab in before.items()}


def _tabs_after(workbook: Workbook, held: Sequence[Held]) -> dict[str, str]:
    """Before which sheet of theirs each of ours stands, by key; none of those at the end."""
    ours = {each.name: each.key for each in held}
    found, tab = {}, None
    for sheet in reversed(workbook.sheets):
        if sheet.name not in ours:
            tab = sheet.name
        elif tab is not None:
            found[ours[sheet.name]] = tab
    return found


def _brought(
    transplant: Transplant,
    workbook: Workbook,
    found: Sequence[Held],
    new: Sequence[NewSheet],
    places: Mapping[str, str],
) -> list[Held]:
    """Move sheets of ours into the workbook that is to take the output's place."""
    tabs = {sheet.key: sheet.name for sheet in new}
    brought = []
    for each in found:
        tab = tabs.get(each.key) or _free_tab(workbook, each.name, tabs.values())
        sheet = transplant.move(each.sheet, tab)
        before = {s.name: s for s in workbook.sheets}.get(places.get(each.key, ""))
        if before is not None:
            workbook.move_before(sheet, before)
        worksheet = Worksheet(workbook.package, sheet.part, workbook.flavour)
        brought.append(replace(each, sheet=workbook.sheet(tab), worksheet=worksheet))
    return brought


def _free_tab(workbook: Workbook, name: str, tabs: Collection[str]) -> str:
    """A tab's name that no sheet has."""
    taken = {each.casefold() for each in (*tabs, *(s.name for s in workbook.sheets))}
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name[: _LONGEST_TAB - 1 - len(str(number))]} {number}"
    return free


def _said(workbook: Workbook, found: Sequence[Held]) -> str:
    """What the sheets hold, as the reason says it."""
    words = [(left_on(workbook, each), each.name) for each in found]
    said = [f"{left} of yours on {name}" for left, name in words if left]
    return f"holds {', '.join(said) or 'sheets of ours that you set out'}"
