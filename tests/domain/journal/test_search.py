"""Search, marks and tags."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.journal.search import find_marks, fold_quickly, fold_record, read_query, search
from givequest.domain.journal.tags import complete_tag, tags_in, unfinished_tag
from givequest.domain.text import fold_text

from ...fixtures.journal import HOSTILE, TODAY, entry

PAGES = [
    entry(TODAY, "Walked along the Café terrace, #garden #River-side", 1),
    entry(TODAY, "STRASSE and Straße", 2),
    entry(TODAY, "nothing here but re\u0301sume\u0301 and a C#garbage", 3),
]


def found(typed: str) -> list[int]:
    """Return the numbers of the pages that are found."""
    texts = search(map(fold_record, PAGES), read_query(typed))
    return [PAGES.index(text.record) + 1 for text in texts]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("cafe", [1]),
        ("CAFÉ", [1]),
        ("strasse", [2]),
        ("resume", [3]),
        ("terrace walked", [1]),
        ("terrace strasse", []),
        ("#gard", [1]),
        ("#river", [1]),
        ("gar", [1, 3]),
        ("", [1, 2, 3]),
        ("#", [1, 2, 3]),
    ],
)
def test_every_word_is_found_whatever_its_case_and_accents(typed: str, numbers: list[int]) -> None:
    """All words must be there; a word with # only where a tag begins."""
    assert found(typed) == numbers


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Łódź", "lodz"), ("Søren", "soren"), ("KIZ", "kız"), ("ısırgan", "isirgan"), ("İstanbul", "istanbul"),
        ("Æsir", "aesir"), ("œuvre", "oeuvre"), ("Þórður", "thordur"), ("Đặng", "dang"),
        ("\U0001d5d5\U0001d5fc\U0001d5f9\U0001d5f1", "bold"), ("Ἀθῆναι", "ΑΘΗΝΑΙ"), ("ΟΔΟΣ", "οδος"),
    ],
)  # fmt: skip
def test_letters_are_found_by_those_that_are_typed_for_them(text: str, typed: str) -> None:
    """In either direction, and marked where they stand."""
    assert search([fold_record(entry(TODAY, text))], read_query(typed))
    assert search([fold_record(entry(TODAY, typed))], read_query(text))
    (start, _), *_ = find_marks(f"... {text}", read_query(typed))
    assert start == 4


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Café, cafe\u0301!", "cafe", ["Café", "cafe\u0301"]),
        ("die Straße dort", "strass", ["Straß"]),
        ("one two one", "one", ["one", "one"]),
        ("abcd", "ab bc", ["abc"]),
        ("ﬁsh", "fi", ["ﬁ"]),
        ("nothing", "zebra", []),
    ],
)
def test_marks_stand_where_the_words_stand_in_the_text_as_written(text: str, typed: str, marked: list[str]) -> None:
    """Whatever folding does to lengths, the marked part is the part that was found."""
    assert [text[start:end] for start, end in find_marks(text, read_query(typed))] == marked


@given(st.text(max_size=40), st.text(max_size=4))
def test_a_text_without_marks_was_not_found_and_the_other_way_round(text: str, typed: str) -> None:
    """Searching and marking never say two different things (tags aside)."""
    query = read_query(typed.replace("#", ""))
    hit = bool(search([fold_record(entry(TODAY, text))], query))
    marks = find_marks(text, query)
    if not hit:
        assert not query.words or not all(
            any(word in fold_text(text[start:end]) for start, end in marks) for word in query.words
        )
    else:
        assert bool(marks) == bool(query.words)


@given(st.text(max_size=60))
def test_folding_quickly_is_folding(text: str) -> None:
    """The short way for ASCII leads to the same place."""
    assert fold_quickly(text) == fold_text(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_can_be_searched_for_themselves(text: str) -> None:
    """Nothing that people paste breaks a search."""
    query = read_query(text)
    assert search([fold_record(entry(TODAY, text))], query) or "#" in text


def test_tags_are_words_with_a_sign_before_them_in_any_script() -> None:
    """Neither headings, numbers, colours nor addresses are tags."""
    text = "#garden, #Тег #हिन्दी # no #12 a#b https://x.org/#part ##twice (#in-brackets) #garden"
    assert tags_in(text) == ["garden", "Тег", "हिन्दी", "in-brackets"]


@pytest.mark.parametrize(
    "text",
    ["#fff", "#FFF", "#7a1f2b", "#7A1F2B80", "#efefef", "#1", "#2026-11", "C#", "F#m", "&#x2014;", "#bcd", "#0f0a"],
)
def test_a_colour_a_number_and_a_name_with_the_sign_behind_it_are_no_tags(text: str) -> None:
    """They are written into notes as well, and were offered as tags ever after."""
    assert tags_in(f"so {text} it was") == []
    assert tags_in(f"({text}), {text}. #garden") == ["garden"]


@pytest.mark.parametrize(
    "word", ["cafe", "bed", "facade", "decade", "dad", "face", "dada", "1st", "b12vitamin", "fffff"]
)
def test_a_word_of_the_letters_a_to_f_is_a_tag(word: str) -> None:
    """What can be read as a word is one, and what has another length than a colour."""
    assert tags_in(f"so #{word} it was") == [word]


def test_a_tag_is_completed_from_those_used_before() -> None:
    """Only what is missing is added, and case and accents typed otherwise do no harm."""
    assert unfinished_tag("went to the #gar") == "gar"
    assert unfinished_tag("went to the gar") is None
    assert complete_tag("Gar", ["river", "garden"]) == "den"
    assert complete_tag("garden", ["garden"]) == ""
    assert complete_tag("", ["garden"]) == ""
