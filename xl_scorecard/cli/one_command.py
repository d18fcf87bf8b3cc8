"""What a process that ends with its command need not do."""

from __future__ import annotations

import atexit
import gc
import os

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
