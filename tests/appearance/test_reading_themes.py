"""Theme files that people write: what is wrong is said by file, field and reason, and nothing of it ever raises."""

from __future__ import annotations

import os
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.appearance import load_theme, load_themes, themes_folder
from givequest.appearance.theme import read_theme

HEARTH = (Path(themes_folder()) / "hearth.toml").read_text(encoding="utf-8")


def write(folder: Path, text: str | bytes, name: str = "mine") -> Path:
    """Write a theme file and return its path."""
    path = folder / f"{name}.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def mine(old: str = "", new: str = "") -> str:
    """Return the text of a good theme called `mine`, changed in one place."""
    text = HEARTH.replace('name = "hearth"', 'name = "mine"')
    assert old in text
    return text.replace(old, new) if old else text


def test_a_theme_of_ones_own_is_used(tmp_path: Path) -> None:
    """A good file gives a theme of its name, and nothing to say."""
    write(tmp_path, mine('title = "Hearth"', 'title = "My room"'))
    theme, problems = load_theme("mine", str(tmp_path))
    assert (theme.name, theme.title, problems) == ("mine", "My room", [])


BROKEN = {
    "no TOML": ("= =", "file", "isn't TOML"),
    "no UTF-8": (b'title = "\xff"', "file", "isn't UTF-8"),
    "a number without end": ("dark = " + "9" * 5000, "file", "isn't TOML"),
    "too deep": ("x = " + "[" * 5000 + "]" * 5000, "file", "isn't TOML"),
    "too long": ("#" * 70_000, "size", "64 KiB"),
    "no colour": (mine("#dcd6cc", "#zzzzzz"), "colours.text", "isn't a colour"),
    "a colour that is a number": (mine('text = "#dcd6cc"', "text = 7"), "colours.text", "isn't a colour"),
    "a role too many": (mine("[colours]", '[colours]\nacent = "#ffffff"'), "colours.acent", "did you mean accent?"),
    "a role too few": (mine('accent = "#e6b36a"\n', ""), "colours", "missing: accent"),
    "a field too many": (mine("dark = true", "drak = true"), "drak", "did you mean dark?"),
    "another name": (mine('name = "mine"', 'name = "yours"'), "name", "has the name of its file"),
    "a colour in tables in tables": (
        "[colours]\ntext." + ".".join("a" * 90) + " = 1",
        "colours.text",
        "isn't a colour",
    ),
    "tables in tables without end": (
        "[colours]\ntext." + ".".join("a" * 30_000) + " = 1",
        "file",
        "line 2 has more than 100 dots",
    ),
    "a mark at its beginning": ("\ufeff" + mine('text = "#dcd6cc"', "text = 7"), "colours.text", "isn't a colour"),
    "a colour without end": ("[colours]\ntext = 0x" + "f" * 5000, "colours.text", "what's there isn't a colour"),
    "no table of colours": ('colours = "red"', "colours", "written [colours]"),
}


@pytest.mark.parametrize(("text", "field", "reason"), BROKEN.values(), ids=BROKEN)
def test_what_a_broken_theme_has_wrong_is_told_and_the_default_is_used(
    tmp_path: Path, text: str | bytes, field: str, reason: str
) -> None:
    """File, field and reason; the default theme stands in for it."""
    path = write(tmp_path, text)
    theme, problems = load_theme("mine", str(tmp_path))
    assert theme.name == "hearth"
    assert all(problem.place.startswith(f"{path}, ") for problem in problems)
    assert any(problem.place.endswith(f", {field}") and reason in problem.message for problem in problems), problems
    assert "mine" not in load_themes(str(tmp_path))[0]


USABLE = {
    "a glyph too wide": (mine('glyphs = "unicode"', 'glyphs = {done = "🔥"}'), "glyphs.done"),
    "a glyph that a terminal obeys": (mine('glyphs = "unicode"', 'glyphs = {done = "\\u001b"}'), "glyphs.done"),
    "a scale too short": (mine('glyphs = "unicode"', 'glyphs = {spark = "_-"}'), "glyphs.spark"),
    "a set that is a list": (mine('glyphs = "unicode"', 'glyphs = {set = ["ascii"]}'), "glyphs"),
    "a sign too many": (mine('glyphs = "unicode"', 'glyphs = {dome = "x"}'), "glyphs.dome"),
    "a title that is a number": (mine('title = "Hearth"', "title = 0x" + "f" * 5000), "title"),
    "neither dark nor light": (mine("dark = true", 'dark = "yes"'), "dark"),
    "a variable that is no colour": (mine() + '[variables]\nlink-style = "#ffffff"\n', "variables.link-style"),
    "a variable with no name": (mine() + '[variables]\n"a b;" = "#ffffff"\n', "variables.a b;"),
}


@pytest.mark.parametrize(("text", "field"), USABLE.values(), ids=USABLE)
def test_a_small_mistake_costs_only_itself(tmp_path: Path, text: str, field: str) -> None:
    """Where the colours are whole the theme is used, without what is wrong."""
    write(tmp_path, text)
    theme, problems = load_theme("mine", str(tmp_path))
    assert theme.name == "mine"
    assert [problem.place.partition(".toml, ")[2] for problem in problems] == [field]


def test_a_theme_that_is_not_there_is_answered_with_the_nearest(tmp_path: Path) -> None:
    """A name mistyped in the config finds its way."""
    theme, problems = load_theme("forrest", str(tmp_path))
    assert theme.name == "hearth"
    assert "did you mean forest?" in problems[0].message


@pytest.mark.parametrize("name", ["../hearth", "/etc/passwd", "", ".", "a\x00b", "x" * 5000, "hearth.toml"])
def test_no_name_leads_out_of_the_folders_of_themes(tmp_path: Path, name: str) -> None:
    """Whatever the config says, what is used is a theme."""
    write(tmp_path, mine())
    assert load_theme(name, str(tmp_path / "themes"))[0].name == "hearth"


def test_a_folder_or_a_pipe_called_like_a_theme_is_no_theme(tmp_path: Path) -> None:
    """Neither raises nor waits."""
    (tmp_path / "mine.toml").mkdir()
    os.mkfifo(tmp_path / "other.toml")
    themes, problems = load_themes(str(tmp_path))
    assert not {"mine", "other"} & set(themes)
    assert [problem.message for problem in problems] == ["It isn't a file."] * 2


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["#ffffff", "ascii"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
_FIELDS = st.sampled_from(["name", "title", "author", "dark", "glyphs", "colours", "variables", "colors"])


@given(st.dictionaries(_FIELDS | st.text(max_size=8), _VALUES, max_size=8))
def test_no_document_whatever_makes_reading_raise(document: dict[str, object]) -> None:
    """What cannot be used is told; nothing told is empty, and nothing in it would be obeyed by a terminal."""
    theme, problems = read_theme(document, "mine.toml", "mine")
    assert theme is None
    assert problems
    told = "".join(problem.message + problem.place for problem in problems)
    assert not {"Cc", "Cs"} & set(map(category, told))
