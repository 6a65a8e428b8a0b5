"""Keys that come together, as over a slow line: none is lost, and none does what another page would do with it."""

from __future__ import annotations

import json

import pytest

from ..exported import facts_in
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


@pytest.mark.parametrize(
    ("opening", "asks", "typed", "field"),
    [
        ("\r", "enter save", "Ana\rj", "person"),
        ("\r", "enter save", "\tread her draft\rj", "note"),
        ("n", "kind", "\tAna\rj", "person"),
    ],
)
def test_a_key_behind_enter_does_not_go_into_what_enter_saves(
    environment: dict[str, str], opening: str, asks: str, typed: str, field: str
) -> None:
    """In one write, as a slow line or a macro sends them."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Congratulate")
        terminal.press(opening)
        terminal.wait_for(asks)
        terminal.press(typed)
        terminal.wait_for("✓ Congratulate")
        terminal.wait_for(lambda text: "enter save" not in text)
        terminal.press("q")
        assert terminal.wait() == 0
    (deed,) = exported(environment)
    assert deed[field] == typed.strip("\t\rj")


def test_two_deeds_are_logged_in_one_burst(environment: dict[str, str]) -> None:
    """The second enter opens the dialog again, for somebody else."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Congratulate")
        terminal.press("\rAna\r\rBo\r")
        terminal.wait_for("Congratulate ×2")
        terminal.press("q")
        assert terminal.wait() == 0
    assert {deed["person"] for deed in exported(environment)} == {"Ana", "Bo"}


def test_a_key_behind_enter_does_not_go_into_a_deed_that_is_edited(environment: dict[str, str]) -> None:
    """Nor does it get lost: it moves the cursor."""
    run(environment, "log", "congratulate", "An")
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("✓ Congratulate")
        terminal.press("e")
        terminal.wait_for("Edit:")
        terminal.press("Ana\rjjr")  # the row below is that deed, the one below it the next quest
        terminal.wait_for("Help: swapped for another card")
        terminal.press("q")
        assert terminal.wait() == 0
    assert [deed["person"] for deed in exported(environment) if deed["type"] == "deed"] == ["Ana"]


def test_a_key_behind_enter_does_not_go_into_a_gift_nor_into_a_day_that_is_gone_to(environment: dict[str, str]) -> None:
    """On the journal's page, where both are asked for."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Congratulate")
        terminal.press("2")
        terminal.wait_for("/ search")
        terminal.press("g")
        terminal.wait_for("out of the blue")
        terminal.press("A smile\rj")
        terminal.wait_for("counted nowhere")
        terminal.press("o")
        terminal.wait_for("enter go")
        terminal.press("yesterday\rg")
        terminal.wait_for("out of the blue")
        terminal.press(ESCAPE)
        terminal.wait_for(lambda text: "out of the blue" not in text)
        terminal.press("q")
        assert terminal.wait() == 0
    (gift,) = exported(environment)
    assert gift["text"] == "A smile"


def test_a_paste_keeps_its_place_among_the_keys(environment: dict[str, str]) -> None:
    """It comes to the field that enter has opened, before the letters behind it."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Congratulate")
        terminal.press("\r\x1b[200~An\x1b[201~a\r")
        terminal.wait_for("✓ Congratulate")
        terminal.press("q")
        assert terminal.wait() == 0
    (deed,) = exported(environment)
    assert deed["person"] == "Ana"


def exported(environment: dict[str, str]) -> list[dict[str, str]]:
    """Return what is in the ledger now."""
    return facts_in(run(environment, "export"))
