"""Words are counted in every script, so that an entry earns the same in all of them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.progress.day_facts import WORDS_OF_AN_ENTRY, gather_facts
from givequest.domain.records import read_record
from givequest.domain.rules import Rules
from givequest.domain.word_count import number_of_words

from ..built_in import BUILT_IN, CORE

CASES = [
    ("", 0),
    ("   \n\t ", 0),
    ("one two  three\nfour", 4),
    ("Größe, naïve — Über", 4),
    ("Привет мир", 2),
    ("안녕하세요 세계", 2),  # Korean has spaces
    ("שלום עולם", 2),
    ("今日は友達に手紙を書いた", 6),
    ("今日は、友達に手紙を書いた。", 6),
    ("今天我给朋友写了一封信。", 5),
    ("我 写 信", 1),  # three letters in the whole text, wherever the spaces are
    ("Berlin の 友達 wrote", 2 + 1),
    ("東京、Berlin、大阪", 1 + 2),
    ("A型", 1),
    ("カーテン", 2),
    ("วันนี้ฉันเขียนถึงเพื่อน", 7),  # vowels above and below are marks, and no letters
    ("ຂ້ອຍຂຽນຈົດໝາຍ", 5),
    ("ខ្ញុំសរសេរសំបុត្រ", 5),
    ("ငါစာရေးတယ်", 2),
    ("。、！", 1),  # what has spaces and no letters is counted as it always was
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_words_of_scripts_with_and_without_spaces(text: str, words: int) -> None:
    """Two letters of a script without spaces are a word; the letters are those of the whole text."""
    assert number_of_words(text) == words


@pytest.mark.parametrize("letter", ["友", "あ", "ก", "ກ", "ក", "က"])
def test_thirty_letters_of_a_script_without_spaces_are_an_entry_that_earns(letter: str) -> None:
    """Found in use: nobody who wrote Japanese or Thai ever earned anything for it."""
    for letters, earns in ((2 * WORDS_OF_AN_ENTRY - 1, False), (2 * WORDS_OF_AN_ENTRY, True)):
        entry = read_record({"type": "entry", "day": "2026-11-23", "text": letter * letters})
        (facts,) = gather_facts([entry], Rules(BUILT_IN, CORE)).values()
        assert facts.wrote is earns


@given(st.text())
def test_words_of_two_texts_on_two_lines_are_no_fewer_than_those_of_either(text: str) -> None:
    """Writing on takes nothing away."""
    assert number_of_words(f"{text}\n{text}") >= number_of_words(text)
    assert number_of_words(unicodedata.normalize("NFC", text)) >= 0


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_in_scripts_with_spaces_a_word_is_what_stands_between_spaces(text: str) -> None:
    """Nothing has changed for them."""
    assert number_of_words(text) == len(text.split())
