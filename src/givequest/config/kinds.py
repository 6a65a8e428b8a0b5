"""The built-in kinds: one packaged file each, named for the kind that is in it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from givequest.cache.stamped import read_stamped, stamp_of, write_stamped
from givequest.domain.kinds import Kind, read_kind
from givequest.errors import GivequestError

PACKAGED = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "kinds")
_CACHE_VERSION = 1


def load_kinds(cache_file: str | None = None) -> Mapping[str, Kind]:
    """Return the built-in kinds by id, in their order, from `cache_file` where that was made from the same files.

    Raises `GivequestError` where one of them cannot be read: a board without one of its kinds would be another board.
    """
    files = _files()
    stamp = [*stamp_of(files.values(), _CACHE_VERSION), *Kind._fields]
    kinds = _from_rows(read_stamped(cache_file, stamp)) if cache_file else None
    if kinds is None:
        documents = {path: _read(path) for path in files.values()}
        found = {path: _kind(path, document) for path, document in documents.items()}
        kinds = [found[path] for path in sorted(found, key=lambda path: (documents[path]["order"], found[path].id))]
        if cache_file:
            write_stamped(cache_file, stamp, [kind._asdict() for kind in kinds])
    return {kind.id: kind for kind in kinds}


def kind_ids() -> list[str]:
    """Return the ids of the built-in kinds by the names of their files alone, which takes no reading."""
    return list(_files())


def load_habits() -> Mapping[str, Mapping[str, Any]]:
    """Return of each built-in kind how the invented people of the demo go about it."""
    return {identity: _read(path).get("demo", {}) for identity, path in _files().items()}


def _files() -> dict[str, str]:
    try:
        names = sorted(name for name in os.listdir(PACKAGED) if name.endswith(".toml"))
    except OSError as error:
        raise _broken(PACKAGED, f"It couldn't be read ({error.strerror})") from None
    return {name.removesuffix(".toml"): os.path.join(PACKAGED, name) for name in names}


def _read(path: str) -> Mapping[str, Any]:
    from givequest.domain.toml import parse_toml

    try:
        with open(path, "rb") as file:
            return parse_toml(file.read())[0]
    except OSError as error:
        raise _broken(path, f"It couldn't be read ({error.strerror})") from None
    except ValueError as error:
        raise _broken(path, str(error).rstrip(".")) from None


def _kind(path: str, document: Mapping[str, Any]) -> Kind:
    try:
        return read_kind(document, os.path.basename(path).removesuffix(".toml"))
    except ValueError as error:
        raise _broken(path, f"This kind can't be used: {error}") from None


def _from_rows(rows: Any) -> list[Kind] | None:
    try:
        kinds = [Kind(**row) for row in rows]
        return [kind._replace(said=tuple(kind.said)) for kind in kinds]
    except TypeError:
        return None


def _broken(path: str, what: str) -> GivequestError:
    return GivequestError(f"{path}: {what}. Reinstalling givequest brings it back.")
