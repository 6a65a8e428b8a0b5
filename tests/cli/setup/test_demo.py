"""The demo: two invented years, the same for the same day, with something on every page."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from givequest.application.demo import DAYS, Habit, invent
from givequest.cli.commands.setup.demo import configure
from givequest.cli.parser import Parser
from givequest.composition import open_home
from givequest.config.kinds import load_habits
from givequest.config.paths import find_paths
from givequest.domain.deck.cards import Card, Deck
from givequest.domain.records import RecordType
from givequest.tui.app import GivequestApp

from ...built_in import BUILT_IN
from ...cli.conftest import Play
from ...conftest import Clock, small_deck
from ...tui.conftest import screen_text

__all__ = ["small_deck"]
HABITS = [(BUILT_IN[kind], Habit(**habit)) for kind, habit in load_habits().items()]


def test_the_same_day_and_seed_give_the_same_years(clock: Clock, small_deck: Deck) -> None:
    """Another seed gives others."""
    years = [invent(clock(), clock().date(), small_deck.cards, HABITS, seed) for seed in (1, 1, 2)]
    assert years[0] == years[1] != years[2]
    assert len({record.id for record in years[0]}) == len(years[0]) > 2000


@pytest.mark.parametrize("seed", range(1, 6))
def test_the_years_hold_everything_that_a_life_with_it_holds(clock: Clock, small_deck: Deck, seed: int) -> None:
    """Deeds, pages, letters, gifts, releases, days off, slips and pauses; nothing later than now."""
    now, today = clock(), clock().date()
    records = invent(now, today, small_deck.cards, HABITS, seed)
    kinds = {record.kind for record in records if record.type is RecordType.DEED}
    assert kinds == BUILT_IN.keys()
    for type_ in set(RecordType) - {RecordType.REDRAW}:
        assert sum(record.type is type_ for record in records) >= 5, type_
    assert {record.sort for record in records if record.type is RecordType.ENTRY} == {None, "pocket", "letter"}
    days = {record.day for record in records}
    assert (
        {today - timedelta(days=back) for back in (0, 1)}
        <= days
        <= {today - timedelta(days=back) for back in range(DAYS)}
    )
    assert len(days) < DAYS - 15
    assert all(record.at <= now.isoformat() for record in records)
    texts = [record.text for record in records if record.text] + [record.note or "" for record in records]
    assert not any("{" in text or "!" in text for text in texts)


def test_cards_that_are_named_are_in_the_deck(clock: Clock) -> None:
    """With a deck of one card, no deed names another."""
    card = Card("help.one", "help", "One", "Do one.", tier=1)
    cards = {record.card for record in invent(clock(), clock().date(), [card], HABITS)}
    assert cards == {None, "help.one"}


def test_keep_writes_a_home_and_never_into_a_folder_that_is_there(play: Play, tmp_path: Path) -> None:
    """Its path is printed; the home of the person who asked holds nothing of it."""
    kept = tmp_path / "kept"
    ran = play("demo", "--keep", str(kept), "--theme", "forest")
    assert (ran.code, ran.out) == (0, f"{kept}\n")
    assert play("--home", str(kept), "stats", "--json").data["series"]["giving"]["total"] > 500
    assert not (tmp_path / "home" / "data").exists()
    again = play("demo", "--keep", str(kept))
    assert (again.code, again.out) == (1, "")
    assert "already exists" in again.err


def test_the_demo_says_that_it_needs_a_terminal(play: Play) -> None:
    """Where there is none, it is wrong usage, with another way."""
    ran = play("demo")
    assert (ran.code, ran.out) == (2, "")
    assert "--keep" in ran.err
    parser = Parser(prog="givequest demo")
    configure(parser)
    assert "--keep" in parser.format_help()


async def test_every_page_of_the_demo_has_something_to_show(play: Play, tmp_path: Path, clock: Clock) -> None:
    """And undo takes back one deed, not two years."""
    kept = tmp_path / "kept"
    play("demo", "--keep", str(kept))
    app = GivequestApp(open_home(find_paths(str(kept)), clock))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        board = screen_text(pilot)
        assert "giving" in board
        await pilot.press("3")
        await pilot.pause()
        assert "kept" in screen_text(pilot)
        await pilot.press("1", "u")
        await pilot.pause()
        assert "Undone" in screen_text(pilot)
    assert play("--home", str(kept), "stats", "--json").data["series"]["giving"]["total"] > 500
