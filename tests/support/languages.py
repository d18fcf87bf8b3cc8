"""A further language put beside those that are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from xl_scorecard.domain.lexicon import Lexicon, spoken


@contextmanager
def also_speaking(language: Lexicon) -> Iterator[None]:
    """Reading as it is with one more language; afterwards as it was."""
    before = spoken.LANGUAGES
    _speak((*before, language))
    try:
        yield
    finally:
        _speak(before)


def _speak(languages: tuple[Lexicon, ...]) -> None:
    """What was remembered of words was remembered in other languages."""
    spoken.LANGUAGES = languages
    modules = [module for name, module in sys.modules.items() if name.startswith("xl_scorecard")]
    for module in modules:
        for found in list(vars(module).values()):
            if hasattr(found, "cache_clear"):
                found.cache_clear()
