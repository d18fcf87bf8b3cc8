"""Who may press: that is left to those who sign officers on, a proxy or xlwings Server."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib import import_module

from starlette.exceptions import HTTPException
from starlette.requests import Request

from xl_scorecard.errors import UsageError
from xl_scorecard.serving.answers import Answer, refusal
from xl_scorecard.serving.service import XLWINGS_SERVER, Service

_UNKNOWN = refusal(401, "Nobody is signed on: sign on, and open the task pane again.", "no sign-on")
_NOT_THE_PROXY = refusal(403, "Open the scorecard service by its usual address.", "not the proxy")
_IN_THE_CLEAR = refusal(403, "Open the scorecard service over https.", "not https")
Ask = Callable[[Request], Awaitable[Answer | None]]
"""Asks of a request why it is not answered; None where it is."""


@dataclass(frozen=True)
class SignOn:
    """Who may look at the pane and who may press, by which providers of xlwings Server, and the
    application of Entra ID that one of them goes by."""

    look: Ask
    press: Ask
    providers: tuple[str, ...] = ()
    client: str | None = None


def sign_on_of(service: Service) -> SignOn:
    """How a service signs officers on; raises UsageError where xlwings Server, which is to be
    asked, is not there or has no provider set up."""
    if service.sign_on == XLWINGS_SERVER:
        return _by_xlwings_server()
    return SignOn(_by_header(service), _everybody)


def _by_header(service: Service) -> Ask:
    async def ask(request: Request) -> Answer | None:
        if service.header is None:
            return None
        peer = request.client.host if request.client else ""
        if peer not in service.proxies:
            return _NOT_THE_PROXY
        if request.headers.get("x-forwarded-proto", "https") != "https":
            return _IN_THE_CLEAR
        return None if request.headers.get(service.header, "").strip() else _UNKNOWN

    return ask


def _by_xlwings_server() -> SignOn:
    """The pane is open to all, which tells nothing; each press carries a token of the officer."""
    try:
        server = import_module("xlwings_server.dependencies")
    except ImportError as missing:
        raise UsageError(
            f"--sign-on {XLWINGS_SERVER} needs it installed: pip install 'xl-scorecard[server]'"
        ) from missing
    settings = server.settings
    if not settings.auth_providers:
        raise UsageError(
            f"--sign-on {XLWINGS_SERVER}: no provider is set up; name them in the variable "
            'XLWINGS_AUTH_PROVIDERS, such as ["entraid"]'
        )

    async def press(request: Request) -> Answer | None:
        headers = request.headers
        try:
            user = await server.authenticate(
                token_string=headers.get("authorization", ""),
                auth_provider=headers.get("auth-provider"),
            )
            await server.get_user(request, user)
        except HTTPException as refused:
            return refusal(refused.status_code, f"{refused.detail}", "sign-on refused")
        return None

    return SignOn(_everybody, press, tuple(settings.auth_providers),
                  settings.auth_entraid_client_id)  # fmt: skip


async def _everybody(_request: Request) -> Answer | None:
    return None
