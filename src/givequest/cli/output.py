"""Printing: nothing that an odd terminal, encoding or name could break."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from givequest.domain.diagnostics import Diagnostic
from givequest.domain.text import clean_line
from givequest.errors import GivequestError


def print_line(text: str = "") -> None:
    """Print a line to stdout."""
    _write(sys.stdout, text)


def complain(text: str) -> None:
    """Print a sentence to stderr, without what a terminal would obey; nobody is told when stderr is not there."""
    with suppress(OSError):
        _write(sys.stderr, f"givequest: {clean_line(text)}")


def complain_of(diagnostics: Iterable[Diagnostic]) -> None:
    """Print what is odd to stderr, one a line."""
    for diagnostic in diagnostics:
        complain(str(diagnostic))


def prompt(text: str) -> None:
    """Print to stderr what is asked for; nobody is asked when stderr is not there."""
    with suppress(OSError):
        _write(sys.stderr, text)
        if sys.stderr is not None:
            sys.stderr.flush()


def show_passing(text: str) -> None:
    """Show on stderr, where that is a terminal, what the next such text takes the place of; an empty one clears it."""
    if is_terminal(sys.stderr):
        with suppress(OSError):
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()


def spell_out(path: str) -> str:
    """Return a path with control characters, and others that can't be shown, escaped."""
    return path if path.isprintable() else path.encode("unicode_escape").decode("ascii")


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a standard stream is a terminal; one that was closed before the start is None."""
    return stream is not None and stream.isatty()


def finish() -> None:
    """Flush stdout; raises `GivequestError` when what was printed can't be written."""
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            turn_off_stdout()
            raise _unwritten(error) from None


def turn_off_stdout() -> None:
    """Point stdout at nothing, so that the interpreter's own flush at exit raises no error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:
        return
    try:
        stream.write(f"{text}\n")
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritten(error) from None


def _unwritten(error: OSError) -> GivequestError:
    return GivequestError(f"The output couldn't be written to stdout: {error.strerror}. What was saved is safe.")


def print_data(lines: Iterable[str], *, first: str = "") -> None:
    """Print lines of data to stdout: UTF-8 whatever the locale is, so that what is written can be read back.

    A terminal that isn't UTF-8 gets what it can show, the rest spelt out. What is to stand
    `first` is for files, and no terminal gets it.
    """
    is_shown = is_terminal(sys.stdout)
    if isinstance(sys.stdout, TextIOWrapper) and not is_shown:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    for line in lines:
        _write(sys.stdout, line if is_shown else first + line)
        first = ""


def print_json(document: object) -> None:
    """Print a document as JSON, indented."""
    import json

    # On a terminal that isn't UTF-8 what is spelt out has to be JSON as well.
    is_ascii = is_terminal(sys.stdout) and not _is_utf8(sys.stdout)
    print_data([json.dumps(document, ensure_ascii=is_ascii, indent=2)])


def _is_utf8(stream: TextIO) -> bool:
    import codecs

    try:
        return codecs.lookup(stream.encoding or "ascii").name == "utf-8"
    except LookupError:
        return False
