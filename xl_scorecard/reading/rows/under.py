"""What the rows being read stand under: the section heading above them, and how it ends."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xl_scorecard.reading.rows.row_shapes import outline_level


@dataclass(frozen=True)
class Under:
    """The heading that rows stand under; nothing before the first.

    `section` is the section it names, `before` the one above it, and `row` where it stands.
    `headed` is that row and those of counts and targets right below it. `outline` is the shape of
    the reference beside the heading: a row with a reference of that shape ends the section.
    """

    section: str = ""
    before: str = ""
    row: int = 0
    headed: tuple[int, ...] = ()
    outline: str = ""

    def heading(self, name: str, row: int, outline: str) -> Under:
        """Under a further heading."""
        return Under(name, self.section, row, (row,), outline)

    def is_right_above(self, row: int) -> bool:
        """Whether nothing but counts and targets stands between the heading and a row."""
        return self.headed[-1:] == (row - 1,)

    def with_kind(self, row: int) -> Under:
        """With a row of counts or targets right below the heading."""
        return replace(self, headed=(*self.headed, row))

    def past(self, reference: str) -> Under:
        """At a row with a reference that may end the section."""
        ends = bool(self.outline) and outline_level(reference) == self.outline
        return replace(self, section="", outline="") if ends else self

    def of_one_indicator(self) -> Under:
        """After a heading that turned out to be an indicator's name."""
        return replace(self, section=self.before, headed=())
