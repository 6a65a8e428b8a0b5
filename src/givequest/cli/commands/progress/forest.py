"""`givequest forest`: the forest as signs, words, data or a file."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from typing import TYPE_CHECKING, Any

from givequest.application.achievements import Achievements
from givequest.application.forest import Forest
from givequest.application.mornings import quiet_days
from givequest.cli.arguments import named_day
from givequest.cli.half_blocks import half_blocks, picture_depth
from givequest.cli.output import complain, print_json, print_line, spell_out
from givequest.cli.targets import check_target, named_path
from givequest.composition import Home
from givequest.errors import UsageError
from givequest.presentation.escapes import Depth
from givequest.presentation.forest.description import describe
from givequest.presentation.story import story_words

if TYPE_CHECKING:
    from givequest.presentation.forest.toning import Toning

EXAMPLE = "forest -o forest.svg"
FORMS = (".svg", ".txt")
WIDEST = 200


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--day", metavar="DAY", help="the forest as it was on a day")
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--plain", action="store_true", help="in words, with the shelf of surprises and the story of your quiet days"
    )
    parser.add_argument("--ascii", action="store_true", help="drawn with plain signs, on a terminal with colours too")
    form.add_argument("--strip", action="store_true", help="in one line, to greet you when you log in")
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
    elif arguments.strip:
        _print_strip(forest, day, home, in_signs=arguments.ascii)
    else:
        _print(forest, achievements, day, home, in_words=arguments.plain, in_signs=arguments.ascii)
    return 0


def _save(forest: Forest, day: date, path: str, home: Home, *, force: bool) -> None:
    path = named_path(path)
    ending = os.path.splitext(path)[1].lower()
    if ending not in FORMS:
        raise UsageError(f"{spell_out(path)} could be a picture or text: end the name in .svg or .txt.")
    check_target(path, home.paths, force=force)
    from givequest.presentation.forest.files import saved_forms
    from givequest.storage.files.atomic_files import replace_file

    theme, _ = home.worn_theme()
    forms = saved_forms(forest, day, theme, with_numbers=home.settings.numbers)
    content = next(text for name, text in forms.items() if name.endswith(ending))
    replace_file(path, content.encode("utf-8", "replace"))
    complain(f"the picture is in {spell_out(path)}.")


def _print(
    forest: Forest, achievements: Achievements, day: date, home: Home, *, in_words: bool, in_signs: bool
) -> None:
    grove, moment = forest.grove_on(day), forest.moment(day)
    if not in_words:
        size = shutil.get_terminal_size()
        width, height = min(size.columns, WIDEST), max(min(size.lines - 10, 40), 8)
        depth = _depth(home, in_signs=in_signs)
        if depth is not Depth.NONE:
            from givequest.presentation.forest.picture import paint_forest

            picture = paint_forest(grove, moment, width, 2 * height, forest.guests(day), _toning(home))
            for line in half_blocks(picture, depth):
                print_line(line)
        else:
            from givequest.presentation.forest.text_art import draw_signs, text_of

            print_line(text_of(draw_signs(grove, moment, width, height)))
        print_line()
    words = describe(grove, moment, forest.origins(), forest.guests(day), with_numbers=home.settings.numbers)
    for line in words:
        print_line(line)
    if in_words:
        for earned in achievements.earned_by(day):
            achievement = earned.achievement
            print_line(f"{earned.day.isoformat()} {achievement.name}, {earned.deed}: {achievement.line}")
        for line, _ in story_words(home.game.stories, quiet_days(home.game, day)):
            print_line(line)


def _print_strip(forest: Forest, day: date, home: Home, *, in_signs: bool) -> None:
    from givequest.presentation.forest.strip import draw_strip, paint_strip

    grove, moment = forest.grove_on(day), forest.moment(day)
    width = min(shutil.get_terminal_size().columns, WIDEST)
    depth = _depth(home, in_signs=in_signs)
    if depth is Depth.NONE:
        print_line(draw_strip(grove, moment, width))
    else:
        print_line(*half_blocks(paint_strip(grove, moment, width, forest.guests(day), _toning(home)), depth))


def _depth(home: Home, *, in_signs: bool) -> Depth:
    """Return in how many colours the picture is drawn; none: in signs."""
    return Depth.NONE if in_signs or home.settings.glyphs == "ascii" else picture_depth(sys.stdout)


def _toning(home: Home) -> Toning:
    from givequest.presentation.forest.toning import toning_of

    return toning_of(home.worn_theme()[0])


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
