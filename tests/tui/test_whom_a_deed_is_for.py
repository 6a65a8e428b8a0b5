"""Whom a deed is for: the board's cards name people, and the dialog offers names."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from givequest.application import deeds
from givequest.application.board import board_of
from givequest.application.game.game import Game
from givequest.application.people.editing import add_person
from givequest.domain.deck.cards import Card, Deck
from givequest.domain.records import RecordType
from givequest.tui.today.board_panel import BoardPanel

from ..built_in import DEFAULTS
from .conftest import OpenHome, PlayApp, board_shown, saved, screen_text

TODAY = date(2026, 11, 23)
NAMING = Deck(
    tuple(
        Card(
            f"reconnect.n{number}", "reconnect", f"Card {number}", "Write.", person_prompt="Write to {person}.", tier=1
        )
        for number in range(8)
    )
)


@pytest.fixture
def naming_deck(monkeypatch: pytest.MonkeyPatch) -> None:
    """A deck of which every card of reconnecting names somebody."""
    from . import conftest

    monkeypatch.setattr(conftest, "WITH_GARDEN", conftest.WITH_GARDEN.joined(NAMING.cards))
    others = [card for card in conftest.WITH_GARDEN.cards if card.kind != "reconnect" or card in NAMING.cards]
    monkeypatch.setattr(conftest, "WITH_GARDEN", Deck(tuple(others)))


def add_new(game: Game, *names: str) -> None:
    """Add people whose first days these are, so that the day names them."""
    for name in names:
        add_person(game, name, tie="faded")


async def go_to(pilot: Pilot[None], kind: str) -> None:
    """Put the cursor on the quest of a kind."""
    panel = pilot.app.screen.query_one(BoardPanel)
    while panel.chosen is None or panel.chosen.quest.kind.id != kind:
        await pilot.press("down")


def named(game: Game) -> str | None:
    """Return whom the card of reconnecting names."""
    return next(quest.person for quest in board_of(game).quests if quest.kind.id == "reconnect")


@pytest.mark.usefixtures("naming_deck")
async def test_space_on_a_card_with_a_name_logs_that_name(play: PlayApp, open_home: OpenHome) -> None:
    """And enter has it filled in."""
    add_new(open_home().game, "Ana Berg")
    async with play() as pilot:
        await go_to(pilot, "reconnect")
        assert "Write to Ana Berg." in screen_text(pilot)
        await pilot.press("space")
        assert [(one.kind, one.person) for one in saved(open_home()) if one.type is RecordType.DEED] == [
            ("reconnect", "Ana Berg")
        ]
        await pilot.press("enter", *"a line", "enter")
        assert [(one.person, one.note) for one in saved(open_home()) if one.note] == [("Ana Berg", "a line")]


@pytest.mark.usefixtures("naming_deck")
async def test_z_rests_the_name_today_then_a_month_then_sets_it_aside(play: PlayApp, open_home: OpenHome) -> None:
    """The card names another meanwhile, and the key goes on with the first until the cursor moves."""
    add_new(open_home().game, "Ana Berg", "Ben Karlsson")
    async with play() as pilot:
        await go_to(pilot, "reconnect")
        first = named(open_home().game)
        assert first is not None
        rests = []
        for _ in range(3):
            await pilot.press("z")
            person = open_home().game.people.person(first)
            assert person is not None
            rests.append((person.tie, (person.snooze - TODAY).days if person.snooze else 0))
        assert rests == [("faded", 1), ("faded", 30), ("aside", 30)]
        second = named(open_home().game)
        assert second not in (None, first)
        await pilot.press("up", "down", "z")
        other = open_home().game.people.person(second or "")
        assert other is not None
        assert other.snooze == TODAY + timedelta(days=1)
        await pilot.press("u", "u")
        back = open_home().game.people.person(first)
        assert back is not None
        assert back.tie == "faded"


async def test_three_names_drop_down_below_who_and_one_is_chosen_by_arrow_and_enter(
    play: PlayApp, open_home: OpenHome
) -> None:
    """Nothing is saved by that enter; the next one saves."""
    game = open_home().game
    for name in ("Ana Berg", "Anna Bergström", "Anton", "Anders"):
        add_person(game, name)
    async with play((80, 24)) as pilot:
        await pilot.press("enter", *"an")
        shown = screen_text(pilot)
        assert sum(name in shown for name in ("Ana Berg", "Anna Bergström", "Anton", "Anders")) == 3
        await pilot.press("down", "down")
        chosen = pilot.app.screen.query_one("#names").chosen  # type: ignore[attr-defined]
        await pilot.press("enter")
        assert pilot.app.screen.query_one("#who").value == chosen  # type: ignore[attr-defined]
        assert saved(open_home()) == []
        await pilot.press("enter")
        assert [one.person for one in saved(open_home()) if one.type is RecordType.DEED] == [chosen]


async def test_the_right_arrow_completes_and_tab_leaves_what_was_typed(play: PlayApp, open_home: OpenHome) -> None:
    """As it was before there were three; a name that nobody has is stored as it is typed."""
    add_person(open_home().game, "Zoë Müller")
    async with play((80, 24)) as pilot:
        await pilot.press("enter", *"zoe mu", "right", "enter")
        await pilot.press("enter", *"Zo", "tab", "enter")
        people = [one.person for one in saved(open_home()) if one.type is RecordType.DEED]
        assert people == ["Zoë Müller", "Zo"]


async def test_whoever_has_heard_twice_lately_has_one_line_and_no_refusal(play: PlayApp, open_home: OpenHome) -> None:
    """With numbers off it holds none."""
    game = open_home().game
    add_person(game, "Ana Berg", tie="faded")
    for ago in (3, 10):
        deeds.log_deed(game, "help", TODAY - timedelta(days=ago), person="Ana Berg")
    async with play((80, 24)) as pilot:
        await pilot.press("enter", *"ana berg")
        assert "Ana Berg has heard from you twice this month. Let it land." in screen_text(pilot)
        await pilot.press("enter")
        assert board_shown(pilot).xp > 0
    async with play((80, 24), DEFAULTS._replace(numbers=False, animations=False)) as pilot:
        await pilot.press("enter", *"ana berg")
        assert "has heard from you lately" in screen_text(pilot)


async def test_an_introduction_names_two(play: PlayApp, open_home: OpenHome) -> None:
    """From page 5, and in a dialog of that kind."""
    add_person(open_home().game, "Ana Berg")
    add_person(open_home().game, "Ben Karlsson")
    async with play((80, 24)) as pilot:
        await pilot.press("5", "i", "shift+tab", *"ben karlsson", "enter")
        (deed,) = [one for one in saved(open_home()) if one.type is RecordType.DEED]
        assert (deed.kind, deed.person, deed.other) == ("introduce", "Ana Berg", "Ben Karlsson")


async def test_the_palette_finds_people(play: PlayApp, open_home: OpenHome) -> None:
    """And opens them on their page."""
    add_person(open_home().game, "Zoë Müller")
    async with play((100, 30)) as pilot:
        await pilot.press("ctrl+p", *"muller")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "Zoë Müller" in screen_text(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "╭─ Zoë Müller" in screen_text(pilot)
