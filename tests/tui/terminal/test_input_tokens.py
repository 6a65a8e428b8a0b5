"""What a terminal sends comes apart in the same places, however a line has cut it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from givequest.tui.terminal.input_tokens import LONGEST_SEQUENCE, InputTokens, Token, TokenType

TEXT, SEQUENCE, PASTE = TokenType.TEXT, TokenType.SEQUENCE, TokenType.PASTE
PIECES = (
    b"\x1b", b"[", b"]", b"O", b"P", b"A", b"M", b"j", b"1;5", b"?62;22c", b"<0;1;2M", b"~", b"\\", b"\x07", b"\r",
    b"\x1b[A", b"\x1bOP", b"\x1b[I", b"\x1b[M !!", b"\x1b[27u", b"\x1b[?2026;2$y", b"\x1b[200~", b"\x1b[201~",
    b"\x1b]11;rgb:00/11/22", b"\x1b\\", b"\x1bP>|ghostty 1.1.3", b"\x1b_Gi=1;OK", b"\x1b^pm", b"\x1bXsos",
    b"\xc3", b"\xa9", b"\xe9", b"\xff", b"\xf0\x9f\x8c\xb2", b"\x9b", b"\x00", b"\n", b"\x7f",
    b"\x1b[" + b"1;" * (LONGEST_SEQUENCE // 2),
)  # fmt: skip
STREAMS = st.lists(st.sampled_from(PIECES) | st.binary(max_size=3), max_size=12).map(b"".join)


def tokens_of(*parts: bytes) -> list[Token]:
    """Return the tokens of a stream that came in parts, with what comes of the end of it."""
    reader = InputTokens(escape_delay=0.1)
    found = [token for part in parts for token in reader.feed(part)] + reader.give_up()
    joined: list[Token] = []
    for token in found:
        if joined and token.type is joined[-1].type is TEXT:
            joined[-1] = Token(TEXT, joined[-1].text + token.text)
        else:
            joined.append(token)
    return joined


@given(STREAMS, st.lists(st.integers(0, 60)))
@example(b"\x1b[200~one\x1b[201~j", [7, 8, 12])
@example(b"\x1b]11;rgb:0/0/0\x1b\\j", [1, 14, 15])
@example(b"\x1b[M \xc3\xa9j", [3, 5])
def test_any_split_of_any_stream_gives_the_same_tokens(stream: bytes, cuts: list[int]) -> None:
    """A line may cut anywhere, also in the middle of a character."""
    places = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    parts = [stream[start:end] for start, end in pairwise(places)]
    assert tokens_of(*parts) == tokens_of(stream)


@given(
    st.binary().filter(lambda payload: not {7, 27} & {*payload} and not payload.startswith(b"11;")),
    st.sampled_from("]PX^_"),
)
@pytest.mark.parametrize("end", [b"\x07", b"\x1b\\"])
def test_a_string_is_dropped_up_to_its_end(end: bytes, payload: bytes, kind: str) -> None:
    """OSC, DCS, SOS, PM and APC, whatever is in them."""
    assert tokens_of(b"j\x1b" + kind.encode() + payload + end + b"k") == [Token(TEXT, "jk")]


@given(st.text(st.characters(exclude_characters="\x1b", codec="utf-8"), min_size=1))
def test_typed_text_comes_as_it_was_typed(text: str) -> None:
    """Every character that there is."""
    assert tokens_of(text.encode()) == [Token(TEXT, text)]


@given(st.text(st.characters(codec="utf-8")).filter(lambda text: "\x1b[201~" not in text + "\x1b[201"))
def test_a_paste_is_one_token_whatever_is_in_it(text: str) -> None:
    """Escape sequences in it are no keys."""
    assert tokens_of(b"\x1b[200~" + text.encode() + b"\x1b[201~j") == [Token(PASTE, text), Token(TEXT, "j")]


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (b"\xe9a", [Token(TEXT, "\ufffda")]),
        (b"\xc3\x1b[A", [Token(TEXT, "\ufffd"), Token(SEQUENCE, "\x1b[A")]),
        (b"\x1b[200~\xff\x1b[201~", [Token(PASTE, "\ufffd")]),
        (b"\x1b[M \xe9\xff.", [Token(SEQUENCE, "\x1b[M \xe9\xff"), Token(TEXT, ".")]),
    ],
)
def test_bytes_that_are_not_utf_8_become_a_sign_for_that_or_stay_in_their_report(
    stream: bytes, expected: list[Token]
) -> None:
    """A Latin-1 keyboard, line noise, a mouse report in bytes."""
    assert tokens_of(stream) == expected


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (b"\x1b[12\rj", [Token(TEXT, "\rj")]),
        (b"\x1b[\x1b[A", [Token(SEQUENCE, "\x1b[A")]),
        (b"\x1b]11;rgb:\x1b[A", [Token(SEQUENCE, "\x1b[A")]),
        (b"\x1b\x1b[A", [Token(SEQUENCE, "\x1b"), Token(SEQUENCE, "\x1b[A")]),
        (b"\x1b[M \x01", [Token(TEXT, "\x01")]),
        (b"\x1b[" + b"1" * LONGEST_SEQUENCE + b"Aj", [Token(TEXT, "j")]),
    ],
)
def test_a_sequence_that_breaks_off_is_no_key_and_what_broke_it_off_is_heard(
    stream: bytes, expected: list[Token]
) -> None:
    """Nobody loses the key after an answer that was cut off."""
    assert tokens_of(stream) == expected


@pytest.mark.parametrize(
    "rest",
    [
        b"[B", b"OP", b"]11;rgb:1/2/3\x07", b"P>|ghostty 1.1.3\x1b\\", b"P1$r0 q\x1b\\", b"[?62;22c", b"[<0;5;6M",
        b"_Gi=31;OK\x1b\\", b"_Gi=31;", b"_x s n\x1b\\", b"^x s n\x1b\\", b"Xx s n\x1b\\",
    ],
)  # fmt: skip
def test_the_rest_of_a_sequence_that_comes_long_after_its_escape_is_no_text(rest: bytes) -> None:
    """The escape was heard as the key; what follows it still is what it is."""
    reader = InputTokens(escape_delay=0.1)
    assert reader.feed(b"\x1b") == []
    assert reader.give_up() == [Token(SEQUENCE, "\x1b")]
    assert [token for token in reader.feed(rest) if token.type is TEXT] == []


@pytest.mark.parametrize("typed", [b"[", b"]", b"O", b"[[", b"Pa", b"n", b"[ ", b"_", b"^", b"Xavier", b"_G"])
def test_what_is_typed_after_the_escape_key_is_typed(typed: bytes) -> None:
    """A day back is a day back."""
    reader = InputTokens(escape_delay=0.1)
    reader.feed(b"\x1b")
    reader.give_up()
    assert reader.feed(typed) == [Token(TEXT, typed.decode())]


@pytest.mark.parametrize("typed", [b"q", b"\r", b"j ", "é".encode(), b"\x7f"])
def test_a_key_that_comes_after_the_escape_key_is_no_chord_with_alt(typed: bytes) -> None:
    """However soon: whoever leaves a page and quits types no q into it."""
    reader = InputTokens(escape_delay=0.1)
    assert reader.feed_later(b"\x1b") == []
    assert reader.feed_later(typed) == [Token(SEQUENCE, "\x1b"), Token(TEXT, typed.decode())]
    assert reader.feed_later(b"\x1b" + typed)[0] == Token(SEQUENCE, "\x1b" + typed.decode()[0])


@pytest.mark.parametrize("sequence", [b"\x1b[B", b"\x1bOP", b"\x1b]11;rgb:0/0/0\x07", b"\x1bP>|x\x1b\\", b"\x1b\x1b[A"])
def test_a_sequence_that_comes_byte_by_byte_is_that_sequence(sequence: bytes) -> None:
    """Over the slowest of lines."""
    reader, whole = InputTokens(escape_delay=0.1), InputTokens(escape_delay=0.1)
    found = [token for byte in sequence for token in reader.feed_later(bytes([byte]))]
    assert found == whole.feed(sequence)


def test_only_what_is_open_is_waited_for_and_an_escape_for_the_shortest_time() -> None:
    """A paste for the longest: the rest of it would be heard as keys."""
    reader = InputTokens(escape_delay=0.1)
    waits: list[float] = []
    for part in (b"j", b"\x1b", b"[", b"A", b"\x1b]11;", b"\x07", b"\xc3", b"\xa9", b"\x1b[200~\x1b", b"[201~"):
        reader.feed(part)
        waits.append(reader.wait or 0.0)
    escape, begun, string, half, paste = waits[1], waits[2], waits[4], waits[6], waits[8]
    assert [waits[number] for number in (0, 3, 5, 7, 9)] == [0.0] * 5
    assert 0.0 < escape < begun == string == half < paste


@given(st.lists(st.integers(0, 40)))
@pytest.mark.parametrize("end", [b"\x07", b"\x1b\\"])
def test_the_ground_of_the_terminal_is_told_however_the_line_has_cut_it(end: bytes, cuts: list[int]) -> None:
    """And nothing that only begins like it, or has no end."""
    stream = b"j\x1b]11;rgb:1d1d/2020/2121" + end + b"k"
    places = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    answer = Token(TokenType.ANSWER, "11;rgb:1d1d/2020/2121")
    expected = [Token(TEXT, "j"), answer, Token(TEXT, "k")]
    assert tokens_of(*(stream[start:stop] for start, stop in pairwise(places))) == expected
    assert tokens_of(b"\x1b]11;rgb:" + b"0" * 100 + end) == tokens_of(b"\x1b]110;rgb:0/0/0" + end) == []
