"""The password around a workbook: opened for a run, closed the same way afterwards.

The cryptography is msoffcrypto-tool's (MS-OFFCRYPTO, agile encryption). It closes as Excel 2013 and
later do: AES-256, SHA-512, 100,000 rounds. A file closed in any other way is not opened, since
it could not be put back as it was. What is unpacked stays in memory.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from xl_scorecard.errors import UsageError, WorkbookError

_AS_EXCEL = {
    "keyDataHashAlgorithm": "SHA512",
    "passwordHashAlgorithm": "SHA512",
    "passwordKeyBits": 256,
    "spinValue": 100_000,
}
_SPACES = "\x06DataSpaces"
_STREAMS = {
    ("EncryptedPackage",),
    ("EncryptionInfo",),
    (_SPACES, "Version"),
    (_SPACES, "DataSpaceMap"),
    (_SPACES, "DataSpaceInfo", "StrongEncryptionDataSpace"),
    (_SPACES, "TransformInfo", "StrongEncryptionTransform", "\x06Primary"),
}


@dataclass(frozen=True)
class Seal:
    """An encrypted file, what was in it, and how to close it again."""

    closed: bytes = field(repr=False)
    opened: bytes = field(repr=False)
    password: str = field(repr=False)

    def close(self, package: bytes) -> bytes:
        """The file around a package: the old one where nothing has changed, else a new one."""
        if package == self.opened:
            return self.closed
        from msoffcrypto.format.ooxml import OOXMLFile

        target = io.BytesIO()
        OOXMLFile(io.BytesIO(package)).encrypt(self.password, target)
        return target.getvalue()


def need_password_library() -> None:
    """Raise UsageError where the library that opens encrypted files is not installed."""
    try:
        import msoffcrypto  # noqa: F401
    except ImportError:
        raise UsageError(
            "--password-from needs a library: pip install 'xl-scorecard[password]'"
        ) from None


def open_seal(data: bytes, password: str, name: str) -> Seal:
    """Open an encrypted file; raises WorkbookError (encrypted) where that cannot be done."""
    need_password_library()
    import msoffcrypto
    import olefile
    from msoffcrypto.exceptions import InvalidKeyError

    def refused(why: str) -> WorkbookError:
        return WorkbookError("encrypted", f"{name}: {why}")

    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(data))
        streams = {tuple(stream) for stream in olefile.OleFileIO(data).listdir()}
        info = office.info if office.type == "agile" else {}
        if streams != _STREAMS or any(info.get(key) != value for key, value in _AS_EXCEL.items()):
            raise refused(
                "is encrypted in another way than Excel 2013 and later do it, and could not be put "
                "back as it was; take the password off in Excel, refresh, and set it again"
            )
        opened = io.BytesIO()
        office.load_key(password=password, verify_password=True)
        office.decrypt(opened, verify_integrity=True)
    except InvalidKeyError:
        raise refused("the password of --password-from does not open it") from None
    except WorkbookError:
        raise
    except Exception:  # the library raises whatever those it reads with do
        raise refused("its encryption is damaged; put the workbook back from a copy") from None
    return Seal(data, opened.getvalue(), password)
