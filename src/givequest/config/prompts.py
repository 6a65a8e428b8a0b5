"""The prompts of the journal: the packaged ones, and a person's own beside them."""

from __future__ import annotations

import os

from givequest.config.decks import PACKAGED, PROMPTS, read_toml
from givequest.domain.diagnostics import Diagnostic
from givequest.domain.journal.prompts import Prompt, Prompts, read_prompt


def load_prompts(user_folder: str | None = None, packaged: str = PACKAGED) -> tuple[Prompts, list[Diagnostic]]:
    """Return all good prompts, and a problem for each prompt or file that could not be used.

    A person's own are in a `prompts.toml` among their decks; one with the id of a
    packaged one takes its place.
    """
    found: dict[str, Prompt] = {}
    problems: list[Diagnostic] = []
    for folder in filter(None, (packaged, user_folder)):
        path = os.path.join(folder, PROMPTS)
        if os.path.exists(path):
            _read(path, found, problems)
    return Prompts(tuple(found.values())), problems


def _read(path: str, found: dict[str, Prompt], problems: list[Diagnostic]) -> None:
    document, _, problem = read_toml(path)
    if problem is not None:
        problems.append(problem)
        return
    tables = document.get("prompt", [])
    for number, table in enumerate(tables if isinstance(tables, list) else [], 1):
        try:
            prompt = read_prompt(table if isinstance(table, dict) else {})
        except ValueError as error:
            problems.append(Diagnostic(f"{path}, prompt {number}", f"This prompt is left out: {error}."))
        else:
            found[prompt.id] = prompt
