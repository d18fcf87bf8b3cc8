"""Nodes as plain data: lists, mappings, text and figures, and where each of them stands.

Words are text as they were typed, so that an id of 1.10 stays 1.10 and a name may be Yes or 2018.
Only where figures are due is a number a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from xl_scorecard.rule_files.encodings import NO_TEXT
from xl_scorecard.rule_files.nodes import DEEPEST, MOST_NODES, Alias, Entries, Listing, Node, Scalar
from xl_scorecard.rule_files.shown import bare, shown
from xl_scorecard.rule_files.slip import Path, Place, Slip, UnreadableError

_FIGURES_OF_INDICATORS = frozenset(("target", "tolerance", "benchmarks", "static_within"))
_FIGURES_OF_ALL = frozenset(("tolerance", "static_within"))
_LONGEST_TEXT = 2000
_DIGITS_KEPT = 15
"""As many digits of a number as Excel keeps."""
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_BRACES = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_NOTHING = ("", "~", "null", "Null", "NULL")


_TOP = Place(1, 1)


@dataclass
class PlainData:
    """What a file says, as data; `keys` and `values` say where its entries stand, `letters` where
    the first letter of a text does that stands as it was typed.

    What it takes from the rule set that it is `based_on` stands nowhere in it: the place of that is
    where the file speaks of what is around it, else the `top`.
    """

    data: Any
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    letters: dict[Path, Place] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)
    based_on: str = ""
    top: Place = _TOP

    def says(self, path: Path) -> bool:
        """Whether an entry stands in the file itself."""
        return not self.based_on or path in self.keys or path in self.values

    def letter(self, path: Path, number: int) -> Place:
        """Where a letter of a text stands, counted from 0; where the text does, if that is not as
        it was typed."""
        first = self.letters.get(path)
        return self.place(path) if first is None else first._replace(column=first.column + number)

    def place(self, path: Path) -> Place:
        """Where an entry stands: a word itself, else the key it is under.

        Of an entry that is not there, what should have held it.
        """
        while path:
            if path in self.values:
                return self.values[path]
            if path in self.keys:
                return self.keys[path]
            path = path[:-1]
        return self.top


def plain_data(root: Node | None) -> PlainData:
    """The data of a document; raises UnreadableError where aliases multiply it."""
    maker = _Maker()
    made = PlainData(None, maker.keys, maker.values, maker.letters, maker.slips)
    if root is not None:
        made.data = maker.make(root, ())
    return made


class _Maker:
    def __init__(self) -> None:
        self.keys: dict[Path, Place] = {}
        self.values: dict[Path, Place] = {}
        self.letters: dict[Path, Place] = {}
        self.slips: list[Slip] = []
        self._count = 0
        self._through: list[Alias] = []

    def make(self, node: Node, path: Path) -> Any:
        self._bounded(node, path)
        if isinstance(node, Alias):
            self._through.append(node)
            made = self.make(node.node, path)
            self._through.pop()
            return made
        if node.tag is not None:
            self._tagged(node.tag, node.place, path)
        if isinstance(node, Listing):
            self.keys.setdefault(path, node.place)
            return [self.make(item, (*path, i)) for i, item in enumerate(node.items)]
        if isinstance(node, Entries):
            self.keys.setdefault(path, node.place)
            return self._entries(node, path)
        return self._scalar(node, path)

    def _bounded(self, node: Node, path: Path) -> None:
        self._count += 1
        if self._count <= MOST_NODES and len(path) + len(self._through) <= 2 * DEEPEST:
            return
        through = [*self._through, node]
        name = f"*{through[0].name}" if isinstance(through[0], Alias) else "this"
        wrong = f"{name} repeats what is there already too many times over; write it out once"
        raise UnreadableError(through[0].place, wrong)

    def _tagged(self, tag: str, place: Place, path: Path) -> None:
        typed = bare(tag.replace("tag:yaml.org,2002:", "!!"))
        wrong = f"{typed} is a tag, which rule sets do not know"
        self._slip(path, place, wrong, "take it out; text that begins with ! needs quotes")

    def _entries(self, node: Entries, path: Path) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key_node, value in node.pairs:
            key = self._key(key_node, value, node.place, path)
            if key is None:
                continue
            here = (*path, key)
            if key in made:
                first = self.keys[here].line
                wrong = f"{bare(key)} stands twice, first on line {first}"
                mend = "keep one; a new entry of a list begins with - and a space"
                self._slip(path, key_node.place, wrong, mend)
                continue
            self.keys[here] = key_node.place
            made[key] = self.make(value, here)
        return made

    def _key(self, node: Node, value: Node, around: Place, path: Path) -> str | None:
        """The text of a key, or None where it is no text."""
        place = node.place
        while isinstance(node, Alias):
            node = node.node
        if not isinstance(node, Scalar):
            if filled_in_by_nobody := _placeholder(node, value):
                self._placeholder(filled_in_by_nobody, around, path)
            else:
                kind = "a list" if isinstance(node, Listing) else "another entry"
                wrong = f"{kind} stands where a key should"
                self._slip(path, place, wrong, "write a word and a colon, such as name:")
            return None
        if node.tag is not None:
            self._tagged(node.tag, place, path)
        if node.plain and node.text in _NOTHING:
            wrong = "a colon stands without a key before it"
            self._slip(path, place, wrong, "write a word before it, such as name:")
            return None
        if node.text.strip(" \t\n") != node.text.strip():
            wrong = f"a space that is no ordinary one stands beside {shown(node.text.strip())}"
            self._slip(path, place, wrong, "delete it, and indent with ordinary spaces")
        return self._text(node, path).strip()

    def _scalar(self, node: Scalar, path: Path) -> Any:
        self.values[path] = node.place
        if node.begins is not None:
            self.letters[path] = node.begins
        if not node.plain:
            return self._text(node, path).rstrip("\n")  # after | and > one ends the last line
        if node.text in _NOTHING:
            self.keys.setdefault(path, self.values.pop(path))  # there is nothing but the key
            return None
        if figure_due(path):
            return self._figure(node, path)
        return self._text(node, path)

    def _figure(self, node: Scalar, path: Path) -> Any:
        text = node.text
        whole, decimal = _INTEGER.fullmatch(text), _DECIMAL.fullmatch(text)
        if whole is None and decimal is None:
            return self._text(node, path)
        digits = len(text.split(".")[0].strip("+-").lstrip("0"))
        value = float(text) if digits <= _DIGITS_KEPT else float("inf")
        if abs(value) < 10**_DIGITS_KEPT:
            return value if decimal is not None else int(text)
        wrong = f"{shown(text)} is too large a number"
        self._slip(path, node.place, wrong, f"write one of at most {_DIGITS_KEPT} digits")
        return None

    def _text(self, node: Scalar, path: Path) -> str:
        text = node.text
        if len(text) > _LONGEST_TEXT:
            wrong = f"{shown(text)} is longer than {_LONGEST_TEXT:,} letters"
            self._slip(path, node.place, wrong, "shorten it; is a quote not closed?")
            return text[:_LONGEST_TEXT]
        if NO_TEXT.search(text):
            wrong = f"{shown(NO_TEXT.sub('', text))} holds a character that cannot be shown"
            self._slip(path, node.place, wrong, "take the backslash and what belongs to it out")
            return NO_TEXT.sub("", text)
        if found := _BRACES.search(text):
            self._placeholder(found[0], node.place, path)
        return text

    def _placeholder(self, text: str, place: Place, path: Path) -> None:
        wrong = f"{bare(text)} is a placeholder that nobody filled in"
        self._slip(path, place, wrong, "write the text itself in its place")

    def _slip(self, path: Path, place: Place, wrong: str, mend: str) -> None:
        self.slips.append(Slip(path, wrong, mend, place=place))


def _placeholder(node: Listing | Entries, value: Node) -> str | None:
    """`{{ council }}` without quotes: to YAML a key within a key, neither with a value."""
    if not isinstance(node, Entries) or len(node.pairs) != 1 or not _is_nothing(value):
        return None
    inner, of_inner = node.pairs[0]
    if not isinstance(inner, Scalar) or not _is_nothing(of_inner):
        return None
    return f"{{{{ {inner.text} }}}}"


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text in _NOTHING


def figure_due(path: Path) -> bool:
    """Whether a figure, or figures by period or name, are due at a place."""
    if path[:1] == ("indicators",):
        return len(path) > 2 and path[2] in _FIGURES_OF_INDICATORS
    if path[:1] == ("defaults",):
        return len(path) > 1 and path[1] in _FIGURES_OF_ALL
    return path[:1] == ("ratings",) and path[-1] == "concern"
