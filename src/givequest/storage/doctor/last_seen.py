"""The versions of the ledger's files as they were seen last on this machine, kept beside what can be deleted.

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
    """What was seen last."""

    versions: Mapping[int, Version]
    """By partition; `ABSENT` of one that was told to be gone."""
    copies: frozenset[str] = frozenset()
    """The names of the conflict copies that were told of."""
    settled: Mapping[int, Version] = {}
    """By partition: how it was after the last merge, restore or repair; older copies were heard then."""


class LastSeen:
    """The file `versions.json` in the state folder. What cannot be read there counts as never seen."""

    def __init__(self, folder: str) -> None:
        self._path = os.path.join(folder, "versions.json")

    def load(self) -> Seen:
        """Return what was seen last."""
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            document = json.loads(read_cache(self._path) or b"{}")
            versions, settled = _read(document["versions"]), _read(document["settled"])
            return Seen(versions, frozenset(map(str, document["copies"])), settled)
        return Seen({})

    def has_grown(self, folder: str, partitions: Collection[int]) -> bool:
        """Return whether some partitions that were just written come from what was seen last, and then note them."""
        seen = self.load()
        now = versions_now(folder, partitions)
        if not all(part in seen.versions and not has_strayed(now[part], seen.versions[part]) for part in now):
            return False
        self.save(seen._replace(versions={**seen.versions, **now}))
        return True

    def save(self, seen: Seen) -> None:
        """Keep what is seen now; a disk that refuses costs a notice, and nothing else."""
        document = {"versions": _rows(seen.versions), "copies": sorted(seen.copies), "settled": _rows(seen.settled)}
        write_cache(self._path, json.dumps(document).encode("ascii"))


def _read(rows: Mapping[str, Sequence[int]]) -> dict[int, Version]:
    found = {partition_named(name): Version(int(seq), int(revision)) for name, (seq, revision) in rows.items()}
    return {partition: version for partition, version in found.items() if partition is not None}


def _rows(versions: Mapping[int, Version]) -> dict[str, list[int]]:
    return {name_of(partition): list(version) for partition, version in sorted(versions.items())}


def has_strayed(now: Version, was: Version | None) -> bool:
    """Return whether a file cannot have come from what it was by changes of ours: each makes its revision grow."""
    if was is None or now == was:
        return False
    return now.seq < was.seq or now.revision <= was.revision


def versions_now(folder: str, partitions: Iterable[int]) -> dict[int, Version]:
    """Return the versions of some partitions of the ledger in a folder as they are, `ABSENT` where one is gone.

    One that cannot be read, or is no database, is left out: others tell of that.
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
