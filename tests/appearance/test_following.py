"""Two themes that follow the terminal's ground: read, remembered, and told of where they are misspelt."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givequest.appearance import load_theme
from givequest.appearance.following import is_light, keep_ground, last_ground, read_answer, worn_of

SETTING = "auto:forest,first-snow"


@given(st.integers(0, 0xFFFFFF), st.integers(1, 4))
def test_an_answer_is_read_in_as_many_digits_as_a_terminal_gives(colour: int, digits: int) -> None:
    """Up to what these digits can say."""
    parts = [colour >> shift & 255 for shift in (16, 8, 0)]
    most = 16**digits - 1
    answer = "11;rgb:" + "/".join(f"{round(part * most / 255):0{digits}x}" for part in parts)
    read = read_answer(answer)
    assert read is not None
    assert all(abs(int(read[at : at + 2], 16) - part) <= 255 / most for at, part in zip((1, 3, 5), parts, strict=True))


@given(st.text(max_size=30))
def test_whatever_else_a_terminal_says_is_a_colour_or_nothing(answer: str) -> None:
    """It never raises."""
    assert (read_answer(answer) or "#000000").startswith("#")


@pytest.mark.parametrize(
    ("ground", "light"),
    [
        ("#000000", False),
        ("#002b36", False),
        ("#282a36", False),
        ("#fdf6e3", True),
        ("#ffffff", True),
        ("#d0d0d0", True),
    ],
)
def test_grounds_of_known_terminals_are_told_apart(ground: str, light: bool) -> None:
    """Solarized in both, Dracula, and plain ones."""
    assert is_light(ground) is light


def test_the_dark_one_is_worn_until_something_is_known_and_the_last_answer_counts(tmp_path: Path) -> None:
    """A cache that is gone, or damaged, is nothing known."""
    cache = str(tmp_path)
    names = []
    for ground in (None, "#ffffff", "#101010"):
        if ground:
            keep_ground(cache, ground)
            assert last_ground(cache) == ground
        theme, problems = load_theme(SETTING, None, (), cache)
        names.append(theme.name)
        assert problems == []
    assert names == ["forest", "first-snow", "forest"]
    (tmp_path / "ground").write_bytes(b"#ffffff\nnonsense")
    assert worn_of(SETTING, cache) == "forest"


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("auto:forrest,first-snow", "No theme is called forrest; did you mean forest?"),
        ("auto:forest,first-show", "No theme is called first-show; did you mean first-snow?"),
        ("auto:forest", 'theme = "auto:hearth,morning"'),
        ("auto", 'theme = "auto:hearth,morning"'),
        ("auto:,", 'theme = "auto:hearth,morning"'),
    ],
)
def test_what_is_misspelt_is_told_once_even_where_it_is_not_the_one_that_is_worn(
    setting: str, told: str, tmp_path: Path
) -> None:
    """And some theme is worn."""
    theme, problems = load_theme(setting, None, (), str(tmp_path))
    assert theme.name in ("hearth", "forest")
    assert [problem.place for problem in problems] == ["config.toml, theme"]
    assert told in problems[0].message
