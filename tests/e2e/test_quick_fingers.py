"""Keys that come together, as over a slow line: none is lost, and none does what another page would do with it."""

from __future__ import annotations

import json

from .terminal import Terminal
from .test_a_morning import ENTER, ESCAPE, GIVEQUEST, environment, home, run

__all__ = ["environment", "home"]


def test_a_deed_is_logged_with_a_name_and_a_note_in_one_burst(environment: dict[str, str]) -> None:
    """The letters of the name reach the field, though the dialog was not there when they were sent."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Congratulate")
        terminal.press(f"{ENTER}Quincy\tquite a day{ENTER}")
        terminal.wait_for("Quincy: quite a day")
        terminal.press("q")
        assert terminal.wait() == 0
    board = json.loads(run(environment, "today", "--json"))
    assert [quest["kind"] for quest in board["quests"] if quest["done"]] == ["congratulate"]


def test_a_page_of_the_journal_is_opened_and_written_in_one_burst(environment: dict[str, str]) -> None:
    """A q among the words is a letter, and quits nothing."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Congratulate")
        terminal.press(f"2{ENTER}quite a quick page")
        terminal.wait_for("quite a quick page")
        terminal.press(ESCAPE)
        terminal.wait_for("enter write")
        terminal.press("q")
        assert terminal.wait() == 0
    assert "quite a quick page" in run(environment, "journal", "--list")


def test_pages_are_turned_as_often_as_the_keys_say(environment: dict[str, str]) -> None:
    """And the deed is logged on the board, not on a page that was passed."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Congratulate")
        terminal.press("3y1j ")
        terminal.wait_for(lambda text: "Help" in text and "✓" in text)
        terminal.press("q")
        assert terminal.wait() == 0
    board = json.loads(run(environment, "today", "--json"))
    assert [quest["kind"] for quest in board["quests"] if quest["done"]] == ["help"]
