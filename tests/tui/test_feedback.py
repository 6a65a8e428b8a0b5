"""What a deed feels like: words at once, a gleam that nobody waits for, and a greeting after an absence."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from givequest.application import deeds
from givequest.application.achievements import EarnedAchievement
from givequest.application.board import Board, board_of
from givequest.application.game.game import Game
from givequest.commands.keymap import name_keys, read_keymap
from givequest.composition import Home
from givequest.domain.deck.month_themes import new_leaf
from givequest.domain.kinds import LONGEST_SAID
from givequest.domain.morning.stories import Stories, Story
from givequest.domain.progress.achievement_list import ACHIEVEMENTS
from givequest.domain.settings import Settings
from givequest.presentation import messages, sayings
from givequest.presentation.today.question import QUESTION
from givequest.tui.today.notices import TodayNotices
from givequest.tui.widgets.header_line import HeaderLine
from givequest.tui.widgets.notice_line import MARGIN, NoticeLine

from ..built_in import BUILT_IN, DEFAULTS
from ..conftest import Clock
from .conftest import OpenHome, PlayApp, app_of, board_shown, press_at, screen_text, today_page

TODAY = date(2026, 11, 23)
SHAMING = ("missed", "failed", "lost", "overdue", "behind", "should", "must", "!", "days away")


def notice(pilot: Pilot[None]) -> str:
    """Return the line above the keys."""
    line = pilot.app.screen.query_one(NoticeLine)
    return "".join(text for text, _ in line.lines(200, 1)[0]).strip()


def said_above(pilot: Pilot[None]) -> str:
    """Return the line below the header."""
    return "".join(text for text, _ in pilot.app.screen.query_one(HeaderLine).lines(200, 2)[1]).strip()


def give(game: Game, days_ago: int, *kinds: str, effort: int = 1) -> None:
    """Log deeds some days ago."""
    for kind in kinds:
        deeds.log_deed(game, kind, TODAY - timedelta(days=days_ago), effort=effort)


async def test_the_first_deed_of_all_says_that_a_forest_has_begun(play: PlayApp) -> None:
    """The first plant has a line of its own."""
    async with play() as pilot:
        await pilot.press("space")
        assert "Your forest has its first plant" in notice(pilot)


async def test_the_first_deed_of_a_kind_names_its_plant_and_the_next_one_does_not(
    open_home: OpenHome, play: PlayApp
) -> None:
    """Each kind has a plant that is new once."""
    give(open_home().game, 1, "help")
    async with play() as pilot:
        await press_at(pilot, (1.0, "space"))
        assert "The first flowers in your forest." in notice(pilot)
        await press_at(pilot, (2.0, "space"))
        assert "first" not in notice(pilot)


@pytest.mark.parametrize("size", [(80, 24), (80, 18), (160, 50)])
async def test_the_fourth_core_quest_of_the_day_closes_it_in_words(
    open_home: OpenHome, play: PlayApp, size: tuple[int, int]
) -> None:
    """The day is told to be done, once: where that stands from now on."""
    game = open_home().game
    for back in (1, 2):
        give(game, back, "congratulate", "help", "reconnect", "quiet")
    give(game, 0, "congratulate", "help", "reconnect")
    async with play(size) as pilot:
        await pilot.press("j", "j", "j", "space")
        firsts = [line.split(". ")[0] for line in sayings.ALL_GIVEN]
        assert sum(screen_text(pilot).count(first) for first in firsts) == 1
        assert not any(first in notice(pilot) for first in firsts)
        assert notice(pilot)


async def test_a_quiet_day_goes_on_with_its_story_whatever_else_it_was(open_home: OpenHome, play: PlayApp) -> None:
    """Each sentence is told once: neither the day that it closes nor an answer takes its place."""
    game = open_home().game
    stories = Stories((Story("A story", tuple(f"Sentence {number}, {'word ' * 10}." for number in range(9))),))
    for back in (1, 2):
        give(game, back, "congratulate", "help", "reconnect", *(["quiet"] if back == 2 else []))
    give(game, 0, "congratulate", "help", "reconnect")
    async with play() as pilot:
        app_of(pilot).game.stories = stories
        await pilot.press("y")
        assert "Sentence 1," in notice(pilot)
        await pilot.press("j", "j", "j", "space")
        assert "Sentence 2," in notice(pilot)


async def test_a_new_level_is_told_with_its_name_and_without_numbers_by_its_name_alone(
    open_home: OpenHome, play: PlayApp
) -> None:
    """Numbers off leaves the words."""
    game = open_home().game
    for back in (1, 2):
        give(game, back, "help", effort=3)
    assert board_of(game).level == 1
    async with play(settings=DEFAULTS._replace(animations=False, numbers=False)) as pilot:
        await pilot.press("space")
        assert notice(pilot).endswith("From today: Wallflower.")
        await pilot.press("u")
    async with play() as pilot:
        await pilot.press("space")
        assert notice(pilot).endswith("From today: level 2, Wallflower.")


async def test_a_deed_beyond_what_a_day_can_earn_is_told_to_be_a_gift(open_home: OpenHome, play: PlayApp) -> None:
    """The daily most is no wall."""
    game = open_home().game
    give(game, 3, "congratulate", "help", effort=3)
    give(game, 0, *["help"] * 6)
    assert board_of(game).xp_of_day == 60
    async with play() as pilot:
        await pilot.press("j", "space")
        assert messages.ENOUGH in notice(pilot)


async def test_the_words_stand_there_at_once_and_the_gleam_ends_with_the_next_notice(
    open_home: OpenHome, play: PlayApp
) -> None:
    """Nothing has to be waited for, and nothing goes on behind one's back."""
    give(open_home().game, 1, "help", "congratulate")
    async with play(settings=DEFAULTS) as pilot:
        await pilot.press("space")
        line = pilot.app.screen.query_one(NoticeLine)
        whole = notice(pilot)[1:].strip()
        assert whole in BUILT_IN["congratulate"].said
        assert line._gleaming is not None
        line._gleaming.pause()
        for _ in range(line._steps):
            assert notice(pilot)[1:].strip() == whole
            line._grow()
        assert line._gleaming is None
        await pilot.press("space", "r")
        assert line._gleaming is None


