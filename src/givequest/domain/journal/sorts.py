"""The sorts of journal entries beside plain ones, and what texts are called in lists."""

from __future__ import annotations

from givequest.domain.records import Record, RecordType

POCKET, LETTER, HUSHED = "pocket", "letter", "hushed"
"""Values of `Record.sort`: a good thought that was kept, a monthly letter, an entry that is not shown unasked."""
_LABELS = {LETTER: "letter", POCKET: "kept"}


def label_of(record: Record) -> str:
    """Return the label of an entry or gift in a list; empty for a plain entry."""
    return "gift" if record.type is RecordType.GIFT else _LABELS.get(record.sort or "", "")
