"""The manifest of a backup: which files of the ledger there were when it was taken, and how far each went."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from io import BytesIO
from typing import Any, NamedTuple

from givequest.storage.backup.contents import PENDING, partitions_among
from givequest.storage.files.json_tables import parse_tables
from givequest.storage.partition.version import Version, read_version

MANIFEST = "manifest.json"
FORMAT = {"format": "givequest-backup", "version": 1}


class Manifest(NamedTuple):
    """What a backup says of itself."""

    versions: Mapping[str, Version]
    """The version of each partition that it holds, by its path below the data folder: `ledger/2026.json`."""
    left_out: Mapping[str, str] = {}
    """Why each file that was there is not in it, by the same path, as sentences."""
    is_written: bool = True
    """Whether it stands in the backup. Earlier versions wrote none, and do not say what they left out."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing that was logged is missing, as far as it says."""
        return not any(name in PENDING or partitions_among([name]) for name in self.left_out)

    @property
    def rank(self) -> tuple[tuple[int, ...], int]:
        """How new what it holds is, whatever its name says: the latest change counts, then the one before in another
        partition, and so on; of equal ones how often all was written."""
        seqs = sorted((version.seq for version in self.versions.values()), reverse=True)
        return tuple(seqs), sum(version.revision for version in self.versions.values())


def with_manifest(files: Iterable[tuple[str, bytes]], left_out: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield some files of a backup, and at last its manifest; `left_out` may be filled until then."""
    versions: dict[str, Version] = {}
    for name, data in files:
        if partitions_among([name]):
            versions[name] = read_version(BytesIO(data).read) or Version()
        elif name in PENDING:  # a change that is made, though not in all of its partitions yet
            seqs = [row.get("seq") for row in parse_tables(data, name).get("steps", {}).values()]
            versions[name] = Version(max((seq for seq in seqs if type(seq) is int), default=0))
        yield name, data
    document: dict[str, Any] = {**FORMAT, "files": {name: version._asdict() for name, version in versions.items()}}
    document["left_out"] = dict(left_out)
    yield MANIFEST, json.dumps(document, indent=1).encode("ascii")


def read_manifest(path: str) -> Manifest | None:
    """Return what a backup says of itself, or what is in it where it says nothing; None when it cannot be read."""
    from zipfile import BadZipFile, ZipFile
    from zlib import error as ZlibError  # noqa: N812

    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
            manifest = parse_manifest(archive.read(MANIFEST)) if MANIFEST in names else None
            if manifest is not None:
                return manifest
            versions = {}
            for name in filter(lambda name: partitions_among([name]), names):
                with archive.open(name) as file:
                    versions[name] = read_version(partial(file.read)) or Version()
            return Manifest(versions, is_written=False)
    except (BadZipFile, ZlibError, EOFError, OSError, ValueError, RuntimeError, OverflowError, NotImplementedError):
        return None


def parse_manifest(data: bytes) -> Manifest | None:
    """Return the manifest that some bytes are; None when they are none."""
    try:
        document = json.loads(data)
        versions = {
            str(name): Version(int(row["seq"]), int(row["revision"])) for name, row in document["files"].items()
        }
        left_out = {str(name): str(reason) for name, reason in document["left_out"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Manifest(versions, left_out)
