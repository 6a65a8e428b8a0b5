"""The directory: the people of one home, by each of their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from givequest.domain.diagnostics import Diagnostic
from givequest.domain.noticeboard.spots import Spot, spots_of
from givequest.domain.people.profiles import Profile, profile_of, with_names_of_their_own
from givequest.domain.records import AnyRecord, order_of
from givequest.domain.records.partitions import PEOPLE, name_of
from givequest.domain.text import clean_line, name_key
from givequest.errors import StorageError
from givequest.named_tuple import NamedTuple

if TYPE_CHECKING:
    from givequest.application.ports import Store, YearCache
    from givequest.domain.records.person import PersonRecord
    from givequest.domain.records.spot import SpotRecord

INDEX = "people"
"""What the cache keeps the profiles under, so that a launch reads no more of people than the rules ask for."""
VERSION = 3
"""Raise this when the same people lead to other profiles."""


class _Found(NamedTuple):
    """What `people.json` holds at one moment."""

    stored: Mapping[str, AnyRecord] = {}
    problems: tuple[Diagnostic, ...] = ()


class _Index(NamedTuple):
    """What the rules have to know of all of it."""

    profiles: Sequence[Profile] = ()
    spots: Sequence[Spot] = ()


class Directory:
    """Everybody that a home knows. It looks at the ledger when it is first asked, and again with `refresh`."""

    def __init__(self, store: Store, cache: YearCache) -> None:
        self.version = 0
        """How many changes were seen so far."""
        self._store = store
        self._cache = cache
        self._mark = self._look()

    @property
    def profiles(self) -> Sequence[Profile]:
        """What the rules know of each person, no two with one name; in the order in which they came."""
        return self._index.profiles

    @property
    def spots(self) -> Sequence[Spot]:
        """What the rules know of everything that was noticed about people."""
        return self._index.spots

    @property
    def records(self) -> Mapping[str, PersonRecord]:
        """Every person by id, in the order in which they came."""
        return cast("Mapping[str, PersonRecord]", self._of_type("person"))

    @property
    def spot_records(self) -> Mapping[str, SpotRecord]:
        """Everything that was noticed about people, by id, in the order in which it came."""
        return cast("Mapping[str, SpotRecord]", self._of_type("spot"))

    def profile(self, name: str) -> Profile | None:
        """Return the person of a name, as they or any of `also` are written, whatever its capitals and accents."""
        return self._by_key.get(name_key(clean_line(name)))

    def keys_of(self, name: str) -> Sequence[str]:
        """Return what all names of the person of a name are compared by; of a name that is nobody's, its own."""
        profile = self.profile(name)
        return (name_key(clean_line(name)),) if profile is None else profile.keys

    def person(self, name: str) -> PersonRecord | None:
        """Return the record of the person of a name, as `profile` does."""
        profile = self.profile(name)
        return None if profile is None else self._record_of(profile)

    def shown_name(self, name: str) -> str:
        """Return how a name in a deed is shown: as the person's it is, or as it was written."""
        profile = self._by_key.get(name_key(name)) if self.profiles else None
        return name if profile is None else profile.name

    def resolve(self, text: str | None) -> str | None:
        """Return a typed name as it is stored: the name of the person whose it is, else as it was typed."""
        if text is None or not (line := clean_line(text)):
            return text
        return self.shown_name(line)

    def problems(self) -> Sequence[Diagnostic]:
        """Return what of the people could not be read, if anything was read."""
        return self._found.problems if "_found" in self.__dict__ else ()

    def refresh(self) -> bool:
        """Look at the ledger again; return whether it holds something else now."""
        before, self._mark = self._mark, self._look()
        if self._mark == before:
            return False
        self.version += 1
        for name in ("_found", "_index", "_by_key"):
            self.__dict__.pop(name, None)
        return True

    @cached_property
    def _found(self) -> _Found:
        if self._mark is None:
            return _Found()
        try:
            page = self._store.page(PEOPLE)
            return _Found(page.stored, tuple(page.problems))
        except StorageError as error:
            return _Found(problems=(Diagnostic(name_of(PEOPLE), str(error)),))

    @cached_property
    def _index(self) -> _Index:
        if self._mark is None:
            return _Index()
        made_from = [VERSION, *self._mark]
        if "_found" not in self.__dict__ and (kept := self._cache.load(INDEX, PEOPLE, made_from)) is not None:
            try:
                return _Index(list(map(Profile._make, kept["people"])), [Spot(*row) for row in kept["spots"]])
            except (KeyError, TypeError, ValueError):
                pass  # made by something else: it is made anew
        profiles = with_names_of_their_own(map(profile_of, self.records.values()))
        index = _Index(profiles, spots_of(self.spot_records.values()))
        if not self._found.problems:
            self._cache.save(INDEX, PEOPLE, made_from, {"people": index.profiles, "spots": index.spots})
        return index

    @cached_property
    def _by_key(self) -> Mapping[str, Profile]:
        return {key: profile for profile in self.profiles for key in profile.keys}

    def _record_of(self, profile: Profile) -> PersonRecord | None:
        key = profile.keys[0]
        return next((record for record in self.records.values() if name_key(record.name) == key), None)

    def _of_type(self, type_: str) -> dict[str, AnyRecord]:
        found: Iterable[AnyRecord] = (record for record in self._found.stored.values() if record.type == type_)
        return {record.id: record for record in sorted(found, key=order_of)}

    def _look(self) -> Any:
        try:
            return dict(self._store.signature((PEOPLE,)))[PEOPLE]
        except StorageError:
            return ("unknown",)  # read at any rate, so that what is wrong is told
