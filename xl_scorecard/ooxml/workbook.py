"""The workbook part: its sheets, defined names and the parts that go with it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from lxml import etree

from xl_scorecard.errors import WorkbookError
from xl_scorecard.ooxml.names import STRICT, TRANSITIONAL, Flavour
from xl_scorecard.opc.package import Package
from xl_scorecard.opc.xml import Element, child, local, namespace, only_child, whole

_WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_LAST_SHEET_ID = 65_534
_BEFORE_NAMES = {
    "fileVersion", "fileSharing", "workbookPr", "AlternateContent", "workbookProtection",
    "bookViews", "sheets", "functionGroups", "externalReferences", "revisionPtr",
    "absPath",
}  # fmt: skip

_LISTS = "sheets", "definedNames"
"""What holds the tabs and the names: of two lists, no two programs take the same one."""


@dataclass(frozen=True)
class Sheet:
    """A sheet tab: its name, part, position and visibility."""

    name: str
    part: str
    position: int
    kind: str
    hidden: bool
    relationship_id: str
    id: int


class Workbook:
    """The workbook part of a package, found through the package's relationships."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.made_names = False
        main = [r for r in package.relationships("") if r.kind == "officeDocument"]
        if not main:
            raise WorkbookError("unreadable", f"{package.name}: is not an Excel workbook")
        self.part = main[0].target
        if self.part.lower().endswith(".bin"):
            raise WorkbookError(
                "unsupported_format",
                f"{package.name}: is a binary workbook; save it as .xlsx or .xlsm in Excel",
            )
        self.root = package.root(self.part)
        if local(self.root) != "workbook":
            raise WorkbookError("unsupported_format", f"{package.name}: is not an Excel workbook")
        self.flavour: Flavour = STRICT if namespace(self.root) == STRICT.main else TRANSITIONAL
        if namespace(self.root) != self.flavour.main:
            raise WorkbookError("unreadable", f"{package.name}: is of an unknown kind of workbook")
        for name in _LISTS:
            only_child(self.root, name, f"{package.name}: part {self.part}")
        for number, item in enumerate(self._items(child(self.root, "sheets")), 1):
            if not item.get("name"):
                raise WorkbookError(
                    "unreadable",
                    f"{package.name}: its sheet {number} has no name; open and save it in Excel",
                )

    @property
    def sheets(self) -> list[Sheet]:
        """The sheets in tab order, chart sheets and the like included."""
        links = {r.id: r for r in self.package.relationships(self.part)}
        found = []
        holder = child(self.root, "sheets")
        for position, item in enumerate(self._items(holder)):
            relation = links.get(item.get(self.flavour.relation_id) or "")
            if relation is None or relation.external:
                continue
            found.append(
                Sheet(
                    item.get("name") or "",
                    relation.target,
                    position,
                    relation.kind,
                    (item.get("state") or "visible") != "visible",
                    relation.id,
                    whole(item.get("sheetId")),
                )
            )
        return found

    @property
    def worksheets(self) -> list[Sheet]:
        """The sheets that hold cells and whose part is there."""
        return [s for s in self.sheets if s.kind == "worksheet" and self.package.has(s.part)]

    def sheet(self, name: str) -> Sheet:
        """The sheet with a name; raises KeyError where there is none."""
        for sheet in self.sheets:
            if sheet.name.casefold() == name.casefold():
                return sheet
        raise KeyError(name)

    def related(self, kind: str) -> str | None:
        """The part related to the workbook by a kind (`styles`, `sharedStrings`), if present."""
        for relation in self.package.relationships(self.part):
            if (
                relation.kind == kind
                and not relation.external
                and self.package.has(relation.target)
            ):
                return relation.target
        return None

    @property
    def dates_from_1904(self) -> bool:
        """Whether day numbers count from 1904 instead of 1900."""
        properties = child(self.root, "workbookPr")
        return properties is not None and properties.get("date1904") in ("1", "true", "on")

    @property
    def structure_protected(self) -> bool:
        """Whether sheets may not be added."""
        protection = child(self.root, "workbookProtection")
        return protection is not None and protection.get("lockStructure") in ("1", "true", "on")

    @staticmethod
    def _items(holder: Element | None) -> list[Element]:
        """The elements in a list, comments apart."""
        return [item for item in (holder if holder is not None else ()) if local(item)]

    def add_sheet(self, name: str, part: str, data: bytes) -> int:
        """Append a worksheet part as the last tab; returns its position."""
        self.package.add(part, data, _WORKSHEET_TYPE)
        relation = self.package.relate(self.part, f"{self.flavour.relations}/worksheet", part)
        holder = child(self.root, "sheets")
        assert holder is not None  # a workbook without sheets is refused on reading
        ids = {whole(item.get("sheetId")) for item in self._items(holder)}
        # without a prefix of its own where the root declares none, lxml would number one by chance
        prefixes = {"r": self.flavour.relations}
        item = etree.SubElement(holder, self.flavour.tag("sheet"), nsmap=prefixes)
        item.set("name", name)
        item.set("sheetId", str(_free_id(ids)))
        item.set(self.flavour.relation_id, relation)
        self.package.touch(self.part)
        return len(self._items(holder)) - 1

    def _tab(self, sheet: Sheet) -> Element:
        """The element of a sheet's tab."""
        return next(
            item
            for item in self._items(child(self.root, "sheets"))
            if item.get(self.flavour.relation_id) == sheet.relationship_id
        )

    def rename_sheet(self, sheet: Sheet, name: str) -> None:
        """Give a sheet of ours its name."""
        self._tab(sheet).set("name", name)
        self.package.touch(self.part)

    def state_of(self, sheet: Sheet) -> str | None:
        """How a sheet's tab is hidden, as the file says it."""
        state: str | None = self._tab(sheet).get("state")
        return state

    def hide_sheet(self, sheet: Sheet, state: str) -> None:
        """Hide the tab of a sheet of ours."""
        self._tab(sheet).set("state", state)
        self.package.touch(self.part)

    def move_before(self, sheet: Sheet, other: Sheet) -> None:
        """Move the tab of a sheet of ours to before another one."""
        holder = child(self.root, "sheets")
        before = self._items(holder)
        self._tab(other).addprevious(self._tab(sheet))
        after = self._items(holder)
        now = {position: after.index(item) for position, item in enumerate(before)}
        names, views = child(self.root, "definedNames"), child(self.root, "bookViews")
        for item in names if names is not None else ():
            scope = _scope(item)
            if scope in now:
                item.set("localSheetId", str(now[scope]))
        for view in views if views is not None else ():
            for attribute in ("activeTab", "firstSheet"):
                tab = whole(view.get(attribute), 0)
                if now.get(tab, tab) != tab:
                    view.set(attribute, str(now[tab]))
        self.package.touch(self.part)

    def remove_sheet(self, sheet: Sheet) -> None:
        """Take out a sheet of ours with its part; its own relations are the caller's to remove."""
        holder = child(self.root, "sheets")
        assert holder is not None
        for position, item in enumerate(self._items(holder)):
            if item.get(self.flavour.relation_id) == sheet.relationship_id:
                holder.remove(item)
                left = len(self._items(holder))
                self._renumber_names(position, left)
                self._keep_tabs_in_range(position, left)
        self.package.unrelate(self.part, sheet.relationship_id, sheet.kind)
        self.package.remove(sheet.part)  # unless another tab shows it too
        self.package.touch(self.part)

    def show_a_tab(self) -> str | None:
        """Show the first tab where all are hidden: Excel opens no workbook without one.

        Returns its name where it was hidden.
        """
        tabs = self._items(child(self.root, "sheets"))
        if not tabs or any((tab.get("state") or "visible") == "visible" for tab in tabs):
            return None
        tabs[0].attrib.pop("state", None)
        self.package.touch(self.part)
        return tabs[0].get("name") or ""

    def _renumber_names(self, position: int, left: int) -> None:
        """Sheet-scoped names count sheets by position: those after a removed sheet move up.

        What was scoped to no sheet stays as it is.
        """
        holder = child(self.root, "definedNames")
        if holder is None or not len(holder):
            return  # an empty list was there before us
        for item in list(holder):
            scope = _scope(item)
            if scope == position:
                holder.remove(item)
            elif scope is not None and position < scope <= left:
                item.set("localSheetId", str(scope - 1))
        if not len(holder):
            self.root.remove(holder)

    def _keep_tabs_in_range(self, removed: int, left: int) -> None:
        """The active and first shown tab still name the sheets they named, or the last one.

        What named no sheet stays as it is.
        """
        views = child(self.root, "bookViews")
        for view in views if views is not None else ():
            for attribute in ("activeTab", "firstSheet"):
                tab = whole(view.get(attribute), -1)
                if removed < tab <= left:
                    view.set(attribute, str(tab - 1))
                elif tab == removed == left:
                    view.set(attribute, str(max(left - 1, 0)))

    def names(self) -> dict[tuple[str, int | None], str]:
        """Defined names by (name, sheet position or None for the workbook) with their text."""
        holder = child(self.root, "definedNames")
        return {
            (item.get("name") or "", _scope(item)): item.text or ""
            for item in (holder if holder is not None else ())
        }

    def add_name(
        self, name: str, refers_to: str, *, position: int | None = None, hidden: bool = False
    ) -> None:
        """Add a defined name after the others; `refers_to` is a formula without its equals sign."""
        holder = child(self.root, "definedNames")
        if holder is None:
            self.made_names = True
            holder = self.root.makeelement(self.flavour.tag("definedNames"), {}, self.root.nsmap)
            place = 0
            for index, item in enumerate(self.root):
                if local(item) in _BEFORE_NAMES:
                    place = index + 1
            self.root.insert(place, holder)
        item = etree.Element(self.flavour.tag("definedName"), nsmap=self.root.nsmap)
        item.set("name", name)
        if position is not None:
            item.set("localSheetId", str(position))
        if hidden:
            item.set("hidden", "1")
        item.text = refers_to
        holder.append(item)
        self.package.touch(self.part)

    def remove_name(self, name: str, position: int) -> None:
        """Take out a name that belongs to a sheet."""
        holder = child(self.root, "definedNames")
        there = [i for i in (holder if holder is not None else ()) if i.get("name") == name]
        for item in there:
            if _scope(item) == position:
                self.package.touch(self.part)
                item.getparent().remove(item)
                if holder is not None and not len(holder):
                    self.root.remove(holder)

    def remove_names(self, beginnings: tuple[str, ...], *, keep_list: bool) -> None:
        """Take out defined names that begin so, and their list if that leaves it empty.

        `keep_list` says that the list itself was there before, empty.
        """
        holder = child(self.root, "definedNames")
        if holder is None:
            return
        for item in list(holder):
            if (item.get("name") or "").startswith(beginnings):
                holder.remove(item)
        if not len(holder) and not keep_list:
            self.root.remove(holder)
        self.package.touch(self.part)


def _scope(item: Element) -> int | None:
    """The position of the sheet that a name belongs to; None where it is the workbook's."""
    scope = whole(item.get("localSheetId"), -1)
    return scope if scope >= 0 else None


def _free_id(used: set[int]) -> int:
    """A sheet id beyond all that are used, or where the last one is used, the lowest free one."""
    number = max(used, default=0) + 1
    if number > _LAST_SHEET_ID:
        number = next(n for n in count(1) if n not in used)
    return number
