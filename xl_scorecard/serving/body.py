"""The body of a request, read no further than it may reach."""

from __future__ import annotations

from starlette.requests import Request


class TooLargeError(Exception):
    """More was sent than is taken."""


async def body_of(request: Request, most: int) -> bytes:
    """The whole body; raises TooLargeError at the first byte beyond the most.

    What the client says of the length is believed only where it is too much.
    """
    said = request.headers.get("content-length", "")
    if said.isdigit() and int(said) > most:
        raise TooLargeError
    parts: list[bytes] = []
    read = 0
    async for part in request.stream():
        read += len(part)
        if read > most:
            raise TooLargeError
        parts.append(part)
    return b"".join(parts)
