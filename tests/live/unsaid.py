"""What the documents leave unsaid: the model gives no answer there, and says why not."""

from __future__ import annotations


class Unsaid(Exception):  # noqa: N818 - no error, an answer
    """The documents do not say what follows here."""
