"""Decks, titles and prompts: the packaged ones, and a person's own cards beside them."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from givequest.cache.stamped import read_stamped, stamp_of, write_stamped
from givequest.domain.deck.cards import Card, Deck, read_card
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.morning.lines import NO_MORNINGS, Mornings, read_mornings
from givequest.domain.morning.stories import NO_STORIES, Stories, Story, read_stories
from givequest.domain.noticeboard.spot_cards import NO_SPOT_TEXTS, SpotText, SpotTexts, read_spot_texts
from givequest.domain.progress.titles import Titles
from givequest.domain.toml import parse_toml
from givequest.errors import GivequestError
from givequest.named_tuple import NamedTuple

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PACKAGED = os.path.join(_PACKAGE, "decks")
TEXTS = os.path.join(_PACKAGE, "texts")
TITLES, PROMPTS = "titles.toml", "prompts.toml"
MORNINGS, STORIES, SPOTS = "mornings.toml", "stories.toml", "spots.toml"
LARGEST_FILE = 1 << 20
_CACHE_VERSION = 5


class Library(NamedTuple):
    """All texts that a game is played with."""

    deck: Deck
    titles: Titles
    mornings: Mornings = NO_MORNINGS
    stories: Stories = NO_STORIES
    spots: SpotTexts = NO_SPOT_TEXTS


def load_library(
    user_folder: str, kinds: Iterable[str], cache_file: str | None = None, *, southern: bool = False
) -> tuple[Library, list[Diagnostic]]:
    """Return all good cards and the titles, and a problem for each card or file that could not be used.

    The packaged texts are read from `cache_file` when it was made from the same files:
    TOML takes twenty times as long to read. A cache that cannot be written is done without.
    In the southern half of the world the packaged cards of a season come six months later.
    """
    files = _deck_files(PACKAGED)
    texts = [os.path.join(PACKAGED, TITLES), *(os.path.join(TEXTS, name) for name in (MORNINGS, STORIES, SPOTS))]
    stamp = stamp_of([*files, *texts], _CACHE_VERSION)
    library = _from_document(read_stamped(cache_file, stamp)) if cache_file else None
    problems: list[Diagnostic] = []
    if library is None:
        cards, problems = _read_files(files)
        titles, mornings, stories, spots = map(_packaged, texts)
        library = Library(
            Deck(tuple(cards)),
            _titles_of(titles),
            read_mornings(mornings),
            read_stories(stories),
            read_spot_texts(spots),
        )
        if cache_file and not problems:
            write_stamped(cache_file, stamp, _document_of(library))
    if southern:
        library = library._replace(deck=library.deck.southern())
    own, own_problems = _read_files(_deck_files(user_folder), set(kinds))
    if own:
        library = library._replace(deck=library.deck.joined(own))
    return library, problems + own_problems


def _deck_files(folder: str) -> list[str]:
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [os.path.join(folder, name) for name in names if name.endswith(".toml") and name not in (TITLES, PROMPTS)]


def _read_files(paths: Iterable[str], kinds: Collection[str] | None = None) -> tuple[list[Card], list[Diagnostic]]:
    """Return the good cards of some files (of these kinds, when any are given) and what is wrong with the others."""
    cards: list[Card] = []
    problems: list[Diagnostic] = []
    for path in paths:
        document, text, problem = read_toml(path)
        if problem is not None:
            problems.append(problem)
            continue
        tables = document.get("card")
        if not isinstance(tables, list):
            problems.append(Diagnostic(path, "It has no cards, written as [[card]] tables; it's left out."))
            continue
        lines = [number for number, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*card\s*\]\]", line)]
        for position, table in enumerate(tables):
            line = lines[position] if position < len(lines) else 1
            try:
                card = read_card(table if isinstance(table, dict) else {})
                if kinds is not None and card.kind not in kinds:
                    raise ValueError(f"its kind isn't set up; add [quests.{card.kind}] to config.toml")
                cards.append(card)
            except ValueError as error:
                problems.append(Diagnostic(f"{path}, line {line}", f"This card is left out: {error}."))
    return cards, problems


def read_toml(path: str) -> tuple[Mapping[str, Any], str, Diagnostic | None]:
    """Return a TOML file's document and text, or the problem that kept it from being read."""
    try:
        if os.path.getsize(path) > LARGEST_FILE:
            return {}, "", Diagnostic(path, "It's larger than 1 MiB, so it's left out; split it into smaller files.")
        with open(path, "rb") as file:
            document, text = parse_toml(file.read())
        return document, text, None
    except OSError as error:
        return {}, "", Diagnostic(path, f"It couldn't be read ({error.strerror}); it's left out.")
    except ValueError as error:
        return {}, "", Diagnostic(path, f"{error} It's left out until that's fixed.")


def _document_of(library: Library) -> dict[str, Any]:
    cards = [card._asdict() for card in library.deck.by_id.values()]
    stories = [story._asdict() for story in library.stories.all]
    spots = {sort: text._asdict() for sort, text in library.spots.items()}
    texts = {"titles": library.titles._asdict(), "mornings": library.mornings._asdict(), "stories": stories}
    return {"cards": cards, **texts, "spots": spots}


def _from_document(document: Any) -> Library | None:
    try:
        cards = []
        for fields in document["cards"]:
            fields["tags"], fields["months"] = tuple(fields["tags"]), tuple(fields["months"])
            cards.append(Card(**fields))
        titles = Titles(**{name: tuple(value) for name, value in document["titles"].items()})
        mornings = document["mornings"]
        for name in ("weekday", "season", "calendar"):
            mornings[name] = tuple(map(tuple, mornings[name]))
        mornings["any"] = tuple(mornings["any"])
        stories = (Story(**(row | {"sentences": tuple(row["sentences"])})) for row in document["stories"])
        spots = {
            sort: SpotText(**(row | {"sentences": tuple(row["sentences"])})) for sort, row in document["spots"].items()
        }
        return Library(Deck(tuple(cards)), titles, Mornings(**mornings), Stories(tuple(stories)), spots)
    except (KeyError, TypeError, AttributeError):
        return None


def _titles_of(document: Mapping[str, Any]) -> Titles:
    first = sorted(document["title"], key=lambda row: row["level"])
    return Titles(
        first=tuple(row["title"] for row in first if "title" in row),
        beyond=tuple(row["title"] for row in document["beyond"]),
        lines=tuple(row["line"] for row in first),
        lines_beyond=tuple(row["line"] for row in document["beyond"]),
    )


def _packaged(path: str) -> Mapping[str, Any]:
    document, _, problem = read_toml(path)
    if problem is not None:
        raise GivequestError(f"{problem} Reinstalling givequest brings it back.")
    return document
