"""The zip file under a workbook, entry by entry, so that untouched ones are copied as bytes.

Only the standard library's zip reader is used, for the directory; what is written repeats each
untouched entry's local record to the byte (APPNOTE 6.3 sections 4.3.7 to 4.3.16).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from xl_scorecard.errors import WorkbookError

MAX_PART = 1 << 30
MAX_ENTRIES = 20_000
_MAX_RATIO = 250
_RATIO_MATTERS_ABOVE = 64 << 20
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_BLOCK = 1 << 20
_SMALL = 1 << 20
_LOOKED_THROUGH = 16 << 20
_DAMAGE: tuple[type[Exception], ...] = (  # what is said of entries that cannot be unpacked
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError,
    NotImplementedError, RuntimeError, ValueError, IndexError,
)  # fmt: skip
try:
    from lzma import LZMAError
except ImportError:
    pass  # Python in a browser: such an entry is then one of a kind that cannot be unpacked
else:
    _DAMAGE += (LZMAError,)
_NEW_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Entry:
    """One entry as it stands in the source file."""

    name: str
    info: zipfile.ZipInfo


class Archive:
    """A zip file held open for reading; `write` makes a new one from it.

    Raises WorkbookError (unreadable, encrypted, too_large) for anything that is not a sound,
    plain zip file of sane size.
    """

    def __init__(self, source: BinaryIO, name: str) -> None:
        self._source = source
        self._name = name
        try:
            self._zip = zipfile.ZipFile(source)
        except (
            zipfile.BadZipFile,
            NotImplementedError,
            ValueError,
            struct.error,
            OSError,
        ) as cause:
            raise self._unreadable(f"it is not a whole zip file ({cause})") from None
        infos = self._zip.infolist()
        if len(infos) > MAX_ENTRIES:
            raise WorkbookError(
                "too_large", f"{name}: holds {len(infos):,} parts; nothing was read"
            )
        self._all = [Entry(_part_name(info.filename), info) for info in infos]
        self.entries = [e for e in self._all if not e.info.filename.endswith("/")]
        self._check()

    def _unreadable(self, why: str) -> WorkbookError:
        return WorkbookError(
            "unreadable", f"{self._name}: cannot be read: {why}; open and save it again in Excel"
        )

    def _check(self) -> None:
        total = 0
        seen: set[str] = set()
        self._habit = ""
        absolute = [e for e in self._all if e.info.filename.startswith(("/", "\\"))]
        if absolute and len(absolute) < len(self._all):  # all of them is a writer's habit
            raise self._unreadable(f"a part is called {absolute[0].info.filename!r}")
        if absolute:
            self._habit = absolute[0].info.filename[0]
        for entry in self.entries:
            info = entry.info
            if info.flag_bits & 0x1:
                raise WorkbookError("encrypted", f"{self._name}: its parts are encrypted")
            if not entry.name:
                raise self._unreadable("a part has no name")
            if ".." in entry.name.split("/") or ":" in entry.name.split("/")[0]:
                raise self._unreadable(f"a part is called {info.filename!r}")
            if entry.name.lower() in seen:
                raise self._unreadable(f"two parts are called {entry.name!r}")
            seen.add(entry.name.lower())
            total += info.file_size
            if info.file_size > MAX_PART or (
                info.file_size > _RATIO_MATTERS_ABOVE
                and info.file_size > _MAX_RATIO * max(info.compress_size, 1)
            ):
                raise self._too_large(entry.name)
        if total > 4 * MAX_PART:
            raise self._too_large("the whole of it")

    def _too_large(self, what: str) -> WorkbookError:
        return WorkbookError(
            "too_large", f"{self._name}: {what} unpacks to an absurd size; nothing was read"
        )

    def read(self, entry: Entry) -> bytes:
        """An entry's content; raises WorkbookError where it is damaged."""
        try:
            with self._zip.open(entry.info) as stream:
                data = stream.read(entry.info.file_size + 1)
        except _DAMAGE:
            raise self._unreadable(f"part {entry.name} is damaged") from None
        if len(data) != entry.info.file_size:
            raise self._unreadable(f"part {entry.name} is not as long as it says")
        return data

    def stream(self, entry: Entry, size: int = 1 << 16) -> Iterator[bytes]:
        """An entry's content in blocks of `size` bytes, so that a reader can stop early."""
        try:
            with self._zip.open(entry.info) as stream:
                while block := stream.read(size):
                    yield block
        except _DAMAGE:
            raise self._unreadable(f"part {entry.name} is damaged") from None

    def _look_through(self, untouched: Iterable[Entry]) -> None:
        """Unpack the small entries, which raises WorkbookError where one is damaged."""
        left = _LOOKED_THROUGH
        for entry in untouched:
            if entry.info.file_size <= min(_SMALL, left):
                self.read(entry)
                left -= entry.info.file_size

    def copy_raw(self, entry: Entry, target: BinaryIO) -> None:
        """Write an entry's local record, header to data descriptor, exactly as it stands."""
        info = entry.info
        self._source.seek(info.header_offset)
        header = self._source.read(_LOCAL.size)
        if len(header) < _LOCAL.size or header[:4] != b"PK\x03\x04":
            raise self._unreadable(f"part {entry.name} has no header")
        fields = _LOCAL.unpack(header)
        length = _LOCAL.size + fields[9] + fields[10] + info.compress_size
        self._source.seek(info.header_offset)
        while length > 0:
            block = self._source.read(min(length, _BLOCK))
            if not block:
                raise self._unreadable(f"part {entry.name} is cut short")
            target.write(block)
            length -= len(block)
        if fields[2] & 0x8:
            target.write(self._descriptor(info))

    def _descriptor(self, info: zipfile.ZipInfo) -> bytes:
        """The data descriptor after an entry, which may lack its signature or be zip64."""
        position = self._source.tell()
        tail = self._source.read(24)
        crc = struct.pack("<L", info.CRC)
        for signature in (b"PK\x07\x08", b""):
            for form, length in (("<LL", 8), ("<QQ", 16)):
                try:
                    sizes = struct.pack(form, info.compress_size, info.file_size)
                except struct.error:
                    continue
                whole = signature + crc + sizes
                if tail.startswith(whole):
                    self._source.seek(position + len(signature) + 4 + length)
                    return whole
        raise self._unreadable(f"part {info.filename} has no sound data descriptor")

    def write(
        self,
        target: BinaryIO,
        replaced: dict[str, bytes],
        removed: set[str],
        added: dict[str, bytes],
    ) -> None:
        """Write the archive anew: names as in `entries`; added entries follow the others.

        Untouched entries are looked through for damage where that costs next to nothing: a
        workbook that Excel would have to repair is refused rather than passed on.
        """
        self._look_through(e for e in self.entries if e.name not in replaced.keys() | removed)
        directory: list[bytes] = []
        for entry in self._all:
            if entry.name in removed:
                continue
            offset = target.tell()
            if entry.name in replaced:
                local, central = _deflated(entry.info.filename, replaced[entry.name], entry.info)
                target.write(local)
            else:
                self.copy_raw(entry, target)
                central = _central(entry.info)
            directory.append(_at(central, offset))
        for name, data in added.items():
            offset = target.tell()
            local, central = _deflated(self._habit + name, data, None)
            target.write(local)
            directory.append(_at(central, offset))
        start = target.tell()
        target.writelines(directory)
        size = target.tell() - start
        if target.tell() >= 0xFFFFFFFF or len(directory) >= 0xFFFF:
            raise WorkbookError("too_large", f"{self._name}: over 4 GB; nothing was written")
        comment = self._zip.comment
        target.write(
            _END.pack(
                b"PK\x05\x06", 0, 0, len(directory), len(directory), size, start, len(comment)
            )
            + comment
        )


