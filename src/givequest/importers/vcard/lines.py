"""The lines of vCards: unfolded, decoded, and taken apart into name, parameters and value.

Lines end where a line feed or a carriage return stands, and nowhere else: U+2028, U+0085 and others are part of what
people wrote.
"""

from __future__ import annotations

import quopri
from collections.abc import Iterator
from io import BytesIO

from givequest.importers.files.decoding import as_utf8, decode_line
from givequest.named_tuple import NamedTuple

NOBODY_READS = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
"""Properties whose values are pictures and the like: they are passed over without being decoded."""
_NAMELESS_ENCODINGS = ("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT")
LONGEST_VALUE = 100_000
"""Bytes of a property, of which what goes beyond is passed over."""
_LONGEST_HEAD = 300
_NO_PARAMETERS: dict[str, str] = {}
_ESCAPED = {"n": "\n", "N": "\n"}


class Property(NamedTuple):
    """One property of a card."""

    line: int
    """The line of the file that it begins in, the first being 1."""
    end: int
    """How many bytes of the file are read with it."""
    name: str
    """In capitals: `FN`."""
    group: str
    """What ties it to others of its card: `item1`; empty for most."""
    parameters: dict[str, str]
    """By their names in capitals; those that came without a name are in `TYPE`."""
    value: str
    """As it was written, its escapes not undone."""


def properties_of(data: bytes) -> Iterator[Property]:
    """Yield the properties of a file of cards, their beginnings and ends among them."""
    data = as_utf8(data)
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    begun: list[bytes] = []
    begun_in = end = size = 0
    is_passed_over = is_soft = is_quoted = False
    for number, raw in enumerate(BytesIO(data), 1):
        end += len(raw)
        line = raw.rstrip(b"\r\n")
        size += len(raw)
        if is_soft:  # the line before has ended in the sign of quoted-printable that it goes on
            piece = line.lstrip(b" \t") if line[:1] in b" \t" else line
            is_soft = piece.endswith(b"=")
            if size < LONGEST_VALUE:
                begun.append(piece[:-1] if is_soft else piece)
            continue
        if line[:1] in (b" ", b"\t") and line.strip():
            if not is_passed_over and size < LONGEST_VALUE:
                begun.append(line[1:])
                is_soft = is_quoted and line.endswith(b"=")
                if is_soft:
                    begun[-1] = begun[-1][:-1]
            continue
        if not line.strip() or (is_passed_over and b":" not in line):
            continue
        if begun and (found := _property(begun, begun_in, end - len(raw))) is not None:
            yield found
        is_passed_over = _is_passed_over(line)
        is_quoted = b"QUOTED-PRINTABLE" in line[:_LONGEST_HEAD].upper()
        is_soft = not is_passed_over and is_quoted and line.endswith(b"=")
        begun = [] if is_passed_over or len(line) > LONGEST_VALUE else [line[:-1] if is_soft else line]
        begun_in, size = number, 0
    if begun and (found := _property(begun, begun_in, end)) is not None:
        yield found


def _is_passed_over(line: bytes) -> bool:
    head = line[:60].partition(b":")[0].partition(b";")[0]
    return head.rpartition(b".")[2].upper().decode("ascii", "replace") in NOBODY_READS


def _property(pieces: list[bytes], number: int, end: int) -> Property | None:
    whole = b"".join(pieces) if len(pieces) > 1 else pieces[0]
    line = decode_line(whole, _charset(whole) if not whole.isascii() else None)
    head, colon, value = line.partition(":") if '"' not in line else _parted(line)
    if not colon:
        return None
    if ";" not in head:
        group, _, name = head.strip().rpartition(".")
        return Property(number, end, name.upper(), group.upper(), _NO_PARAMETERS, value)
    name, *rest = head.split(";")
    parameters: dict[str, str] = {}
    for parameter in rest:
        key, equals, text = parameter.partition("=")
        if not equals:
            is_encoding = key.strip().upper() in _NAMELESS_ENCODINGS
            key, text = ("ENCODING" if is_encoding else "TYPE"), key
        key, text = key.strip().upper(), text.strip().strip('"')
        parameters[key] = f"{parameters[key]},{text}" if key in parameters else text
    if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        value = _unquoted(value, parameters.get("CHARSET"))
    group, _, name = name.strip().rpartition(".")
    return Property(number, end, name.upper(), group.upper(), parameters, value)


def _parted(line: str) -> tuple[str, str, str]:
    """Return what is before and behind the first colon that stands in no quotation marks."""
    is_quoted = False
    for place, character in enumerate(line):
        if character == '"':
            is_quoted = not is_quoted
        elif character == ":" and not is_quoted:
            return line[:place], ":", line[place + 1 :]
    return line.partition(":")


def _charset(line: bytes) -> str | None:
    _, found, rest = line.partition(b":")[0].upper().partition(b"CHARSET=")
    return rest.partition(b";")[0].decode("ascii", "replace").strip() if found else None


def _unquoted(value: str, charset: str | None) -> str:
    data = quopri.decodestring(value.encode("utf-8", "replace"))
    try:
        return data.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode_line(data)


def unescaped(value: str) -> str:
    """Return a value with its escapes undone, those too that only Apple writes."""
    if "\\" not in value:
        return value
    first, *rest = value.replace("\\\\", "\0").split("\\")
    return "".join([first, *(_ESCAPED.get(part[:1], part[:1]) + part[1:] for part in rest)]).replace("\0", "\\")


def split_escaped(value: str, separator: str) -> list[str]:
    """Return the parts of a value between separators that are not escaped, escapes undone."""
    if "\\" not in value:
        return value.split(separator)
    parts, start = [], 0
    place = 0
    while place < len(value):
        if value[place] == "\\":
            place += 1
        elif value[place] == separator:
            parts.append(unescaped(value[start:place]))
            start = place + 1
        place += 1
    return [*parts, unescaped(value[start:])]
