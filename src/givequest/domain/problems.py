"""Problems: what a loader of many things could not use, beside the good ones that it could."""

from __future__ import annotations

from typing import NamedTuple

from givequest.domain.text import clean_line


class Problem(NamedTuple):
    """Something a person wrote or keeps that could not be used as it is."""

    place: str
    """The file, with a line or a key where there is one."""
    message: str
    """What is wrong and what to do, as a sentence."""

    def __str__(self) -> str:
        """Return it as one line; what a name of a file or a key could make a terminal do is taken out."""
        return clean_line(f"{self.place}: {self.message}")
