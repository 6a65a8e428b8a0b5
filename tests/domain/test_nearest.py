"""What someone can have meant: one of the known words, or none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.text import nearest

WORDS = st.text("abcdefgh-", min_size=1, max_size=10)


@given(known=st.sets(WORDS, min_size=1, max_size=6), data=st.data())
def test_a_word_that_is_known_is_nearest_to_itself(known: set[str], data: st.DataObject) -> None:
    """Whatever the others are."""
    word = data.draw(st.sampled_from(sorted(known)))
    assert nearest(word, known, data.draw(st.floats(0, 1))) == word


@given(word=WORDS, known=st.sets(WORDS, max_size=6))
def test_only_a_known_word_is_ever_offered(word: str, known: set[str]) -> None:
    """And none where nothing is alike."""
    assert nearest(word, known) in {None, *known}
    assert nearest("xyz", known) is None


def test_a_slip_of_the_fingers_is_understood() -> None:
    """A letter left out, doubled or exchanged."""
    known = ("congratulate", "help", "reconnect", "introduce", "listen", "quiet")
    slips = {"hlep": "help", "halp": "help", "congratualte": "congratulate", "quite": "quiet", "lissten": "listen"}
    assert {word: nearest(word, known) for word in slips} == slips
