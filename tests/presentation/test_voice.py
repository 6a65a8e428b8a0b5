"""The voice of the program: every sentence of screens, command line and errors, wherever it stands in the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import givequest
from givequest.commands.keymap import name_keys, read_keymap
from givequest.commands.registry import COMMANDS, Command
from givequest.presentation import messages, sayings
from givequest.presentation.charts import captions
from givequest.presentation.glossary import glossary
from givequest.tui.settings.setting_rows import CHOICES

from ..decks.wording import OUTCOME, UNCONTRACTED

SOURCE = Path(givequest.__file__).parent
ROOM = 77
"""Cells of a line on 80 columns that are for its words."""
SOMEBODY = {
    "somebody once kept you warm.",
    "somebody once taught you this.",
    "Somebody looking for work has you asking around.",
    "You let somebody be useful. That was the gift.",
    "Somebody was reading by fireflies last night. It was you.",
}
"""Aphorisms, in which "somebody" is funnier than "someone"."""
AS_IT_IS = {"Here it is again."}
"""Sentences in which nobody would contract what looks as if it could be."""
OF_OTHERS = {"is a list of followers", "Would you send it if they could never answer?"}
"""What a file is that is refused, and what the desk asks whoever hopes for something back."""
SHAMING = re.compile(
    r"\b(overdue|missed|failed|failure|lost|neglected|guilty|shame|ashamed|you should|you must|you owe|you forgot)\b",
    re.IGNORECASE,
)
PRIVATE = re.compile(
    r"(?<!--)\b(bridged|series|redraw|redrawn|unforeseen|mended?|needs? a hand|taken? back|has rested|unasked|in force"
    r"|a run of|vow was|let go of)\b",
    re.IGNORECASE,
)
"""Words that nobody outside of the code was told, or that there is a plainer one for."""
TOLD_PRIVATELY = {
    "Day off taken back",  # a label that an earlier version wrote; what is shown of it stands beside it
}


def sentences() -> Iterator[tuple[str, str]]:
    """Yield every text of the source that has a space between words, with the file it stands in; no docstrings."""
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                skipped |= {id(part) for part in ast.walk(node) if part is not node}
        for node in ast.walk(tree):
            if id(node) in skipped:
                continue
            text = _text_of(node)
            if re.search(r"[A-Za-z]{2,} +[A-Za-z{']", text) and "\\" not in text:
                yield str(path.relative_to(SOURCE)), text


def _text_of(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return ""


SENTENCES = [*sentences()]


def found(pattern: re.Pattern[str], besides: set[str]) -> list[tuple[str, str]]:
    """Return the sentences that a pattern finds, those aside that may say it."""
    return [(path, text) for path, text in SENTENCES if text not in besides and pattern.search(text)]


def test_there_are_sentences_to_look_at() -> None:
    """Those of every part that speaks, so that nothing below holds of nothing."""
    rooms = {path.split("/")[0] for path, _ in SENTENCES}
    assert {"cli", "tui", "presentation", "commands", "config", "storage", "application", "domain"} <= rooms
    assert len(SENTENCES) > 1000


def test_what_a_native_speaker_contracts_is_contracted() -> None:
    """It's, can't, you've: what is not is read as translated."""
    assert found(UNCONTRACTED, AS_IT_IS) == []


def test_somebody_is_someone_outside_of_aphorisms() -> None:
    """On screen and command line alike."""
    assert found(re.compile("somebody", re.IGNORECASE), SOMEBODY) == []
    assert {text for _, text in SENTENCES} >= SOMEBODY


def test_nobody_is_shamed_and_no_outcome_is_told() -> None:
    """Nothing is overdue, missed or lost, and nothing that another person does is counted or hoped for."""
    assert found(SHAMING, set()) == []
    assert found(OUTCOME, OF_OTHERS) == []


def test_no_private_word_is_said() -> None:
    """One word a thing, and the one that people were told: grace day, row, swap, undo, day off."""
    assert found(PRIVATE, TOLD_PRIVATELY) == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_is_explained_on_one_line_of_the_help(command: Command) -> None:
    """Beside its keys, within the border, on 80 columns."""
    assert len(command.help) <= 60
    assert command.help[0].isupper()
    assert command.help[-1] == "."


def test_what_is_said_in_passing_fits_on_its_line() -> None:
    """With the keys in the place of their commands, on 80 columns."""
    keymap, _ = read_keymap({})
    said = [text for name, text in vars(messages).items() if name.isupper() and isinstance(text, str)]
    said += [*sayings.ALL_GIVEN, *sayings.BACK, *sayings.KEPT_QUIET, *sayings.NOT_KEPT, *sayings.NUDGES]
    said += [text for name, text in vars(captions).items() if name.isupper() and isinstance(text, str)]
    assert len(said) > 30
    assert [text for text in said if len(name_keys(text, keymap)) > ROOM] == []


def test_settings_and_words_have_room_where_they_are_explained() -> None:
    """In the dialog of the settings, and at the foot of the help."""
    from givequest.appearance.glyphs import ASCII, UNICODE

    assert [choice.key for choice in CHOICES if len(choice.help) > ROOM] == []
    for glyphs in (ASCII, UNICODE):
        assert [word for word, meaning in glossary(glyphs) if len(meaning) > 58 or len(word) > 12] == []


def test_settings_have_the_names_of_the_keys_in_the_file() -> None:
    """So that whoever changes one by hand finds it."""
    assert [choice.key for choice in CHOICES if choice.label.lower().replace(" ", "_") != choice.key] == []
