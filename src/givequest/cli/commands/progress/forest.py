"""`givequest forest`: the forest as signs, words, data or a file."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import date
from typing import Any, TextIO

from givequest.application.achievements import Achievements
from givequest.application.forest import Forest
from givequest.application.mornings import quiet_days
from givequest.cli.arguments import named_day
from givequest.cli.output import complain, is_terminal, print_json, print_line, spell_out
from givequest.cli.targets import check_target, named_path
from givequest.composition import Home
from givequest.errors import UsageError
from givequest.presentation.forest.description import describe
from givequest.presentation.story import story_words

EXAMPLE = "forest -o forest.svg"
FORMS = (".svg", ".txt")


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--day", metavar="DAY", help="the forest as it was on a day")
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--plain", action="store_true", help="in words, with the shelf of surprises and the story of your quiet days"
    )
    form.add_argument("--ascii", action="store_true", help="drawn with plain signs, on a terminal with colours too")
    form.add_argument("--json", action="store_true", help="print it as JSON")
    form.add_argument("-o", "--output", metavar="FILE", help="save the picture; FILE ends in .svg or .txt")
    parser.add_argument("--force", action="store_true", help="replace the file if it already exists")


def run(arguments: Namespace, home: Home) -> int:
    """Print or save the forest of a day."""
    game = home.game
    day = named_day(arguments.day, game) or game.today()
    forest, achievements = game.derived(Forest), game.derived(Achievements)
    if arguments.output is not None:
        _save(forest, day, arguments.output, home, force=arguments.force)
    elif arguments.json:
        print_json(document_of(forest, achievements, day))
    else:
        _print(forest, achievements, day, home, with_picture=not arguments.plain, in_signs=arguments.ascii)
    return 0


def _save(forest: Forest, day: date, path: str, home: Home, *, force: bool) -> None:
    path = named_path(path)
    ending = os.path.splitext(path)[1].lower()
    if ending not in FORMS:
        raise UsageError(f"{spell_out(path)} could be a picture or text: end the name in .svg or .txt.")
    check_target(path, home.paths, force=force)
    from givequest.appearance import load_theme
    from givequest.presentation.forest.files import saved_forms
    from givequest.storage.files.atomic_files import replace_file

    theme, _ = load_theme(home.settings.theme, home.paths.themes)
    forms = saved_forms(forest, day, theme, with_numbers=home.settings.numbers)
    content = next(text for name, text in forms.items() if name.endswith(ending))
    replace_file(path, content.encode("utf-8", "replace"))
    complain(f"the picture is in {spell_out(path)}.")


def _print(
    forest: Forest, achievements: Achievements, day: date, home: Home, *, with_picture: bool, in_signs: bool
) -> None:
    grove, moment = forest.grove_on(day), forest.moment(day)
    if with_picture:
        size = shutil.get_terminal_size()
        width, height = min(size.columns, 200), max(min(size.lines - 10, 40), 8)
        if not in_signs and shows_colours(sys.stdout, os.environ):
            from givequest.appearance import load_theme
            from givequest.cli.half_blocks import half_blocks
            from givequest.presentation.forest.picture import paint_forest
            from givequest.presentation.forest.toning import toning_of

            toning = toning_of(load_theme(home.settings.theme, home.paths.themes)[0])
            for line in half_blocks(paint_forest(grove, moment, width, 2 * height, forest.guests(day), toning)):
                print_line(line)
        else:
            from givequest.presentation.forest.text_art import draw_signs, text_of

            print_line(text_of(draw_signs(grove, moment, width, height)))
        print_line()
    words = describe(grove, moment, forest.origins(), forest.guests(day), with_numbers=home.settings.numbers)
    for line in words:
        print_line(line)
    if not with_picture:
        for earned in achievements.earned_by(day):
            achievement = earned.achievement
            print_line(f"{earned.day.isoformat()} {achievement.name}, {earned.deed}: {achievement.line}")
        for line, _ in story_words(home.game.stories, quiet_days(home.game, day)):
            print_line(line)


def shows_colours(stream: TextIO | None, environment: Mapping[str, str]) -> bool:
    """Return whether a stream is a terminal that says it has 24-bit colours and shows half blocks, and may use them."""
    return (
        stream is not None
        and is_terminal(stream)
        and not environment.get("NO_COLOR")
        and environment.get("TERM") != "dumb"
        and environment.get("COLORTERM") in ("truecolor", "24bit")
        and (stream.encoding or "").lower().replace("-", "") == "utf8"
    )


def document_of(forest: Forest, achievements: Achievements, day: date) -> dict[str, Any]:
    """Return the forest of a day as data: what stands there, how old it is, and what has been earned."""
    grove = forest.grove_on(day)
    return {
        "day": day.isoformat(),
        "deeds": grove.counts,
        "plants": [
            {
                "species": plant.place.species.id,
                "planted": date.fromordinal(plant.born).isoformat(),
                "age": plant.age(day.toordinal()),
                "deeds": plant.deeds,
            }
            for plant in grove.plants()
        ],
        "surprises": [
            {
                "id": earned.achievement.id,
                "name": earned.achievement.name,
                "day": earned.day.isoformat(),
                "deed": earned.deed,
            }
            for earned in achievements.earned_by(day)
        ],
    }
