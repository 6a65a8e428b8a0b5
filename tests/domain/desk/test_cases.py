"""Messages with what must be found in them, and what must not: tests/fixtures/messages."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from givequest.config.desk_rules import load_hint_rules
from givequest.domain.desk.hint_rules import HEAVIEST, HintRules
from givequest.domain.desk.message import Message
from givequest.domain.desk.mirror import Reflection, State, reflect

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "messages"
DOCUMENTS = [json.loads((FOLDER / name).read_text("utf-8")) for name in ("cases.json", "tricky_cases.json")]
CASES: list[dict[str, Any]] = [case for document in DOCUMENTS for case in document["cases"]]
INNOCENT: list[str] = DOCUMENTS[1]["innocent_lines"]
LEANINGS = {"theirs": "you", "yours": "me"}
HOW_TO = ("You need to hold the power button for ten seconds, then let it go.",)
"""What help sounds like; in a greeting it would be an order."""
TRAPS = (
    *HOW_TO,
    "You must be proud of what she built with her own two hands this year.",
    "I immediately thought of you when the old ferry came in.",
    "No hurry with the ladder, we have another one in the shed.",
    "By the way, my mother asked how your knee is doing these days.",
    "I never answered your letter, and it has lain on my desk since May.",
    "Would you like me to water the tomatoes while you are away in June?",
    "At school we always copied your sums, and nobody ever found out.",
    "NASA put your photo of the comet on the front page on Monday.",
    "It's Ana's turn, isn't it? Don't let Ben's dog win again.",
    "Are you free on Thursday? There are two seats left at the puppet theatre.",
    "I always knew that you would play that sonata one day, and on Sunday you did.",
    "Do whatever you need to do to sleep again; the choir can wait until you have.",
    "Take all the time you need, and do what you need to do for your mother first.",
    "Thank you for working together with me on my project when nobody else would touch it.",
    "I'm the engineer who sat by the window, and I still think of the cake you brought on Fridays.",
    "Thank you for your help with the proposal; you can always call me when your own is due.",
    "Write to me when the fever is gone, or let me bring soup and say nothing at all.",
    "They're hiring at the library, and I thought of you and your love of maps; shall I ask for whom to write to?",
    "The rent is 300 a month and the garden is yours; I asked the owner, and you can see it on Monday.",
    "Nice work! I like how you have carved the feet, and the tail made my boy laugh.",
    "The new library helps people with their forms on Tuesdays, and Ben sits there with coffee for you.",
    "Thanks for the recipe. I've been following you since the first loaf, and mine rose at last.",
    "Tell me about the bread, and the pain points you had with the old oven; I have all evening.",
    "They gave me 20 euros off at the bike shop; go before Friday, they fix brakes too!",
    "Congratulations on the new job! No need to reply before you can breathe.",
    "My name is Tom, we were in the same class in Graz, and I found your email on the choir's page.",
    "I came across your profile picture in the club's archive and had to laugh: is that the boat we sank?",
    "I have the van from our company until Sunday, and two strong friends for your piano.",
    "Your shop is the nicest thing on our street. I told my clients about the plum jam, and three came by.",
    "If a second pair of eyes on your CV would help, I'd read it this week; I hire people now and then.",
    "You need to do what's right for you and the children. We'll mind the hens for as long as it takes.",
    "Great job explaining the tides, my class drew them on the floor afterwards.",
    "I'm a freelance gardener and use your app with my clients every day. It's the nicest tool I have, thank you!",
)
"""Kind sentences with words that pitches use as well."""


@cache
def packaged() -> HintRules:
    """Return the rules that come with the program."""
    rules, problems = load_hint_rules("/nowhere/at/all")
    assert not problems
    return rules


def reflection_of(case: dict[str, Any]) -> Reflection:
    """Return what is said of a case's message."""
    return reflect(Message(case["text"], case["kind"], case["person"] or ""), packaged())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_message_is_read_as_its_case_says(case: dict[str, Any]) -> None:
    """State, categories, rules and meter, each where the case names it."""
    expected, reflection = case["expected"], reflection_of(case)
    categories = {finding.rule.category for finding in reflection.hints}
    strong = {f"{finding.rule.category}_strong" for finding in reflection.hints if finding.rule.weight == HEAVIEST}
    rules = {finding.rule.id for finding in (*reflection.hints, *reflection.signs)}
    assert reflection.state == expected["verdict"]
    assert categories.issuperset(expected["flags_include"])
    assert not (categories | strong).intersection(expected["flags_exclude"])
    assert rules.issuperset(expected.get("rules_include", ()))
    if "me_you" in expected:
        leaning = reflection.meter.leaning.value
        assert LEANINGS.get(leaning, leaning) in expected["me_you"]


@pytest.mark.parametrize("line", INNOCENT)
def test_an_innocent_line_gets_no_hint(line: str) -> None:
    """But for its length: a line alone is short."""
    found = reflect(Message(line, "reconnect"), packaged()).hints
    assert [finding.rule.id for finding in found if finding.rule.category != "shape"] == []


