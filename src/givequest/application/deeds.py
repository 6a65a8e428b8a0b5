"""Log, edit and delete deeds, slips, days off and redrawn cards."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from givequest.application.game.game import Game
from givequest.application.noticeboard.taking_up import with_spot
from givequest.domain.change_labels import Act, name_days_off, name_known, name_record
from givequest.domain.kinds import QUIET, Kind
from givequest.domain.noticeboard.steps import is_spot_card
from givequest.domain.records import FIRST_YEAR, Record, RecordType
from givequest.domain.text import clean_line, nearest
from givequest.errors import UsageError

if TYPE_CHECKING:
    from typing import Unpack

    from givequest.domain.records.day_record import DeedFields

LONGEST_REST = 366
"""The most days off that can be planned at once."""


def find_kind(game: Game, word: str) -> Kind:
    """Return the kind with this id or name, or the only one whose id starts with it.

    Raises UsageError, with the nearest kind as a suggestion, when none or several match.
    """
    plain = clean_line(word).casefold()
    if plain in game.kinds:
        return game.kinds[plain]
    kinds = game.settings.kinds
    matches = [
        kind for kind in kinds.values() if plain and (kind.id.startswith(plain) or kind.name.casefold() == plain)
    ]
    if len(matches) == 1:
        return matches[0]
    near = nearest(plain, kinds)
    hint = f"did you mean {near}?" if near else "kinds are " + ", ".join(kinds) + "."
    raise UsageError(f"No kind of deed is called '{plain[:40]}'; {hint}")


def log_deed(game: Game, kind: str, day: date | None = None, **fields: Unpack[DeedFields]) -> Record:
    """Save a deed and return it; `day` defaults to today.

    A name by which a person is known is stored as the name that is shown for them, any other as it is typed. Where
    something was noticed about them that asks for this kind of deed, it is taken up by it.

    Raises UsageError for a day that has not come or lies before `FIRST_YEAR`, RecordError for a text that is too
    long or a value no record can have, and StorageError when the disk refuses.
    """
    day = past_day(game, day)
    deed = game.new_record(RecordType.DEED, day, kind=kind, **with_spot(game, kind, day, _resolved(game, fields)))
    game.save(Act.ADD.label(name_record(deed, game.kinds, game.today())), puts=[deed])
    return deed


def edit_deed(game: Game, deed: Record, **changes: Unpack[DeedFields]) -> Record:
    """Save a deed with some of its fields changed, and return it. Raises RecordError, StorageError."""
    edited = deed.edited(**_resolved(game, changes))
    if edited != deed:
        game.save(Act.EDIT.label(name_known(edited, game.rules.known, game.today())), puts=[edited])
    return edited


def _resolved(game: Game, fields: DeedFields) -> DeedFields:
    """Return the fields of a deed with names as they are stored."""
    found = fields.copy()
    if "person" in fields:
        found["person"] = game.people.resolve(fields["person"])
    if "other" in fields:
        found["other"] = game.people.resolve(fields["other"])
    return found


def delete_record(game: Game, record: Record) -> None:
    """Delete a record; undo brings it back. Raises StorageError."""
    game.save(Act.REMOVE.label(name_known(record, game.rules.known, game.today())), drops=[record])


def log_slip(game: Game, day: date | None = None) -> bool:
    """Record that the person posted about themselves (default: today); False if the day already has that.

    Raises UsageError for a future day, and StorageError.
    """
    day = past_day(game, day)
    if any(record.type is RecordType.SLIP for record in game.years.records_on(day)):
        return False
    slip = game.new_record(RecordType.SLIP, day)
    game.save(Act.ADD.label(name_record(slip, game.kinds, game.today())), puts=[slip])
    return True


def take_slip_back(game: Game, day: date) -> str:
    """Delete the slips of a day, and return a sentence that says so. Raises StorageError."""
    slips = [record for record in game.years.records_on(day) if record.type is RecordType.SLIP]
    if slips:
        game.save(Act.REMOVE.label(name_known(slips[0], game.kinds, game.today())), drops=slips)
    return "That's undone."


def rest(game: Game, first: date, last: date, *, remove: bool = False) -> list[date]:
    """Add, or with `remove` delete, a day off for each day from `first` to `last` (inclusive); return the days changed.

    Raises UsageError when `last` comes before `first`, the range is longer than `LONGEST_REST` days or begins before
    `FIRST_YEAR`, and StorageError.
    """
    if last < _known_day(first):
        raise UsageError("That range ends before it begins. Write FIRST..LAST, like 2026-12-24..2026-12-31.")
    if (last - first).days >= LONGEST_REST:
        raise UsageError(f"At most {LONGEST_REST} days off can be planned in one go.")
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    resting = [
        record
        for year in range(first.year, last.year + 1)
        for record in game.years.records(year).values()
        if record.type is RecordType.REST and first <= record.day <= last
    ]
    known = {record.day for record in resting}
    changed = [day for day in days if (day in known) == remove]
    if not changed:
        return []
    named = name_days_off(changed, game.today())
    if remove:
        game.save(Act.REMOVE.label(f"the {named}"), drops=resting)
    else:
        game.save(Act.ADD.label(named), puts=[game.new_record(RecordType.REST, day) for day in changed])
    return changed


def redraw(game: Game, kind: str, day: date, card: str | None = None) -> None:
    """Replace the card of a kind on a day. Raises UsageError for a future day, RecordError, StorageError.

    Where the `card` that lies there was made of what somebody noticed, it is that which is passed over for the day,
    and the deck goes on as if nothing had been drawn.
    """
    card = card if is_spot_card(card) else None
    redrawn = game.new_record(RecordType.REDRAW, past_day(game, day), kind=kind, card=card)
    game.save(Act.ADD.label(name_record(redrawn, game.kinds, game.today())), puts=[redrawn])


def answer_for_yesterday(game: Game, day: date, *, kept: bool) -> Record | None:
    """Record whether the quiet vow of `day` was kept, and return the deed if it was.

    Raises UsageError for a future day, and StorageError.
    """
    if kept:
        return log_deed(game, QUIET, day)
    log_slip(game, day)
    return None


def past_day(game: Game, day: date | None) -> date:
    """Return the day (default: today). Raises UsageError for a future day, or one before `FIRST_YEAR`."""
    today = game.today()
    if day is None:
        return today
    if day > today:
        raise UsageError(f"{day.isoformat()} is in the future. Log a deed for today or an earlier day.")
    return _known_day(day)


def _known_day(day: date) -> date:
    if day.year < FIRST_YEAR:
        raise UsageError(f"{day.isoformat()} is before {FIRST_YEAR}, the first year givequest can hold.")
    return day


def describe(game: Game, record: Record) -> str:
    """Return a short description of a record, such as `Help, Ana`."""
    return name_record(record, game.rules.known)


def known_people(game: Game, day: date) -> list[str]:
    """Return the names used up to a day, each as it is shown, the most recently used first."""
    people = game.progress(day).people
    names = (people[key].name for key in sorted(people, key=lambda key: (-people[key].days[-1], key)))
    return list(dict.fromkeys(map(game.people.shown_name, names)))
