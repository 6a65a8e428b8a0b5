"""`givequest check`: a message held against the desk's rules, for people, editors and mail programs."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from givequest.cli.input import read_text
from givequest.cli.output import complain_of, print_data, print_json, print_line
from givequest.composition import Home
from givequest.config.desk_rules import load_hint_rules
from givequest.domain.desk.message import Message
from givequest.domain.desk.mirror import Finding, Reflection, State, reflect
from givequest.domain.text import clean_line, name_key
from givequest.errors import GivequestError, UsageError
from givequest.presentation.desk.mirror import OTHER_LANGUAGE, QUESTIONS

EXAMPLE = "check letter.txt --kind reconnect --to Ana"
LARGEST = 1 << 20
"""Bytes of a file: no message to one person is longer."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help="the message; - or nothing reads stdin")
    parser.add_argument("--kind", metavar="KIND", default="", help="what the message is for: congratulate, help, …")
    parser.add_argument("--to", metavar="NAME", default="", help="whoever it goes to")
    parser.add_argument("--format", choices=("text", "gcc", "json"), default="text", help="how to print it (text)")
    parser.add_argument("--strict", action="store_true", help="exit 1 where a message wants to be written anew")


def run(arguments: Namespace, home: Home) -> int:
    """Print what there is to say of a message, which may be nothing."""
    kind = _known_kind(arguments.kind, home)
    rules, problems = load_hint_rules(home.paths.desk_rules, home.settings.hushed_hints, home.paths.desk_trials)
    complain_of(problems)
    name = "stdin" if arguments.file == "-" else arguments.file
    text = read_text([], "Paste the message.") if arguments.file == "-" else _read_file(arguments.file)
    message = Message(text, kind, clean_line(arguments.to))
    reflection = reflect(message, rules)
    match arguments.format:
        case "json":
            print_json(reflection_document(reflection, message))
        case "gcc":
            print_data(gcc_lines(reflection, message, name))
        case _:
            for line in reflection_lines(reflection, message):
                print_line(line)
    return 1 if arguments.strict and reflection.state is State.REWORK else 0


def _known_kind(word: str, home: Home) -> str:
    """Return the id of the kind of message: one of the game's, or one that the rules alone know."""
    if not word:
        return ""
    known = {*home.game.kinds, "thanks", "reply"}
    kind = next((kind for kind in known if name_key(kind) == name_key(word)), None)
    if kind is None:
        raise UsageError(f"No kind is called {clean_line(word)[:40]}; there are {', '.join(sorted(known))}.")
    return kind


def _read_file(path: str) -> str:
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise GivequestError(f"{path} couldn't be read: {error.strerror}.") from None
    if len(data) > LARGEST:
        raise GivequestError(f"{path} is larger than 1 MiB; a message to one person is shorter.")
    return data.decode("utf-8-sig", "replace")


def reflection_lines(reflection: Reflection, message: Message) -> list[str]:
    """Return the hints and good signs with the words they speak of, and the three questions."""
    lines = []
    if not reflection.is_english:
        lines.append(OTHER_LANGUAGE)
    for finding in reflection.shown:
        lines += [f"~ {finding.rule.hint}", f"    {_words(finding, message)}"]
    lines += [f"+ {finding.rule.hint}\n    {_words(finding, message)}" for finding in reflection.signs[:3]]
    if lines and reflection.is_english:
        lines.append("")
    return [line for part in (*lines, *(f"? {question}" for question in QUESTIONS)) for line in part.split("\n")]


def _words(finding: Finding, message: Message) -> str:
    start, end = finding.spans[0]
    words = clean_line(message.written[start:end])
    place = ":".join(map(str, message.line_and_column(start)))
    return f"{place} “{words if len(words) <= 60 else words[:59] + '…'}”"


def gcc_lines(reflection: Reflection, message: Message, name: str) -> list[str]:
    """Return each hint as compilers print theirs, which vim, helix, emacs and others read."""
    places = [
        (*message.line_and_column(span.start), finding.rule) for finding in reflection.hints for span in finding.spans
    ]
    places.sort(key=lambda place: (place[0], place[1], place[2].id))
    return [f"{clean_line(name)}:{line}:{column}: note: {rule.hint} [{rule.id}]" for line, column, rule in places]


def reflection_document(reflection: Reflection, message: Message) -> dict[str, object]:
    """Return all that was found, as `check --format json` prints it."""
    return {
        "state": reflection.state,
        "load": reflection.load,
        "meter": reflection.meter.leaning,
        "language": "en" if reflection.is_english else "other",
        "hints": [
            {
                "rule": rule.id,
                "category": rule.category,
                "weight": rule.weight,
                **_place(span, message),
                "hint": rule.hint,
            }
            for rule, spans in reflection.hints
            for span in spans
        ],
        "signs": [{"rule": rule.id, **_place(span, message)} for rule, spans in reflection.signs for span in spans],
    }


def _place(span: tuple[int, int], message: Message) -> dict[str, object]:
    line, column = message.line_and_column(span[0])
    return {"line": line, "column": column, "text": message.written[span[0] : span[1]]}
