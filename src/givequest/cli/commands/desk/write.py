"""`givequest write`: a message to someone, at the desk or in one's own editor."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from contextlib import nullcontext

from givequest.cli.commands.desk.check import reflection_lines
from givequest.cli.output import complain, complain_of, is_terminal, print_line
from givequest.composition import Home, open_desk
from givequest.domain.desk.drafts import MessageDraft
from givequest.domain.desk.message import Message
from givequest.domain.desk.mirror import reflect
from givequest.domain.text import clean_line, name_key
from givequest.errors import UsageError
from givequest.signals import held_back

EXAMPLE = "write Ana --kind congratulate"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("who", metavar="WHO", nargs="?", default="", help="whom it's for")
    parser.add_argument("--kind", metavar="KIND", default="", help="what it's for: congratulate, help, … (reconnect)")
    parser.add_argument("--editor", action="store_true", help="write it in $EDITOR, and print the hints after it")


def run(arguments: Namespace, home: Home) -> int:
    """Open the desk, or the person's own editor, on the draft to someone."""
    desk, person = open_desk(home), clean_line(arguments.who)
    begun = desk.begin(arguments.kind, person)
    drafts = desk.open_drafts()
    complain_of(desk.problems)
    same = (draft for draft in drafts if _is_same(draft, begun, has_kind=bool(arguments.kind)))
    draft = (next(same, None) if person else None) or begun
    if not (is_terminal(sys.stdout) and is_terminal(sys.stdin)) or os.environ.get("TERM", "") in ("", "dumb"):
        raise UsageError("Writing needs a terminal; 'givequest check' reads a message from a file or a pipe.")
    if arguments.editor:
        return _edit(draft, home)
    with held_back():
        from givequest.tui.app import run as run_app

        return run_app(home, draft=draft)


def _is_same(draft: MessageDraft, begun: MessageDraft, *, has_kind: bool) -> bool:
    return name_key(draft.person) == name_key(begun.person) and (not has_kind or draft.kind == begun.kind)


def _edit(draft: MessageDraft, home: Home) -> int:
    from givequest.config.desk_rules import load_hint_rules
    from givequest.terminal.own_editor import edit_in_own_editor

    text = edit_in_own_editor(draft.text, home.paths.editor_texts, nullcontext())
    if not text.strip() and not draft.text:
        print_line("Nothing was written.")
        return 0
    draft, is_apart = open_desk(home).write(draft, text)
    if is_apart:
        complain("it was written on elsewhere as well: both are kept, each as a draft of its own.")
    trials = home.paths.desk_trials
    rules, problems = load_hint_rules(home.paths.desk_rules, home.settings.hushed_hints, trials)
    complain_of(problems)
    message = Message(draft.text, draft.kind, draft.person)
    for line in reflection_lines(reflect(message, rules), message):
        print_line(line)
    print_line("It's a draft now; 'givequest write' and 6 in the app go on with it.")
    return 0
