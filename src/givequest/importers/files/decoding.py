"""Decoding: bytes of whatever encoding as text, by what the bytes say and never by what a file is called."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 2000
_MOSTLY = 0.4
"""The share of every other byte that is zero in UTF-16 of any language that has spaces and line ends."""


def encoding_of(data: bytes) -> tuple[str, int]:
    """Return the encoding of a file, and how many bytes its mark takes; `utf-8` may turn out to be wrong."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > _MOSTLY * half:
        return "utf-16-le", 0
    if half and sample[::2].count(0) > _MOSTLY * half:
        return "utf-16-be", 0
    return "utf-8", 0


def decode(data: bytes) -> str:
    """Return text; bytes that are no UTF-8 are taken for the Western European of Windows, which never fails."""
    encoding, skipped = encoding_of(data)
    rest = data[skipped:] if skipped else data
    if encoding != "utf-8":
        return rest.decode(encoding, "replace")
    try:
        return rest.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end == len(rest) and error.reason == "unexpected end of data":  # cut within a letter
            return rest[: error.start].decode("utf-8")
        return rest.decode("cp1252", "replace")


def as_utf8(data: bytes) -> bytes:
    """Return a file as UTF-8 without a mark, where it says itself that it is encoded in another way."""
    encoding, skipped = encoding_of(data)
    if encoding != "utf-8":
        return data[skipped:].decode(encoding, "replace").encode("utf-8", "replace")
    return data[skipped:] if skipped else data


def decode_line(line: bytes, charset: str | None = None) -> str:
    """Return one line as text: files that were put together from several have lines of several encodings."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return line.decode(charset or "cp1252", "replace")
    except LookupError:
        return line.decode("cp1252", "replace")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, whichever ends they have; what else Unicode calls a line end is part of them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
