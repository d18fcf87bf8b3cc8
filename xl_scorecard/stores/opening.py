"""The connection to a store, made by fsspec: with what the store itself knows of who asks.

Nothing of a credential passes through here: keys, tokens and passwords are read from the
environment and from configuration by the store's own library.
"""

from __future__ import annotations

import logging
import warnings
from typing import Any

from xl_scorecard.errors import UsageError
from xl_scorecard.stores.places import StorePath

_EXTRA = 'pip install "xl-scorecard[remote]"'
_BROUGHT = {"s3fs": "s3fs", "paramiko": "paramiko", "smbclient": "smbprotocol"}
"""What the extra brings, by what is imported of it."""
_CHATTY = (
    "aiobotocore", "aiohttp", "asyncio", "azure", "boto3", "botocore", "fsspec", "google", "gcsfs",
    "paramiko", "s3fs", "smbprotocol", "spnego", "urllib3",
)  # fmt: skip
"""Libraries whose logs would show requests with tokens in them, or tracebacks."""


def filesystem_of(place: StorePath) -> Any:
    """The fsspec file system that a place is in, connected once a process.

    Raises UsageError where what it takes is not installed, and what the store's library raises
    where it cannot be reached.
    """
    try:
        import fsspec
    except ImportError:
        raise UsageError(f"{place}: lies in a store; first {_EXTRA}; nothing was done") from None
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a library's own words are nothing for an officer
        known = _class_of(fsspec, place)
        options = known._get_kwargs_from_urls(str(place))
        return known(**options)


def _class_of(fsspec: Any, place: StorePath) -> Any:
    if place.scheme in ("sftp", "ssh"):
        try:
            from xl_scorecard.stores.sftp import KnownHosts
        except ImportError:
            raise UsageError(
                f"{place}: lies in a store; first {_EXTRA}; nothing was done"
            ) from None
        return KnownHosts
    try:
        return fsspec.get_filesystem_class(place.scheme)
    except ValueError:
        raise UsageError(
            f"{place}: nothing is known of {place.scheme}:// addresses; write one such as "
            "s3://bucket/folder or sftp://server/folder"
        ) from None
    except ImportError as cause:
        lacking = _lacking(place.scheme, cause)
        first = _EXTRA if lacking in _BROUGHT else f"pip install {lacking}"
        raise UsageError(f"{place}: lies in a store; first {first}; nothing was done") from None


def _lacking(scheme: str, cause: BaseException) -> str:
    """The library that has to be installed for a kind of store."""
    from fsspec.registry import known_implementations

    module = str(known_implementations[scheme]["class"]).partition(".")[0]
    if module != "fsspec":
        return module
    inner = cause.__cause__
    return str(getattr(inner, "name", None) or getattr(cause, "name", None) or "fsspec[full]")