async def test_with_animations_off_the_same_words_stand_still(open_home: OpenHome, play: PlayApp) -> None:
    """No movement, nothing missing."""
    give(open_home().game, 1, "help", "congratulate")
    async with play() as pilot:
        await pilot.press("space")
        assert pilot.app.screen.query_one(NoticeLine)._gleaming is None
        assert notice(pilot)[1:].strip() in BUILT_IN["congratulate"].said


@pytest.mark.parametrize("days", [4, 8, 30, 400])
async def test_coming_back_is_greeted_warmly_without_a_count_or_a_question(
    open_home: OpenHome, play: PlayApp, days: int
) -> None:
    """However long it was: one sentence, and the door is open."""
    give(open_home().game, days, "help")
    async with play() as pilot:
        assert notice(pilot) in sayings.BACK
        assert not any(sign.isdigit() for sign in notice(pilot))
        assert QUESTION not in screen_text(pilot)
        await pilot.press("space")
        assert board_of(app_of(pilot).game).comes_back is False
        pilot.app.screen.query_one(NoticeLine).clear()
        assert QUESTION not in screen_text(pilot)


async def test_two_days_are_no_absence_yet(open_home: OpenHome, play: PlayApp) -> None:
    """A weekend off is not worth a word."""
    give(open_home().game, 3, "help")
    async with play() as pilot:
        assert notice(pilot) not in sayings.BACK


async def test_who_gives_for_ten_days_without_a_pause_is_offered_a_garden_day(
    open_home: OpenHome, play: PlayApp
) -> None:
    """Over-givers find the card of a garden day, and a word on how to make it a day off, which `x` does at once."""
    game = open_home().game
    for back in range(1, 11):
        give(game, back, "help")
    deeds.log_slip(game, TODAY - timedelta(days=1))
    give(game, 0, "help")
    async with play() as pilot:
        assert said_above(pilot) == app_of(pilot).with_keys(messages.GARDEN)
        assert "Garden day" in screen_text(pilot)
        await pilot.press("x")
        pilot.app.screen.query_one(NoticeLine).clear()
        assert app_of(pilot).with_keys(messages.GARDEN) not in (notice(pilot), said_above(pilot))


