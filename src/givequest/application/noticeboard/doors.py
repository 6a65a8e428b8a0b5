"""Who of one's people and address books may know a door for whoever looks for work."""

from __future__ import annotations

from collections.abc import Iterator

from givequest.application.address_books.book_index import BookIndexes
from givequest.application.game.game import Game
from givequest.application.people.names import named_on
from givequest.domain.noticeboard.doors import MANY, Candidate, Door, DoorSearch
from givequest.domain.noticeboard.spots import Spot
from givequest.domain.people.find import folded_line
from givequest.domain.people.profiles import NamedOn, Profile
from givequest.domain.people.resting import may_be_named


class Doors:
    """The doors of whoever looks for work; made by `game.derived(Doors)`, and found once for each."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._found: dict[tuple[str, str, str], list[Door]] = {}
        self._searches: dict[tuple[str, str, str], DoorSearch] = {}
        self._made_from: object = None

    def of(self, spot: Spot) -> list[Door]:
        """Return the few people who may know a door for whom a spot is about, as far as books can be read."""
        while not self.look_on(spot):
            pass
        return self.known(spot)

    def known(self, spot: Spot) -> list[Door]:
        """Return those who were found so far; nobody before all were looked at."""
        self._forget_untrue()
        return self._found.get(_key(spot), [])

    def look_on(self, spot: Spot) -> bool:
        """Look at some more people for a spot; return whether all were looked at."""
        self._forget_untrue()
        key = _key(spot)
        if key in self._found:
            return True
        search = self._searches.get(key)
        if search is None:
            search = self._searches[key] = DoorSearch(spot.text, self._candidates(spot))
        if search.look_on(MANY):
            return False
        self._found[key] = search.doors()
        del self._searches[key]
        return True

    def _forget_untrue(self) -> None:
        game = self._game
        made_from = (game.people.version, id(game.derived(BookIndexes).all()), game.today())
        if made_from != self._made_from:
            self._found, self._searches, self._made_from = {}, {}, made_from

    def _candidates(self, spot: Spot) -> Iterator[Candidate]:
        """Yield whoever may be named and is not the one who looks."""
        game = self._game
        index, ordinal = game.derived(BookIndexes).all(), game.today().toordinal()
        named = named_on(game.progress(game.today()).people)
        seeker = set(game.people.keys_of(spot.person))
        known = {identity for record in game.people.records.values() for identity in record.books}
        lines = {identity: place for place, identity in enumerate(index.ids) if identity in known} if known else {}
        keys: set[str] = set(seeker)
        for record in game.people.records.values():
            profile = game.people.profile(record.name)
            if profile is None:
                continue
            keys.update(profile.keys)
            if seeker.intersection(profile.keys) or not _may_ask(profile, named, ordinal):
                continue
            places = [lines[identity] for identity in record.books if identity in lines]
            shown = [*(index.shown_lines[place] for place in places), ", ".join(record.tags), record.met, record.note]
            known_lines = tuple(filter(None, shown))
            text = " ".join([*(index.lines[place] for place in places), *known_lines])
            yield Candidate(profile.name, profile.keys[0], profile.tie, folded_line(text), known_lines)
        for place, name in enumerate(index.names):
            if index.lines[place] and name not in keys and index.ids[place] not in known:
                yield Candidate(index.shown_names[place], name, None, index.lines[place], (index.shown_lines[place],))


def _key(spot: Spot) -> tuple[str, str, str]:
    return spot.id, spot.person, spot.text


def _may_ask(profile: Profile, named: NamedOn, ordinal: int) -> bool:
    return not profile.gentle and may_be_named(profile, profile.days_in(named), ordinal)
