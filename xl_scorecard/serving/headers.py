"""What a browser is told of every answer: ask nobody else, keep nothing."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""Excel on the web shows the pane in a frame, from hosts of Microsoft's that change: who may frame
it is not said. Outside Excel it does nothing."""
_ALWAYS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class Headers:
    """Puts them on every answer."""

    def __init__(self, app: ASGIApp, *, https: bool) -> None:
        self._app = app
        self._more = {"Strict-Transport-Security": "max-age=31536000"} if https else {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and its answer back with the headers."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_ALWAYS | self._more)
                # Excel on Windows shows no icon in the ribbon that it may not keep
                keeps = headers.get("content-type", "").startswith("image/")
                headers.setdefault("Cache-Control", "max-age=3600" if keeps else "no-store")
            await send(message)

        await self._app(scope, receive, with_headers)
