"""The board of a day: its quests, what was done, and the streaks that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from givequest.application.game.fading import shown_record
from givequest.application.game.game import Game
from givequest.application.mornings import morning_of
from givequest.application.noticeboard.cards_of_day import cards_of_day
from givequest.application.noticeboard.day_spots import NamedCard
from givequest.domain.change_labels import name_record
from givequest.domain.deck.cards import Card
from givequest.domain.kinds import QUIET, Kind
from givequest.domain.noticeboard.steps import is_spot_card, spot_of_card
from givequest.domain.progress import experience
from givequest.domain.progress.dealing import AWAY
from givequest.domain.progress.history import History
from givequest.domain.progress.state import ProgressState
from givequest.domain.progress.streaks import Streak
from givequest.domain.records import NOTHING, Record, RecordType
from givequest.named_tuple import NamedTuple


class Quest(NamedTuple):
    """A kind on the board of one day, with its card and the deeds done."""

    kind: Kind
    core: bool
    card: Card | None = None
    prompt: str = ""
    person: str | None = None
    """Whom the prompt names."""
    deeds: tuple[Record, ...] = ()
    kept: bool = False
    told: Mapping[str, Record] = NOTHING
    """By id: the deeds that are shown otherwise than they are stored, with names that have faded."""
    other: str | None = None
    """The second of two who should meet."""
    is_beside: bool = False
    """Whether it is a step of an introduction on a day that is not that kind's: it stands below the quests."""

    @property
    def title(self) -> str:
        """The card's title; the kind's name where there is no card."""
        return self.card.title if self.card else self.kind.name

    @property
    def why(self) -> str:
        """One plain sentence of reason; may be empty."""
        return self.card.why if self.card else ""

    @property
    def spot(self) -> str | None:
        """The id of what was noticed that the card was made of; None where it was made of nothing of the kind."""
        return spot_of_card(self.card.id) if self.card and is_spot_card(self.card.id) else None

    @property
    def effort(self) -> int:
        """1 to 3."""
        return self.card.tier if self.card else 1


class LoggedAhead(NamedTuple):
    """A record of a day that has not come: a clock was ahead, or the day has come elsewhere."""

    record: Record
    what: str
    """What it is, in a few words."""
    words: str = ""
    """Its note or its text, in one line."""


class Board(NamedTuple):
    """Everything that the Today page shows of one day."""

    day: date
    today: date
    quests: tuple[Quest, ...]
    rest: bool
    slip: bool
    streaks: Mapping[str, Streak]
    """Of each series, as they stand today."""
    xp: int
    xp_of_day: int
    level: int
    title: str
    progress: float
    """0 to 1, towards the next level."""
    question: date | None
    """Yesterday, when it is not known yet whether its quiet vow was kept."""
    is_full: bool
    """Whether the day that is shown has earned the most that its deeds can."""
    is_new: bool
    """Whether nothing was ever logged."""
    comes_back: bool = False
    """Whether it is the first board after some days without giving."""
    needs_garden: bool = False
    """Whether there was much giving of late, and neither quiet nor rest."""
    logged: tuple[LoggedAhead, ...] = ()
    """What is recorded for a day that has not come, days off aside; such a day has no quests."""
    beside: Quest | None = None
    """A step of an introduction that belongs to no quest of the day."""
    morning: str = ""
    """The line that today begins with; nothing once a deed is done, and on every other day."""

    @property
    def listed(self) -> tuple[Quest, ...]:
        """The quests, and what stands below them."""
        return self.quests if self.beside is None else (*self.quests, self.beside)


