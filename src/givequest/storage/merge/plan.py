"""The plan of a merge: which versions of records are kept, and under which ids.

A record that is only in a copy is added: to delete it once more is easy, to write it once more is not. Of
one that differs, the version that was changed last stays; where that cannot be known, both do.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain, count
from typing import Any

from givequest.domain.records import is_same, read_any_record, seq_of
from givequest.errors import RecordError
from givequest.named_tuple import NamedTuple
from givequest.storage.partition.schema import RECORDS, changes_in
from givequest.storage.partition.version import latest_seq

Document = Mapping[str, Any]
LONGEST_ID = 80


class Source:
    """One partition, in the ledger or in a copy."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]], partition: int | None = None) -> None:
        """`partition` is the one that it is, or a copy of; None where nobody knows."""
        self.partition = partition
        self.documents = _readable(tables)
        """The records that can be read, by id; what cannot stays in the file that it is in."""
        self.seqs: set[int] = set()
        """The numbers of its latest changes."""
        self.replaced: dict[str, list[Document]] = {}
        """Versions that the latest changes have replaced or taken out, by id."""
        self._touched: dict[str, int] = {}
        for change in changes_in(tables):
            self.seqs.add(change["seq"])
            for document in change.get("put", ()):
                self.replaced.setdefault(str(document.get("id")), []).append(document)
            for identity in chain(change.get("drop", ()), (document.get("id") for document in change.get("put", ()))):
                self._touched[str(identity)] = max(latest_seq(change), self._touched.get(str(identity), 0))

    def seq_of(self, identity: str) -> int:
        """Return the number of a record's last change; 0 if unknown."""
        return seq_of(self.documents[identity]) or self._touched.get(identity, 0)

    def has_replaced(self, identity: str, document: Document) -> bool:
        """Return whether a version of a record was replaced or deleted in it."""
        return any(is_same(old, document) for old in self.replaced.get(identity, ()))


class Candidate(NamedTuple):
    """One version of a record, and where it was found."""

    document: Document
    source: Source
    is_here: bool
    seq: int


class MergePlan(NamedTuple):
    """The result of a merge for the records concerned."""

    records: Mapping[str, Document]
    """What is to be here afterwards, by id; records that are in no copy, and here once, are not among them."""
    added: tuple[str, ...] = ()
    """Those that were only in a copy."""
    changed: tuple[str, ...] = ()
    """Those that were changed later in a copy than here."""
    doubled: Mapping[str, str] = {}
    """Versions that stay beside another one, as nobody can say which is the later: their ids, and the one they had."""
    returned: tuple[str, ...] = ()
    """Of those that are added, the ones that had been deleted here."""
    repeated: tuple[str, ...] = ()
    """Those that stood in several partitions here, and stand in one now."""


def plan_merge(here: Sequence[Source], copies: Sequence[Source]) -> MergePlan:
    """Return what a merge of copies of some partitions does with their records.

    A record that is in several partitions of the ledger is merged as well.
    """
    candidates: dict[str, list[Candidate]] = {}
    for identity in _concerned(here, copies):
        found = candidates[identity] = []
        for source in chain(here, copies):
            if identity in source.documents:
                document, is_here = source.documents[identity], source in here
                _add(found, Candidate(document, source, is_here, source.seq_of(identity)))
    latest = {identity: _latest(found) for identity, found in candidates.items()}
    records: dict[str, Document] = {identity: first.document for identity, (first, *_) in latest.items()}
    known = {identity: source.documents[identity] for source in here for identity in source.documents}
    doubled: dict[str, str] = {}
    for identity, (_, *others) in latest.items():
        for other in others:
            new = _id_beside(identity, other.document, ChainMap(records, known))
            if new is not None:
                records[new] = {**other.document, "id": new}
                doubled[new] = identity
    added = tuple(identity for identity in candidates if identity not in known)
    changed = [identity for identity in candidates.keys() & known if not is_same(records[identity], known[identity])]
    returned = [identity for identity in added if _was_here(identity, candidates[identity], here)]
    repeated = repeated_ids(source.documents for source in here)
    return MergePlan(records, added, tuple(sorted(changed)), doubled, tuple(returned), tuple(repeated))


