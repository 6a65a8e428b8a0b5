"""The voice of all that is written: cards, mornings, stories, titles, and what is said when something is done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from givequest.config.decks import Library, load_library
from givequest.config.prompts import load_prompts
from givequest.domain.kinds import LONGEST_SAID
from givequest.domain.morning.lines import LONGEST
from givequest.presentation import sayings

from ..built_in import BUILT_IN
from .wording import CLAIMING, OUTCOME, SCOLDING, UNCONTRACTED

TITLE_CELLS = 21
"""What 80 columns show of the title of a hard card."""
SOMEBODY = {"introduce.name-for-the-road"}
"""Prompts that may say "somebody": "someone" stands there already, of somebody else."""
AS_IT_IS = {
    "A compliment with a 'but' in it is a parcel with a bill.",
    "Half of kindness is doing the bins. The other half is not saying so.",
    "Kindness scales badly. That's what is good about it.",
    "A day nobody planned for. Anything you do on it is extra.",
    "There was enough, as there is with fish.",
    "What is the person nearest to you good at, when nobody is measuring?",
    "Give the hope that followed today's deed home a name, as you would a stray dog. May it go?",
}
"""Sentences in which nobody would contract what looks as if it could be."""
PLACES = {"desk", "out", "anywhere"}
NETWORKS = re.compile(
    r"\b(face ?book|instagram|insta|twitter|tweet(s|ed)?|linked ?in|mastodon|tik ?tok|reddit|youtube|whats ?app"
    r"|snapchat|blue ?sky|discord|slack|telegram|pinterest|tumblr)\b",
    re.IGNORECASE,
)
ENOUGH, GIVEN_BY_DESK, ABOUT_NETWORKS = 300, 0.5, 40


@pytest.fixture(scope="module")
def library() -> Library:
    """All packaged texts."""
    return load_library("", BUILT_IN)[0]


def of_cards(library: Library) -> Iterator[tuple[str, str, str]]:
    """Yield each sentence of each card, with the id of the card and the name of its field."""
    for card in library.deck.cards:
        for name in ("title", "prompt", "person_prompt", "why", "done"):
            if text := getattr(card, name):
                yield card.id, name, text


def said_lines() -> Iterator[str]:
    """Yield what is said when something is done and no card says it."""
    for kind in BUILT_IN.values():
        yield from kind.said
    for lines in (*sayings.BY_TAG.values(), sayings.GIVEN):
        yield from lines


def of_mornings(library: Library) -> Iterator[str]:
    """Yield every line that a morning can begin with."""
    mornings = library.mornings
    yield from mornings.any
    for lines in (line for group in (mornings.weekday, mornings.season, mornings.calendar) for line in group):
        yield from lines
    yield from mornings.dates.values()


def everything(library: Library) -> list[str]:
    """Return every sentence of the packaged texts."""
    titles = (*library.titles.lines, *library.titles.lines_beyond, *(prompt.text for prompt in load_prompts()[0].all))
    stories = [sentence for story in library.stories.all for sentence in story.sentences]
    return [*(text for _, _, text in of_cards(library)), *said_lines(), *of_mornings(library), *titles, *stories]


def test_what_a_native_speaker_contracts_is_contracted(library: Library) -> None:
    """It's, don't, they've, you'd: what is not is read as translated."""
    found = [text for text in everything(library) if UNCONTRACTED.search(text) and text not in AS_IT_IS]
    assert found == []
    for text in ("Do not wait.", "It is late.", "Say that you are glad.", "They will come.", "One cannot."):
        assert UNCONTRACTED.search(text), text


def test_a_prompt_says_someone(library: Library) -> None:
    """Somebody is funnier in an aphorism, and stays there."""
    prompts = ((identity, text) for identity, name, text in of_cards(library) if name in ("prompt", "person_prompt"))
    assert {identity for identity, text in prompts if re.search("somebody", text, re.IGNORECASE)} == SOMEBODY


def test_no_line_claims_what_another_person_did_or_felt(library: Library) -> None:
    """A line that is said tells of the one who did it; no sentence anywhere speaks of an outcome."""
    assert [text for text in everything(library) if OUTCOME.search(text)] == []
    dones = [text for _, name, text in of_cards(library) if name == "done"]
    assert [text for text in (*dones, *said_lines()) if CLAIMING.search(text)] == []


@pytest.mark.parametrize(
    "line",
    [
        "Someone has heard what they did well.",
        "Someone's good news has one more listener.",
        "A little weight is off someone.",
        "Somebody's afternoon got shorter.",
        "One thing less on someone's list.",
        "A stone out of someone's shoe.",
        "Two people are a step closer.",
        "They cross. You stay and wave.",
        "Somebody was heard.",
        "Someone got to finish the sentence.",
        "A story found its chair.",
        "Somebody's day is a little wider.",
    ],
)
def test_the_search_for_claims_finds_those_that_were_said_once(line: str) -> None:
    """So that none of the twelve comes back."""
    assert CLAIMING.search(line)


def test_nobody_is_scolded_outside_of_a_story(library: Library) -> None:
    """In a story the stapler may live behind the atlas."""
    stories = {sentence for story in library.stories.all for sentence in story.sentences}
    texts = (text for text in everything(library) if text not in stories)
    assert [text for text in texts if SCOLDING.search(text) or "!" in text] == []


def test_every_sentence_fits_its_room(library: Library) -> None:
    """On 80 columns nothing of a title, of what is said or of a morning is cut off."""
    for identity, name, text in of_cards(library):
        assert name != "title" or len(text) <= TITLE_CELLS, identity
        assert name != "done" or len(text) <= LONGEST_SAID, identity
    assert all(len(line) <= LONGEST_SAID for line in said_lines())
    assert all(len(line) <= LONGEST for line in of_mornings(library))
    assert all(text.isascii() for text in everything(library))


def test_no_sentence_is_there_twice(library: Library) -> None:
    """Not in the deck, but for a card that says it with a name and without; and not among the mornings."""
    of_card: dict[str, set[str]] = {}
    for identity, _, text in of_cards(library):
        of_card.setdefault(identity, set()).update(re.split(r"(?<=[.?]) ", text))
    mornings = [{line} for line in of_mornings(library)]
    for groups in (of_card.values(), mornings):
        sentences = Counter(sentence for group in groups for sentence in group if len(sentence.split()) > 5)
        assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_every_card_says_where_it_can_be_done_and_has_a_line_for_when_it_is(library: Library) -> None:
    """One place each: from a chair, out of it, or anywhere."""
    for card in library.deck.cards:
        assert len(PLACES & {*card.tags}) == 1, card.id
        assert card.done, card.id
        assert len(card.tags) == len({*card.tags}), card.id
    assert {card.done for card in library.deck.retired} == {""}


def test_there_are_cards_enough_for_whoever_sits_alone_at_a_keyboard(library: Library) -> None:
    """Three hundred, half of the giving ones from a chair, and plenty about what people do on social networks."""
    cards = library.deck.cards
    giving = [card for card in cards if BUILT_IN[card.kind].giving]
    assert len(cards) >= ENOUGH
    assert sum("desk" in card.tags for card in giving) >= GIVEN_BY_DESK * len(giving)
    assert sum("network" in card.tags for card in cards) >= ABOUT_NETWORKS


def test_no_network_is_named(library: Library) -> None:
    """The one that everybody is on this year is not the one of next year."""
    assert [text for text in everything(library) if NETWORKS.search(text)] == []
    assert NETWORKS.search("Post it on LinkedIn.")


def test_each_title_of_a_level_comes_with_a_line_of_its_own(library: Library) -> None:
    """The first ring has one more."""
    titles = library.titles
    lines = [titles.line_of(level) for level in range(1, len(titles.first) + 2)]
    assert len(set(lines)) == len(lines)
    assert all(0 < len(titles.line_of(level)) <= LONGEST_SAID for level in range(1, 99))
    assert titles.line_of(3) == "The fish are back in the sea."
