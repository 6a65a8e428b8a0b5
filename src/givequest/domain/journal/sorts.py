"""The sorts of journal entries beside plain ones, and what records are called in lists."""

from __future__ import annotations

from collections.abc import Mapping

from givequest.domain.kinds import Kind
from givequest.domain.records import Record, RecordType

POCKET, LETTER, HUSHED = "pocket", "letter", "hushed"
"""Values of `Record.sort`: a good thought that was kept, a monthly letter, an entry that is not shown unasked."""
_LABELS = {LETTER: "letter", POCKET: "pocket"}


def label_of(record: Record, kinds: Mapping[str, Kind] | None = None) -> str:
    """Return the label of an entry, gift or deed in a list; empty for a plain entry. `kinds` names those of deeds."""
    if record.type is RecordType.DEED:
        kind = (kinds or {}).get(record.kind or "")
        return kind.name.lower() if kind else record.kind or ""
    return "gift" if record.type is RecordType.GIFT else _LABELS.get(record.sort or "", "")
