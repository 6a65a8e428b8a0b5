"""What of all that a terminal sends is a key, and what is for Textual."""

from __future__ import annotations

import pytest
from hypothesis import given
from textual import events
from textual.message import Message
from textual.messages import InBandWindowResize, TerminalSupportsSynchronizedOutput

from givequest.tui.terminal.events import InputEvents, TerminalGround
from givequest.tui.terminal.input_tokens import InputTokens, Token, TokenType

from .test_input_tokens import STREAMS

ANSWERS = (
    b"\x1bP>|ghostty 1.1.3\x1b\\",  # XTVERSION
    b"\x1b]4;1;rgb:cccc/2424/1d1d\x1b\\", b"\x1b]10;rgb:ffff/ffff/ffff\x07", b"\x1b]11;?\x1b\\",
    b"\x1b]52;c;bmphc3B4eQ==\x07", b"\x1b]l a title \x1b\\",
    b"\x1b[?62;22c", b"\x1b[>1;10;0c", b"\x1b[62;22c", b"\x1bP!|00000000\x1b\\",  # DA1, DA2, DA3
    b"\x1bP1$r0 q\x1b\\", b"\x1bP1+r544e=787465726d\x1b\\", b"\x1bP0+r\x1b\\",  # DECRQSS, XTGETTCAP
    b"\x1b_Gi=31;OK\x1b\\", b"\x1b^nsx\x1b\\", b"\x1bXnsx\x1b\\",
    b"\x1b[?1u", b"\x1b[?997;1n", b"\x1b[0n", b"\x1b[49;1R", b"\x1b[?49;1;1R", b"\x1b[8;24;80t", b"\x1b[4;600;800t",
    b"\x1b[?1;2;4S", b"\x1b[>0;276;0c", b"\x1b[=1;0c", b"\x1b[>4;1m", b"\x1b[?4;2m",
    b"\x1b[M \xe9\xff", b"\x1b[32;10;20M", b"\x1b[3;1:3u", b"\x1b[99999999999u",
    b"\x1b[48;0;0;0;0t", b"\x1b[48;99999999;99999999;1;1t",  # sizes that are noise
    b"\x1b\\",
)  # fmt: skip
"""What nobody typed, and nobody in this program has asked for."""


def events_of(stream: bytes) -> list[Message]:
    """Return the events of a stream."""
    tokens, found = InputTokens(0.1), InputEvents()
    return [message for token in [*tokens.feed(stream), *tokens.give_up()] for message in found.of(token)]


def keys_of(stream: bytes) -> list[str]:
    """Return the names of the keys of a stream."""
    return [event.key for event in events_of(stream) if isinstance(event, events.Key)]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_of_the_terminal_is_no_event(answer: bytes) -> None:
    """Before, between and behind keys."""
    assert keys_of(b"j" + answer + b"k" + answer) == ["j", "k"]
    assert events_of(answer) == []


def test_what_textual_has_asked_for_reaches_it() -> None:
    """Synchronised output, sizes in band, focus, the mouse, pastes, keys of the kitty protocol."""
    stream = (
        b"\x1b[?2026;2$y\x1b[?2048;2$y\x1b[I\x1b[O\x1b[<0;5;6M\x1b[<0;5;6m\x1b[<64;5;6M\x1b[<35;7;8M"
        b"\x1b[48;50;200;1000;2000t\x1b[200~two\rlines\x1b[201~\x1b[97;;97u\x1b[27u\x1b[1;5C"
    )
    found = events_of(stream)
    assert [type(event) for event in found] == [
        TerminalSupportsSynchronizedOutput, InBandWindowResize, events.AppFocus, events.AppBlur,
        events.MouseDown, events.MouseUp, events.MouseScrollUp, events.MouseMove,
        events.Resize, events.Paste, events.Key, events.Key, events.Key,
    ]  # fmt: skip
    assert keys_of(stream) == ["a", "escape", "ctrl+right"]
    assert next(event.text for event in found if isinstance(event, events.Paste)) == "two\rlines"


@pytest.mark.parametrize(
    ("stream", "keys"),
    [
        (b"\r", ["enter"]),
        (b"\n", ["enter"]),  # pressed before the terminal was in raw mode
        (b"\x1b[A\x1bOA\x1b[1;2B\x1b[Z", ["up", "up", "shift+down", "shift+tab"]),
        (b"\x1bOP\x1b[15~\x1b[[A", ["f1", "f5", "f1"]),
        (b"\x1b", ["escape"]),
        (b"\x1bj\x1b\xc3\xa9", ["alt+j", "alt+é"]),
        (b"\x1bb\x1b\x7f", ["ctrl+left", "ctrl+w"]),
        (b"\t \x7f\x1a\x10\x00", ["tab", "space", "backspace", "ctrl+z", "ctrl+p", "ctrl+@"]),
        ("é名🌲".encode(), ["é", "名", "evergreen_tree"]),
        (b"\x1b[0;;" + b":".join(b"%d" % ord(sign) for sign in "committed") + b"u", list("committed")),
    ],
)
def test_keys_are_keys(stream: bytes, keys: list[str]) -> None:
    """By byte, by sequence, by the text that an input method has committed."""
    assert keys_of(stream) == keys


@given(STREAMS)
def test_no_stream_is_an_error(stream: bytes) -> None:
    """Noise comes to something or to nothing."""
    events_of(stream)


def test_a_terminal_that_sends_the_escape_key_as_a_sequence_says_so() -> None:
    """Then a lone escape is the beginning of something."""
    tokens, found = InputTokens(0.1), InputEvents()
    for stream, has_it in ((b"\x1b[?0u", False), (b"\x1b[?25u", True)):
        assert [event for token in tokens.feed(stream) for event in found.of(token)] == []
        assert found.has_escape_sequence is has_it


def test_the_ground_of_the_terminal_is_told_as_a_colour() -> None:
    """What is no colour comes to nothing."""
    (message,) = InputEvents().of(Token(TokenType.ANSWER, "11;rgb:1d1d/2020/2121"))
    assert isinstance(message, TerminalGround)
    assert message.colour == "#1d2021"
    assert InputEvents().of(Token(TokenType.ANSWER, "11;rgb:none")) == []
