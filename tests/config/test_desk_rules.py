"""Rules of the desk in files: the packaged ones hold, and what is wrong with one's own is said by file and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from givequest.config import desk_rules
from givequest.config.desk_rules import load_hint_rules
from givequest.config.pattern_trial import slow_patterns
from givequest.domain.desk.hint_rules import CATEGORIES

RULE = """
[[rule]]
id = "own.{name}"
category = "spam"
weight = 2
pattern = '{pattern}'
hint = "Would you say that at the coat rack?"
"""
BLAMING = re.compile(r"\b(wrong|bad|selfish|don't|never|must|should)\b", re.IGNORECASE)


def write_rules(folder: Path, *rules: str) -> Path:
    """Write a file of rules and return its folder."""
    folder.mkdir(exist_ok=True)
    (folder / "own.toml").write_text("".join(rules), "utf-8")
    return folder


def test_every_category_has_rules_and_there_are_good_signs() -> None:
    """Sixty-four rules and eight signs, or more."""
    rules, problems = load_hint_rules("/nowhere/at/all")
    assert not problems
    assert {rule.category for rule in rules.rules} == {*CATEGORIES, ""}
    assert sum(not rule.is_good for rule in rules.rules) >= 64
    assert sum(rule.is_good for rule in rules.rules) >= 8


def test_no_hint_blames_and_none_is_said_twice() -> None:
    """A friend at the coat rack: a question or a picture."""
    rules, _ = load_hint_rules("/nowhere/at/all")
    hints = [rule.hint for rule in rules.rules]
    assert [hint for hint in hints if BLAMING.search(hint)] == []
    assert len(set(hints)) == len(hints)


def test_the_packaged_patterns_come_to_an_end_with_any_text() -> None:
    """By the trial that a person's own have to pass."""
    rules, _ = load_hint_rules("/nowhere/at/all")
    patterns = [pattern for rule in rules.rules for pattern in rule.patterns]
    slow = slow_patterns([(pattern.pattern, pattern.flags) for pattern in patterns])
    assert [patterns[position].pattern for position in slow] == []


def test_a_pattern_that_never_ends_is_left_out_and_the_others_are_used(tmp_path: Path) -> None:
    """It is said by file and line, and it isn't tried again."""
    folder = write_rules(
        tmp_path / "desk",
        RULE.format(name="one", pattern="ahoy"),
        RULE.format(name="slow", pattern="(a+)+$"),
        RULE.format(name="two", pattern="land"),
    )
    cache = str(tmp_path / "trials.json")
    rules, problems = load_hint_rules(str(folder), cache_file=cache)
    assert [rule.id for rule in rules.rules if rule.id.startswith("own.")] == ["own.one", "own.two"]
    (problem,) = problems
    assert problem.place == f"{folder / 'own.toml'}, line 9"
    assert "never comes to an end" in problem.message


def test_what_was_tried_is_not_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until a pattern changes."""
    folder, cache = write_rules(tmp_path / "desk", RULE.format(name="one", pattern="ahoy")), str(tmp_path / "t.json")
    tried: list[object] = []

    def try_them(patterns: object) -> set[int]:
        tried.append(patterns)
        return set()

    monkeypatch.setattr("givequest.config.pattern_trial.slow_patterns", try_them)
    load_hint_rules(str(folder), cache_file=cache)
    load_hint_rules(str(folder), cache_file=cache)
    assert len(tried) == 1
    write_rules(folder, RULE.format(name="one", pattern="land ahoy"))
    load_hint_rules(str(folder), cache_file=cache)
    assert len(tried) == 2


@pytest.mark.parametrize(
    ("content", "place", "what"),
    [
        (RULE.format(name="bad", pattern="(ahoy"), ", line 2", "isn't a regular expression"),
        ("rule = 3\n", "", "It holds no rules"),
        ("[[rule]\n", "", "It isn't TOML"),
        ("\ufeff" + RULE.format(name="bom", pattern="x").replace("weight = 2", "weight = 9"), ", line 2", "its weight"),
        ("[[rule]]\nid = '\x1b[31m.x'\n".replace("\x1b", "\\u001b").replace("'", '"'), ", line 1", "its id"),
    ],
)
def test_a_file_that_cannot_be_used_takes_nothing_else_away(
    tmp_path: Path, content: str, place: str, what: str
) -> None:
    """The packaged rules stay, and the sentence names file, line and reason."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "own.toml").write_text(content, "utf-8")
    rules, problems = load_hint_rules(str(folder))
    assert len(rules.rules) == len(load_hint_rules("/nowhere")[0].rules)
    (problem,) = problems
    assert problem.place == f"{folder / 'own.toml'}{place}"
    assert what in problem.message


def test_a_packaged_file_that_cannot_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk without some of its rules would be another desk."""
    (tmp_path / "spam.toml").write_text("[[rule]\n", "utf-8")
    monkeypatch.setattr(desk_rules, "PACKAGED", str(tmp_path))
    with pytest.raises(Exception, match="Installing givequest again"):
        load_hint_rules("/nowhere")
