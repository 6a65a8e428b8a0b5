"""`givequest doctor`: everything looked over, nothing changed, and what was found in words."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.application.data.daily_check import examine
from givequest.cli.editing import left_pages
from givequest.cli.output import print_json, print_line
from givequest.composition import Home, ended_schedules, open_backups
from givequest.domain.diagnostics import Diagnostic, Inspection

EXAMPLE = "doctor --json"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.description = f"{parser.description} The exit code is 1 if something needs your attention."


def run(arguments: Namespace, home: Home) -> int:
    """Look everything over."""
    inspection = examine(home.game, open_backups(home), _problems(home), (home.paths.config, home.paths.state))
    inspection = inspection._replace(diagnostics=(*inspection.diagnostics, *left_pages(home)))
    urgent = [diagnostic for diagnostic in inspection.diagnostics if diagnostic.needs_hand]
    if arguments.json:
        print_json(_document(inspection))
        return 1 if urgent else 0
    for diagnostic in sorted(inspection.diagnostics, key=lambda diagnostic: not diagnostic.needs_hand):
        print_line(f"{'!' if diagnostic.needs_hand else '-'} {diagnostic}")
    if not inspection.diagnostics:
        print_line("All is well.")
    elif not urgent:
        print_line("All is well; nothing here needs your attention.")
    print_line(_looked_at(inspection))
    return 1 if urgent else 0


def _problems(home: Home) -> list[Diagnostic]:
    """Return what in the config, the cards, the themes and the keys cannot be used."""
    from givequest.appearance import load_themes
    from givequest.commands.keymap import read_keymap
    from givequest.config.decks import load_library

    problems = [*home.problems, *ended_schedules(home.game), *load_library(home.paths.decks, home.settings.kinds)[1]]
    problems += read_keymap(home.settings.keys)[1]
    problems += [
        *load_themes(home.paths.themes)[1],
        *home.worn_theme()[1],
    ]
    return list(dict.fromkeys(problems))


def _looked_at(inspection: Inspection) -> str:
    parts = [_count(inspection.records, "record"), _count(inspection.years, "year")]
    newest = f", the newest {inspection.newest_backup}" if inspection.newest_backup else ""
    return f"Checked {' in '.join(parts)} and {_count(inspection.backups, 'good backup')}{newest}."


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _document(inspection: Inspection) -> dict[str, object]:
    return {
        "ok": not any(diagnostic.needs_hand for diagnostic in inspection.diagnostics),
        "years": inspection.years,
        "records": inspection.records,
        "backups": inspection.backups,
        "newest_backup": inspection.newest_backup,
        "findings": [_finding(diagnostic) for diagnostic in inspection.diagnostics],
    }


def _finding(diagnostic: Diagnostic) -> dict[str, object]:
    """Return a diagnostic under the names that scripts have known from the first version on."""
    return {
        "kind": diagnostic.code,
        "place": diagnostic.place,
        "message": diagnostic.message,
        "remedy": diagnostic.remedy,
        "needs_hand": diagnostic.needs_hand,
    }
