"""Records: the only thing that is ever stored, and from which everything shown is derived.

Nothing in a record can say what another human did: there are fields for what was
given, and none for what came of it.
"""

from givequest.domain.records.day_record import Record, RecordType, read_record
from givequest.domain.records.head import (
    FIRST_YEAR,
    LARGEST_SEQ,
    NOTHING,
    SEQ,
    Logged,
    derive_id,
    is_same,
    order_of,
    read_at,
    read_day,
    seq_of,
    with_ids,
)
from givequest.domain.records.registry import (
    FIELDS,
    OWN_TYPES,
    AnyRecord,
    home_of,
    kinds_of,
    read_any_record,
    to_document,
)
from givequest.domain.records.rules import KindRules, RulesRecord, rules_id

__all__ = [
    "FIELDS",
    "FIRST_YEAR",
    "LARGEST_SEQ",
    "NOTHING",
    "OWN_TYPES",
    "SEQ",
    "AnyRecord",
    "KindRules",
    "Logged",
    "Record",
    "RecordType",
    "RulesRecord",
    "derive_id",
    "home_of",
    "is_same",
    "kinds_of",
    "order_of",
    "read_any_record",
    "read_at",
    "read_day",
    "read_record",
    "rules_id",
    "seq_of",
    "to_document",
    "with_ids",
]
