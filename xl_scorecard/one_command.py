"""What a process need not do that ends with its command, or while one workbook is done."""

from __future__ import annotations

import atexit
import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_OBJECTS = 200_000
"""Python looks for circular garbage among so many new objects; a refresh makes some 80,000."""


def live_for_one_command() -> None:
    """Spare this process what only one that goes on would gain by.

    At Python's own pace, looking for garbage is a sixth of what a refresh costs, and finds next to
    none. A run over many workbooks still has it looked for, every few of them.
    """
    gc.set_threshold(_NEW_OBJECTS)
    atexit.register(gc.freeze)  # nothing is looked through at the end: all memory goes back then
    # pydantic would ask every library that is installed whether it has something to say
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


@contextmanager
def without_tidying() -> Iterator[None]:
    """Python looks for no circular garbage meanwhile, in a process that may go on: of one workbook
    there is next to none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
