"""The one line for somebody who has heard a lot of late; it never refuses a deed."""

from __future__ import annotations

from givequest.application.game.game import Game
from givequest.application.people.names import named_on
from givequest.domain.people.resting import days_of_late
from givequest.errors import GivequestError
from givequest.presentation.people.words import heard_from


def guard_line(game: Game, name: str) -> str:
    """Return the line for a name as it is typed; nothing for whoever may hear as often as they like."""
    profile = game.people.profile(name) if name.strip() else None
    if profile is None:
        return ""
    today = game.today()
    try:
        named = named_on(game.progress(today).people)
    except GivequestError:
        return ""
    days = days_of_late(profile.tie, profile.days_in(named), today.toordinal())
    return heard_from(profile.name, days, with_numbers=game.settings.numbers) if days else ""
