"""Decks: a person's own cards join in, and one that cannot be used is told by file and line and stops nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from givequest.config.decks import Library, load_library
from givequest.domain.diagnostics import Diagnostic

from ..built_in import BUILT_IN

Load = Callable[..., tuple[Library, list[Diagnostic]]]

CARD = '[[card]]\nid = "help.own"\ntitle = "My own"\nprompt = "Do the small thing."\n'
BAD_CARDS = [
    ('[[card]]\nid = "help"\ntitle = "a"\nprompt = "b"', "its id isn't of the form"),
    ('[[card]]\nid = "Help.x"\ntitle = "a"\nprompt = "b"', "its id isn't of the form"),
    ('[[card]]\ntitle = "a"\nprompt = "b"', "its id isn't of the form"),
    ('[[card]]\nid = "help.x"\nkind = "quiet"\ntitle = "a"\nprompt = "b"', "doesn't begin with its kind"),
    ('[[card]]\nid = "help.x"\nprompt = "b"', "it has no title"),
    ('[[card]]\nid = "help.x"\ntitle = "a"', "it has no prompt"),
    ('[[card]]\nid = "help.x"\ntitle = 1\nprompt = "b"', "its title isn't text"),
    (f'[[card]]\nid = "help.x"\ntitle = "{"a" * 29}"\nprompt = "b"', "at most 28 fit"),
    (f'[[card]]\nid = "help.x"\ntitle = "a"\nprompt = "{"b" * 161}"', "at most 160 fit"),
    ('[[card]]\nid = "help.x"\ntitle = "a"\nprompt = "b"\ntier = 4', "from 1 to 3"),
    ('[[card]]\nid = "help.x"\ntitle = "a"\nprompt = "b"\ntier = true', "from 1 to 3"),
    ('[[card]]\nid = "help.x"\ntitle = "a"\nprompt = "b"\nminutes = "5"', "from 1 to 120"),
    ('[[card]]\nid = "help.x"\ntitle = "a"\nprompt = "b"\ntags = "a"', "a list of words"),
    ('[[card]]\nid = "help.x"\ntitle = "a"\nprompt = "b"\nmonths = [13]', "from 1 to 12"),
    ('[[card]]\nid = "help.x"\ntitle = "a"\nprompt = "b"\nperson_prompt = "c"', "{person}"),
    ('[[card]]\nid = "help.x"\ntitle = "a"\nprompt = "b"\nefort = 1', "'efort'"),
    ('[[card]]\nid = "mentor.x"\ntitle = "a"\nprompt = "b"', "[quests.mentor]"),
]
BAD_FILES = [
    (b"", "no cards"),
    (b'card = "help"', "no cards"),
    (b'[card]\nid = "help.x"', "no cards"),
    (b"[[card]\n", "It isn't TOML"),
    (b"\n\n\xff", "at line 3"),
    (b"a = " + b"[" * 50_000, "too deep"),
    (b"#" * (1 << 20) + b"#", "larger than 1 MiB"),
]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Return what loads the packaged decks together with own ones, given as file name and text."""
    folder = tmp_path / "decks"
    folder.mkdir()

    def run(kinds: tuple[str, ...] = (), **files: str | bytes) -> tuple[Library, list[Diagnostic]]:
        for name, text in files.items():
            (folder / f"{name}.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_library(str(folder), [*BUILT_IN, *kinds], str(tmp_path / "cache" / "library.json"))

    return run


def test_own_cards_join_the_packaged_ones(load: Load) -> None:
    """With all that a card can say, or no more than it must."""
    packaged = load()[0].deck
    full = (
        CARD.replace("own", "full")
        + 'why = "Because."\nperson_prompt = "Ask {person}."\nminutes = 9\ntier = 3\ntags = ["a"]\nmonths = [1, 12]\n'
    )
    library, problems = load(own=CARD + full, another=CARD.replace("own", "second"))
    assert problems == []
    assert library.deck.by_id.keys() - packaged.by_id.keys() == {"help.own", "help.full", "help.second"}
    card = library.deck.by_id["help.full"]
    assert (card.minutes, card.tier, card.tags, card.months) == (9, 3, ("a",), (1, 12))
    assert card.prompt_for("Ana") == "Ask Ana."
    assert card.prompt_for(None) == library.deck.by_id["help.own"].prompt_for("Ana") == "Do the small thing."
    assert (library.deck.by_id["help.own"].tier, library.deck.by_id["help.own"].why) == (1, "")


def test_an_own_card_takes_the_place_of_the_packaged_one_of_its_id(load: Load) -> None:
    """So that a card one does not care for can be rewritten."""
    packaged = load()[0].deck
    identity = packaged.by_kind["help"][0].id
    library, problems = load(mine=CARD.replace("help.own", identity))
    assert problems == []
    assert library.deck.by_id[identity].title == "My own"
    assert library.deck.by_id.keys() == packaged.by_id.keys()


def test_a_kind_of_ones_own_has_cards_of_ones_own(load: Load) -> None:
    """As soon as it is set up."""
    library, problems = load(("mentor",), mentor=CARD.replace("help", "mentor"))
    assert problems == []
    assert [card.id for card in library.deck.by_kind["mentor"]] == ["mentor.own"]


@pytest.mark.parametrize(("text", "reason"), BAD_CARDS)
def test_a_bad_card_is_told_by_file_and_line_and_the_others_used(
    load: Load, tmp_path: Path, text: str, reason: str
) -> None:
    """The line is that of its [[card]]."""
    library, problems = load(mixed=f"# my cards\n\n{CARD}\n{text}\n\n  [[ card ]]\n{CARD.replace('own', 'last')[9:]}")
    assert [problem.place for problem in problems] == [f"{tmp_path}/decks/mixed.toml, line 8"]
    assert reason in problems[0].message
    assert problems[0].message.endswith(".")
    assert "help.x" not in library.deck.by_id
    assert {"help.own", "help.last"} <= library.deck.by_id.keys()


@pytest.mark.parametrize(("data", "reason"), BAD_FILES)
def test_a_bad_file_is_told_by_name_and_the_others_used(load: Load, tmp_path: Path, data: bytes, reason: str) -> None:
    """Whatever is in it."""
    library, problems = load(bad=data, good=CARD)
    assert [problem.place for problem in problems] == [f"{tmp_path}/decks/bad.toml"]
    assert reason in problems[0].message
    assert "help.own" in library.deck.by_id


def test_what_is_no_deck_in_the_folder_is_left_alone(load: Load, tmp_path: Path) -> None:
    """Other files, hidden ones, folders, and links to nowhere."""
    (tmp_path / "decks" / "notes.txt").write_text("x")
    (tmp_path / "decks" / "own.toml~").write_text("x")
    assert load()[1] == []
    (tmp_path / "decks" / "folder.toml").mkdir()
    os.symlink("nowhere", tmp_path / "decks" / "gone.toml")
    problems = load(own=CARD)[1]
    assert [os.path.basename(problem.place) for problem in problems] == ["folder.toml", "gone.toml"]


def test_the_packaged_texts_are_the_same_from_the_cache_and_from_their_files(load: Load, tmp_path: Path) -> None:
    """A cache that is gone, spoilt or of other files is made again."""
    cache = tmp_path / "cache" / "library.json"
    texts = _texts(load)
    assert cache.exists()
    assert _texts(load) == texts
    for spoilt in (b"", b"{", b"[]", b"null", b'{"stamp": []}', cache.read_bytes()[:-9], b"\xff"):
        cache.write_bytes(spoilt)
        assert _texts(load) == texts
    shutil.rmtree(cache.parent)
    cache.parent.write_text("a file where the folder should be")
    assert _texts(load) == texts


def _texts(load: Load) -> Library:
    """Return all packaged texts, with which nothing was wrong."""
    library, problems = load()
    assert problems == []
    assert all((library.deck.cards, library.deck.retired, library.titles.lines, library.mornings, library.stories.all))
    return library


def test_every_packaged_card_is_of_a_kind_that_there_is(load: Load) -> None:
    """And no two have the same id."""
    deck = load()[0].deck
    assert {card.kind for card in deck.cards} <= BUILT_IN.keys()
    assert len(deck.by_id) == len(deck.cards) + len(deck.retired)
