"""What the journal offers unasked: a prompt, an older entry, the letter of a month."""

from __future__ import annotations

from datetime import date

from givequest.application.game.game import Game
from givequest.application.journal.archive import JournalArchive
from givequest.domain.days import days_in_month, next_month
from givequest.domain.journal.letter import Letter, lay_out, month_of_letter
from givequest.domain.journal.on_this_day import Echo, find_echo
from givequest.domain.journal.prompts import WALLS_WITHIN, Prompt, Prompts, walls_matter
from givequest.domain.journal.sorts import LETTER
from givequest.domain.records import Record, RecordType

_WALL_TAG = "wall"


def prompt_of(game: Game, prompts: Prompts, day: date, redraws: int = 0) -> Prompt | None:
    """Return the prompt of a day after a number of redraws; None if there are no prompts."""
    return prompts.of_day(day.toordinal(), game.rules.seed, walls=_walls_matter(game, day), redraws=redraws)


def _walls_matter(game: Game, day: date) -> bool:
    cards = game.rules.deck.by_id
    days = []
    for back in range(WALLS_WITHIN):
        for record in game.years.records_on(date.fromordinal(day.toordinal() - back)):
            card = cards.get(record.card or "")
            if record.type is RecordType.RELEASE or (card is not None and _WALL_TAG in card.tags):
                days.append(record.day.toordinal())
    return walls_matter(day.toordinal(), days)


def echo_of(game: Game, archive: JournalArchive, day: date) -> Echo | None:
    """Return the older entry to show on a day, if any; None until the archive is complete."""
    first = game.years.first()
    if first is None or not archive.is_complete:
        return None
    return find_echo(day, first, archive.records_on, game.rules.seed)


def letter_due(game: Game) -> Letter | None:
    """Return the material for the monthly letter that is due; None if none is due, or it is written already."""
    month = month_of_letter(game.today(), game.now())
    if month is None or letter_written(game) is not None:
        return None
    records = [record for record in game.years.records(month.year).values() if month <= record.day < next_month(month)]
    letter = lay_out(month, records, game.kinds)
    return letter if letter.lines or letter.kinds else None


def letter_written(game: Game) -> Record | None:
    """Return the monthly letter of the month whose letter is due, if it is written already."""
    month = month_of_letter(game.today(), game.now())
    if month is None:
        return None
    for record in game.years.records_on(month.replace(day=days_in_month(month))):
        if record.sort == LETTER:
            return record
    return None


def heavy_week(game: Game) -> bool:
    """Return whether there were exactly five releases in the seven days up to today."""
    today = game.today().toordinal()
    days = [date.fromordinal(today - back) for back in range(7)]
    releases = [r for day in days for r in game.years.records_on(day) if r.type is RecordType.RELEASE]
    return len(releases) == 5
