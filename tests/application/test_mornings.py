"""What a morning begins with, from records on the disk: the line, an older deed, last week's notes, the story."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from givequest.application import deeds, undo
from givequest.application.board import board_of
from givequest.application.game.current_rules import Opinion
from givequest.application.game.game import Game
from givequest.application.mornings import DeedEchoSearch, postcard_of, quiet_days, story_after
from givequest.application.people.editing import add_person, edit_person
from givequest.config.decks import load_library
from givequest.domain.kinds import QUIET

from ..built_in import BUILT_IN, DEFAULTS

TEXTS = load_library("", BUILT_IN)[0]


@pytest.fixture
def texts(game: Game) -> Game:
    """A game with the packaged texts."""
    game.use(game.settings, Opinion.CLEAR, None, TEXTS.titles, TEXTS.mornings, TEXTS.stories)
    return game


def echo_of(game: Game, day: date) -> str:
    """Return the deed that a day brings back, once every year was looked through."""
    search = DeedEchoSearch(game, day)
    while search.read_on():
        assert search.words() == ""
    return search.words()


def test_the_line_of_the_morning_is_there_until_the_first_deed(texts: Game) -> None:
    """Today alone; it is the same however often one looks, and comes back with an undo."""
    line = board_of(texts).morning
    assert line
    assert board_of(texts).morning == line
    assert board_of(texts, texts.today() - timedelta(days=1)).morning == ""
    assert board_of(texts, texts.today() + timedelta(days=1)).morning == ""
    deeds.log_deed(texts, "help")
    assert board_of(texts).morning == ""
    undo.undo(texts)
    assert board_of(texts).morning == line


def test_a_deed_comes_to_mind_on_its_day(texts: Game) -> None:
    """A year later, from another file; hushed by the setting."""
    today = texts.today()
    deeds.log_deed(texts, "congratulate", today.replace(year=today.year - 1), person="Ana", note="for the retro")
    words = "A year ago today you congratulated Ana, for the retro."
    assert echo_of(texts, today) == words
    texts.use(texts.settings._replace(echoes=False), Opinion.CLEAR)
    assert echo_of(texts, today) == ""


@pytest.mark.parametrize("tie", ["wall", "remembered", "aside", "gentle"])
def test_nobody_comes_to_mind_who_is_not_to_be_named(texts: Game, tie: str) -> None:
    """Not in an older deed and not on the postcard; whoever is near does."""
    today = texts.today()
    monday = today - timedelta(days=today.weekday())
    deeds.log_deed(texts, "help", today.replace(year=today.year - 1), person="Ana")
    deeds.log_deed(texts, "help", monday - timedelta(days=2), person="Ana", note="the ladder")
    assert "Ana" in echo_of(texts, today)
    ana = add_person(texts, "Ana", tie=None if tie == "gentle" else tie)
    if tie == "gentle":
        edit_person(texts, ana, gentle=True)
    assert echo_of(texts, today) == ""
    assert postcard_of(texts, monday, 77) == ""


def test_without_an_older_year_nothing_is_read_and_nothing_comes(texts: Game) -> None:
    """A new home has nothing to look back on."""
    assert not DeedEchoSearch(texts, texts.today()).read_on()
    assert echo_of(texts, texts.today()) == ""


def test_a_monday_has_last_week_s_notes(texts: Game) -> None:
    """And no other day."""
    today = texts.today()
    monday = today - timedelta(days=today.weekday())
    deeds.log_deed(texts, "help", monday - timedelta(days=3), note="the ladder")
    assert postcard_of(texts, monday, 77) == 'Last week: "the ladder".'
    assert postcard_of(texts, monday + timedelta(days=1), 77) == ""


def test_each_quiet_day_tells_the_next_sentence_once(texts: Game) -> None:
    """A second tick of a day tells nothing, a slip takes its sentence back, an undo does as well."""
    today, sentences = texts.today(), TEXTS.stories.all[0].sentences
    told = [
        story_after(texts, deeds.log_deed(texts, QUIET, day))
        for day in (today - timedelta(days=9), today - timedelta(days=3), today)
    ]
    assert tuple(told) == sentences[:3]
    assert story_after(texts, deeds.log_deed(texts, QUIET)) == ""
    assert story_after(texts, deeds.log_deed(texts, "help")) == ""
    assert quiet_days(texts) == 3
    deeds.log_slip(texts)
    assert quiet_days(texts) == 2
    assert story_after(texts, deeds.log_deed(texts, QUIET)) == ""
    assert [story.sentences for story in texts.stories.told(quiet_days(texts))] == [sentences[:2]]


def test_settings_of_whoever_has_changed_none_let_deeds_come_to_mind() -> None:
    """It is hushed by choice."""
    assert DEFAULTS.echoes