@pytest.mark.parametrize("line", TRAPS)
def test_a_kind_sentence_with_a_word_of_the_market_is_never_nudged(line: str) -> None:
    """A whisper at most, and it isn't shown; also where nobody knows what the message is for."""
    for kind in ("help",) if line in HOW_TO else ("help", ""):
        reflection = reflect(Message(line, kind), packaged())
        assert [finding.rule.id for finding in reflection.hints if finding.rule.weight > 1] == []
        assert reflection.state in (State.CLEAR, State.GIFT)
        assert reflection.shown == ()


def test_one_good_sign_is_no_praise() -> None:
    """A subtle selfish note has one easily."""
    reflection = reflect(Message("The way you ran that meeting on the roof of our office.", "congratulate"), packaged())
    assert len(reflection.signs) == 1
    assert reflection.state is State.CLEAR


def test_a_text_in_another_language_gets_no_hint_at_all() -> None:
    """The rules know English; in German `also` and `die` mean something else."""
    for text in (
        "Liebe Ana, ich wünsche dir alles Gute zum neuen Job! Check out our free trial, das ist nicht schlecht.",
        "Querida Ana, muchas gracias por la carta que me escribiste; no tienes que contestar.",
        "李小龍，謝謝你的幫助。",
        "Спасибо за помощь, Ана!",
    ):
        reflection = reflect(Message(text, "congratulate", "Ana"), packaged())
        assert not reflection.is_english
        assert (reflection.hints, reflection.signs, reflection.state) == ((), (), State.CLEAR)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_cases_are_taken_for_english(case: dict[str, Any]) -> None:
    """Each of them is."""
    assert reflection_of(case).is_english


@pytest.mark.parametrize(
    "text",
    [
        "Just wanted to thank you for this great work. It got my grandmother's radio going again.",
        "Hello everyone! A big thank you to all who carried chairs, and to Ben for the soup. It was a warm evening.",
        "I spent the winter learning the accordion with your lessons, and last night I played for my neighbours at the "
        "harbour, all four verses.\n\nKudos :)",
    ],
)
def test_thanks_are_neither_too_general_nor_written_to_a_crowd(text: str) -> None:
    """Who thanks says what for, and a line at the end isn't all there is."""
    assert [finding.rule.id for finding in reflect(Message(text), packaged()).hints if finding.rule.weight > 1] == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Great post! Thanks for sharing.", "generic.great-x"),
        ("Hello everyone, our harvest box is here. Order before Friday.", "spam.dear-all"),
        ("Kudos, Ben!", "generic.bare-congrats"),
        ("I'm a senior designer with 9 years of experience. We could team up and win clients.", "fish.team-up"),
        ("Hello, I have a rather similar project to yours. Perhaps we could collaborate on both?", "fish.team-up"),
        ("I've built a directory of bakeries. Could it be listed on your page?", "fish.on-your-list"),
        ("Kornfeld is a newsletter for bakers. Maybe it could be mentioned in your book?", "fish.on-your-list"),
        ("We invite you to take part in our survey about bread. We'd like to ask you to complete the survey by May."
         " My study needs forty bakers.", "fish.on-your-list"),
        ("I'd like to talk about a partnership with your bakery. Please email me.", "agenda.contact-me"),
        ("We run in similar areas; a collaboration could come of it. Where can I reach you?", "agenda.contact-me"),
        ("Are you the right person to talk to about bread? Or forward me on to someone.", "agenda.right-person"),
        ("Is your oven old? Could you spare a few minutes?", "agenda.right-person"),
        ("Your bakery could stand on our map for free, with a banner and a social media campaign.", "fish.terms"),
        ("You can get an oven for just $9.50/month at Ovenhost.", "fish.terms"),
        ("We're looking for someone to help us bake faster. Does this sound exciting to you?", "fish.vacancy"),
        ("Ovenwatch helps bakeries sell every loaf before noon. A bit of self-promotion, but it would be a good fit.",
         "fish.what-it-does"),
        ("Is the domain of your bakery for sale? I'd make you an offer for the domain.", "fish.your-name"),
        ("Anton, I have an offer for you. Please email me at the address below.", "agenda.contact-me"),
        ("I found no other way to reach you. Your bakery is the starting point of our startup.", "agenda.contact-me"),
        ("Adding OvenWatch to the page. Free plan, no credit card. I'm the creator of OvenWatch.", "fish.made-it"),
        ("There is something I'd like to discuss. How can I reach you?", "agenda.how-to-reach"),
        ("Do you ever bake for hire? If so, how may I contact you?", "fish.strangers-letter"),
        ("We represent a chain of cafés and noticed your bread. Are you open to an offer?", "fish.strangers-letter"),
        ("My name is Jo and I run a bakery blog. Would you consider an article with our links?",
         "fish.strangers-letter"),
        ("Nice to meet you. Are you currently looking for a web developer for the bakery?", "fish.strangers-letter"),
        ("May I ask whether you'd bake a custom version for my café? I'd pay for it. Your contact, please?",
         "fish.strangers-letter"),
        ("I'm collecting data for my thesis about bread. Would you take part in a short survey under this link?",
         "fish.strangers-letter"),
        ("I'm the author of a column about bread, and I'd like an opportunity to write an article for your site.",
         "fish.strangers-letter"),
    ],
)  # fmt: skip
def test_offers_in_other_words_are_noticed(text: str, rule: str) -> None:
    """Something of the writer's, and something for the reader to do about it."""
    assert rule in {finding.rule.id for finding in reflect(Message(text), packaged()).hints}
