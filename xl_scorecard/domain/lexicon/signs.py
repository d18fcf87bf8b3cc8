"""Signs that people type, which mean the same whatever language stands beside them."""

from __future__ import annotations

from xl_scorecard.domain.indicator import Gap, Polarity
from xl_scorecard.domain.judgement import Arrow, Standing

ARROWS = {
    Arrow.UP: "↑▲△⬆⇧🔼⇑↗⬈➚🡅🠅⮝⏶",
    Arrow.DOWN: "↓▼▽⬇⇩🔽⇓↘⬊➘🡇🠇⮟⏷",
    Arrow.LEVEL: "→►▶▷➡⇨⇒🡆⏵◄◀◁⬅⇦←⏴↔⬌⇔",
}
"""The arrows that point one way, each a character."""

# The glyphs behind letters in Microsoft's symbol fonts, as mapped in Unicode document L2/12-368.
SYMBOL_FONTS = {
    "wingdings": {
        "é": "↑", "ê": "↓", "è": "→", "ç": "←", "ì": "↗", "î": "↘", "ñ": "⇧", "ò": "⇩", "ð": "⇨",
        "ï": "⇦", "ó": "⬌", "l": "●", "n": "■", "«": "★", "ü": "✓", "û": "✗", "þ": "☑", "ý": "☒",
        "J": "☺", "K": "😐", "L": "☹",
    },
    "wingdings 2": {"P": "✓", "O": "✗", "R": "☑", "S": "☒", "T": "☒"},
    "wingdings 3": {
        "f": "←", "g": "→", "h": "↑", "i": "↓", "j": "↖", "k": "↗", "l": "↙", "m": "↘",
        "p": "▲", "q": "▼", "r": "△", "s": "▽", "t": "◄", "u": "►", "v": "◁", "w": "▷",
    },
    "webdings": {"a": "✓", "r": "✗", "n": "●", "g": "■", "5": "▲", "6": "▼", "3": "◄", "4": "►"},
}  # fmt: skip
"""What letters show in a font of symbols."""
WINGDINGS_ARROWS = frozenset("éêèçìîñòðïó")
"""Letters that are arrows in Wingdings and look like spelling mistakes in any other font."""
EMOJI_STYLE = "\ufe0f"
"""Follows a symbol that is to be drawn as an emoji."""

LIGHTS = {
    "🟢": (Standing.GREEN,), "🟩": (Standing.GREEN,), "🟡": (Standing.YELLOW, Standing.AMBER),
    "🟨": (Standing.YELLOW, Standing.AMBER), "🟠": (Standing.AMBER,), "🟧": (Standing.AMBER,),
    "🔴": (Standing.RED,), "🟥": (Standing.RED,), "☺": (Standing.GREEN,), "😐": (Standing.AMBER,),
    "☹": (Standing.RED,),
}  # fmt: skip
"""Coloured circles and squares, and faces, and the colours they may stand for."""
BLOBS = "●⬤•■◼▪█◉⚫"
"""What is typed to carry a colour."""
TICKS, CROSSES = "✓✔☑✅🗸", "✗✘✕✖☒❌❎"
"""Met, and not met."""
STAR, CIRCLE, TRIANGLE = "★⭐", "●⚫🔵⬤", "▲△"
"""East Riding and Harlow: a star is better than target, a circle within tolerance of it, a
triangle worse. Elsewhere a circle is a traffic light and a triangle an arrow."""

CURRENCIES = "£€$"
"""What stands before a figure in money."""

GAPS = {
    Gap.SUPPRESSED: ("*", "**", "#"),
    Gap.NOT_AVAILABLE: ("..", "...", "…", ":", "~", "-", "--", "–", "—", "―", "?", "??"),
    Gap.NOT_APPLICABLE: (".",),
}
"""What stands where a figure is not, and why. World Bank: `..`."""
UNEXPLAINED = ("?", "??")
"""Those of them that say a figure is not there but not why."""
DASHES = "-–—"
LEGACY = {
    ":": "[x]", "~": "[low]", "*": "[c]", "#": "[c]", ".": "[z]", "..": "[x]",
    **dict.fromkeys(DASHES, "[x], [z] or 0"),
}  # fmt: skip
"""Symbols of older statistics and what has taken their place (Government Statistical Service,
2022; DfE's data screener refuses `~` and `:`). A dash stood for none, for not known and for what
does not apply."""
POLARITIES = {
    # Wingdings letters that lost their font: nothing else is meant where good is asked for
    Polarity.HIGH: ("+", "ñ", "é", ">", ">=", "≥"),
    Polarity.LOW: ("ò", "ê", "<", "<=", "≤"),
    Polarity.NEITHER: ("-", "–"),
}
"""Which way is good, besides arrows; a dash is neither in DfE's LAIT."""
