"""The prompt of the day."""

from __future__ import annotations

from pathlib import Path

import pytest

from givequest.config.prompts import load_prompts
from givequest.domain.journal.prompts import APART, CATEGORIES, WALLS, Prompt, Prompts, walls_matter

DECK = Prompts(tuple(Prompt(f"{name}-{n}", name, f"{name} {n}?") for name in CATEGORIES for n in range(12)))
FIRST = 739000


def of_days(number: int, *, walls: bool = False) -> list[Prompt]:
    """Return the prompts of some days in a row."""
    prompts = [DECK.of_day(FIRST + day, "seed", walls=walls) for day in range(number)]
    assert None not in prompts
    return [prompt for prompt in prompts if prompt is not None]


@pytest.mark.parametrize("walls", [False, True])
def test_no_category_comes_two_days_in_a_row_and_no_prompt_again_within_45_days(walls: bool) -> None:
    """Two years of days, with and without something to let go of."""
    prompts = of_days(730, walls=walls)
    for day, prompt in enumerate(prompts):
        assert day == 0 or prompts[day - 1].category != prompt.category
        assert prompt not in prompts[max(0, day - APART) : day]


def test_walls_are_asked_about_only_when_they_matter() -> None:
    """Without a release in the last seven days nobody is reminded of silence."""
    assert WALLS not in {prompt.category for prompt in of_days(400)}
    assert WALLS in {prompt.category for prompt in of_days(8, walls=True)}
    assert walls_matter(FIRST, [FIRST - 6])
    assert not walls_matter(FIRST, [FIRST - 7])
    assert not walls_matter(FIRST, [FIRST + 1])


@pytest.mark.parametrize("walls", [False, True])
def test_a_redraw_brings_another_prompt_and_the_day_after_still_another(walls: bool) -> None:
    """Ten redraws in a row show ten prompts, none of the category of the day before."""
    for day in range(FIRST, FIRST + 60):
        prompts = [DECK.of_day(day, "seed", walls=walls, redraws=number) for number in range(10)]
        assert len(set(prompts)) == 10
        before = DECK.of_day(day - 1, "seed", walls=walls)
        assert before is not None
        assert before.category not in {prompt and prompt.category for prompt in prompts}


def test_the_same_day_asks_the_same_and_another_home_something_else() -> None:
    """A relaunch changes nothing."""
    assert of_days(50) == of_days(50)
    assert [DECK.of_day(FIRST + day, "other") for day in range(50)] != of_days(50)


@pytest.mark.parametrize("size", [0, 1, 2])
def test_few_prompts_are_no_trouble(size: int) -> None:
    """A deck that somebody has cut down still asks something, or nothing at all."""
    few = Prompts(DECK.all[:size])
    assert (few.of_day(FIRST, "seed", walls=True, redraws=3) is None) == (size == 0)


def test_own_prompts_come_in_beside_the_packaged_ones_and_bad_ones_are_told_of(tmp_path: Path) -> None:
    """A file with one good and two bad prompts gives one prompt and two problems."""
    (tmp_path / "prompts.toml").write_text(
        '[[prompt]]\nid = "mine"\ncategory = "quiet"\ntext = "What was quiet?"\n'
        '[[prompt]]\nid = "bad"\ncategory = "loud"\ntext = "x"\n[[prompt]]\ncategory = "quiet"\n',
        "utf-8",
    )
    prompts, problems = load_prompts(str(tmp_path), packaged=str(tmp_path / "none"))
    assert [prompt.id for prompt in prompts.all] == ["mine"]
    assert len(problems) == 2
    assert all("prompts.toml" in str(problem) for problem in problems)
