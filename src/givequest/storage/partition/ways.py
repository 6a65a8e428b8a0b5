"""Undo data ("ways"): the records that a change replaced, and checksums of those it left.

A way is a mapping: `put` holds the documents to put back, `drop` the ids to take out, and `left` the checksum of
every document as the change left it. By that a record that was changed again since is known, by whatever hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from zlib import crc32

from givequest.domain.records import SEQ, is_same
from givequest.named_tuple import NamedTuple
from givequest.storage.files.json_tables import encode_document

Document = dict[str, Any]
Way = Mapping[str, Any]


class Remainder(NamedTuple):
    """The part of a way that can still be applied."""

    put: tuple[Document, ...]
    drop: tuple[str, ...]
    kept: tuple[Document, ...]
    """The documents that were changed again since, as they are now; of one that is gone, as the way has it."""


def checksum_of(document: Document) -> int:
    """Return the checksum of a document, without its change number. Raises `StorageError` as `encode_document` does."""
    return crc32(encode_document(_bare(document)))


def _bare(document: Document) -> Document:
    return {name: value for name, value in document.items() if name != SEQ} if SEQ in document else document


def left_by(documents: Iterable[Document]) -> dict[str, int]:
    """Return the checksums of documents by id. Raises as `checksum_of` does."""
    return {document["id"]: checksum_of(document) for document in documents}


def read_way(row: Mapping[str, Any]) -> Way | None:
    """Return the way in a row of a file; None if there is none. One from an earlier version has no `left`."""
    if not all(isinstance(row.get(name), list) for name in ("put", "drop")):
        return None
    left = row.get("left")
    way = {"put": row["put"], "drop": row["drop"]}
    return {**way, "left": left} if isinstance(left, dict) else way


def identities_of(way: Way) -> set[str]:
    """Return the ids of the records in a way."""
    return {*map(str, way["drop"]), *(str(document.get("id")) for document in way["put"])}


def joined(first: Way, then: Way) -> Way:
    """Return the way back from two consecutive changes, to the state before the first."""
    known, touched = identities_of(first), identities_of(then)
    way = {
        "put": [*first["put"], *(document for document in then["put"] if document.get("id") not in known)],
        "drop": [*first["drop"], *(identity for identity in then["drop"] if identity not in known)],
    }
    if "left" not in first or "left" not in then:
        return way
    kept = {identity: total for identity, total in first["left"].items() if identity not in touched}
    left = {**kept, **then["left"]}
    return {**way, "drop": [identity for identity in way["drop"] if identity in left], "left": left}


def remainder_of(way: Way, documents: Mapping[str, Document], suspects: Collection[str] = ()) -> Remainder:
    """Return the part of a way that applies to the current `documents`, and the records changed since.

    A record that already is as the way would leave it is in neither. `suspects` are the ids of records known to be
    changed since, used for a way from an earlier version, which has no checksums.
    """
    left = way.get("left")

    def is_as_left(identity: str) -> bool:
        now = documents.get(identity)
        if left is None:
            return identity not in suspects
        return bool(left.get(identity) == (None if now is None else checksum_of(now)))

    put, drop, kept = [], [], []
    for document in way["put"]:
        now = documents.get(document["id"])
        if now is not None and is_same(now, document):
            continue
        if is_as_left(document["id"]):
            put.append(document)
        else:
            kept.append(document if now is None else now)
    for identity in filter(documents.__contains__, way["drop"]):
        if is_as_left(identity):
            drop.append(identity)
        else:
            kept.append(documents[identity])
    return Remainder(tuple(put), tuple(drop), tuple(kept))
