"""Printing: nothing that an odd terminal, encoding or name could break."""

from __future__ import annotations

import sys
from typing import TextIO


def print_line(text: str = "") -> None:
    """Print a line to stdout."""
    _write(sys.stdout, text)


def complain(text: str) -> None:
    """Print a sentence to stderr."""
    _write(sys.stderr, f"givequest: {text}")


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(f"{text}\n")
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def print_json(document: object) -> None:
    """Print a document as JSON, indented."""
    import json

    _write(sys.stdout, json.dumps(document, ensure_ascii=False, indent=2))


def read_text(words: list[str], prompt: str) -> str:
    """Return the words joined; for `-` all of stdin; for none one line asked for (or stdin, if it is no terminal)."""
    if words == ["-"] or (not words and not sys.stdin.isatty()):
        return sys.stdin.read()
    if words:
        return " ".join(words)
    print(prompt, file=sys.stderr)
    return sys.stdin.readline()
