"""The command `serve`: the task pane's service, until it is stopped."""

from __future__ import annotations

import argparse
import contextlib
import logging
import socket
import sys
from dataclasses import replace

from xl_scorecard.errors import UsageError
from xl_scorecard.serving.service import Limits, Service, refuse_unsafe

_FORM = "%(asctime)s %(levelname)s %(message)s"
_PEOPLE = 200
"""How many connections there may be at once, which are far more than presses."""


def serve(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C; returns the exit status."""
    service = _service(options)
    refuse_unsafe(service)
    try:
        import uvicorn

        from xl_scorecard.serving import apart
        from xl_scorecard.serving.app import application
    except ImportError as missing:
        raise UsageError(
            f"serve needs {missing.name}: pip install 'xl-scorecard[server]'"
        ) from missing
    from xl_scorecard.serving.office import installed_office

    office = installed_office()
    with _listening(service) as listening:
        host, port = listening.getsockname()[:2]
        service = replace(service, port=port)
        app = application(service, office)
        apart.begin()
        logging.basicConfig(level=logging.WARNING, format=_FORM, stream=sys.stderr)
        logging.getLogger("xl_scorecard.serving").setLevel(logging.INFO)
        config = uvicorn.Config(
            app, log_config=None, access_log=False, lifespan="off", limit_concurrency=_PEOPLE,
            proxy_headers=False, server_header=False,
            ssl_certfile=service.certificate, ssl_keyfile=service.key,
        )  # fmt: skip
        print(f"listening on {host}, port {port}; Excel opens {service.reached_at}/pane.html; "
              "Ctrl+C ends it", flush=True)  # fmt: skip
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])
    return 0


def _service(options: argparse.Namespace) -> Service:
    limits = Limits(options.most_megabytes, options.most_seconds, options.at_once)
    named = {"proxies": tuple(options.proxy)} if options.proxy else {}
    return Service(
        rules=options.rules.absolute(),
        host=options.host,
        port=options.port,
        address=options.address,
        certificate=options.certificate,
        key=options.key,
        sign_on=options.sign_on,
        limits=limits,
        **named,
    )


def _listening(service: Service) -> socket.socket:
    family = socket.AF_INET6 if ":" in service.host else socket.AF_INET
    try:
        return socket.create_server((service.host, service.port), family=family)
    except OSError as cause:
        raise UsageError(
            f"--host {service.host} --port {service.port}: {cause.strerror}; name another"
        ) from cause