def board_of(game: Game, day: date | None = None) -> Board:
    """Return the board of a day (default: today). Records that cannot be read are left out; see `Game.problems`."""
    today = game.today()
    day = day or today
    if day > today:
        return _board_ahead(game, day, today, game.years.records_on(day))
    history = game.histories.recent(day)  # first, since it brings the records of the last weeks along
    records = game.years.records_on(day)
    facts = history.facts_of(day)
    before = history.state_before(day)
    shown = history.state_on(day, today=today)
    quests, beside = _quests(game, history, day, records, before)
    latest = shown if day == today else game.progress(today, today=today)
    level = experience.level_of(latest.xp)
    is_away = before.last_giving and today.toordinal() - before.last_giving > AWAY
    comes_back = bool(is_away) and day == today and not records
    return Board(
        day=day,
        today=today,
        quests=tuple(quests),
        rest=facts.rest,
        slip=facts.slip,
        streaks={name: latest.streak(name) for name in game.rules.series if name not in game.rules.retired},
        xp=latest.xp,
        xp_of_day=shown.xp_of_day if shown.day == day.toordinal() else 0,
        is_full=shown.is_full and shown.day == day.toordinal(),
        level=level,
        title=game.titles.of(level),
        progress=experience.level_progress(latest.xp),
        question=None if day != today or is_away else _question(game, today),
        comes_back=comes_back,
        needs_garden=day == today and before.deals.is_eager and not (facts.rest or facts.keeps(QUIET)),
        is_new=game.years.first() is None,
        beside=beside,
        morning=morning_of(game, day, latest) if day == today and not facts.deeds else "",
    )


def _board_ahead(game: Game, day: date, today: date, records: list[Record]) -> Board:
    """Return the board of a day that has not come: where things stand today, and what is recorded for the day.

    No day up to it is folded: a record of a clock that was ahead can lie thousands of years away.
    """
    return board_of(game, today)._replace(
        day=day,
        quests=(),
        beside=None,
        rest=any(record.type is RecordType.REST for record in records),
        slip=False,
        xp_of_day=0,
        is_full=False,
        question=None,
        comes_back=False,
        needs_garden=False,
        morning="",
        logged=tuple(
            LoggedAhead(
                record, name_record(record, game.rules.known), " ".join((record.note or record.text or "").split())
            )
            for record in records
            if record.type is not RecordType.REST
        ),
    )


def _quests(
    game: Game, history: History, day: date, records: list[Record], before: ProgressState
) -> tuple[list[Quest], Quest | None]:
    """Return the quests of a day, and what stands below them."""
    rules, facts = game.rules, history.facts_of(day)
    deeds: dict[str, list[Record]] = {}
    for record in records:
        if record.type is RecordType.DEED:
            deeds.setdefault(record.kind or "", []).append(record)
    ordinal = day.toordinal()
    kinds = history.board_on(day)
    cards = cards_of_day(game, history, day, before, kinds)
    quests: list[Quest] = []
    for kind in (*kinds, *(kind for kind in rules.known if kind in facts.deeds and kind not in kinds)):
        card, person = cards.hand.get(kind) if kind in kinds else None, cards.people.get(kind)
        quests.append(
            Quest(
                kind=rules.kind_on(kind, ordinal) or rules.known[kind],
                core=kind in rules.on(ordinal).core,
                card=card,
                prompt=card.prompt_for(person) if card else "",
                person=person if card and card.person_prompt else None,
                deeds=tuple(deeds.get(kind, ())),
                told={deed.id: told for deed in deeds.get(kind, ()) if (told := shown_record(game, deed)) is not deed},
                kept=facts.keeps(kind),
                other=cards.other if card is not None and card is cards.introducing else None,
            )
        )
    return quests, _beside(game, cards.beside, ordinal)


def _beside(game: Game, step: NamedCard | None, ordinal: int) -> Quest | None:
    if step is None or (kind := game.rules.kind_on(step.card.kind, ordinal)) is None:
        return None
    prompt = step.card.prompt_for(step.person)
    return Quest(kind, False, step.card, prompt, step.person, other=step.other, is_beside=True)


def _question(game: Game, today: date) -> date | None:
    """Return yesterday, if the quiet vow was due and nobody has said how it went."""
    yesterday = today - timedelta(days=1)
    first = game.years.first()
    if first is None or QUIET not in game.rules.on(yesterday.toordinal()).core:
        return None
    history = game.histories.recent(yesterday)
    facts = history.facts_of(yesterday)
    started = history.first_day and history.first_day <= yesterday.toordinal()
    if not started or facts.rest or facts.slip or QUIET in facts.deeds:
        return None
    return yesterday if QUIET in history.board_on(yesterday) else None
