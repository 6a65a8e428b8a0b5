"""Names: whom a day names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from givequest.application.game.game import Game
from givequest.domain.people.naming import Names, names_of
from givequest.domain.people.profiles import NamedOn, Profile
from givequest.domain.progress.last_named import LastNamed

LastNamedBy = Mapping[str, LastNamed]
"""When deeds before a day named somebody, by the key of the name."""


def names_of_day(game: Game, day: date | None = None) -> Names:
    """Return the two names of a day (default: today), as far as records can be read."""
    day = day or game.today()
    state = game.histories.recent(day).state_before(day)
    return names_of(everybody(game, state.people), named_on(state.people), game.rules.seed, day.toordinal())


def everybody(game: Game, named: LastNamedBy) -> list[Profile]:
    """Return all people, and each name of the log that is nobody's of them as one that nobody has placed."""
    people = game.people.profiles
    placed = {key for profile in people for key in profile.keys}
    return [*people, *(Profile(last.name, (key,)) for key, last in named.items() if key not in placed)]


def named_on(named: LastNamedBy) -> NamedOn:
    """Return the days on which deeds named somebody, by the key of the name."""
    return {key: last.days for key, last in named.items()}
