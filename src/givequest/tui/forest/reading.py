"""What can be read in the place of the picture: its words, the shelf of surprises, the story of the quiet days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from givequest.application.achievements import Achievements
from givequest.application.forest import Forest
from givequest.application.mornings import may_be_named, quiet_days
from givequest.presentation.forest.description import describe, tell_news
from givequest.presentation.lines import Line, wrap
from givequest.presentation.story import story_lines
from givequest.tui.forest.achievements import achievement_lines
from givequest.tui.forest.view import Scene

if TYPE_CHECKING:
    from givequest.tui.context import AppContext

PICTURE, WORDS, ACHIEVEMENTS, STORY = "picture", "words", "shelf", "story"
"""What there is to look at."""


def lines_to_read(what: str, app: AppContext, scene: Scene, width: int) -> list[Line]:
    """Return what is read of a scene, one of `WORDS`, `ACHIEVEMENTS` and `STORY`, in lines of a width."""
    if what == WORDS:
        return _words(app, scene, width)
    if what == ACHIEVEMENTS:
        return achievement_lines(app.game.derived(Achievements).earned_by(scene.moment.day), width, app.paint)
    return story_lines(app.game.stories, quiet_days(app.game, scene.moment.day), width, app.paint)


def _words(app: AppContext, scene: Scene, width: int) -> list[Line]:
    forest, moment = app.game.derived(Forest), scene.moment
    told = describe(scene.grove, moment, forest.origins(), scene.guests, with_numbers=app.settings.numbers)
    news = tell_news(forest.news(moment.day), moment, app.game.kinds, may_name=may_be_named(app.game))
    told[1:1] = [news] if news else []
    lines: list[Line] = [[]]
    for paragraph in told:
        style = app.paint.style("text")
        lines += [[("  " + line, style)] for line in wrap(paragraph, max(min(width, 90) - 4, 8))]
    return lines