async def test_a_garden_day_is_offered_once_in_three_weeks(open_home: OpenHome, play: PlayApp, clock: Clock) -> None:
    """Whoever likes to go on is not told so every morning."""
    game = open_home().game
    for back in range(12, -9, -1):
        give(game, back, "help") if back >= 0 else None
    told = []
    for _ in range(20):
        board = board_of(open_home().game)
        told.append(messages.greeting(board) == messages.GARDEN)
        deeds.log_deed(open_home().game, "help")
        clock.move(days=1)
    assert sum(told) == 1


@pytest.mark.parametrize("calm", ["quiet", "rest"])
async def test_one_quiet_or_one_rest_day_is_garden_enough(
    open_home: Callable[..., Home], play: PlayApp, calm: str
) -> None:
    """Only those who never pause are told."""
    game = open_home().game
    for back in range(1, 11):
        give(game, back, "help")
    day = TODAY - timedelta(days=6)
    if calm == "quiet":
        deeds.log_deed(game, "quiet", day)
    else:
        deeds.rest(game, day, day)
    assert not board_of(game).needs_garden


async def test_a_surprise_is_told_on_the_morning_after_until_the_first_deed(open_home: OpenHome, play: PlayApp) -> None:
    """One line, and then the day is the day's."""
    game = open_home().game
    give(game, 1, "help", "quiet")
    async with play() as pilot:
        today_page(pilot)._notices.look_for_achievements()  # which it does by itself a moment after the first frame
        assert notice(pilot).startswith("A surprise: Coat off.")
        await pilot.press("space")
        pilot.app.screen.query_one(NoticeLine).clear()
        assert "surprise" not in notice(pilot)


def test_no_line_shames_gains_or_shouts() -> None:
    """Every line that can come says what was given, in plain words that fit beside a name."""
    groups = [*(kind.said for kind in BUILT_IN.values()), sayings.GIVEN, sayings.ALL_GIVEN, sayings.BACK]
    groups += [sayings.KEPT_QUIET, sayings.NOT_KEPT]
    lines = [line for group in groups for line in group] + [messages.GARDEN, messages.ENOUGH]
    assert len(lines) == len(set(lines))
    for line in lines:
        assert line.isascii()
        assert not any(word in line.lower() for word in SHAMING)
        assert "xp" not in line.lower().split()
    assert all(len(line) <= LONGEST_SAID for line in sayings.GIVEN)
    assert all(len(kind.said) >= 12 for kind in BUILT_IN.values())


STANDING = 80 - MARGIN
"""Characters of a line at 80 columns."""


def test_what_stands_below_the_board_fits_on_80_columns() -> None:
    """No sentence is cut off."""
    lines = [messages.WELCOME, messages.GARDEN, messages.SLIPPED, *sayings.BACK, *sayings.ALL_GIVEN]
    lines += [new_leaf(date(2026, month, 1), half) for month in range(1, 13) for half in ("north", "south")]
    for one in ACHIEVEMENTS:
        lines.append(messages.achievements_line([EarnedAchievement(one, TODAY, "Help")], STANDING))
        assert one.name in lines[-1]
    lines.append(messages.achievements_line([EarnedAchievement(one, TODAY, "Help") for one in ACHIEVEMENTS], STANDING))
    keymap, _ = read_keymap({})
    assert [line for line in lines if len(name_keys(line, keymap)) > STANDING] == []


