"""The numbers of changes, always increasing whatever the clock shows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from zlib import crc32

from givequest.domain.records import LARGEST_SEQ
from givequest.storage.files.atomic_files import FILE_MODE
from givequest.storage.files.reading import close_quietly

_WIDTH = 32


class Sequence:
    """Gives out numbers: microseconds since 1970, or more where a larger one is known.

    The latest is noted in a file (None: nowhere): a hint for the next process, since partitions that a change does not
    touch, and that are not read for it, may have been changed by a faster clock. It need not outlast a power cut.
    """

    def __init__(self, now_us: Callable[[], int], hint: str | None) -> None:
        self._now_us = now_us
        self._hint = hint
        self._latest = 0

    def after(self, known: Iterable[int]) -> tuple[int, int]:
        """Return a number that is larger than those that are known, and the time by the clock where that is another.

        To be called while the lock is held.
        """
        now = self._now_us()
        self._latest = 1 + max([now - 1, self._read_hint(), self._latest, *known])
        self._write_hint(self._latest)
        return self._latest, 0 if self._latest == now else now

    def _read_hint(self) -> int:
        """Return the number that was noted; 0 where there is none, or what stands there is not as it was written."""
        try:
            with open(self._hint or "", "rb") as file:
                number, checksum = file.read(_WIDTH).split()
            return min(int(number), LARGEST_SEQ) if int(checksum, 16) == crc32(number) else 0
        except (OSError, ValueError):
            return 0

    def _write_hint(self, number: int) -> None:
        if self._hint is None:
            return
        with suppress(OSError):
            digits = b"%d" % number
            descriptor = os.open(self._hint, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, FILE_MODE)
            try:
                os.pwrite(descriptor, (b"%b %08x" % (digits, crc32(digits))).ljust(_WIDTH - 1) + b"\n", 0)
            finally:
                close_quietly(descriptor)
