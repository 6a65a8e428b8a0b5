"""Notice something about a person, let it rest, let it be; each is one change, which undo takes back to the byte."""

from __future__ import annotations

from datetime import date

from givequest.application.game.game import Game, new_id
from givequest.domain.change_labels import Act, ActLabel, name_spot
from givequest.domain.days import format_day
from givequest.domain.noticeboard.spots import LONGEST_REST, MEET
from givequest.domain.records.spot import SpotRecord, read_spot
from givequest.domain.text import clean_line, name_key
from givequest.errors import UsageError


def notice(game: Game, sort: str, person: str, text: str = "", other: str | None = None) -> SpotRecord:
    """Save what was noticed about somebody today, and return the record; it is on the board from now on.

    A name by which a person is known is stored as the name that is shown for them. `other` is the second of two who
    should meet. Raises `UsageError` where these are one and the same, `RecordError` for a value that no record can
    have, and `StorageError`.
    """
    names = [game.people.resolve(clean_line(name)) for name in (person, other or "")]
    if sort == MEET and names[0] and name_key(names[0] or "") == name_key(names[1] or ""):
        raise UsageError(f"{names[0]} knows {names[0]} already; name two different people.")
    spot = read_spot(
        {
            "type": "spot",
            "id": new_id(),
            "day": game.today().isoformat(),
            "at": game.now().isoformat(timespec="seconds"),
            "sort": sort,
            "person": names[0],
            "other": names[1] or None,
            "text": clean_line(text) or None,
        }
    )
    game.save(Act.ADD.label(_name(spot)), puts=[spot])
    return spot


def rest_spot(game: Game, spot: SpotRecord, until: date | None) -> SpotRecord:
    """Let what was noticed rest until a day (None: no longer), and return the record.

    Raises `UsageError` for a day more than `LONGEST_REST` days ahead, `ChangedElsewhere`, `StorageError`, and
    `RecordError` for one before the first that can be held.
    """
    if until is not None and (until - game.today()).days > LONGEST_REST:
        raise UsageError(
            f"{format_day(until, game.today())} is too far ahead; it can rest {LONGEST_REST} days at most."
        )
    return _save(game, spot, spot.edited(until=until, closed=None), Act.SNOOZE.label(_name(spot)))


def let_be(game: Game, spot: SpotRecord, *, back: bool = False) -> SpotRecord:
    """Let what was noticed be, from today; why is stored nowhere. With `back` it is there again.

    Returns the record. Raises `ChangedElsewhere`, `StorageError`, and `RecordError` where a clock is before all years.
    """
    edited = spot.edited(closed=None if back else game.today())
    return _save(game, spot, edited, Act.LET_BE.label(_name(spot)))


def _save(game: Game, spot: SpotRecord, edited: SpotRecord, label: ActLabel) -> SpotRecord:
    if edited != spot:
        game.save(label, puts=[edited], expects=[spot])
    return edited


def _name(spot: SpotRecord) -> str:
    return name_spot(spot.sort, spot.person, spot.other)
