"""The question about yesterday: what it asks is what is recorded, and only what was seen is answered."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from textual import events
from textual.pilot import Pilot

from givequest.appearance import load_theme
from givequest.appearance.glyphs import UNICODE
from givequest.application import deeds
from givequest.commands.keymap import read_keymap
from givequest.commands.registry import TODAY, commands_of
from givequest.domain.records import RecordType
from givequest.presentation import sayings
from givequest.presentation.paint import Paint
from givequest.presentation.today.question import QUESTION, SHORT_QUESTION, AnswerKeys, question_line
from givequest.tui.today.question_line import QuestionLine
from givequest.tui.widgets.notice_line import NoticeLine

from .conftest import OpenHome, PlayApp, app_of, saved, screen_text

SUNDAY = date(2026, 11, 22)


@pytest.fixture
def asked(open_home: OpenHome) -> None:
    """A home in which yesterday's vow is open: the first deed was two days ago."""
    deeds.log_deed(open_home().game, "help", SUNDAY - timedelta(days=1))


def line_above_the_keys(pilot: Pilot[None]) -> str:
    """Return what the notice says."""
    return "".join(text for text, _ in pilot.app.screen.query_one(NoticeLine).lines(300, 1)[0]).strip()


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("key", "type_", "said"), [("y", RecordType.DEED, sayings.KEPT_QUIET), ("p", RecordType.SLIP, sayings.NOT_KEPT)]
)
async def test_it_asks_what_is_recorded_and_says_that_it_was_heard(
    play: PlayApp, open_home: OpenHome, key: str, type_: RecordType, said: tuple[str, ...]
) -> None:
    """Answered with one key for yesterday, acknowledged, and then gone."""
    async with play() as pilot:
        assert f"{QUESTION}  y nothing posted  p I posted" in screen_text(pilot)
        await pilot.press(key)
        assert [record.type for record in saved(open_home()) if record.day == SUNDAY] == [type_]
        assert line_above_the_keys(pilot) in said
        assert QUESTION not in screen_text(pilot)
        await pilot.press(key)
        assert len([record for record in saved(open_home()) if record.day == SUNDAY]) == 1


@pytest.mark.usefixtures("asked")
async def test_n_is_no_answer(play: PlayApp, open_home: OpenHome) -> None:
    """It opens the dialog, as on every day."""
    async with play() as pilot:
        await pilot.press("n", *"Ana", "escape")
        assert QUESTION in screen_text(pilot)
        assert [record for record in saved(open_home()) if record.day == SUNDAY] == []


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("key", ["y", "p"])
async def test_a_key_that_was_typed_before_the_question_was_seen_is_no_answer(
    play: PlayApp, open_home: OpenHome, key: str
) -> None:
    """It was meant for what was there before."""
    async with play() as pilot:
        early = events.Key(key, key)
        early.time -= 60
        pilot.app.post_message(early)
        await pilot.pause()
        assert [record for record in saved(open_home()) if record.day == SUNDAY] == []
        assert QUESTION in screen_text(pilot)


@pytest.mark.usefixtures("asked")
async def test_the_question_stays_beside_every_passing_message(play: PlayApp) -> None:
    """One of several lines among them."""
    async with play(size=(80, 24)) as pilot:
        for said in ("A surprise: something short.", "The disk is full, and here is what to do about it. " * 6):
            app_of(pilot).page.say(said, "slip")  # type: ignore[union-attr]
            await pilot.pause()
            text = screen_text(pilot)
            assert QUESTION in text
            assert said.split(".")[0] in text


@pytest.mark.usefixtures("asked")
async def test_on_another_day_nothing_is_asked_and_its_keys_answer_nothing(play: PlayApp, open_home: OpenHome) -> None:
    """Until today is come back to."""
    async with play() as pilot:
        await pilot.press("left_square_bracket")
        assert QUESTION not in screen_text(pilot)
        await pilot.press("y", "p")
        assert [record for record in saved(open_home()) if record.day == SUNDAY] == []
        await pilot.press("t")
        await pilot.pause()
        assert QUESTION in screen_text(pilot)


@pytest.mark.usefixtures("asked")
async def test_what_was_answered_elsewhere_is_not_answered_twice(play: PlayApp, open_home: OpenHome) -> None:
    """Between two looks at the ledger somebody else has answered."""
    async with play() as pilot:
        deeds.log_deed(open_home().game, "quiet", SUNDAY)
        await pilot.press("p")
        assert [record.kind for record in saved(open_home()) if record.day == SUNDAY] == ["quiet"]
        assert line_above_the_keys(pilot) == "That's answered already."


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("columns", "shown"), [(120, QUESTION), (72, QUESTION), (50, QUESTION), (40, SHORT_QUESTION), (38, None)]
)
async def test_it_is_asked_only_where_it_can_be_read_to_its_end(
    play: PlayApp, open_home: OpenHome, columns: int, shown: str | None
) -> None:
    """In the longest form that fits; where none does, no key answers."""
    async with play(size=(columns, 24)) as pilot:
        rows = [row for row in screen_text(pilot).splitlines() if "Yesterday" in row]
        assert [re.split(r"\s\s+", row.strip())[0] for row in rows] == ([shown] if shown else [])
        await pilot.press("p")
        answers = [record for record in saved(open_home()) if record.day == SUNDAY]
        assert bool(answers) is bool(shown)


@pytest.mark.usefixtures("asked")
async def test_a_screen_made_larger_asks_and_one_made_smaller_does_not(play: PlayApp) -> None:
    """At once."""
    async with play(size=(38, 24)) as pilot:
        for columns, is_asked in ((100, True), (38, False), (40, True)):
            await pilot.resize_terminal(columns, 24)
            await pilot.pause()
            assert ("Yesterday" in screen_text(pilot)) is is_asked
            assert pilot.app.screen.query_one(QuestionLine).display is is_asked


def test_every_form_names_both_keys_and_fits() -> None:
    """Whatever the keys are called."""
    paint = Paint(load_theme("forest", "")[0], UNICODE)
    for keys in (AnswerKeys("y", "p"), AnswerKeys("f5", "ctrl+t")):
        for width in range(200):
            line = question_line(keys, width, paint)
            text = "".join(text for text, _ in line or [])
            assert len(text) <= width
            assert not text or (keys.nothing in text and keys.posted in text)


def test_answers_share_their_keys_with_nothing_on_the_page() -> None:
    """A key means one thing, asked or not; a choice that clashes goes back to its default."""
    answers = {key for command in commands_of(TODAY) if command.id.startswith("answer.") for key in command.keys}
    others = {key for command in commands_of(TODAY) if not command.id.startswith("answer.") for key in command.keys}
    assert answers == {"y", "p"}
    assert not answers & others
    keymap, problems = read_keymap({"answer.no": "n"})
    assert keymap["answer.no"] == ("p",)
    assert "n is the key of deed.new" in str(problems[0])
