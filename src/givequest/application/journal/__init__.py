"""The journal: writing, letting go, noting gifts, and finding all of it again."""

from givequest.application.journal.notes import note_gift, release, write_entry

__all__ = ["note_gift", "release", "write_entry"]
