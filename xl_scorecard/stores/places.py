"""Places of a store, such as `s3://bucket/in/q3.xlsx`: written like paths, and never opened as one.

This module needs no store: whether a path is one of a store is asked of every path.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from xl_scorecard.errors import UsageError

if sys.platform == "win32":
    from pathlib import WindowsPath as _LocalPath
else:
    from pathlib import PosixPath as _LocalPath

# a letter and a colon are a drive of Windows
_ADDRESS = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]+)://(?P<rest>.*)", re.DOTALL)


_PUTS_IF = frozenset({"s3", "s3a"})
_OBJECTS = _PUTS_IF | {"gs", "gcs", "az", "abfs", "abfss", "adl", "oci", "oss"}


class StorePath(_LocalPath):
    """A place of a store. It has a name, parents and parts as a path has, and no file of this
    machine: whatever would open it as one fails at once."""

    def __str__(self) -> str:
        first, *others = self.parts or (".",)
        return f"{first}//{'/'.join(others)}" if first.endswith(":") else "/".join(self.parts)

    def __fspath__(self) -> str:
        raise TypeError(f"{self} lies in a store and is no file of this machine")

    def absolute(self) -> StorePath:
        """The same, wherever the working folder is."""
        return self

    @property
    def scheme(self) -> str:
        """What kind of store it is: `s3`, `sftp`."""
        return self.parts[0].removesuffix(":")

    @property
    def puts_if(self) -> bool:
        """Whether the store puts a file only where what stands there is what we saw."""
        return self.scheme in _PUTS_IF

    @property
    def is_object(self) -> bool:
        """Whether it holds objects, put whole or not at all, which nobody has open in Excel."""
        return self.scheme in _OBJECTS


def place_of(said: str | Path) -> Path:
    """The place that somebody names: of a store, or of this machine.

    Raises UsageError for an address that is none; one with a password in it is never shown.
    """
    if isinstance(said, Path):
        return said
    address = _ADDRESS.fullmatch(said)
    if address is None:
        return Path(said)
    scheme, rest = address["scheme"].lower(), address["rest"]
    host, _, below = rest.partition("/")
    who, at, host_alone = host.rpartition("@")
    if ":" in who:
        raise UsageError(
            f"{scheme}://{who.partition(':')[0]}:...@{host_alone}: holds a password, which would "
            "stay in histories and logs; leave it out and sign on by what the store itself knows: "
            "its variables, its configuration or a key"
        )
    if scheme == "file":
        raise UsageError(f"{said}: is on this machine; name it by its path alone")
    if not host_alone or "::" in said:
        raise UsageError(f"{said}: is no address of a store; write one such as s3://bucket/folder")
    return StorePath(f"{scheme}:", f"{who}{at}{host_alone}", *below.split("/"))
