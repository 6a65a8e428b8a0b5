"""What was noticed, as it is on the board of a day: at most one of a kind, and one step of an introduction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from givequest.application.game.game import Game
from givequest.domain.deck.cards import Card
from givequest.domain.noticeboard.choosing import open_spots, spots_by_kind, step_of_day
from givequest.domain.noticeboard.introductions import Introducing
from givequest.domain.noticeboard.spot_cards import spot_card, step_card
from givequest.domain.noticeboard.spots import Spot
from givequest.domain.noticeboard.steps import Done, key_of_step
from givequest.named_tuple import NamedTuple


class NamedCard(NamedTuple):
    """A card that was made of a spot, and whom it names as they are shown."""

    card: Card
    person: str
    other: str | None = None


class DaySpots:
    """The spots that can be on the board of one day."""

    def __init__(self, game: Game, ordinal: int, done: Done, today: Collection[str], passed: Collection[str]) -> None:
        """`done` are the steps that deeds before the day did, `today` those of the day itself.

        `passed` are the cards that were exchanged for others on the day.
        """
        self._game = game
        self._ordinal = ordinal
        self._before = done
        self._now = {**dict.fromkeys(today, ordinal), **done}
        self._passed = passed

    def cards(self, kinds: Iterable[str], taken: Collection[str] = ()) -> dict[str, NamedCard]:
        """Return the card for each of some kinds that has one, in their order; `taken` names stand on others."""
        free = [spot for spot in self._spots if spot.person not in taken]
        found = spots_by_kind(free, kinds)
        return {kind: NamedCard(self._card_of(spot), spot.person) for kind, spot in found.items()}

    def step(self, taken: Collection[str]) -> NamedCard | None:
        """Return the step of an introduction that the day began with; None: there was none."""
        return self._named(step_of_day(self._spots, self._ordinal, self._before, self._keys_of, taken))

    def step_beside(self, begun: NamedCard | None) -> NamedCard | None:
        """Return the step that is next, once that which the day `begun` with is done; None: there is none."""
        if begun is not None and key_of_step(begun.card.id, begun.person) not in self._now:
            return None
        spots = self._open(self._now)
        return self._named(step_of_day(spots, self._ordinal, self._now, self._keys_of))

    @cached_property
    def _spots(self) -> Sequence[Spot]:
        return self._open(self._before)

    def _open(self, done: Done) -> Sequence[Spot]:
        """Return the open spots, with the names of people as they are shown."""
        people = self._game.people
        if not people.spots or not self._game.spot_texts:
            return ()
        shown = people.shown_name
        found = open_spots(
            people.spots,
            self._ordinal,
            done,
            keys_of=people.keys_of,
            profile_of=people.profile,
            passed=self._passed,
        )
        return [
            spot._replace(person=shown(spot.person), other=shown(spot.other) if spot.other else "") for spot in found
        ]

    def _keys_of(self, name: str) -> Sequence[str]:
        return self._game.people.keys_of(name)

    def _card_of(self, spot: Spot) -> Card:
        return spot_card(spot, self._ordinal, self._game.spot_texts)

    def _named(self, step: Introducing | None) -> NamedCard | None:
        if step is None:
            return None
        return NamedCard(step_card(step, self._ordinal, self._game.spot_texts), step.person, step.other)
