"""The file of drafts: plain JSON that stock TinyDB opens, whole at any moment, with a lock around each change."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from givequest.domain.desk.drafts import MessageDraft, apart, draft_document, read_draft
from givequest.domain.diagnostics import Diagnostic, warning
from givequest.errors import RecordError, StorageError
from givequest.storage.files.atomic_files import make_folder, remove_file
from givequest.storage.files.checksum import CHECKSUM
from givequest.storage.files.json_tables import Tables
from givequest.storage.files.lock import locked
from givequest.storage.files.table_file import TableFile

SCHEMA = 1
_META, _DRAFTS = "schema", "drafts"
_COPY = re.compile(
    r"drafts[^.].*\.json|drafts\..+\.json|drafts\.json[. (_-].*(?:conflict|path\d).*", re.DOTALL | re.IGNORECASE
)
"""What sync tools call the file of another computer that wrote at once (`storage/merge/conflict_copies.py`)."""


class DraftFile:
    """The drafts of a home, by id."""

    def __init__(self, data_folder: str) -> None:
        self._folder = data_folder
        self.path = os.path.join(data_folder, "drafts.json")
        self._lock = os.path.join(data_folder, ".drafts.lock")
        self._file = TableFile(self.path)

    def read(self) -> tuple[dict[str, MessageDraft], list[Diagnostic]]:
        """Return the drafts, those of conflict copies among them, and a diagnostic for each that can't be read.

        Raises `StorageError`.
        """
        drafts, problems = self._drafts_of(self._file.current())
        return self._joined(drafts, self._copies()), problems

    def change(self, act: Callable[[dict[str, MessageDraft]], None]) -> None:
        """Let `act` change the drafts as they are on the disk now; when this returns, they last.

        What can't be read stays as it is. Raises `StorageError`, and whatever `act` raises; nothing has changed then.
        """
        make_folder(self._folder)
        with locked(self._lock):
            tables = self._file.current()
            before, _ = self._drafts_of(tables)
            copies = self._copies()
            drafts = self._joined(before, copies)
            act(drafts)
            if drafts != before:
                self._write(tables, drafts)
            for path in copies:  # what was in them is in the file by now, or was thrown away
                remove_file(path)

    def _copies(self) -> dict[str, dict[str, MessageDraft]]:
        """Return the drafts of each conflict copy that can be read whole; the others stay where they are."""
        try:
            names = sorted(name for name in os.listdir(self._folder) if _COPY.fullmatch(name))
        except OSError:
            return {}
        copies: dict[str, dict[str, MessageDraft]] = {}
        for path in (os.path.join(self._folder, name) for name in names):
            with suppress(StorageError):
                drafts, problems = self._drafts_of(TableFile(path).read())
                if not problems:
                    copies[path] = drafts
        return copies

    @staticmethod
    def _joined(drafts: dict[str, MessageDraft], copies: dict[str, dict[str, MessageDraft]]) -> dict[str, MessageDraft]:
        """Return drafts with those of copies: one with another text under the same id is a draft of its own."""
        joined = dict(drafts)
        for others in copies.values():
            for identity, draft in others.items():
                if identity not in joined:
                    joined[identity] = draft
                elif joined[identity].text != draft.text:
                    second = apart(draft)
                    joined[second.id] = second
        return joined

    def _drafts_of(self, tables: Tables | None) -> tuple[dict[str, MessageDraft], list[Diagnostic]]:
        drafts: dict[str, MessageDraft] = {}
        problems: list[Diagnostic] = []
        for key, document in (tables or {}).get(_DRAFTS, {}).items():
            try:
                draft = read_draft(document)
                drafts[draft.id] = draft
            except RecordError as error:
                place = f"{self.path}, draft {key}"
                problems.append(warning("unreadable-draft", place, f"It can't be read: {error} It stays as it is."))
        return drafts, problems

    def _write(self, tables: Tables | None, drafts: dict[str, MessageDraft]) -> None:
        head: dict[str, Any] = dict((tables or {}).get(_META, {}).get("1", {}))
        if head.get("schema", SCHEMA) != SCHEMA:
            raise StorageError(f"{self.path} was written by a newer version of givequest; nothing was changed.")
        revision = head.get("revision")
        revision = revision + 1 if isinstance(revision, int) else 1
        rows = dict((tables or {}).get(_DRAFTS, {}))
        keys = {document.get("id"): key for key, document in rows.items()}
        known, _ = self._drafts_of(tables)
        for identity in known.keys() - drafts.keys():
            del rows[keys[identity]]
        free = max((int(key) for key in rows if key.isdecimal()), default=0)
        for identity, draft in drafts.items():
            if identity not in keys:
                free += 1
                keys[identity] = str(free)
            rows[keys[identity]] = draft_document(draft)
        self._file.write({_META: {"1": head | {"schema": SCHEMA, "revision": revision, CHECKSUM: 0}}, _DRAFTS: rows})
