"""`givequest mirror import`: archives of one's own posts, counted month by month; no word of them is kept."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.mirror.import_posts import preview_posts, save_posts
from givequest.cli.output import complain, print_line, show_passing
from givequest.composition import Home
from givequest.importers.posts.reading import read_posts
from givequest.presentation.mirror.words import counted_lines

EXAMPLE = "mirror import ~/Downloads/archive-20261125.zip --dry-run"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="an archive of yours: the zip, its folder, or a file")
    parser.add_argument("--dry-run", action="store_true", help="say what would be counted, and change nothing")


def run(arguments: Namespace, home: Home) -> int:
    """Count the posts."""
    try:
        found = read_posts(arguments.files, _show_progress)
    finally:
        show_passing("")
    preview = preview_posts(home.game, found)
    for posts in found:
        for problem in posts.problems:
            complain(str(problem))
    is_done = not arguments.dry_run
    if is_done and preview.changes_anything:
        save_posts(home.game, preview)
    for line in counted_lines(preview, is_done=is_done):
        print_line(line)
    if not is_done:
        print_line("That was a dry run; nothing was changed.")
    elif preview.changes_anything:
        print_line("Only these numbers are kept. 'givequest mirror' shows them; 'givequest undo' undoes it.")
    return 0


def _show_progress(done: int, total: int) -> None:
    show_passing(f"{100 * done // max(total, 1)} % read; ctrl+c stops, and nothing changes.")
