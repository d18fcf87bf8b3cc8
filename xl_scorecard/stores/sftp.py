"""SFTP as ssh has it: to servers whose keys this machine knows, and to no other."""

from __future__ import annotations

import paramiko
from fsspec.implementations.sftp import SFTPFileSystem

_PATIENCE = 60.0  # seconds for a server to answer in


class UnknownServerError(Exception):
    """A server whose key nobody on this machine has confirmed."""


class _Refused(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]
    def missing_host_key(self, *_: object) -> None:
        raise UnknownServerError


class KnownHosts(SFTPFileSystem):  # type: ignore[misc]
    """fsspec's own would take any server for the one that was meant, and sign on to it."""

    def _connect(self) -> None:
        self.client = paramiko.SSHClient()
        self.client.load_system_host_keys()
        self.client.set_missing_host_key_policy(_Refused())
        try:
            self.client.connect(self.host, **{"timeout": _PATIENCE, **self.ssh_kwargs})
            self.ftp = self.client.open_sftp()
        except BaseException as cause:
            self.client.close()
            if isinstance(cause, paramiko.BadHostKeyException):
                raise UnknownServerError from None
            # where there is no key at all, it has no class of its own
            if isinstance(cause, paramiko.SSHException) and "authentication" in str(cause).lower():
                raise PermissionError from None
            raise
        self.ftp.get_channel().settimeout(_PATIENCE)
