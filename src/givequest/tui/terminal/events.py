"""What a terminal sends, as Textual's events: keys, pastes, the mouse, and the answers that Textual has asked for."""

from __future__ import annotations

import re

from textual import events
from textual.message import Message

from givequest.appearance.following import read_answer
from givequest.tui.terminal.input_tokens import ESCAPE, Token, TokenType
from givequest.tui.textual_internals import SequenceReader

_MARKED = re.compile(r"\x1b\[[<=>?]")
"""A control sequence with a private marker: hardly ever a key."""
_WANTED = re.compile(r"\x1b\[(?:<[0-9;-]+[Mm]|\?[0-9]+;[0-9]\$y)")
"""Those of them that are meant for Textual: the mouse, and whether a mode is supported."""
_CURSOR_POSITION = re.compile(r"\x1b\[[0-9]+;[0-9]+R")
"""An answer about the cursor, by its form a key as well: row 49 would be the key 1."""
_NO_KEY = ("\x1b\\", "\x1b[M")
"""The end of a string whose beginning was given up; a mouse report in bytes, which Textual does not read."""
_KITTY_FLAGS = re.compile(r"\x1b\[\?([0-9]+)u")
_DISAMBIGUATES = 1
LARGEST = 10_000
"""Columns or lines beyond which a size is noise."""


class TerminalGround(Message):
    """The terminal has told what colour its ground is."""

    def __init__(self, colour: str) -> None:
        """Take it as `#rrggbb`."""
        super().__init__()
        self.colour = colour


class InputEvents:
    """Turns tokens into events; what nobody typed and nobody asked for comes to nothing."""

    def __init__(self) -> None:
        self._reader = SequenceReader()
        self.has_escape_sequence = False
        """Whether this terminal has said that the escape key is a sequence here, never a single byte."""

    def of(self, token: Token) -> list[Message]:
        """Return the events of a token."""
        if token.type is TokenType.PASTE:
            return [events.Paste(token.text.replace("\0", ""))]
        if token.type is TokenType.ANSWER:
            ground = read_answer(token.text)
            return [TerminalGround(ground)] if ground is not None else []
        if token.type is TokenType.TEXT:
            # Enter that was pressed before the terminal was in raw mode comes as a line feed.
            text = token.text.replace("\n", "\r")
            return [key for character in text for key in self._reader.keys(character)]
        return self._of_sequence(token.text)

    def _of_sequence(self, sequence: str) -> list[Message]:
        if sequence == ESCAPE:
            return [events.Key("escape", ESCAPE)]
        if sequence.startswith(_NO_KEY) or _CURSOR_POSITION.fullmatch(sequence):
            return []
        if len(sequence) == 2:
            return [*(self._reader.keys(sequence) or self._reader.keys(sequence[1], with_alt=True))]
        if _MARKED.match(sequence) and not _WANTED.fullmatch(sequence):
            if flags := _KITTY_FLAGS.fullmatch(sequence):
                self.has_escape_sequence = bool(int(flags[1][-4:]) & _DISAMBIGUATES)
            return []
        return [event for event in self._reader.events(sequence) if _is_likely(event)]


def _is_likely(event: Message) -> bool:
    return not isinstance(event, events.Resize) or (0 < event.size.width < LARGEST and 0 < event.size.height < LARGEST)