def repeated_ids(ids: Iterable[Iterable[str]]) -> list[str]:
    """Return the ids that occur in several partitions, in the order in which they are found."""
    seen: set[str] = set()
    repeated: dict[str, None] = {}
    for of_partition in ids:
        there = set(of_partition)
        repeated |= dict.fromkeys(sorted(seen & there))
        seen |= there
    return list(repeated)


def _readable(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, Document]:
    documents: dict[str, Document] = {}
    for document in tables.get(RECORDS, {}).values():
        with suppress(RecordError):
            record = read_any_record(document)
            documents[record.id] = {**document, "id": record.id}
    return documents


def _concerned(here: Sequence[Source], copies: Sequence[Source]) -> list[str]:
    """Return the ids of records that are in a copy, or here more than once."""
    twice = repeated_ids(source.documents for source in here)
    return list(dict.fromkeys(chain(twice, *(source.documents for source in copies))))


def _add(candidates: list[Candidate], new: Candidate) -> None:
    """Add a version, unless it is there already: then it stands under the later number, where both have one."""
    for place, old in enumerate(candidates):
        if is_same(old.document, new.document):
            if not (old.seq and new.seq):
                candidates[place] = old._replace(seq=0)
            elif new.seq > old.seq:
                candidates[place] = old._replace(document=new.document, seq=new.seq)
            return
    candidates.append(new)


def _latest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the versions that none of the others comes after, the one that keeps the id first."""
    if candidates[0].document.get("type") == "rules":  # a day has the rules of the later act, and no second ones
        return [_with_all_kinds(sorted(candidates, key=_order_of_rules))]
    left = [version for version in candidates if not any(_comes_after(other, version) for other in candidates)]
    return sorted(left or candidates, key=lambda version: (not version.is_here, -version.seq))


def _order_of_rules(version: Candidate) -> Any:
    return _instant(version.document), version.seq, repr(version.document)


def _with_all_kinds(versions: Sequence[Candidate]) -> Candidate:
    """Return the last of some rules of one day, so that it knows the kinds of the others: deeds may be of them."""
    *others, latest = versions
    left: dict[str, Any] = dict(latest.document.get("former") or {})
    for kinds in (
        version.document[field] for version in others for field in ("former", "kinds") if field in version.document
    ):
        for kind in kinds.keys() - latest.document["kinds"].keys() if kinds else ():
            fields = {"name": kinds[kind]["name"], "giving": kinds[kind]["giving"]}
            left[kind] = max(left.get(kind, fields), fields, key=repr)  # whichever of them is taken in first
    former = {"former": dict(sorted(left.items()))} if left else {}
    return latest._replace(document={**latest.document, **former})


def _comes_after(later: Candidate, earlier: Candidate) -> bool:
    """Return whether a version is known to be later than another one of the same record."""
    if later.seq and earlier.seq:
        return later.seq > earlier.seq
    identity = str(earlier.document["id"])
    replaced = later.source.has_replaced(identity, earlier.document)
    return replaced and not earlier.source.has_replaced(identity, later.document)


def _was_here(identity: str, candidates: Iterable[Candidate], here: Sequence[Source]) -> bool:
    """Return whether a record that is only in copies was here once: taken out, or older than where they parted."""
    if any(identity in source.replaced for source in here):
        return True
    return any(0 < version.seq <= max(_seqs_like(version.source, here), default=0) for version in candidates)


def _seqs_like(copy: Source, here: Sequence[Source]) -> set[int]:
    """Return the changes of a copy that the partition here has as well: of another one's a record says nothing."""
    alike = (source for source in here if copy.partition is None or source.partition == copy.partition)
    return copy.seqs & set[int]().union(*(source.seqs for source in alike))


def _id_beside(identity: str, document: Document, records: Mapping[str, Document]) -> str | None:
    """Return the first free id `ID-2`, `ID-3` …; None when such a one has this very content already."""
    for number in count(2):
        ending = f"-{number}"
        new = identity[: LONGEST_ID - len(ending)] + ending
        if new not in records:
            return new
        if is_same({**records[new], "id": identity}, document):
            return None
    return None


def _instant(document: Document) -> datetime:
    with suppress(KeyError, TypeError, ValueError):
        return datetime.fromisoformat(document["at"]).astimezone(UTC)
    return datetime.min.replace(tzinfo=UTC)
