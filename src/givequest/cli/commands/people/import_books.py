"""`givequest people import`: an address book that another program has exported."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.address_books.first_names import first_three
from givequest.application.address_books.import_books import ImportPreview, line_changes, preview_import, save_import
from givequest.cli.output import complain, print_json, print_line, show_passing
from givequest.composition import Home
from givequest.importers.reading import read_address_books
from givequest.importers.registry import IMPORTERS
from givequest.presentation.address_books.preview import counted_lines, preview_document, problem_lines, row_line

EXAMPLE = "people import ~/Downloads/Connections.csv --dry-run"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="an export, or the folder or zip it came in")
    names = [importer.name for importer in IMPORTERS]
    parser.add_argument("--as", dest="form", choices=names, metavar="FORMAT", help=f"what it is: {', '.join(names)}")
    parser.add_argument("--dry-run", action="store_true", help="say what would be imported, and import nothing")
    parser.add_argument("--replace", action="store_true", help="drop contacts that aren't in the file any more")
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")


def run(arguments: Namespace, home: Home) -> int:
    """Import the files."""
    game = home.game
    try:
        books = read_address_books(arguments.files, form=arguments.form, progress=_show_progress)
    finally:
        show_passing("")
    preview = preview_import(game, books, replaces=arguments.replace)
    is_done = not arguments.dry_run
    if is_done and preview.changes_anything:
        save_import(game, preview)
    for line in problem_lines(preview):
        complain(line)
    if arguments.json:
        print_json(preview_document(preview, is_done=is_done))
        return 0
    for line in counted_lines(preview, is_done=is_done):
        print_line(line)
    if is_done:
        _tell_done(home, preview)
    else:
        for contact in preview.rows:
            print_line(f"  {row_line(contact)}")
        print_line("That was a dry run; nothing was imported.")
    return 0


def _tell_done(home: Home, preview: ImportPreview) -> None:
    told = [sentence for _, sentence in line_changes(home.game, preview)]
    for sentence in told:
        print_line(f"  {sentence}")
    if not preview.changes_anything:
        print_line("Nothing new in it, so nothing changed.")
        return
    if preview.new:
        three = first_three(home.game, preview.new)
        print_line("Who might like to hear from you today:" if three else "")
        for name, reason in three:
            print_line("  " + ": ".join(filter(None, (name.name, reason))))
    print_line("It's in your address books; nobody is on your list because of it. 'givequest undo' undoes it.")


def _show_progress(done: int, total: int) -> None:
    show_passing(f"{100 * done // max(total, 1)} % read; ctrl+c stops, and nothing changes.")
