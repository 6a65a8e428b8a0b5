"""The words of cards that somebody wrote themselves."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import givequest
from givequest.domain.noticeboard.introductions import Introducing
from givequest.domain.noticeboard.spot_cards import LONGEST, SORTS, behind, read_spot_texts, spot_card, step_card
from givequest.domain.noticeboard.spots import KIND_OF, Spot

DOCUMENT = tomllib.loads((Path(givequest.__file__).parent / "texts" / "spots.toml").read_text("utf-8"))
TEXTS = read_spot_texts(DOCUMENT)
ANSWER = re.compile(r"\b(?:answer(?:ed|s)?|repl(?:y|ied|ies))\b")
PRONOUN = re.compile(r"\b(?:he|she|him|her|hers|his|himself|herself)\b", re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("handed in her thesis", "Priya handed in her thesis"),
        ("has a new job", "Priya has a new job"),
        ("won", "Priya won"),
        ("new job", "Priya: new job"),
        ("the printer, again", "Priya: the printer, again"),
        ("hip operation in May", "Priya: hip operation in May"),
        ("New job!", "Priya. New job!"),
        ("New job", "Priya: New job"),
        ("red shoes", "Priya: red shoes"),
        ("", "Priya"),
    ],
)
def test_a_line_reads_on_behind_a_name_where_it_can(text: str, line: str) -> None:
    """A verb goes on; anything else stands behind a colon."""
    assert behind("Priya", text) == line


def test_a_card_is_the_line_that_was_written_and_a_sentence_behind_it() -> None:
    """Another one each day, each of them in six days."""
    win = Spot("a", "win", "Priya Nair", "handed in her thesis", 1, 1, "")
    told = [spot_card(win, day, TEXTS) for day in range(6)]
    assert {card.prompt_for("Priya Nair") for card in told} == {
        f"Priya Nair handed in her thesis. {sentence}" for sentence in TEXTS["win"].sentences
    }
    assert {(card.id, card.kind, card.title, card.tier) for card in told} == {
        ("spot.a", "congratulate", "Well done", 1)
    }


def test_two_who_should_meet_are_asked_with_the_reason() -> None:
    """Asking is a breath, introducing a walk."""
    spot = Spot("a", "meet", "Ana Berg", "boats, both", 1, 1, "", "Ben")
    ask = step_card(Introducing(spot, "ask", "Ana Berg", "Ben"), 1, TEXTS)
    meet = step_card(Introducing(spot, "meet", "Ana Berg", "Ben"), 1, TEXTS)
    assert ask.prompt_for("Ana Berg").startswith("Ask Ana Berg about meeting Ben: boats, both. ")
    assert meet.prompt_for("Ana Berg").startswith("If it's a yes from both, Ana Berg and Ben can meet: boats, both. ")
    assert [(card.id, card.tier) for card in (ask, meet)] == [("spot.a.ask", 1), ("spot.a.meet", 2)]


def test_somebody_looking_for_work_is_a_walk() -> None:
    """And help."""
    card = spot_card(Spot("a", "seeker", "Lena", "UX designer, Berlin", 1, 1, ""), 1, TEXTS)
    assert card.prompt_for("Lena").startswith("Lena is looking for work: UX designer, Berlin. ")
    assert (card.kind, card.tier, card.title) == ("help", 2, "A door")


def test_no_sentence_presumes_whom_it_is_about() -> None:
    """Nor is any of them about an answer."""
    for sort in SORTS:
        text = TEXTS[sort]
        for words in (text.why, text.done, *text.sentences):
            assert not PRONOUN.search(words), words
            assert not re.search(r"\b(?:answer(?:ed|s)?|repl(?:y|ied|ies))\b", words.replace("needs no answer", "")), (
                words
            )
    assert {*KIND_OF} <= {*SORTS, "meet"}


@pytest.mark.parametrize(
    "change",
    [
        {"sentences": DOCUMENT["win"]["sentences"][:5]},
        {"sentences": [*DOCUMENT["win"]["sentences"][:5], "x" * (LONGEST + 1)]},
        {"title": "x" * 40},
    ],
)
def test_words_that_do_not_fit_are_refused(change: dict[str, object]) -> None:
    """Six sentences each, none too long for its place."""
    with pytest.raises(ValueError, match=r"sentences|too long"):
        read_spot_texts({**DOCUMENT, "win": {**DOCUMENT["win"], **change}})
    with pytest.raises(KeyError):
        read_spot_texts({"win": DOCUMENT["win"]})
