"""What is said of a store that did not do as asked: one line, in none of its library's words."""

from __future__ import annotations

import errno

_REFUSED = frozenset({
    "AccessDenied", "AuthenticationException", "ClientAuthenticationError",
    "CredentialRetrievalError", "DefaultCredentialsError", "LogonFailure", "NoCredentialsError",
    "PartialCredentialsError", "PasswordRequiredException", "PermissionError", "ProfileNotFound",
    "RefreshError", "SMBAuthenticationError", "SSOError", "TokenRetrievalError",
})  # fmt: skip
"""Errors of stores' libraries by name: they are not imported to be asked."""
_SILENT = frozenset({
    "BotoCoreError", "ClientError", "ConnectionError", "EOFError", "HTTPClientError",
    "IncompleteRead", "NoValidConnectionsError", "SMBConnectionClosed", "SSHException",
    "ServerDisconnectedError", "ServiceRequestError", "TimeoutError", "TransportError", "gaierror",
})  # fmt: skip
_MISSING = frozenset({
    "BadNetworkName", "FileNotFoundError", "NotADirectoryError", "ParamValidationError",
})  # fmt: skip


def is_missing(cause: BaseException) -> bool:
    """Whether it says that nothing is there: by its class, or as systems number it."""
    numbered = getattr(cause, "errno", None) in (errno.ENOENT, errno.ENOTDIR)
    return numbered or bool(_names(cause) & _MISSING)


def _names(cause: BaseException) -> set[str]:
    return {kind.__name__ for kind in type(cause).__mro__}


def why(cause: BaseException) -> str:
    """What is wrong, and how to mend it; whoever says it names the place first."""
    names = _names(cause)
    if is_missing(cause):
        return "is not there; see how the bucket or server, the folders and the name are written"
    if "UnknownServerError" in names:
        return (
            "is on a server that nobody vouches for: its key is none that ssh knows; connect to it "
            "with ssh once and confirm its key, after asking whoever runs it"
        )
    if names & _REFUSED or getattr(cause, "errno", None) in (errno.EACCES, errno.EPERM):
        return (
            "is not open to us; sign on as the store asks for, by its variables, its "
            "configuration or a key, or ask whoever runs it for leave"
        )
    if names & _SILENT:
        return "is in a store that does not answer; see whether it can be reached, then run again"
    if "NotImplementedError" in names:
        return "is in a store that cannot do this; copy the workbooks to this machine first"
    return (
        f"is in a store that did not do this ({type(cause).__name__}); see whether it can be "
        "reached and is set up on this machine, then run again"
    )
