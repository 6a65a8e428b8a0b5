"""What no shipped sentence may say: an outcome somebody else decides, and the words of a scolding."""

from __future__ import annotations

import re
from itertools import combinations

SCOLDING = re.compile(r"\b(should|must|fail(s|ed|ing|ure)?|lost|behind|only|still|overdue|missed)\b", re.IGNORECASE)

_OTHERS = r"(they|she|he|it|somebody|someone|anybody|anyone|nobody|people|(the|your) \w+)"
_HELPERS = r"((will|may|might|would|could|do|does|did|has|have|had|never|not|also|then|at last) ){0,3}"
_REACTS = r"(answer(s|ed)?|repl(y|ies|ied)|respond(s|ed)?|react(s|ed)?|reciprocate(s|d)?|thank(s|ed)?)"
_TOKEN = r"(repl(y|ies)|answers?|response|thanks|thank-you|likes?|hearts?|comments?|shares?|follows?|credit)"
OUTCOME = re.compile(
    "|".join(
        (
            rf"\b{_OTHERS} {_HELPERS}{_REACTS} (you|to you|it|your|at all|today|in the end)\b",
            rf"\b{_OTHERS} {_HELPERS}(repl(y|ies|ied)|respond(s|ed)?|reciprocate(s|d)?)\b",
            rf"\b(if|when|until|whether|unless) (they|she|he|anybody|anyone|somebody) {_HELPERS}{_REACTS}\b",
            r"\b(writes?|wrote|answers?|says?|said|calls?|rings?|rang|follows?|likes?|thanks?|gives?|gave|pays?)"
            r" (you |it )?back\b",
            r"\b(followers|subscribers|unanswered|unrequited|viral|engagement|impressions)\b",
            rf"\b(get|gets|got|gain|gains|earn|earns|win|wins|receive|receives|received|collect|collects|expect|expects"
            rf"|await|awaits) (you )?(a |an |any |the |some |their |more |your |\d+ )?{_TOKEN}\b",
            rf"\b(wait|waits|waiting|hope|hopes|hoping|ask|asks|check|look) (for|on)"
            rf" (a |an |any |the |their )?{_TOKEN}\b",
            r"\b(owes?|owed|repays?|repaid|reward(s|ed)?) you\b",
            r"\b(in return|return the favour|returns the favour|something back|pays off|read receipts?)\b",
            r"\bhow many (people|likes|hearts|answers|replies|views)\b",
        )
    ),
    re.IGNORECASE,
)

UNCONTRACTED = re.compile(
    r"\b(do|does|did|is|are|was|were|has|have|had|would|could) not\b|\bcannot\b"
    r"|(?<!where )\b(it|that|there|what|who) is\b(?=\s+(?!it\b)\w)|\b(you|they) (are|will|would)\b(?=\s+\w)",
    re.IGNORECASE,
)
"""What is contracted by whoever speaks, though not at the end of a sentence."""

_ANYBODY = r"(some(one|body)(?!'s (work|else))|two people|they|people)"
CLAIMING = re.compile(
    rf"\b{_ANYBODY} (has|have|had|is|are|was|were|got|need|cross|feels?|felt|knows?|hears?|smiled?)\b(?! nobody)"
    rf"|\b{_ANYBODY}'s (day|afternoon|evening|week|list|shoe|string|window|good news|need)\b"
    r"|\b(off|to) someone\.|\bstory found\b",
    re.IGNORECASE,
)
"""What a line that is said must not tell: how somebody else's day went on."""

PRESUMING = re.compile(
    r"\b(application|applying|looking for work|trouble|hard time|heavy|ill|sick|grief|lonely|alone|moved away|new job"
    r"|exam|good news|could not|being helped|never answers|wall|cold|for the years)\b",
    re.IGNORECASE,
)
"""What nobody can know of a person whose name is put into a sentence."""


def words_of(sentence: str) -> frozenset[str]:
    """Return the words of a sentence, without those that every sentence has."""
    return frozenset(re.findall(r"[a-z]+", sentence.lower())) - _COMMON


_COMMON = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be by for from has have in is it of on one or that the their them they this to"
        " with you your who what somebody person today",
    )
)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of two word sets is common to both, from 0 to 1 (Jaccard)."""
    return len(one & other) / len(one | other) if one | other else 1.0


def near_duplicates(sentences: dict[str, str], alike: float) -> list[tuple[str, str]]:
    """Return the names of all pairs of sentences that are at least so much alike."""
    words = {name: words_of(sentence) for name, sentence in sentences.items()}
    return [pair for pair in combinations(words, 2) if likeness(words[pair[0]], words[pair[1]]) >= alike]
