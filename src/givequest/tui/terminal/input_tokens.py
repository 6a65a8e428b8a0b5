"""What a terminal sends, cut into typed text, escape sequences and pastes.

Terminals also send what nobody typed: answers to questions (of Textual, of the program before, of a
multiplexer in between), which can come late and in pieces. Strings (OSC, DCS, APC, PM, SOS) are dropped
here up to their end, all but the answer about the ground. Control sequences are passed on whole, so that
no reader has to guess from the clock where one ends. See ECMA-48 section 5.4 and 5.6, and
https://vt100.net/emu/dec_ansi_parser.
"""

from __future__ import annotations

import codecs
import re
from enum import Enum, auto

from givequest.named_tuple import NamedTuple

ESCAPE = "\x1b"
PATIENCE = 3.0
"""Seconds to wait for the rest of a sequence: a slow line can cut one anywhere."""
PASTE_PATIENCE = 15.0
"""Seconds to wait for the rest of a paste: what comes after them would be heard as keys."""
LONGEST_SEQUENCE = 1024
"""Bytes after which a control sequence without an end is noise: committed text can be long, a key is not."""

_SEQUENCE = re.compile(
    rb"""\x1b(?:
        \[\[[A-E]                               # a function key of the Linux console
      | \[M[\x20-\xff]{3}                       # a mouse report in bytes (X10)
      | \[(?![M\[])[\x20-?]*[@-~]               # a control sequence
      | O[0-9;]*[A-Za-z]                        # a key of the keypad
    )""",
    re.VERBOSE,
)
_BEGUN = re.compile(rb"\x1b(?:\[(?:\[|M[\x20-\xff]{0,2}|[\x20-?]*)?|O[0-9;]*)?\Z")
_BROKEN = re.compile(rb"\x1b(?:\[(?:\[|M[\x20-\xff]{0,2}|[\x20-?]*)|O[0-9;]*)")
_STRING = re.compile(rb"\x1b[]PX^_]")
_STRING_END = re.compile(rb"\x07|\x1b\\|\x1b(?=[^\\])")
_INTRODUCERS = frozenset(bytes([byte]) for byte in b"[O]PX^_\\\x1b")
"""What can follow an escape in a sequence."""
_GROUND, LONGEST_ANSWER = b"]11;", 64
"""How the answer about the ground begins, and bytes after which it is none."""
_PASTE_START, _PASTE_END = b"\x1b[200~", b"\x1b[201~"
_REST = re.compile(
    rb"""(?:
        \[(?:[A-FHIOZ]|[0-9;:]+[A-Za-z~^$@]|[<=>?][0-9;:]*[\x20-/]*[@-~]|\[[A-E])
      | O[A-DFHP-S]
      | \][0-9]+;
      | P[0-9;]*[>$+!|]
      | _G[A-Za-z]=
      | [X^_][^\x07\x1b]*\x1b\\
    )""",
    re.VERBOSE,
)
"""What follows an escape that came alone only if a line has cut a sequence: nobody types this in one go."""


class TokenType(Enum):
    """What a terminal can send."""

    TEXT = auto()
    SEQUENCE = auto()
    """A whole escape sequence; the escape key, which is one byte of it, too."""
    PASTE = auto()
    ANSWER = auto()
    """What the terminal answers to OSC 11, its ground: the one string that is asked for."""


class Token(NamedTuple):
    """Something that a terminal sent, whole."""

    type: TokenType
    text: str


_ESCAPE_KEY = Token(TokenType.SEQUENCE, ESCAPE)


