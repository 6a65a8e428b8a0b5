"""A draft is saved in the background: no key waits for the disk, and nothing is lost by that."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from givequest.application.desk.desk import Desk
from givequest.composition import Home
from givequest.domain.desk.drafts import MessageDraft
from givequest.errors import StorageError
from givequest.tui.desk.background_write import BackgroundWrite

from ..conftest import PlayApp, app_of
from .test_desk_page import drafts_in, page_of, said, type_text

PATIENCE = 30.0
"""Seconds after which a held disk gives in, so that a test that is wrong ends."""


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Event:
    """The disk of drafts, which answers once this is set; set it to begin with."""
    answers, write = Event(), Desk.write
    answers.set()

    def slowly(self: Desk, draft: MessageDraft, text: str) -> Any:
        assert answers.wait(PATIENCE)
        return write(self, draft, text)

    monkeypatch.setattr(Desk, "write", slowly)
    return answers


async def landed(pilot: Pilot[None]) -> None:
    """Let what is under way come to its end, without waiting for a pause in the keys."""
    page_of(pilot)._adopt()
    await pilot.pause()


async def test_no_key_waits_for_a_slow_disk(play: PlayApp, open_home: Callable[..., Home], disk: Event) -> None:
    """What is typed meanwhile is saved after it, and what stands beside the message is true all the time."""
    async with play() as pilot:
        await pilot.press("w")
        await type_text(pilot, "Dear")
        disk.clear()
        page_of(pilot)._save_in_background()
        await type_text(pilot, " Ana")
        assert page_of(pilot).editor.text == "Dear Ana"
        assert page_of(pilot).editor.border_subtitle == "saving"
        assert drafts_in(open_home) == []
        disk.set()
        await landed(pilot)
        assert [draft.text for draft in drafts_in(open_home)] == ["Dear"]
        assert page_of(pilot).editor.border_subtitle == "saving"
        page_of(pilot)._save_in_background()
        await landed(pilot)
        assert [draft.text for draft in drafts_in(open_home)] == ["Dear Ana"]
        assert page_of(pilot).editor.border_subtitle == "saved"


@pytest.mark.parametrize("key", ["escape", "ctrl+s", "ctrl+q"])
async def test_whoever_leaves_waits_for_what_is_under_way(
    play: PlayApp, open_home: Callable[..., Home], disk: Event, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """All that was typed is there, as one draft; and sent, as one deed."""
    result = BackgroundWrite.result

    def answered(self: BackgroundWrite) -> Any:
        disk.set()
        return result(self)

    async with play() as pilot:
        await pilot.press("w")
        await type_text(pilot, "Dear")
        disk.clear()
        page_of(pilot)._save_in_background()
        await type_text(pilot, " Ana")
        monkeypatch.setattr(BackgroundWrite, "result", answered)
        await pilot.press(key)
        game = app_of(pilot).game
        deeds = game.years.records_on(game.today())
    assert len(deeds) == (key == "ctrl+s")
    assert [draft.text for draft in drafts_in(open_home)] == ([] if deeds else ["Dear Ana"])


async def test_a_disk_that_refuses_is_told_of_and_tried_again(
    play: PlayApp, open_home: Callable[..., Home], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was typed stays where it is meanwhile."""

    def refuse(self: Desk, draft: MessageDraft, text: str) -> Any:
        raise StorageError("The disk is full.")

    async with play() as pilot:
        await pilot.press("w")
        await type_text(pilot, "Dear Ana")
        with monkeypatch.context() as patched:
            patched.setattr(Desk, "write", refuse)
            page_of(pilot)._save_in_background()
            await landed(pilot)
            await pilot.pause()
        assert "Not saved yet; what you typed is still here. The disk is full." in said(pilot)
        page_of(pilot)._save_in_background()
        await landed(pilot)
        assert [draft.text for draft in drafts_in(open_home)] == ["Dear Ana"]


async def test_what_another_board_wrote_stays_beside_it(
    play: PlayApp, open_home: Callable[..., Home], disk: Event
) -> None:
    """Both texts, and what is typed after that goes into this board's own."""
    async with play() as pilot:
        await pilot.press("w")
        await type_text(pilot, "Dear")
        page_of(pilot).save()
        (draft,) = drafts_in(open_home)
        disk.clear()
        await type_text(pilot, " Ana")
        page_of(pilot)._save_in_background()
        await type_text(pilot, "!")
        disk.set()
        await landed(pilot)
        page_of(pilot).desk.write(draft, "Dear Ben")  # as another board does, which knows the first text
        await pilot.press("escape")
    assert sorted(draft.text for draft in drafts_in(open_home)) == ["Dear Ana!", "Dear Ben"]