def _part_name(filename: str) -> str:
    return filename.replace("\\", "/").lstrip("/")


def _dos(date: tuple[int, int, int, int, int, int]) -> tuple[int, int]:
    year, month, day, hour, minute, second = date
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day


def _encoded(info: zipfile.ZipInfo) -> bytes:
    return info.orig_filename.encode("utf-8" if info.flag_bits & 0x800 else "cp437")


def _central(info: zipfile.ZipInfo) -> bytes:
    """The directory record of an untouched entry, offset left 0."""
    time, date = _dos(info.date_time)
    name = _encoded(info)
    extra = _without_zip64(info.extra)
    return (
        _CENTRAL.pack(
            b"PK\x01\x02",
            info.create_version | info.create_system << 8,
            info.extract_version,
            info.flag_bits,
            info.compress_type,
            time,
            date,
            info.CRC,
            info.compress_size,
            info.file_size,
            len(name),
            len(extra),
            len(info.comment),
            0,
            info.internal_attr,
            info.external_attr,
            0,
        )
        + name
        + extra
        + info.comment
    )


def _without_zip64(extra: bytes) -> bytes:
    """Extra fields less the zip64 one: sizes and offsets here always fit 32 bits."""
    kept, rest = b"", extra
    while len(rest) >= 4:
        kind, length = struct.unpack("<HH", rest[:4])
        if kind != 1:
            kept += rest[: 4 + length]
        rest = rest[4 + length :]
    return kept


def _deflated(name: str, data: bytes, like: zipfile.ZipInfo | None) -> tuple[bytes, bytes]:
    """Local and directory record of new content, dated as the entry it replaces."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    body = packer.compress(data) + packer.flush()
    time, date = _dos(like.date_time if like else _NEW_DATE)
    encoded = _encoded(like) if like else name.encode()
    flags = like.flag_bits & 0x800 if like else (0 if name.isascii() else 0x800)
    crc = zlib.crc32(data)
    local = _LOCAL.pack(
        b"PK\x03\x04", 20, flags, 8, time, date, crc, len(body), len(data), len(encoded), 0
    )
    central = _CENTRAL.pack(
        b"PK\x01\x02", 20 | (like.create_system << 8 if like else 0), 20, flags, 8, time, date, crc,
        len(body), len(data), len(encoded), 0, 0, 0,
        like.internal_attr if like else 0, like.external_attr if like else 0, 0,
    )  # fmt: skip
    return local + encoded + body, central + encoded


def _at(central: bytes, offset: int) -> bytes:
    """A directory record with its local record's offset filled in."""
    return central[:42] + struct.pack("<L", offset) + central[46:]


def open_archive(path: Path, *, at_once: bool = False) -> tuple[BinaryIO, Archive]:
    """Open a file as an archive, or what it holds `at_once`; the caller closes the stream."""
    stream: BinaryIO = io.BytesIO(path.read_bytes()) if at_once else path.open("rb")
    try:
        return stream, Archive(stream, path.name)
    except BaseException:
        stream.close()
        raise
