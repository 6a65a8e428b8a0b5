"""`givequest themes`: lists, checks, and begins one of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from givequest.appearance import ROLES, load_theme, load_themes
from givequest.config.paths import Paths
from givequest.preferences import save_preference, write_start

from ...built_in import BUILT_IN
from ...cli.conftest import Play


def test_themes_lists_every_theme_and_marks_the_chosen_one(play: Play, paths: Paths) -> None:
    """A line each; the mark is a star."""
    save_preference(paths, "theme", "forest")
    ran = play("themes")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.out.splitlines()) == len(load_themes()[0])
    assert [line.split()[1] for line in ran.out.splitlines() if line.startswith("*")] == ["forest"]
    assert [theme["name"] for theme in play("themes", "--json").data if theme["chosen"]] == ["forest"]


def test_a_theme_that_was_begun_is_used_and_looks_like_the_one_it_began_with(play: Play, paths: Paths) -> None:
    """Nothing is wrong with it, and the path is printed alone."""
    ran = play("themes", "new", "my-room", "--like", "morning")
    assert (ran.code, ran.out) == (0, f"{paths.themes}/my-room.toml\n")
    theme, problems = load_theme("my-room", paths.themes)
    assert problems == []
    assert theme.colours == load_theme("morning")[0].colours
    assert (theme.title, theme.dark) == ("My room", False)
    text = Path(paths.themes, "my-room.toml").read_text(encoding="utf-8")
    assert all(f"\n{role} = " in text for role in (*ROLES, *BUILT_IN))


def test_nothing_that_stands_in_a_config_or_a_theme_ends_the_program(play: Play, paths: Paths) -> None:
    """Tables within tables and numbers without end are told like anything else that cannot be used."""
    deep, long = ".".join("a" * 90), "0x" + "f" * 5000
    config = f"grace.{deep} = 1\nfirst_weekday = {long}\n[board]\ncore = [{long}]\n[keys]\nquest.{deep} = 1\n"
    write_start(paths.config_file, config)
    write_start(f"{paths.themes}/deep.toml", f"title = {long}\nglyphs.{deep} = 1\n[colours]\ntext.{deep} = 1\n")
    for words in (("today",), ("themes",), ("keys",), ("doctor",)):
        ran = play(*words)
        assert ran.out
        assert "unexpected happened" not in ran.err
    told = play("today").err
    assert "config.toml, grace: " in told
    assert "first_weekday: what's there isn't a weekday" in told


def test_tables_within_tables_without_end_are_not_read(play: Play, paths: Paths) -> None:
    """Each takes as long as all before it: a file of 60 KB would keep whoever launches waiting for minutes."""
    endless = ".".join("a" * 30_000)
    write_start(paths.config_file, f"[keys]\n{endless} = 1\n")
    write_start(f"{paths.themes}/endless.toml", f"[colours]\n{endless} = 1\n")
    write_start(f"{paths.decks}/endless.toml", f"[[card]]\n{endless} = 1\n")
    told = play("today").err
    assert "config.toml: It isn't TOML that can be read: line 2 has more than 100 dots." in told
    assert "endless.toml: It isn't TOML that can be read: line 2 has more than 100 dots." in told
    assert "line 2 has more than 100 dots" in play("themes").err


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("new", "../x"), 2, "small letters"),
        (("new",), 2, "needs a name"),
        (("new", "x", "--like", "forrest"), 2, "did you mean forest?"),
        (("new", "twice"), 1, "already exists"),
        (("--like", "forest"), 2, "goes with"),
    ],
)
def test_what_cannot_be_begun_is_told(play: Play, words: tuple[str, ...], code: int, sentence: str) -> None:
    """Wrong usage is 2, a file that already exists is 1; it stays as it was."""
    play("themes", "new", "twice")
    ran = play("themes", *words)
    assert (ran.code, ran.out) == (code, "")
    assert sentence in ran.err


def test_themes_tells_file_field_and_reason_of_what_is_wrong_and_what_is_hard_to_read(play: Play, paths: Paths) -> None:
    """What cannot be used makes it 1; what reads badly is only told."""
    play("themes", "new", "pale")
    pale = Path(paths.themes, "pale.toml")
    good = pale.read_text(encoding="utf-8")
    pale.write_text(good.replace('muted = "#a39d94"', 'muted = "#55505a"'), encoding="utf-8")
    ran = play("themes")
    assert ran.code == 0
    assert "pale, colours.muted:" in ran.err
    pale.write_text(good.replace('muted = "#a39d94"', 'muted = "grey"'), encoding="utf-8")
    ran = play("themes")
    assert ran.code == 1
    assert f"{pale}, colours.muted: 'grey' isn't a colour" in ran.err
