"""The mirror: where hints point, how many are shown, and that it holds still for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.domain.desk.hint_rules import HintRule, HintRules, read_hint_rule
from givequest.domain.desk.message import Message
from givequest.domain.desk.meter import Leaning, measure
from givequest.domain.desk.mirror import MOST_SHOWN, State, reflect, reflect_in_steps

from .test_cases import packaged

WORDS = """
check out my course|you said|  |	|I hope this finds you well. |our product|a quick call|Ana|!!!|“so”|it’s|LOVE NOW
|#a #b #c|😀|https://x.example|\u00a0|{name}|by the way, could you introduce me|\x1b[31m|\u202e|李小龍|


|
"""
PIECES = st.sampled_from(WORDS.split("|"))
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=25).map(" ".join)


def rule(**fields: object) -> HintRule:
    """Return a rule that looks for `fish` in any message, with some fields otherwise."""
    document = {"id": "own.fish", "category": "spam", "weight": 1, "hint": "Fish.", "pattern": "fish"} | fields
    return read_hint_rule({name: value for name, value in document.items() if value is not None})


@given(TEXTS)
def test_every_hint_points_at_the_words_that_it_found(text: str) -> None:
    """In the text as it was written, whatever spaces and quotes stand in it."""
    message = Message(text, "help", "Ana")
    reflection = reflect(message, packaged())
    for found, spans in (*reflection.hints, *reflection.signs):
        for start, end in spans:
            assert 0 <= start <= end <= len(message.written)
            line, column = message.line_and_column(start)
            assert message.written.split("\n")[line - 1][column - 1 :][: end - start] in message.written
            if found.pattern is not None and not found.beside:
                words = Message(message.written[start:end]).text
                assert found.pattern.search(words) or found.pattern.search(message.text)


@given(TEXTS)
def test_what_is_shown_is_little_and_one_a_category(text: str) -> None:
    """Three hints at most, the heaviest category first; nothing where there is nothing to say."""
    reflection = reflect(Message(text, "congratulate", "Ana"), packaged())
    shown = reflection.shown
    categories = [finding.rule.category for finding in shown]
    assert len(shown) <= MOST_SHOWN
    assert len(set(categories)) == len(categories)
    assert set(shown) <= set(reflection.hints)
    if reflection.state is State.GIFT:
        assert (shown, reflection.load) == ((), 0)
    if reflection.state is State.REWORK:
        assert shown


@given(TEXTS)
def test_a_key_can_be_answered_between_any_two_rules(text: str) -> None:
    """The steps end in what is said at once, and there is one for each rule."""
    message = Message(text)
    steps = list(reflect_in_steps(message, packaged()))
    assert steps[-1] == reflect(message, packaged())
    assert all(step is None for step in steps[:-1])
    if steps[-1] is not None and steps[-1].is_english:
        assert len(steps) == len(packaged().rules) + 1


@given(TEXTS)
def test_the_meter_decides_by_no_more_than_one(text: str) -> None:
    """It stands beside the text: the load is that of the hints, one more where it is mostly the writer's."""
    message = Message(text, "reconnect")
    as_reply = Message(text, "reply")
    load = reflect(message, HintRules()).load
    assert load == 0
    assert reflect(as_reply, HintRules()).load == (measure(as_reply).leaning is Leaning.YOURS)


def test_a_span_is_where_the_writer_put_it() -> None:
    """Spaces that were left out for reading are counted again, and a typographic quote is one letter."""
    message = Message("Dear  Ana,\n\n  it’s   a   fish  market", "help")
    finding = reflect(message, HintRules((rule(pattern="a fish"),))).hints[0]
    assert [message.written[slice(*span)] for span in finding.spans] == ["a   fish"]
    assert message.line_and_column(finding.spans[0].start) == (3, 10)


def test_a_pair_needs_both_of_its_parts() -> None:
    """Something of the writer's alone is no stall, and neither is the counter."""
    rules = HintRules((rule(pattern="my fish", beside="a price"),))
    assert reflect(Message("Here is my fish for you, a gift."), rules).hints == ()
    assert reflect(Message("You asked for a price on that."), rules).hints == ()
    (finding,) = reflect(Message("My fish has a price."), rules).hints
    assert len(finding.spans) == 2


def test_a_rule_can_ask_for_several_of_what_may_stand_beside() -> None:
    """At least so many, in any order; all of them are pointed at."""
    rules = HintRules((rule(beside=["net", "boat", "harbour"], at_least=2),))
    assert reflect(Message("You have a fish, and you have a net."), rules).hints == ()
    (finding,) = reflect(Message("By the harbour you have a fish, and you have a net."), rules).hints
    assert len(finding.spans) == 3


def test_a_rule_is_silent_beside_what_takes_its_point_away() -> None:
    """Wherever in the message that stands."""
    rules = HintRules((rule(unless="thank you"),))
    assert reflect(Message("You brought fish, and it was for everyone."), rules).hints
    assert reflect(Message("You brought fish for everyone. Thank you for it."), rules).hints == ()


def test_a_rule_looks_only_at_the_kinds_it_is_for() -> None:
    """`only` and `except`; a kind that no rule knows has neither."""
    only, never = HintRules((rule(only=["help"]),)), HintRules((rule(**{"except": ["help"]}),))
    assert [bool(reflect(Message("a fish you have", kind), only).hints) for kind in ("help", "mentor", "")] == [
        True,
        False,
        False,
    ]
    assert [bool(reflect(Message("a fish you have", kind), never).hints) for kind in ("help", "mentor", "")] == [
        False,
        True,
        True,
    ]


def test_a_hushed_rule_is_silent_and_a_rule_of_ones_own_takes_its_place() -> None:
    """By its id."""
    packaged_rules = HintRules((rule(),))
    assert packaged_rules.without(frozenset({"own.fish"})).rules == ()
    replaced = packaged_rules.joined((rule(hint="Another."),))
    assert [found.hint for found in replaced.rules] == ["Another."]


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"id": "fish"}, "its id"),
        ({"category": "praise"}, "its category"),
        ({"weight": 4}, "its weight"),
        ({"weight": True}, "its weight"),
        ({"hint": ""}, "it has no hint"),
        ({"hint": "a" * 91}, "91 characters"),
        ({"pattern": "("}, "isn't a regular expression"),
        ({"pattern": "a" * 2001}, "2,001 characters"),
        ({"pattern": None}, "either a pattern or a measure"),
        ({"measure": "words"}, "either a pattern or a measure"),
        ({"pattern": None, "measure": "mood"}, "its measure"),
        ({"only": "help"}, "its only"),
        ({"unless": "["}, "its unless"),
        ({"beside": "["}, "its beside"),
        ({"beside": ["fish", "["]}, "its beside, number 2,"),
        ({"beside": ["fish"] * 13}, "13 patterns"),
        ({"beside": ["fish", "net"], "at_least": 3}, "3 of the 2"),
        ({"at_least": 1}, "1 of the 0"),
        ({"count_over": -1}, "its count_over"),
        ({"colour": "red"}, "'colour'"),
    ],
)
def test_a_rule_that_cannot_be_used_says_what_is_wrong(fields: dict[str, object], what: str) -> None:
    """As the end of a sentence."""
    with pytest.raises(ValueError, match=what.replace("(", r"\(")):
        rule(**fields)
