"""Answers of the terminal, noise on the line and halves of sequences: none is a key, and none ends the game."""

from __future__ import annotations

import sys

import pytest

from ..exported import facts_in
from .terminal import Terminal
from .test_a_morning import ENTER, GIVEQUEST, environment, home, run

__all__ = ["environment", "home"]

ANSWERS = b"".join(
    (
        b"\x1bP>|ghostty 1.1.3\x1b\\",
        b"\x1b]4;1;rgb:cccc/2424/1d1d\x1b\\\x1b]10;rgb:ffff/ffff/ffff\x07\x1b]11;rgb:1d1d/2020/2121\x1b\\",
        b"\x1b]52;c;bmphc3B4eQ==\x07\x1b[?62;22;52c\x1b[>1;10;0c\x1b[49;1R\x1b[8;24;80t",
        b"\x1bP1$r2 q\x1b\\\x1bP1+r544e=787465726d\x1b\\\x1b_Gi=31;OK\x1b\\\x1b^nsxd\x1b\\\x1bXnsxd\x1b\\",
    )
)
"""Many of their letters are keys of the board."""


def test_answers_on_an_open_board_change_nothing(environment: dict[str, str]) -> None:
    """Neither a deed nor a slip nor a day off, on no page, and the next key is heard."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.send(ANSWERS + b"j" + ANSWERS + b" ")
        terminal.wait_for("✓ Help")
        for page, words in (("3", "month/year"), ("4", "watch it grow"), ("2", "/ search"), ("1", "✓ Help")):
            terminal.press(page)
            terminal.send(ANSWERS)
            terminal.wait_for(words)
        terminal.press("q")
        assert terminal.wait() == 0
    exported = facts_in(run(environment, "export"))
    assert [(record["type"], record.get("kind")) for record in exported] == [("deed", "help")]


def test_answers_while_something_is_typed_are_not_typed(environment: dict[str, str]) -> None:
    """Into a name and into a page of the journal."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.press(ENTER)
        terminal.wait_for("enter save")
        terminal.send(b"An" + ANSWERS + b"a" + ANSWERS + b"\r")
        terminal.wait_for("✓ Congratulate")
        terminal.press("2", ENTER)
        terminal.wait_for("esc done")
        terminal.send(b"one " + ANSWERS + b"line")
        terminal.wait_for("one line")
        terminal.press("\x1b")
        terminal.wait_for("enter write")
        terminal.press("q")
        assert terminal.wait() == 0
    exported = facts_in(run(environment, "export"))
    assert {record.get("person") or record.get("text") for record in exported} == {"Ana", "one line"}


PATIENT = """
import sys
from givequest.tui.terminal import input_tokens
input_tokens.PATIENCE = 600.0
from givequest.__main__ import main
sys.argv = ["givequest"]
sys.exit(main())
"""
"""The program, with patience for a machine that is busy with other tests."""


def test_an_answer_that_a_slow_line_has_cut_in_two_is_put_together(environment: dict[str, str]) -> None:
    """Between its halves there is as much time as a board takes to notice a deed that was logged elsewhere."""
    with Terminal([sys.executable, "-c", PATIENT], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("j")  # until it moves, the answers to Textual's own questions may come between the halves
        terminal.wait_for("▸ · Help")
        terminal.press("k")
        terminal.wait_for("▸ · Congratulate")
        for number, (half, rest) in enumerate(
            [(b"\x1bP>|ghostty s", b"xn 1.1.3\x1b\\"), (b"\x1b]11;rgb:", b"1d1d/xsn\x07"), (b"\x1b[?62;2", b"2c")]
        ):
            terminal.send(half)
            run(environment, "log", "help", f"Ana {number}")
            terminal.wait_for(f"Ana {number}")
            terminal.send(rest)
        terminal.send(b"\x1b[")
        run(environment, "log", "help", "Bo")
        terminal.wait_for("Bo")
        terminal.send(b"B ")
        terminal.wait_for("Help ×5")
        terminal.press("q")
        assert terminal.wait() == 0
    exported = facts_in(run(environment, "export"))
    assert {record["type"] for record in exported} == {"deed"}


def test_the_rest_of_an_arrow_that_comes_after_its_escape_was_heard_is_that_arrow(environment: dict[str, str]) -> None:
    """And not a day back."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.press("?")
        terminal.wait_for("On this page")
        terminal.send(b"\x1b")
        terminal.wait_for(lambda text: "On this page" not in text)
        terminal.send(b"[B")
        terminal.send(b" ")
        terminal.wait_for("✓ Help")
        assert "Yesterday" not in terminal.text
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize(
    "noise", [b"\xe9", b"\xff\xfe\x80", b"\x1b[M \xe9\xff", b"\x1b[200~\xe9t\xe9\x1b[201~", b"\x9b\xc3"]
)
def test_bytes_that_are_not_utf_8_end_nothing(environment: dict[str, str], noise: bytes) -> None:
    """From a Latin-1 keyboard, an old mouse, a bad line; on the board and in a field."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.wait_for("Welcome")
        terminal.send(noise + b" ")
        terminal.wait_for("✓ Congratulate")
        terminal.press("j", ENTER)
        terminal.wait_for("enter save")
        terminal.send(b"Ana" + noise)
        terminal.send(b"\r")
        terminal.wait_for("✓ Help")
        terminal.press("q")
        assert terminal.wait() == 0
    exported = facts_in(run(environment, "export"))
    (person,) = (record["person"] for record in exported if record.get("person"))
    assert person.startswith("Ana")
    assert set(person) <= set("Anat\ufffd")


def test_enter_that_was_typed_before_the_first_frame_means_enter(environment: dict[str, str]) -> None:
    """It comes as a line feed, since the terminal was not yet in raw mode."""
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.send(b"\nEarly Bird\n")
        terminal.wait_for("✓ Congratulate")
        terminal.press("q")
        assert terminal.wait() == 0
    assert '"Early Bird"' in run(environment, "export")