async def test_the_first_of_a_month_begins_with_its_word(open_home: OpenHome, play: PlayApp, clock: Clock) -> None:
    """A new leaf, all day long: whoever is quick with the first deed reads it as well."""
    give(open_home().game, 0, "help", "quiet")
    clock.move(days=8)
    give(open_home().game, -7, "help", "quiet")
    async with play() as pilot:
        today_page(pilot)._notices._earned = ()
        today_page(pilot).refresh_page()
        assert notice(pilot).startswith("December, month of the hearth")
        await pilot.press("space")
        assert said_above(pilot).startswith("December, month of the hearth")
        await pilot.press("[")
        assert "December" not in notice(pilot) + said_above(pilot)


def test_a_kind_has_another_line_on_the_next_day_and_the_same_deed_always_the_same(open_home: OpenHome) -> None:
    """Whoever gives every day does not read one line all week."""
    game = open_home().game
    kind = game.kinds["help"]
    told = []
    for back in range(12, 0, -1):
        deed = deeds.log_deed(game, "help", TODAY - timedelta(days=back))
        told.append(messages.given(deed, kind))
        assert messages.given(deed, kind) == told[-1]
    assert all(one != other for one, other in itertools.pairwise(told))
    first = [messages.given(deed._replace(day=TODAY + timedelta(days=day)), kind, 0) for day in range(12)]
    assert set(first) == set(BUILT_IN["help"].said)


async def test_a_second_deed_of_a_kind_has_another_line_than_the_first(open_home: OpenHome, play: PlayApp) -> None:
    """Pressing again says something else."""
    give(open_home().game, 1, "help", "congratulate")
    async with play() as pilot:
        told = []
        for second in range(1, 5):
            await press_at(pilot, (float(second), "space"))
            told.append(notice(pilot))
        assert len(set(told)) == 4


async def test_that_a_day_has_earned_enough_is_said_once(open_home: OpenHome, play: PlayApp) -> None:
    """Whoever goes on is not told so at every deed."""
    game = open_home().game
    give(game, 3, "congratulate", "help", effort=3)
    give(game, 0, *["help"] * 6)
    async with play() as pilot:
        await press_at(pilot, (1.0, "j"), (2.0, "space"))
        assert messages.ENOUGH in notice(pilot)
        await press_at(pilot, (3.0, "space"))
        assert messages.ENOUGH not in notice(pilot)


async def test_a_surprise_is_told_on_opening_and_yesterday_is_asked_about_beside_it(
    open_home: OpenHome, play: PlayApp
) -> None:
    """Each has its place; an answer is acknowledged, and then the surprise stands there again."""
    give(open_home().game, 1, "help")
    async with play() as pilot:
        today_page(pilot)._notices.look_for_achievements()
        await pilot.pause()
        assert notice(pilot).startswith("A surprise: Coat off.")
        assert QUESTION in screen_text(pilot)
        await pilot.press("y")
        assert notice(pilot) in sayings.KEPT_QUIET
        assert QUESTION not in screen_text(pilot)
        pilot.app.screen.query_one(NoticeLine).clear()
        assert notice(pilot).startswith("A surprise: Coat off.")


def almost_level_two(game: Game) -> None:
    """Give until a quiet day or a release is all that is left to the second level."""
    for back in (1, 2):
        give(game, back, "help", effort=2)
    give(game, 3, "help", effort=3)
    assert 75 <= board_of(game).xp < 90


async def test_a_level_reached_by_answering_for_yesterday_is_told(open_home: OpenHome, play: PlayApp) -> None:
    """What the answer earns counts, and is not swallowed."""
    almost_level_two(open_home().game)
    async with play() as pilot:
        await pilot.press("y")
        assert notice(pilot).endswith("From today: level 2, Wallflower.")
        assert any(said in notice(pilot) for said in sayings.KEPT_QUIET)


async def test_a_level_reached_on_another_page_is_told_where_the_board_is_come_back_to(
    open_home: OpenHome, play: PlayApp
) -> None:
    """A page written in the journal earns as well, and the board shows it."""
    game = open_home().game
    almost_level_two(game)
    async with play() as pilot:
        await pilot.press("2")
        deeds.log_deed(app_of(pilot).game, "quiet", TODAY)
        await pilot.press("1")
        assert notice(pilot).endswith("From today: level 2, Wallflower.")
        assert board_shown(pilot).level == 2


