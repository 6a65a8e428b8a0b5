"""The versions of the ledger's files last seen on this machine, kept in the state folder.

A sync folder, a checkout or a hand may put an earlier state of a file in its place, or take it
away: nothing in the ledger itself tells of that.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress

from givequest.cache.files import read_cache, write_cache
from givequest.domain.records.partitions import name_of, partition_named
from givequest.named_tuple import NamedTuple
from givequest.storage.partition.schema import path_of
from givequest.storage.partition.version import Version, read_version

ABSENT = Version()
"""The version of a file that was seen to be gone."""


class Seen(NamedTuple):
    """The versions last seen."""

    versions: Mapping[int, Version]
    """By partition; `ABSENT` of one that was told to be gone."""
    copies: frozenset[str] = frozenset()
    """The names of the conflict copies that were told of."""
    settled: Mapping[int, Version] = {}
    """By partition: how it was after the last merge, restore or repair; older copies were heard then."""


class LastSeen:
    """The file `versions.json` in the state folder. If unreadable, nothing counts as seen."""

    def __init__(self, folder: str) -> None:
        self._path = os.path.join(folder, "versions.json")

    def load(self) -> Seen:
        """Return the versions last seen."""
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            document = json.loads(read_cache(self._path) or b"{}")
            versions, settled = _read(document["versions"]), _read(document["settled"])
            return Seen(versions, frozenset(map(str, document["copies"])), settled)
        return Seen({})

    def has_grown(self, folder: str, partitions: Collection[int]) -> bool:
        """Return whether partitions just written continue the versions last seen, and if so record them."""
        seen = self.load()
        now = versions_now(folder, partitions)
        if not all(part in seen.versions and not has_strayed(now[part], seen.versions[part]) for part in now):
            return False
        self.save(seen._replace(versions={**seen.versions, **now}))
        return True

    def save(self, seen: Seen) -> None:
        """Save the versions seen now; errors are ignored, at the cost of a warning."""
        document = {"versions": _rows(seen.versions), "copies": sorted(seen.copies), "settled": _rows(seen.settled)}
        write_cache(self._path, json.dumps(document).encode("ascii"))


def _read(rows: Mapping[str, Sequence[int]]) -> dict[int, Version]:
    found = {partition_named(name): Version(int(seq), int(revision)) for name, (seq, revision) in rows.items()}
    return {partition: version for partition, version in found.items() if partition is not None}


def _rows(versions: Mapping[int, Version]) -> dict[str, list[int]]:
    return {name_of(partition): list(version) for partition, version in sorted(versions.items())}


def has_strayed(now: Version, was: Version | None) -> bool:
    """Return whether a version cannot follow from an earlier one by our changes, each of which raises the revision."""
    if was is None or now == was:
        return False
    return now.seq < was.seq or now.revision <= was.revision


def versions_now(folder: str, partitions: Iterable[int]) -> dict[int, Version]:
    """Return the current versions of some partitions in a folder, `ABSENT` for missing ones.

    A file that cannot be read or is no database is left out; another check reports it.
    """
    found = {}
    for partition in partitions:
        try:
            with open(path_of(folder, partition), "rb") as file:
                version = read_version(file.read)
        except FileNotFoundError:
            found[partition] = ABSENT
        except OSError:
            continue
        else:
            if version is not None:
                found[partition] = version
    return found
