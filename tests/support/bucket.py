"""A real S3 server on this machine: moto's, with what a test wants to happen in between."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from moto.core import DEFAULT_ACCOUNT_ID
from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from moto.s3.models import s3_backends
from s3fs import S3FileSystem
from werkzeug.serving import BaseWSGIServer, make_server

LOOPBACK = "127.0.0.1"
NAME = "scores"
KEY = "the-secret-of-the-store"
REFUSED = "403 Forbidden"
Between = Callable[[str, str], str | None]
"""Told of a request's method and key before it is answered; may give the answer instead."""


class Bucket:
    """The server, and what lies in its bucket, by key."""

    def __init__(self) -> None:
        self.between: Between | None = None
        self._app = DomainDispatcherApplication(create_backend_app)
        self._server: BaseWSGIServer = make_server(
            LOOPBACK, 0, self._answer, threaded=True, request_handler=MotoRequestHandler
        )
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """Where it is to be reached."""
        return f"http://{LOOPBACK}:{self._server.server_port}"

    def _answer(self, environ: Any, start: Any) -> Any:
        key = environ["PATH_INFO"].removeprefix(f"/{NAME}").lstrip("/")
        instead = self.between(environ["REQUEST_METHOD"], key) if self.between else None
        if instead is None:
            return self._app(environ, start)
        start(instead, [("Content-Type", "application/xml")])
        if environ["REQUEST_METHOD"] == "HEAD":
            return []
        code = "AccessDenied" if instead == REFUSED else "InternalError"
        return [f"<Error><Code>{code}</Code><Message>in their words</Message></Error>".encode()]

    def end(self) -> None:
        """Answer no more, and to nobody."""
        if not self._thread.is_alive():
            return
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def _there(self) -> Any:
        return s3_backends[DEFAULT_ACCOUNT_ID]["aws"]

    def empty(self) -> None:
        """Have nothing in the bucket, and nothing happen in between."""
        self.between = None
        self._there.reset()
        self._there.create_bucket(NAME, "us-east-1")

    def put(self, key: str, data: bytes) -> None:
        """Put an object there as somebody else would."""
        self._there.put_object(NAME, key, data)

    def get(self, key: str) -> bytes:
        """What an object holds."""
        found: bytes = self._there.get_object(NAME, key).value
        return found

    def keys(self, start: str = "") -> list[str]:
        """The keys of the objects that begin so."""
        return sorted(key for key in self._there.buckets[NAME].keys if key.startswith(start))


@contextmanager
def served() -> Iterator[Bucket]:
    """A server, and an environment in which everybody finds it and may use it."""
    bucket = Bucket()
    told = {
        "AWS_ENDPOINT_URL": bucket.address,
        "AWS_ACCESS_KEY_ID": "officer",
        "AWS_SECRET_ACCESS_KEY": KEY,
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_MAX_ATTEMPTS": "1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    S3FileSystem.clear_instance_cache()
    try:
        bucket.empty()
        yield bucket
    finally:
        S3FileSystem.clear_instance_cache()
        bucket.end()
        for name, former in before.items():
            os.environ.pop(name, None)
            if former is not None:
                os.environ[name] = former
