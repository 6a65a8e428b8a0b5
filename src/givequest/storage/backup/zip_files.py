"""ZIP files, written and read one member at a time to keep memory use independent of the number of years."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO
from zlib import crc32

from givequest.errors import StorageError
from givequest.storage.files.os_errors import os_errors_as

LARGEST = 1 << 30
"""Most bytes that all members may unpack to: a larger file was not written here."""
TAIL = 22 + 0xFFFF
"""Longest end-of-central-directory record of a ZIP file: 22 bytes plus a 65,535-byte comment (APPNOTE.TXT 4.3.16)."""


class _Sink:
    """A write-only stream that hands over what was written since it was last asked."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._chunks.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: whoever takes the bytes writes them."""

    def take(self) -> bytes:
        taken = b"".join(self._chunks)
        self._chunks.clear()
        return taken


def zip_chunks(files: Iterable[tuple[str, bytes]], sums: dict[str, tuple[int, int]]) -> Iterator[bytes]:
    """Yield the bytes of a ZIP file with these members, filling `sums` with the length and CRC-32 of each."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    sink = _Sink()
    with ZipFile(sink, "w") as archive:  # type: ignore[call-overload]  # it asks for no more than this
        for path, data in files:
            entry = ZipInfo(path)  # of 1980: a zip file knows no earlier time, and a clock may
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, data, compresslevel=1)
            sums[path] = checksum_of(data)
            yield sink.take()
    yield sink.take()


def checksum_of(data: bytes) -> tuple[int, int]:
    """Return the length and the CRC-32 of a member."""
    return len(data), crc32(data)


def read_members(path: str) -> Iterator[tuple[str, bytes]]:
    """Yield each member of a ZIP file with its name. Raises `StorageError` when it is damaged or gone."""
    from zipfile import BadZipFile, ZipFile
    from zlib import error as ZlibError  # noqa: N812

    with os_errors_as(path, "read"):
        file = open(path, "rb")  # noqa: SIM115
    with file:
        try:
            count = _count(file)
            with ZipFile(file) as archive:
                entries = archive.infolist()
                if len(entries) != count or sum(entry.file_size for entry in entries) > LARGEST:
                    raise BadZipFile
                for entry in entries:
                    yield entry.filename, archive.read(entry)
        except (BadZipFile, ZlibError, EOFError, OSError, ValueError, RuntimeError, OverflowError):
            raise StorageError(f"{path} is damaged and can't be read as a backup; choose another one.") from None


def _count(file: BinaryIO) -> int:
    """Return how many members the end of a ZIP file says there are: a damaged length can swallow the next name."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - TAIL))
    data = file.read()
    end = data.rfind(b"PK\5\6")
    return int.from_bytes(data[end + 10 : end + 12], "little")
