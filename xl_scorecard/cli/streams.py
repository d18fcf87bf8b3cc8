"""Standard output and standard error as they may be: closed, full, or left by their reader."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator


def open_streams() -> None:
    """See to it that both can be written to, whatever the console knows and the caller closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller, or a program without a console
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # arrows on an old Windows console


@contextlib.contextmanager
def while_read() -> Iterator[None]:
    """Print for as long as somebody reads: that `head` has seen enough is no mistake.

    All that was printed is on its way when this ends. Raises OSError, which names standard
    output, where it cannot be written.
    """
    try:
        yield
        sys.stdout.flush()
    except OSError as cause:
        if cause.filename is not None:
            raise
        give_up_streams()
        # Windows calls a pipe that nobody reads an invalid argument.
        if not isinstance(cause, BrokenPipeError) and cause.errno != errno.EINVAL:
            raise OSError(cause.errno, cause.strerror, "standard output") from None


def give_up_streams() -> None:
    """Let go of what cannot be written any more, so that Python does not try again as it ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
