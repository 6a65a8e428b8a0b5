"""What the screen says: about what was given, never about what was gained or what is lacking.

Where a sentence names a key, the id of its command stands in braces, for `GivequestApp.with_keys`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING
from zlib import crc32

from givequest.application.board import Board
from givequest.domain.deck.cards import GARDEN_CARD, Card
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.kinds import Kind
from givequest.domain.records import Record
from givequest.domain.text import end_sentence
from givequest.named_tuple import NamedTuple
from givequest.presentation import sayings

if TYPE_CHECKING:
    from givequest.application.achievements import EarnedAchievement

WELCOME = "Welcome. Pick one thing, do it, then press {quest.done}. One is plenty."
ANSWERED = "That's answered already."
NEW_DAY = "Good morning: a new day, a new board."
SLIPPED = "Noted, and that's that. Everybody takes the microphone now and then."
QUIET_NOTED = "Today's quiet is noted already."
SLIP_STANDS = "You noted a post about yourself that day; {day.slip} takes the note back."
NO_SHELL = "There's no shell here to go back to."
GARDEN = "You've given and given. Garden day? {day.rest} makes it a day off."
DAY_OFF = "A day off. Nothing to do, and no streak minds."
MEANWHILE = "Gave something meanwhile? {day.catch-up} shows the days to tick it on."
RESTING = "Your day off. {day.rest} makes an ordinary day of it again."
FULL = "The forest has drunk enough today. The level bar goes on tomorrow."
ENOUGH = "The forest has drunk its fill for today. This one's on the house."

NOTHING_ON = "{key} does nothing here. {app.help} shows the keys that do."

PLANT, CLOSED, LEVEL = FEASTS = ("plant", "closed", "level")

_A_DAY = 5
"""How many lines further each day begins: it meets all of them before any again."""


class Occasion(NamedTuple):
    """What was special about a change, in words, and which feast it is."""

    words: str = ""
    feast: str = ""
    """One of `FEASTS`, each of which is shown in its own way; nothing for what has no feast."""


NOTHING_SPECIAL = Occasion()


def nothing_on(key: str) -> str:
    """Return what is said of a key that does nothing."""
    return NOTHING_ON.replace("{key}", key)


def _no_line(level: int) -> str:
    return ""


def given(deed: Record, kind: Kind, before: int | None = None, *, card: Card | None = None, story: str = "") -> str:
    """Return a line about what a deed gave; another one on the next day, and after others of the kind on that day.

    `before` is how many these were; where it is not known, the deed itself decides. The card says it best, the first
    time; and a quiet day goes on with its story.
    """
    nth = crc32(deed.id.encode()) % 4 if before is None else before
    if story:
        return story
    if card is not None and card.done and not before:
        line = card.done
    else:
        lines = _lines_by_tag(card) or kind.said or sayings.GIVEN
        line = lines[(_A_DAY * deed.day.toordinal() + nth) % len(lines)]
    return f"{kind.name}, for {end_sentence(deed.person)} {line}" if deed.person and kind.giving else line


def _lines_by_tag(card: Card | None) -> Sequence[str]:
    tags = card.tags if card is not None else ()
    return next((lines for tag, lines in sayings.BY_TAG.items() if tag in tags), ())


def answered(day: date, *, kept: bool) -> str:
    """Return what is said when it is told how a day's quiet vow went."""
    lines = sayings.KEPT_QUIET if kept else sayings.NOT_KEPT
    return lines[day.toordinal() % len(lines)]


def closing(board: Board) -> str:
    """Return a line for a day on which every core quest is kept; nothing otherwise."""
    if board.day == board.today and is_closed(board):
        return sayings.ALL_GIVEN[board.day.toordinal() % len(sayings.ALL_GIVEN)]
    return ""


def is_closed(board: Board) -> bool:
    """Return whether every core quest of a day is kept."""
    core = [quest for quest in board.quests if quest.core]
    return bool(core) and all(quest.kept for quest in core)


def greeting(board: Board) -> str:
    """Return what stands on the board of a day: a word to whoever comes back, or gives without a pause.

    The latter goes with its card, which comes once in three weeks: more often would be nagging.
    """
    if board.comes_back:
        return sayings.BACK[board.day.toordinal() % len(sayings.BACK)]
    has_card = any(quest.card is not None and quest.card.id == GARDEN_CARD for quest in board.quests)
    return GARDEN if board.needs_garden and has_card else closing(board)


def new_kind(before: Board, after: Board) -> Kind | None:
    """Return the kind of the deed that one board of a day has and the other had not; None when there is none."""
    deeds = {quest.kind.id: len(quest.deeds) for quest in before.quests}
    return next((quest.kind for quest in after.quests if len(quest.deeds) > deeds.get(quest.kind.id, 0)), None)


def occasion(before: Board, after: Board, *, with_numbers: bool, line_of: Callable[[int], str] = _no_line) -> Occasion:
    """Return what was special about the change between two boards of a day; nothing about most changes.

    `line_of` gives the sentence that a level comes with.
    """
    if before.day != after.day:
        return NOTHING_SPECIAL
    if after.level > before.level:
        return new_level(before, after, with_numbers=with_numbers, line_of=line_of)
    kind = new_kind(before, after)
    if kind is None:
        return NOTHING_SPECIAL
    if (said := closing(after)) and not is_closed(before):
        return Occasion(said, CLOSED)
    if before.is_new:
        return Occasion("Your forest has its first plant. Press {page.forest} to see it.", PLANT)
    if before.streaks[kind.id].total == 0 and after.streaks[kind.id].total:
        from givequest.domain.forest.species import species_of  # no board needs it before

        return Occasion(f"The first {species_of(kind).first} in your forest.", PLANT)
    if before.is_full and kind.giving:
        return Occasion(ENOUGH)
    return NOTHING_SPECIAL


def new_level(before: Board, after: Board, *, with_numbers: bool, line_of: Callable[[int], str] = _no_line) -> Occasion:
    """Return the words for a level that was reached between two boards."""
    if after.title == before.title:
        return Occasion(f"Level {after.level} begins.", LEVEL) if with_numbers else NOTHING_SPECIAL
    named = f"level {after.level}, {after.title}" if with_numbers else after.title
    return Occasion(f"From today: {named}. {line_of(after.level)}".rstrip(), LEVEL)


def achievements_line(told: Sequence[EarnedAchievement], room: int = 200, with_keys: Callable[[str], str] = str) -> str:
    """Return the line that tells what was earned, shorter where there is less room; nothing when nothing was."""
    if len(told) > 1:
        *names, last = (one.achievement.name for one in told)
        show = with_keys("{page.forest}, then {forest.shelf} shows the shelf.")
        whole = f"Surprises: {', '.join(names)} and {last}. {show}"
        return whole if len(whole) <= room else f"More than one surprise. {show}"
    if not told:
        return ""
    whole = f"A surprise: {end_sentence(told[0].achievement.name)} {told[0].achievement.line}"
    show = with_keys("{page.forest}, then {forest.shelf} shows it.")
    return whole if len(whole) <= room else f"A surprise: {end_sentence(told[0].achievement.name)} {show}"


def first_of(problems: Sequence[Diagnostic]) -> str:
    """Return the first of some problems, and who tells the rest."""
    more = f" (and {len(problems) - 1} more: 'givequest doctor')" if len(problems) > 1 else ""
    return f"{problems[0]}{more}"