class InputTokens:
    """Cuts a stream of bytes into tokens; however the stream comes in pieces, the tokens are the same.

    Bytes that are not UTF-8 become U+FFFD. The one thing that bytes alone cannot tell is whether an
    escape is the key or the beginning of a sequence: whoever reads waits `wait` seconds, and calls
    `give_up` when nothing has come.
    """

    def __init__(self, escape_delay: float) -> None:
        """Take an escape for the key when nothing has followed for `escape_delay` seconds."""
        self.escape_delay = escape_delay
        self._held = b""
        """The beginning of a sequence."""
        self._in_string = False
        self._string = b""
        """What has come of a string, as far as it may be an answer."""
        self._pasted: bytearray | None = None
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._is_after_escape = False
        """Whether the last token was an escape that was given up: its sequence may still come."""

    @property
    def wait(self) -> float | None:
        """Seconds to wait for more before `give_up` is due; None when nothing is open."""
        if self._pasted is not None:
            return PASTE_PATIENCE
        if self._may_be_escape:
            return self.escape_delay
        is_open = self._held or self._in_string or self._is_after_escape or self._decoder.getstate()[0]
        return PATIENCE if is_open else None

    @property
    def _may_be_escape(self) -> bool:
        return self._held == b"\x1b" and not self._in_string and self._pasted is None

    def feed_later(self, data: bytes) -> list[Token]:
        """Return the tokens that are whole with bytes that came after all others, and not together with them.

        A terminal sends alt and a letter at once: what comes later was pressed after the escape key. The rest of a
        sequence is the rest of a sequence, whenever it comes.
        """
        if self._may_be_escape and data[:1] not in _INTRODUCERS:
            return self.give_up() + self.feed(data)
        return self.feed(data)

    def feed(self, data: bytes) -> list[Token]:
        """Return the tokens that are whole with these bytes."""
        if self._is_after_escape:
            self._is_after_escape = False
            if _REST.match(data):
                data = b"\x1b" + data
        tokens: list[Token] = []
        data = self._held + data
        self._held = b""
        while data:
            if self._pasted is not None:
                data = self._take_paste(data, tokens)
            elif self._in_string:
                data = self._take_string(data, tokens)
            elif data[0] == 0x1B:
                data = self._take_sequence(data, tokens)
            else:
                end = data.find(b"\x1b")
                text, data = (data, b"") if end < 0 else (data[:end], data[end:])
                _add_text(tokens, self._decoder.decode(text))
        return tokens

    def give_up(self) -> list[Token]:
        """Return what is there of the open token, since the rest has not come: a key, a paste, or nothing."""
        tokens: list[Token] = []
        _add_text(tokens, self._decoder.decode(b"", final=True))
        was_escape = self._may_be_escape
        if self._pasted is not None:
            tokens.append(Token(TokenType.PASTE, _decode(bytes(self._pasted) + self._held)))
        if was_escape:
            tokens.append(_ESCAPE_KEY)
        self._held, self._in_string, self._pasted = b"", False, None
        self._is_after_escape = was_escape
        return tokens

    def _take_sequence(self, data: bytes, tokens: list[Token]) -> bytes:
        """Take what begins with an escape, and return what is left; an open sequence is held."""
        _add_text(tokens, self._decoder.decode(b"", final=True))
        if data.startswith(_PASTE_START):
            self._pasted = bytearray()
            return data[len(_PASTE_START) :]
        if found := _SEQUENCE.match(data):
            if len(found[0]) <= LONGEST_SEQUENCE:
                tokens.append(Token(TokenType.SEQUENCE, found[0].decode("latin-1")))
            return data[found.end() :]
        if found := _STRING.match(data):
            self._in_string, self._string = True, data[1:2]
            return data[found.end() :]
        if _BEGUN.match(data):
            self._held = data[: LONGEST_SEQUENCE + 1]
            return b""
        if found := _BROKEN.match(data):  # what broke it off is heard, the rest was no key
            return data[found.end() :]
        if data[1] == 0x1B:
            tokens.append(_ESCAPE_KEY)
            return data[1:]
        return self._take_with_alt(data, tokens)

    def _take_with_alt(self, data: bytes, tokens: list[Token]) -> bytes:
        """Take an escape and the character behind it: together they are a key pressed with alt."""
        following = data.find(b"\x1b", 1)
        end = len(data) if following < 0 else following
        for size in range(2, end + 1):
            text = self._decoder.decode(data[size - 1 : size], final=size == following)
            if text:
                tokens.append(Token(TokenType.SEQUENCE, ESCAPE + text[0]))
                _add_text(tokens, text[1:])
                return data[size:]
        self._decoder.reset()
        self._held = data
        return b""

    def _take_string(self, data: bytes, tokens: list[Token]) -> bytes:
        """Return what is left behind the end of a string, which comes to nothing unless it is an answer."""
        end = _STRING_END.search(data)
        if end is None:
            self._held = b"\x1b" if data.endswith(b"\x1b") else b""
            self._string = (self._string + data.removesuffix(b"\x1b"))[: LONGEST_ANSWER + 1]
            return b""
        self._in_string = False
        string = self._string + data[: min(end.start(), LONGEST_ANSWER)]
        is_whole = end[0] != b"\x1b"
        if is_whole and string.startswith(_GROUND) and len(string) <= LONGEST_ANSWER and string.isascii():
            tokens.append(Token(TokenType.ANSWER, string[1:].decode()))
        return data[end.start() if end[0] == b"\x1b" else end.end() :]

    def _take_paste(self, data: bytes, tokens: list[Token]) -> bytes:
        """Take what was pasted, and return what is left behind its end."""
        assert self._pasted is not None
        end = data.find(_PASTE_END)
        if end >= 0:
            tokens.append(Token(TokenType.PASTE, _decode(bytes(self._pasted) + data[:end])))
            self._pasted = None
            return data[end + len(_PASTE_END) :]
        kept = max((size for size in range(1, len(_PASTE_END)) if data.endswith(_PASTE_END[:size])), default=0)
        self._pasted += data[: len(data) - kept]
        self._held = data[len(data) - kept :]
        return b""


def _add_text(tokens: list[Token], text: str) -> None:
    """Add typed text; what comes together is one token."""
    if text and tokens and tokens[-1].type is TokenType.TEXT:
        text = tokens.pop().text + text
    if text:
        tokens.append(Token(TokenType.TEXT, text))


def _decode(data: bytes) -> str:
    return data.decode("utf-8", "replace")
