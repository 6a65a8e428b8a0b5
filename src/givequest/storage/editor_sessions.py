"""Pages open in the person's own editor, each in a folder of its own until its text is in the journal."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from typing import Any

from givequest.domain.records import Record, read_record, to_document
from givequest.errors import RecordError, StorageError
from givequest.storage.files.atomic_files import make_folder, remove_file, replace_file
from givequest.storage.files.os_errors import os_errors_as
from givequest.storage.files.reading import read_file

IDLE = timedelta(days=7)
"""How long a page in which nothing was typed waits for an editor that may still be open."""
_DETAILS = ".session.json"
_PAGE = re.compile(r"page-(\d{4}-\d\d-\d\d)(?:-(\d+))?\.md")
_BACKUP_SUFFIXES = ("~", ".bak")


class EditorSession:
    """A page that is or was open in an editor, in a folder of its own together with the editor's backups."""

    def __init__(self, path: str, day: date, entry: Record | None = None, before: str | None = None) -> None:
        self.path = path
        """The file that the editor opens."""
        self.day = day
        """The day that the page is for."""
        self.entry = entry
        """The entry as it was when the editor was opened; None for a page to be."""
        self.before = before
        """What the file held when the editor was opened; None where that isn't known."""

    @property
    def text(self) -> str:
        """The text of the file, without the final line end that editors add. Raises `StorageError`."""
        found = read_file(self.path)
        if found is None:
            raise StorageError(f"{self.path} is gone; what the editor kept of it may be in the same folder.")
        try:
            text = found[0].decode("utf-8-sig")
        except UnicodeDecodeError:
            raise StorageError(f"{self.path} isn't UTF-8 text; save it as UTF-8 and try again.") from None
        text = text.replace("\r\n", "\n")
        return text if (self.before or "").endswith("\n") else text.removesuffix("\n")

    @property
    def has_changed(self) -> bool:
        """Whether the file holds text that is not in the journal yet."""
        try:
            text = self.text
        except StorageError:
            return os.path.lexists(self.path)  # something is there, though it can't be read
        return text != self.before if self.before else bool(text.strip())

    def recovery_files(self) -> list[str]:
        """Return the paths of recovery files (not plain backups) that the editor left beside the page."""
        folder, name = os.path.split(self.path)
        if not self._has_own_folder:
            return []
        with suppress(OSError):
            names = sorted(other for other in os.listdir(folder) if other not in (name, _DETAILS))
            return [os.path.join(folder, other) for other in names if not other.endswith(_BACKUP_SUFFIXES)]
        return []

    def remove(self) -> None:
        """Delete the page and everything the editor left beside it. Raises `StorageError`."""
        if not self._has_own_folder:
            remove_file(self.path)
            return
        with os_errors_as(os.path.dirname(self.path), "removed"):
            shutil.rmtree(os.path.dirname(self.path))

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Lock the page so that it does not count as abandoned; gives whether nobody else holds it."""
        descriptor = None
        with suppress(OSError):
            details = os.path.join(os.path.dirname(self.path), _DETAILS)
            descriptor = os.open(details, os.O_RDONLY | os.O_CLOEXEC)
        try:
            yield not self._is_of_living_process() if descriptor is None else _acquire(descriptor)
        finally:
            if descriptor is not None:
                os.close(descriptor)

    @property
    def _has_own_folder(self) -> bool:
        return _process_of(self.path) is None

    def _is_of_living_process(self) -> bool:
        process = _process_of(self.path)
        if process is None:
            return False
        try:
            os.kill(process, 0)
        except (OSError, OverflowError):
            return False
        return True


class EditorSessions:
    """The pages that were opened in an editor, each in a folder of its own in one folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._state_folder = os.path.dirname(folder)

    def begin(self, day: date, entry: Record | None) -> EditorSession:
        """Return a new page to open in an editor, holding the text of an entry. Raises `StorageError`."""
        text = (entry.text or "") if entry is not None else ""
        folder = os.path.join(self.folder, f"{day.isoformat()}-{os.urandom(4).hex()}")
        make_folder(folder)
        details = {"day": day.isoformat(), "text": text, "entry": to_document(entry) if entry is not None else None}
        session = EditorSession(os.path.join(folder, f"page-{day.isoformat()}.md"), day, entry, text)
        replace_file(os.path.join(folder, _DETAILS), json.dumps(details).encode())
        replace_file(session.path, text.encode("utf-8", "replace"))
        return session

    def left(self) -> list[EditorSession]:
        """Return the abandoned pages whose text is not in the journal, oldest day first."""
        return [session for session in self._idle() if session.has_changed or session.recovery_files()]

    def sweep(self, now: datetime) -> None:
        """Delete abandoned pages in which nothing was typed."""
        for session in self._idle():
            with suppress(OSError, StorageError):
                age = now.timestamp() - os.stat(os.path.dirname(session.path)).st_mtime
                if age > IDLE.total_seconds() and not (session.has_changed or session.recovery_files()):
                    session.remove()

    def _idle(self) -> list[EditorSession]:
        idle = []
        for session in self._all():
            with session.held() as is_free:
                if is_free:
                    idle.append(session)
        return sorted(idle, key=lambda session: (session.day, session.path))

    def _all(self) -> Iterator[EditorSession]:
        for name in _names_in(self.folder):
            folder = os.path.join(self.folder, name)
            if os.path.isdir(folder) and not os.path.islink(folder):
                session = _read_session(folder)
                if session is not None:
                    yield session
        for name in _names_in(self._state_folder):  # files without a folder, as earlier versions made them
            match = _PAGE.fullmatch(name)
            day = _day_of(match[1]) if match and match[2] else None
            if day is not None:
                yield EditorSession(os.path.join(self._state_folder, name), day)


def _read_session(folder: str) -> EditorSession | None:
    """Return the session of a folder; one whose details are gone is known by the name of its page."""
    details: dict[str, Any] = {}
    with suppress(OSError, ValueError, TypeError), open(os.path.join(folder, _DETAILS), "rb") as file:
        details = {**json.loads(file.read())}
    names = [name for name in _names_in(folder) if _PAGE.fullmatch(name)]
    day = _day_of(str(details.get("day", ""))) or next((_day_of(name[5:15]) for name in names), None)
    if day is None:
        return None
    entry, text = None, details.get("text")
    with suppress(RecordError):
        entry = read_record(details["entry"]) if details.get("entry") else None
    return EditorSession(
        os.path.join(folder, f"page-{day.isoformat()}.md"), day, entry, text if isinstance(text, str) else None
    )


def _acquire(descriptor: int) -> bool:
    """Lock an open file, and return whether nobody else has: on a file system without locks, nobody has."""
    with suppress(OSError):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def _process_of(path: str) -> int | None:
    """Return the process that a page of an earlier version names; None for a page in a folder of its own."""
    match = _PAGE.fullmatch(os.path.basename(path))
    return int(match[2]) if match and match[2] else None


def _day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _names_in(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []
