"""The check of the disk: free space, and guarantees it lacks."""

from __future__ import annotations

import os
from collections.abc import Iterator

from givequest.domain.diagnostics import Diagnostic, note, warning

LEAST_FREE = 1 << 20
"""Bytes below which a disk counts as full: a year is written beside itself before it is put in place."""
MOUNTS = "/proc/self/mountinfo"
"""Where Linux says which file system is where (proc(5)); other systems do not say."""
_WITHOUT_MODES = {"vfat", "exfat", "msdos", "fuseblk", "ntfs", "ntfs3", "cifs", "smb3"}
"""File systems that keep no access rights of their own for each file."""
_REMOTE = {"nfs", "nfs4", "cifs", "smb3", "9p", "virtiofs", "afs", "ceph", "fuse.sshfs", "fuse.rclone", "davfs"}
"""File systems that another computer keeps, as far as Linux can tell."""


def check_disk(data: str) -> Iterator[Diagnostic]:
    """Yield diagnostics about the disk that a folder is on; none where the system does not say."""
    if not os.path.isdir(data):
        return
    free = _free_bytes(data)
    if free is not None and free < LEAST_FREE:
        words = f"The disk it's on is full, or nearly: {free:,} bytes are left."
        yield warning("disk-full", data, words, "Free some space, or nothing more can be saved.")
    kind = file_system_of(data)
    elsewhere = "Another folder, chosen with --home, may be on a disk that does."
    if not _syncs_folders(data):
        words = "The disk doesn't promise that a new file outlasts a power cut: the latest change may not."
        yield note("no-folder-sync", data, words, elsewhere)
    if not keeps_modes(data):
        words = f"The disk ({kind}) keeps no access rights: anyone who gets at it can read what's written here."
        yield note("no-modes", data, words, elsewhere)
    if kind in _REMOTE:
        words = f"It's on a network disk ({kind}), whose locks are only as good as it keeps them."
        yield note("remote-disk", data, words, "Write from one computer at a time.")


def keeps_modes(path: str) -> bool:
    """Return whether the disk at a path stores access rights; True if unknown."""
    return file_system_of(path) not in _WITHOUT_MODES


def file_system_of(path: str) -> str | None:
    """Return the type of the file system at a path, such as `ext4`; None if unknown."""
    real = os.path.realpath(path)
    best, kind = "", None
    try:
        with open(MOUNTS, encoding="utf-8", errors="surrogateescape") as file:
            lines = file.read().splitlines()
    except OSError:
        return None
    for line in lines:
        mount, _, rest = line.partition(" - ")
        fields = mount.split(" ")
        if len(fields) < 5 or not rest:
            continue
        point = fields[4].replace("\\040", " ")  # a blank in a path is written so
        if len(point) >= len(best) and (real == point or real.startswith(point.rstrip("/") + "/")):
            best, kind = point, rest.split(" ")[0]
    return kind


def _syncs_folders(folder: str) -> bool:
    """Return whether a folder can be made durable, by doing it: that changes nothing."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return True  # told of where it is read
    try:
        os.fsync(descriptor)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True


def _free_bytes(folder: str) -> int | None:
    try:
        disk = os.statvfs(folder)
    except OSError:
        return None
    return disk.f_bavail * disk.f_frsize if disk.f_blocks else None  # some disks over a network do not say
