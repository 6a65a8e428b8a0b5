"""Bluesky: the repository as it is downloaded (a CAR of DAG-CBOR blocks), or its records as JSON.

The repository names its owner by a DID alone, and so do all addresses in it: `at://did:plc:…/app.bsky.feed.post/…`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from givequest.domain.mirror.counts import NAMES_SOMEONE, ONLY_ME, PASSED_ON, TO_OTHERS
from givequest.errors import GivequestError
from givequest.importers.posts.json_stream import stream_items
from givequest.importers.posts.post_files import Counted, PostFile
from givequest.importers.posts.post_source import PostSource, Roles
from givequest.importers.posts.tally import PostTally, iso_moment

POST, REPOST = "app.bsky.feed.post", "app.bsky.feed.repost"
_MENTION = "app.bsky.richtext.facet#mention"
LARGEST_BLOCK = 2 * 2**20
"""Bytes of a block: the network takes no record half as large."""
_CID_V1, _SHA_256 = b"\x01", 36


def is_car(file: PostFile) -> bool:
    """Return whether a file is a CAR, by its header."""
    head = file.head_bytes
    return b"eroots" in head[:40] and b"gversion" in head[:200]


def _role_of(file: PostFile) -> str | None:
    if is_car(file):
        return "posts"
    head = file.head
    return "posts" if head.startswith("{") and '"records"' in head and '"at://' in head else None


def _count(roles: Roles, tally: PostTally) -> None:
    for file in roles["posts"]:
        owner, found = "", []
        for identity, value, did in _blocks(file, tally) if is_car(file) else _records(file, tally):
            owner = owner or did
            if isinstance(value, dict) and value.get("$type") in (POST, REPOST) and tally.is_new(identity):
                found.append((value.get("createdAt"), value["$type"], _addresses(value)))
        for created, sort, addresses in found:
            tally.add(iso_moment(created), _label(sort, owner, *addresses))


def _records(file: PostFile, tally: PostTally) -> Iterator[tuple[Any, Any, str]]:
    for _, item in stream_items(file, ("records",), tally):
        uri = item.get("uri") if isinstance(item, dict) else None
        if isinstance(uri, str):
            yield uri, item.get("value"), _did(uri)
        else:
            tally.leave_out("that aren't posts")


def _blocks(file: PostFile, tally: PostTally) -> Iterator[tuple[Any, Any, str]]:
    """Yield each block of a CAR by its CID, with the owner's DID where the block says it."""
    import libipld

    with file.open() as raw:
        stream = Counted(raw, file.name, tally.reading(file))
        reader = _Reader(stream, file.name)
        reader.take(reader.number())  # the header
        while (length := reader.number(is_last=True)) >= 0:
            data = reader.take(length)
            start = _SHA_256 if data[:1] == _CID_V1 else 34
            try:
                value = libipld.decode_dag_cbor(data[start:])
            except (ValueError, RecursionError, OverflowError, MemoryError):
                tally.leave_out("that can't be read")
                continue
            is_commit = isinstance(value, dict) and "did" in value and "rev" in value
            did = value["did"] if is_commit else ""
            yield data[:start], value, did if isinstance(did, str) else ""


class _Reader:
    """The bytes of a CAR, a number or a block at a time."""

    def __init__(self, stream: Counted, name: str) -> None:
        self._stream = stream
        self._name = name
        self._held = b""

    def number(self, *, is_last: bool = False) -> int:
        """Return the next unsigned LEB128 number; -1 at the end of the file where that may be."""
        value = 0
        for place in range(9):
            byte = self._next(1)
            if not byte and place == 0 and is_last:
                return -1
            if not byte:
                break
            value |= (byte[0] & 0x7F) << (7 * place)
            if byte[0] < 0x80:
                return value
        raise self._cut()

    def take(self, length: int) -> bytes:
        """Return the next bytes, as many as are asked for. Raises `GivequestError`."""
        data = self._next(length) if length <= LARGEST_BLOCK else b""
        if len(data) < length or not length:
            raise self._cut()
        return data

    def _next(self, length: int) -> bytes:
        while len(self._held) < length and (more := self._stream.read(2**16)):
            self._held += more
        data, self._held = self._held[:length], self._held[length:]
        return data

    def _cut(self) -> GivequestError:
        return GivequestError(f"{self._name} isn't a whole archive of Bluesky; download it again. Nothing was counted.")


def _addresses(value: dict[str, Any]) -> tuple[str, str, tuple[str, ...]]:
    """Return whose post is answered, whose is passed on or quoted, and who is named: their DIDs."""
    if value["$type"] == REPOST:
        return "", _did(_in(value, "subject", "uri")), ()
    embedded = _in(value, "embed", "record", "uri") or _in(value, "embed", "record", "record", "uri")
    features = [each for facet in _list(value, "facets") for each in _list(facet, "features")]
    named = tuple(str(_in(each, "did")) for each in features if _in(each, "$type") == _MENTION)
    return _did(_in(value, "reply", "parent", "uri")), _did(embedded), named


def _label(sort: str, owner: str, answered: str, passed_on: str, named: tuple[str, ...]) -> int:
    if answered and answered != owner:
        return TO_OTHERS
    if passed_on and passed_on != owner:
        return PASSED_ON
    if sort == POST and any(did != owner for did in named):
        return NAMES_SOMEONE
    return ONLY_ME


def _in(value: Any, *names: str) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _list(value: Any, name: str) -> list[Any]:
    found = _in(value, name)
    return found if isinstance(found, list) else []


def _did(uri: Any) -> str:
    return uri.removeprefix("at://").partition("/")[0] if isinstance(uri, str) else ""


BLUESKY_POSTS = PostSource("bluesky", "Bluesky", _role_of, _count)
