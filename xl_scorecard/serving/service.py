"""What a service is told when it starts, and when it must not start."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from xl_scorecard.batch.find import Found
from xl_scorecard.batch.rules import RuleFinder
from xl_scorecard.errors import UsageError

LICENCE = "XLWINGS_LICENSE_KEY"
XLWINGS_SERVER = "xlwings-server"
_HEADER = "header:"
_LOOPBACK = "localhost"


@dataclass(frozen=True)
class Limits:
    """How much of the machine one press may take, and how many there may be at once."""

    megabytes: int = 25
    seconds: int = 60
    at_once: int = 2
    memory_megabytes: int = 1_000

    @property
    def bytes(self) -> int:
        """The largest workbook that is taken, as the client sends it."""
        return self.megabytes * 1_000_000


@dataclass(frozen=True)
class Service:
    """A service: its rules, where it listens, how officers reach it, and who signs them on.

    `address` is what Excel opens, `https://` and host, with the path that a proxy has it under.
    `sign_on` is `header:NAME`, the header in which a proxy names who signed on, or
    `xlwings-server`, whose own providers are asked; None only where it listens on this machine
    alone. `proxies` are the machines that may connect where a proxy signs on.
    """

    rules: Path
    host: str = "127.0.0.1"
    port: int = 8000
    address: str | None = None
    certificate: Path | None = None
    key: Path | None = None
    sign_on: str | None = None
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    limits: Limits = Limits()

    @property
    def reached_at(self) -> str:
        """The address without a slash at its end."""
        scheme = "https" if self.certificate else "http"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return (self.address or f"{scheme}://{host}:{self.port}").rstrip("/")

    @property
    def path(self) -> str:
        """The path that a proxy has it under; empty at the root."""
        return urlsplit(self.reached_at).path.rstrip("/")

    @property
    def names(self) -> list[str]:
        """The names of hosts that it answers to."""
        known = {urlsplit(self.reached_at).hostname or "", self.host, _LOOPBACK, "127.0.0.1", "::1"}
        return sorted(known - {""})

    @property
    def header(self) -> str | None:
        """The header in which a proxy names who signed on."""
        said = self.sign_on or ""
        return said.removeprefix(_HEADER) if said.startswith(_HEADER) else None


def refuse_unsafe(service: Service) -> None:
    """Raise UsageError, saying what is missing, for a service that must not start, and RuleSetError
    where its rules are unsound."""
    RuleFinder(service.rules).for_workbook(Found(service.rules, service.rules, service.rules))
    if service.sign_on not in (None, XLWINGS_SERVER) and not service.header:
        raise UsageError(
            f"--sign-on {service.sign_on}: write header:NAME, the header in which your proxy names "
            f"who signed on, or {XLWINGS_SERVER} for the providers that it is set up with"
        )
    if (service.certificate is None) != (service.key is None):
        raise UsageError("--certificate and --key belong together: name both files, or neither")
    for option, file in (("--certificate", service.certificate), ("--key", service.key)):
        if file is not None and not file.is_file():
            raise UsageError(f"{option} {file}: is not there; name a file in PEM format")
    if service.address is not None and not _is_address(service.address):
        raise UsageError(
            f"--address {service.address}: write the whole address that Excel opens, such as "
            "https://scorecard.council.example"
        )
    if not _is_loopback(service.host):
        _refuse_open(service)
    if not os.environ.get(LICENCE):
        raise UsageError(
            f"the variable {LICENCE} is not set; a council may set it to noncommercial under "
            "xlwings' PolyForm Noncommercial licence, others to the key of a paid plan"
        )


def _refuse_open(service: Service) -> None:
    missing = []
    if service.certificate is None:
        missing.append("TLS (--certificate and --key)")
    if service.sign_on is None:
        missing.append("sign-on (--sign-on)")
    if service.header and all(map(_is_loopback, service.proxies)):
        missing.append("the proxy that signs on (--proxy)")
    if missing:
        raise UsageError(
            f"--host {service.host}: others could reach it, so it needs {' and '.join(missing)}; "
            "or leave --host out and put a proxy on this machine in front of it"
        )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == _LOOPBACK


def _is_address(text: str) -> bool:
    parts = urlsplit(text)
    local = _is_loopback(parts.hostname or "")
    return bool(parts.hostname) and parts.scheme in (("https", "http") if local else ("https",))