async def test_a_deed_taken_back_on_another_page_is_gone_from_the_board(open_home: OpenHome, play: PlayApp) -> None:
    """The board shows what is true whenever it is come back to."""
    async with play() as pilot:
        await pilot.press("space", "2", "u", "1")
        assert not any(quest.deeds for quest in board_shown(pilot).quests)


def _signs_and_gleams(line: NoticeLine) -> list[tuple[str, ...]]:
    assert line._gleaming is not None
    line._gleaming.pause()
    seen = []
    for _ in range(line._steps + 1):
        seen.append(tuple(text for text, _ in line.lines(200, 1)[0]))
        line._grow()
    return seen


async def test_every_feast_is_shown_in_its_own_way(open_home: OpenHome, play: PlayApp) -> None:
    """A deed, a new plant, the last core quest and a level each have another movement and the same words."""
    async with play(settings=DEFAULTS) as pilot:
        line = pilot.app.screen.query_one(NoticeLine)
        shown = []
        for feast in ("", *messages.FEASTS):
            line.celebrate("It is out in the world now.", feast)
            shown.append(_signs_and_gleams(line))
        assert len({tuple(frames) for frames in shown}) == 4
        for frames in shown:
            assert {"".join(frame[2:]) for frame in frames} == {"It is out in the world now."}
        assert [frames[-1][0] for frames in shown][2:] == [line.paint.glyphs.done, line.paint.glyphs.level]


async def test_where_there_is_no_room_for_both_what_is_special_is_told(open_home: OpenHome, play: PlayApp) -> None:
    """On a narrow screen a sentence is whole or not there."""
    async with play((60, 20)) as pilot:
        await pilot.press("space")
        line = pilot.app.screen.query_one(NoticeLine)
        special = messages.occasion(_bare(board_shown(pilot)), board_shown(pilot), with_numbers=True).words
        assert "".join(text for text, _ in line.lines(60, 1)[0])[2:] == app_of(pilot).with_keys(special)


def _bare(board: Board) -> Board:
    """Return a board as it was before anything was logged."""
    quests = tuple(quest._replace(deeds=(), kept=False) for quest in board.quests)
    return board._replace(quests=quests, is_new=True, xp_of_day=0)


async def test_an_older_deed_comes_to_mind_until_the_first_deed_of_the_day(
    open_home: OpenHome, play: PlayApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below the board, after the first frame; whoever has hushed echoes hears of none."""
    long_ago = TODAY.replace(year=TODAY.year - 1)
    game = open_home().game
    deeds.log_deed(game, "help", long_ago, person="Ana", note="the ladder")
    give(game, 1, "help", "quiet")

    async def told(settings: Settings) -> str:
        async with play(settings=settings) as pilot:
            page = today_page(pilot)
            page._notices._earned = ()
            monkeypatch.setattr(TodayNotices, "_achievement_line", "")
            monkeypatch.setattr(page, "set_timer", lambda _seconds, then: page.call_later(then))
            today_page(pilot)._notices.look_for_achievements()
            for _ in range(40):
                if "Ana" in notice(pilot):
                    break
                await pilot.pause()
            said = notice(pilot)
            await pilot.press("space")
            assert "Ana" not in pilot.app.screen.query_one(NoticeLine).standing
        return said

    still = DEFAULTS._replace(animations=False)
    assert "A year ago today you helped Ana" in await told(still)
    assert "Ana" not in await told(still._replace(echoes=False))


async def test_what_is_told_while_the_app_is_left_closes_it_with_no_fault(play: PlayApp) -> None:
    """A timer may go off between the last page and the end."""
    async with play() as pilot:
        app = app_of(pilot)
    app.tell()


async def test_an_app_that_is_left_a_moment_after_it_was_opened_reads_nothing_more(
    play: PlayApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was to be read in a moment finds no page any more, and that is no trouble."""
    async with play() as pilot:
        app = app_of(pilot)
    monkeypatch.setattr(app.game.histories, "history", lambda year: pytest.fail(f"{year} was read"))
    app.background._read_year()
