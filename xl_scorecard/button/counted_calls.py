"""How often Excel is asked while a press is at work, for the log: so it tells what a call costs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_OBJECTS, _METHODS = "COMRetryObjectWrapper", "COMRetryMethodWrapper"


class Calls:
    """The calls so far; None on engines that do not pass them through one place."""

    def __init__(self, number: int | None) -> None:
        self.number = number

    def __str__(self) -> str:
        return "calls not counted" if self.number is None else f"{self.number:,} calls"

    def counting(self, does: Callable[..., Any], *, of: type | None = None) -> Callable[..., Any]:
        """The same method, which counts; to get something `of` a class is no call yet."""

        def counted(thing: Any, *given: Any, **named: Any) -> Any:
            found = does(thing, *given, **named)
            inner = bool(given) and isinstance(given[0], str) and given[0].startswith("_")
            if self.number is not None and not inner and (of is None or not isinstance(found, of)):
                self.number += 1
            return found

        return counted


@contextmanager
def counted_calls() -> Iterator[Calls]:
    """Count calls of Excel, where the engine of Windows is loaded: one class of xlwings' holds each
    object of Excel's, another each method; what is asked of these are the calls."""
    engine = sys.modules.get("xlwings._xlwindows")
    objects, methods = getattr(engine, _OBJECTS, None), getattr(engine, _METHODS, None)
    if not isinstance(objects, type) or not isinstance(methods, type):
        yield Calls(None)
        return
    calls = Calls(0)
    kept = [
        (kind, member, kind.__dict__[member])
        for kind, members in ((objects, ("__getattr__", "__setattr__", "__call__")),
                              (methods, ("__call__",)))
        for member in members
        if member in kind.__dict__
    ]  # fmt: skip
    for kind, member, does in kept:
        setattr(kind, member, calls.counting(does, of=methods if member == "__getattr__" else None))
    try:
        yield calls
    finally:
        for kind, member, does in kept:
            setattr(kind, member, does)
