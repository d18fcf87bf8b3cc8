"""The YAML of a rule file as nodes, each with its place, within bounds of size and depth.

Nothing is made of what is read: a tag runs nothing, and an alias points to what it repeats.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from xl_scorecard.rule_files.slip import Place, UnreadableError
from xl_scorecard.rule_files.yaml_words import in_our_words

MOST_NODES = 50_000
"""Keys and values in a file: some two thousand indicators with every key there is."""
DEEPEST = 20
"""Lists and entries within each other; a rule set needs six."""

_Loader: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word, text or number as written; `plain` where it is not in quotes.

    `begins` is the place of its first letter where each letter stands as it was typed, on one line.
    """

    place: Place
    text: str
    plain: bool
    tag: str | None = None
    begins: Place | None = None


@dataclass(slots=True)
class Listing:
    """A list."""

    place: Place
    items: list[Node] = field(default_factory=list)
    tag: str | None = None


@dataclass(slots=True)
class Entries:
    """Keys, each with its value."""

    place: Place
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """`*name`: what stands elsewhere, once more."""

    place: Place
    name: str
    node: Node


Node = Scalar | Listing | Entries | Alias


def read_nodes(text: str) -> Node | None:
    """The one document of a text, None where it is empty; raises UnreadableError."""
    composer = _Composer()
    try:
        for event in yaml.parse(text, Loader=_Loader):
            composer.take(event)
    except yaml.YAMLError as cause:
        raise in_our_words(cause, text) from None
    return composer.root


@dataclass
class _Open:
    """A list or mapping that is not closed yet; `key` waits for its value."""

    node: Listing | Entries
    anchor: str | None
    key: Node | None = None


class _Composer:
    """Puts nodes together from what a parser reports, one after the other."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[_Open] = []
        self._anchors: dict[str, Node] = {}
        self._count = 0

    def take(self, event: yaml.Event) -> None:
        """Take in what a parser reports next."""
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise UnreadableError(
                _place(event), "begins a second document; take out the line --- and what follows it"
            )
        if isinstance(event, yaml.NodeEvent):
            self._node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = self._open.pop()
            if closed.anchor is not None:
                self._anchors[closed.anchor] = closed.node
            self._put(closed.node)

    def _node(self, event: Any) -> None:
        place = _place(event)
        self._count += 1
        if self._count > MOST_NODES:
            raise UnreadableError(
                place, f"has more than {MOST_NODES:,} entries up to here; split the file in two"
            )
        if isinstance(event, yaml.AliasEvent):
            name = str(event.anchor)
            self._put(Alias(place, name, self._anchored(name, place)))
        elif isinstance(event, yaml.ScalarEvent):
            plain = event.style is None or event.style == ""
            scalar = Scalar(place, event.value, plain, event.tag, _begins(event))
            if event.anchor is not None:
                self._anchors[event.anchor] = scalar
            self._put(scalar)
        else:
            if len(self._open) == DEEPEST:
                raise UnreadableError(
                    place,
                    f"stands within more than {DEEPEST} brackets or indents; a rule set needs six",
                )
            kind = Listing if isinstance(event, yaml.SequenceStartEvent) else Entries
            self._open.append(_Open(kind(place, tag=event.tag), event.anchor))

    def _anchored(self, name: str, place: Place) -> Node:
        if name in self._anchors:
            return self._anchors[name]
        if any(item.anchor == name for item in self._open):
            raise UnreadableError(place, f"*{name} stands within what it repeats; take it out")
        raise UnreadableError(place, f'text that begins with * needs quotes: write "*{name}"')

    def _put(self, node: Node) -> None:
        """A finished node goes into what is open around it."""
        if not self._open:
            self.root = node
            return
        around = self._open[-1]
        if isinstance(around.node, Listing):
            around.node.items.append(node)
        elif around.key is None:
            around.key = node
        else:
            around.node.pairs.append((around.key, node))
            around.key = None


def _begins(event: Any) -> Place | None:
    """Where a text begins that is as long as it was typed, without quotes or within them."""
    start, end = event.start_mark, event.end_mark
    around = end.column - start.column - len(event.value)
    quotes = 1 if event.style in ("'", '"') else 0
    if start.line != end.line or around != 2 * quotes:
        return None
    return Place(start.line + 1, start.column + 1 + quotes)


def _place(event: Any) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)
