"""The check for files that something other than givequest put back to an earlier state, replaced or removed."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping

from givequest.domain.change_labels import count_words
from givequest.domain.diagnostics import Diagnostic, note, warning
from givequest.domain.records.partitions import name_of
from givequest.named_tuple import NamedTuple
from givequest.storage.backup.backups import Backups
from givequest.storage.backup.contents import partitions_among, path_in_backup
from givequest.storage.backup.manifest import Manifest
from givequest.storage.backup.retention import BackupName
from givequest.storage.doctor.last_seen import ABSENT, LastSeen, Seen, has_strayed, versions_now
from givequest.storage.ledger.ledger import Ledger
from givequest.storage.merge.conflict_copies import conflict_copies, partition_of_copy
from givequest.storage.partition.schema import SUFFIX, partition_files
from givequest.storage.partition.version import Version


class Copy(NamedTuple):
    """The newest copy of a partition that a backup holds."""

    version: Version
    name: BackupName


def newest_copies(manifests: Mapping[BackupName, Manifest]) -> dict[int, Copy]:
    """Return the newest copy of each partition in some backups."""
    newest: dict[int, Copy] = {}
    for name, manifest in manifests.items():
        for partition in partitions_among(manifest.versions):
            copy = Copy(manifest.versions[path_in_backup(partition)], name)
            newest[partition] = max(newest.get(partition, copy), copy)
    return newest


def check_rollbacks(ledger: Ledger, copies: Mapping[int, Copy], seen: Seen) -> list[Diagnostic]:
    """Return diagnostics about partitions that differ from their newest backups or from the versions last seen.

    A difference that a conflict copy explains is left to a merge. Raises `StorageError` when the ledger's folder
    cannot be read.
    """
    now = versions_now(ledger.folder, (copies.keys() | seen.versions.keys()) - _explained(ledger))
    return _told(ledger, now, copies, [seen.versions, _unsettled(copies, seen)])


def notice_rollbacks(
    ledger: Ledger, backups: Backups, last_seen: LastSeen, written: Collection[int] | None = None
) -> list[Diagnostic]:
    """Return warnings, each only once, about partitions just written, or about all (`written` is None).

    Their versions are recorded as seen. Raises `StorageError` when a folder cannot be read.
    """
    seen = last_seen.load()
    copies = newest_copies(backups.manifests()) if written is None else {}
    concerned = {*partition_files(ledger.folder), *seen.versions, *copies} if written is None else {*written}
    now = versions_now(ledger.folder, concerned - _explained(ledger))
    if any(version.revision <= 1 and partition not in seen.versions for partition, version in now.items()):
        copies = copies or newest_copies(backups.manifests())  # it may have been begun over one that is gone
    unseen = {part: version for part, version in _unsettled(copies, seen).items() if part not in seen.versions}
    told = _told(ledger, now, copies, [seen.versions, unseen])
    if told and not copies:
        told = _told(ledger, now, newest_copies(backups.manifests()), [seen.versions, unseen])
    paths = [path for path in conflict_copies(ledger.folder) if os.path.basename(path) not in seen.copies]
    told += _conflicts(ledger.folder, paths, seen)
    names = frozenset(map(os.path.basename, conflict_copies(ledger.folder)))
    last_seen.save(seen._replace(versions={**seen.versions, **now}, copies=names))
    return told


def note_versions(ledger: Ledger, last_seen: LastSeen, *, settled: bool) -> None:
    """Record the versions of all partitions as seen; older ones than before only if `settled`.

    Raises `StorageError` when the ledger's folder cannot be read.
    """
    seen = last_seen.load()
    now = versions_now(ledger.folder, {*partition_files(ledger.folder), *seen.versions})
    taken = {
        partition: version
        for partition, version in now.items()
        if settled or not has_strayed(version, seen.versions.get(partition))
    }
    was_settled = taken if settled else {}
    last_seen.save(seen._replace(versions={**seen.versions, **taken}, settled={**seen.settled, **was_settled}))


def _unsettled(copies: Mapping[int, Copy], seen: Seen) -> dict[int, Version]:
    """Return the versions of the copies that hold later changes than what was last brought together."""
    settled = seen.settled
    return {part: copy.version for part, copy in copies.items() if copy.version.seq > settled.get(part, ABSENT).seq}


def _told(
    ledger: Ledger, now: Mapping[int, Version], copies: Mapping[int, Copy], past: Iterable[Mapping[int, Version]]
) -> list[Diagnostic]:
    found = []
    for partition, version in sorted(now.items()):
        was = [versions[partition] for versions in past if partition in versions]
        if any(has_strayed(version, earlier) for earlier in was):
            found.append(_diagnostic(ledger.path_of(partition), version, max(was), copies.get(partition)))
    return found


def _diagnostic(path: str, now: Version, was: Version, copy: Copy | None) -> Diagnostic:
    """Return the words for a partition that is earlier than it was."""
    remedy = "No backup holds what was in it; it may be where your copies or your sync folder keep earlier files."
    if copy is not None and has_strayed(now, copy.version):
        remedy = f"If that wasn't you, 'givequest merge {copy.name}' takes in what was in it."
    if now == ABSENT:
        holder = f", and {copy.name} holds a copy of it" if copy is not None else ""
        return note("missing-year", path, f"It's gone{holder}.", remedy)
    if now < was:
        words = "It's in an earlier state than it was: a sync folder, a checkout or a copy has put that in its place."
        return warning("rolled-back", path, words, remedy)
    return note(
        "begun-anew", path, "It was begun anew, or put back from an older copy, since it was seen last.", remedy
    )


def _conflicts(folder: str, paths: Collection[str], seen: Seen) -> list[Diagnostic]:
    """Tell of conflict copies that nobody was told of, and where no file was left beside them."""
    if not paths:
        return []
    copied = (partition_of_copy(os.path.basename(path)) for path in paths)
    now = versions_now(folder, sorted({partition for partition in copied if partition is not None}))
    gone = [part for part, version in now.items() if _is_gone(version, seen.versions.get(part))]
    and_gone = f" {' and '.join(name_of(part) + SUFFIX for part in gone)} itself was gone." if gone else ""
    copies = count_words(len(paths), "conflict copy", "conflict copies")
    words = f"A sync folder has left {copies}: two computers wrote the same file at once.{and_gone}"
    return [warning("conflict-copy", folder, words, "'givequest merge' takes in what's in them.")]


def _is_gone(now: Version, was: Version | None) -> bool:
    """Return whether a file is gone, or was, and is begun anew."""
    return now == ABSENT or (now.revision <= 1 and has_strayed(now, was))


def _explained(ledger: Ledger) -> set[int | None]:
    """Return the partitions of which there is a conflict copy."""
    return {partition_of_copy(os.path.basename(path)) for path in conflict_copies(ledger.folder)}
