"""The manifest of a backup: which ledger files it covers, and the version of each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from io import BytesIO
from typing import Any

from givequest.named_tuple import NamedTuple
from givequest.storage.backup.contents import PENDING, partitions_among
from givequest.storage.files.json_tables import parse_tables
from givequest.storage.partition.version import Version, read_version

MANIFEST = "manifest.json"
FORMAT = {"format": "givequest-backup", "version": 1}


class Manifest(NamedTuple):
    """The manifest of one backup."""

    versions: Mapping[str, Version]
    """The version of each partition that it holds, by its path below the data folder: `ledger/2026.json`."""
    left_out: Mapping[str, str] = {}
    """Why each file that was there is not in it, by the same path, as sentences."""
    is_written: bool = True
    """Whether it stands in the backup. Earlier versions wrote none, and do not say what they left out."""

    @property
    def is_whole(self) -> bool:
        """Whether no record is missing, according to the manifest."""
        return not any(name in PENDING or partitions_among([name]) for name in self.left_out)

    @property
    def rank(self) -> tuple[tuple[int, ...], int]:
        """How new the contents are, whatever the name: by the latest change, then the latest one in another partition,
        and so on; for equal ones, by how often the files were written."""
        seqs = sorted((version.seq for version in self.versions.values()), reverse=True)
        return tuple(seqs), sum(version.revision for version in self.versions.values())


def with_manifest(files: Iterable[tuple[str, bytes]], left_out: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a backup, then its manifest; `left_out` may grow until then. Raises StorageError."""
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
    """Return the manifest of a backup, derived from its files if it has none; None if it cannot be read."""
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
    """Parse a manifest; None if the bytes are not one."""
    try:
        document = json.loads(data)
        versions = {
            str(name): Version(int(row["seq"]), int(row["revision"])) for name, row in document["files"].items()
        }
        left_out = {str(name): str(reason) for name, reason in document["left_out"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Manifest(versions, left_out)
