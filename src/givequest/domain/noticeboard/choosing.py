"""Choosing: which spot is on the board of a day, at most one of each kind, and which step of an introduction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from givequest.domain.noticeboard.introductions import Introducing, next_step
from givequest.domain.noticeboard.spots import HELLO, MEET, WIN, KeysOf, Spot, SpotState, in_turn, state_of
from givequest.domain.noticeboard.steps import Done, spot_of_card
from givequest.domain.people.profiles import Profile
from givequest.domain.people.ties import NEVER_NAMED

NOT_WHERE_GENTLE = frozenset((WIN, HELLO, MEET))
"""Sorts that wait where there is grief or illness; help is welcome there."""
ProfileOf = Callable[[str], Profile | None]
"""Returns the person of a name; None: a name that is nobody's yet."""


def waits(spot: Spot, ordinal: int, profile_of: ProfileOf) -> bool:
    """Return whether a spot waits because of whom it is about: a wall, the dead, whoever rests or is to be left be."""
    for name in spot.people:
        profile = profile_of(name)
        if profile is not None and (
            profile.tie in NEVER_NAMED or profile.snooze > ordinal or (profile.gentle and spot.sort in NOT_WHERE_GENTLE)
        ):
            return True
    return False


def open_spots(
    spots: Iterable[Spot],
    ordinal: int,
    done: Done,
    *,
    keys_of: KeysOf,
    profile_of: ProfileOf,
    passed: Collection[str] = (),
) -> Sequence[Spot]:
    """Return the spots that can be on the board of a day, in turn.

    Args:
        spots: All that was noticed.
        ordinal: The day.
        done: The steps that were done by then.
        keys_of: What names of a person are compared by.
        profile_of: Who somebody is.
        passed: The ids of cards that were exchanged for others that day.

    """
    away = set(map(spot_of_card, passed))
    found = (
        spot
        for spot in spots
        if spot.begins <= ordinal
        and spot.id not in away
        and state_of(spot, ordinal, done, keys_of) is SpotState.OPEN
        and not waits(spot, ordinal, profile_of)
    )
    return in_turn(found, ordinal)


def spots_by_kind(spots: Sequence[Spot], kinds: Iterable[str]) -> dict[str, Spot]:
    """Return the spot for each of some kinds that has one; nobody stands on two cards.

    Two who should meet are left to `step_of_day`.
    """
    found: dict[str, Spot] = {}
    taken: set[str] = set()
    for kind in kinds:
        for spot in spots:
            if spot.kind == kind and spot.sort != MEET and spot.person not in taken:
                found[kind] = spot
                taken.add(spot.person)
                break
    return found


def step_of_day(
    spots: Sequence[Spot], ordinal: int, done: Done, keys_of: KeysOf, taken: Collection[str] = ()
) -> Introducing | None:
    """Return the one step of an introduction for a day; None: there is none. `taken` are on other cards."""
    for spot in spots:
        if spot.sort == MEET and not set(spot.people) & set(taken):
            step = next_step(spot, ordinal, done, keys_of)
            if step is not None:
                return step
    return None
