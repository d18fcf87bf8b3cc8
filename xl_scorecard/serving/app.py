"""The service: the task pane, the scripts that it needs, and what its buttons ask for."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from importlib.resources import files
from pathlib import Path

import anyio
from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from xl_scorecard.serving.answers import PRESSES, Answer, refusal
from xl_scorecard.serving.apart import answer_apart
from xl_scorecard.serving.body import TooLargeError, body_of
from xl_scorecard.serving.headers import Headers
from xl_scorecard.serving.manifest import ICONS, manifest
from xl_scorecard.serving.service import Service
from xl_scorecard.serving.sign_on import SignOn, sign_on_of

_log = logging.getLogger("xl_scorecard.serving")
_WAITING = 8
"""For each press at work so many more may wait, each with its workbook in memory."""
_MORE_SECONDS = 120
"""How much longer than a press takes at most the pane waits: others may be before it."""
_NOT_JSON = refusal(415, "The scorecard service takes JSON from its task pane alone.", "no JSON")
_NO_SUCH = refusal(404, "The task pane is of another version: reload it.", "no such press")
_BUSY = refusal(503, "Too many scorecards are being done: press again in a minute.", "busy")
_SLOW = refusal(408, "The workbook did not arrive in time: press again.", "arrived too slowly")
_LEFT = refusal(400, "The workbook did not arrive whole: press again.", "connection lost")
_PARTS = files("xl_scorecard.serving") / "pane"


def application(service: Service, office: Path) -> ASGIApp:
    """The service as an ASGI application, with the folder of Office.js; raises UsageError where
    nobody can sign on."""
    sign_on = sign_on_of(service)
    presses = _Presses(service, sign_on)
    routes: list[BaseRoute] = [
        Route("/alive", _alive),
        Route("/pane.html", _page(service, sign_on)),
        Route("/manifest.xml", _manifest(service, sign_on)),
        Route("/press/{what}", presses.press, methods=["POST"]),
        *(_file(name, kind) for name, kind in _FILES.items()),
        Mount("/office", StaticFiles(directory=office)),
    ]
    if service.path:  # a proxy may take its own path away, or not
        routes = [Mount(service.path, routes=routes), *routes]
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(Headers, https=service.reached_at.startswith("https")),
            Middleware(TrustedHostMiddleware, allowed_hosts=service.names, www_redirect=False),
            Middleware(_SignedOn, sign_on=sign_on),
        ],
    )


class _Presses:
    """The presses in hand, which are bounded in size, time and number."""

    def __init__(self, service: Service, sign_on: SignOn) -> None:
        self._service = service
        self._sign_on = sign_on
        self._in_hand = 0
        self._at_work: anyio.CapacityLimiter | None = None

    async def press(self, request: Request) -> Response:
        """Answer a press, and log what was pressed and what came of it."""
        what = request.path_params["what"]
        answer = await self._sign_on.press(request) or await self._bounded(what, request)
        named = what if what in PRESSES else "?"
        _log.info("%s: %s, %s", named, answer.status, answer.logged)
        return _as_response(answer)

    async def _bounded(self, what: str, request: Request) -> Answer:
        limits = self._service.limits
        if what not in PRESSES:
            return _NO_SUCH
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            return _NOT_JSON
        if self._in_hand >= limits.at_once * (1 + _WAITING):
            return _BUSY
        self._in_hand += 1
        try:
            with anyio.fail_after(limits.seconds):
                body = await body_of(request, limits.bytes)
            return await self._answer(what, body)
        except TooLargeError:
            return refusal(413, _too_large(limits.megabytes), "too large")
        except TimeoutError:
            return _SLOW
        except ClientDisconnect:
            return _LEFT
        finally:
            self._in_hand -= 1

    async def _answer(self, what: str, body: bytes) -> Answer:
        service = self._service
        if self._at_work is None:  # one belongs to the loop that it is made in
            self._at_work = anyio.CapacityLimiter(service.limits.at_once)
        work = partial(answer_apart, what, body, service.rules, service.limits)
        answer = await run_sync(work, limiter=self._at_work)
        return answer._replace(logged=f"{answer.logged}, of {len(body) // 1000:,} kB")


class _SignedOn:
    """Lets nobody in whom sign-on does not know; that the service is alive may be known to all."""

    def __init__(self, app: ASGIApp, sign_on: SignOn) -> None:
        self._app = app
        self._sign_on = sign_on

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or say why not."""
        if scope["type"] == "http" and not scope["path"].endswith("/alive"):
            refused = await self._sign_on.look(Request(scope))
            if refused is not None:
                _log.info("not let in: %s, %s", refused.status, refused.logged)
                await _as_response(refused)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def _too_large(megabytes: int) -> str:
    return (
        f"The workbook is larger than the {megabytes} MB that the service takes: delete sheets "
        "that are not used in a copy of it, or run xl-scorecard refresh over the file."
    )


def _as_response(answer: Answer) -> Response:
    return Response(answer.body, answer.status, media_type="application/json")


Endpoint = Callable[[Request], Awaitable[Response]]
_SCRIPTS = ("pane.js", "read.js", "carry.js", "sign_on.js")
_FILES = {
    **dict.fromkeys(_SCRIPTS, "text/javascript"), "pane.css": "text/css",
    **{f"icon-{size}.png": "image/png" for size in ICONS},
}  # fmt: skip


def _file(name: str, kind: str) -> Route:
    content = (_PARTS / name).read_bytes()

    async def send(_request: Request) -> Response:
        return Response(content, media_type=kind)

    return Route(f"/{name}", send)


def _page(service: Service, sign_on: SignOn) -> Endpoint:
    """The task pane, with what its script wants to know."""
    config = {
        "authProviders": sign_on.providers,
        "requestTimeout": service.limits.seconds + _MORE_SECONDS,
    }
    told = json.dumps(config).replace("<", "\\u003c")
    page = (_PARTS / "pane.html").read_text("utf-8").replace("{config}", told)

    async def send(_request: Request) -> Response:
        return Response(page, media_type="text/html")

    return send


def _manifest(service: Service, sign_on: SignOn) -> Endpoint:
    text = manifest(service.reached_at, sign_on.client)

    async def send(_request: Request) -> Response:
        return Response(text, media_type="application/xml")

    return send


async def _alive(_request: Request) -> Response:
    return PlainTextResponse("alive")
