"""TOML that people write by hand: what it holds, or in a sentence why it cannot be read."""

from __future__ import annotations

from typing import Any

from givequest.domain.text import clean_line

MOST_DOTS = 100
"""In a line: `a.a.a.…` is a table in a table, and takes as long to read as the square of their number."""


def parse_toml(data: bytes) -> tuple[dict[str, Any], str]:
    """Return the document and text of a TOML file's bytes; `ValueError` is a sentence saying what is wrong."""
    import tomllib

    if data.count(b".") > MOST_DOTS:
        for number, row in enumerate(data.split(b"\n"), 1):
            if row.count(b".") > MOST_DOTS:
                raise ValueError(f"It isn't TOML that can be read: line {number} has more than {MOST_DOTS} dots.")
    try:
        text = data.decode("utf-8-sig")
        return tomllib.loads(text), text
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ValueError(f"It isn't UTF-8 text (at line {line}).") from None
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"It isn't TOML: {clean_line(str(error))[:200].rstrip('.')}.") from None
    except RecursionError:
        raise ValueError("It isn't TOML that can be read: its brackets lie too deep in one another.") from None
    except ValueError:
        raise ValueError("It isn't TOML that can be read: it has a number that's too long.") from None
