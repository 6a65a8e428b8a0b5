"""Use cases of the journal: writing, letting go, noting gifts, and finding all of it again."""

from givequest.application.journal.notes import hush, note_gift, pocket, release, write_entry

__all__ = ["hush", "note_gift", "pocket", "release", "write_entry"]
