"""What can be brought along: files that were found, what is in the one that was chosen, and saving it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from givequest.application.game.game import Game
from givequest.application.mirror.import_posts import PostsPreview, preview_posts, save_posts
from givequest.application.trackers.import_history import HistoryPreview, preview_history, save_history
from givequest.domain.change_labels import count_words
from givequest.domain.trackers.imported import ImportedHistory
from givequest.domain.trackers.mapping import HabitMapping
from givequest.errors import GivequestError
from givequest.importers.posts.finding import find_posts
from givequest.importers.posts.reading import NoPosts, read_posts
from givequest.importers.trackers.finding import KEPT_AT, find_histories
from givequest.importers.trackers.reading import NotAHistory, read_history
from givequest.presentation.address_books.import_words import short_path, told_size
from givequest.presentation.mirror import words as mirror_words
from givequest.presentation.trackers import preview as history_words
from givequest.presentation.trackers.screen import ArchiveRow

Note = Callable[[int, int], None]
"""Called with how much of how much is done; what it raises ends the work."""
DOWNLOADS = "Downloads"


def archive_folders() -> list[str]:
    """Return the folders in which files are looked for, those of trackers among them."""
    home = os.path.expanduser("~")
    return [os.path.join(home, DOWNLOADS), home, *(os.path.join(home, *place.split("/")) for place in KEPT_AT)]


def list_archives(folders: Sequence[str], note: Note, *, with_numbers: bool) -> list[tuple[str, ArchiveRow]]:
    """Return what was found in some folders, each with its path."""
    found = []
    for history in find_histories(folders):
        counts = (
            (history.habits, "habit"),
            (history.entries, "day of diary"),
        )
        words = [
            count_words(count, what, "days of diary" if "diary" in what else "") for count, what in counts if count
        ]
        what = " and ".join(words) if with_numbers else ""
        found.append((history.path, _row(history.title, what, history.path, history.size)))
        note(len(found), 0)
    for posts in find_posts(folders):
        title = f"Your posts on {mirror_words.joined(posts.titles)}"
        found.append((posts.path, _row(title, "", posts.path, posts.size)))
        note(len(found), 0)
    return found


def _row(title: str, what: str, path: str, size: int) -> ArchiveRow:
    return ArchiveRow(title, what, short_path(path), told_size(size))


def read_archive(game: Game, path: str, note: Note) -> ImportedHistory | PostsPreview:
    """Return the history in a file, or what its posts come to.

    Raises `GivequestError` with what is wrong with it, or with both lists of what can be brought.
    """
    try:
        return read_history(path, note)
    except NotAHistory as not_a_history:
        try:
            return preview_posts(game, read_posts([path], note))
        except NoPosts:
            raise GivequestError(str(not_a_history)) from None


def preview(game: Game, history: ImportedHistory, mappings: dict[str, HabitMapping]) -> HistoryPreview:
    """Return what a history would bring. Raises `GivequestError`."""
    return preview_history(game, history, mappings)


def save(game: Game, found: HistoryPreview | PostsPreview) -> None:
    """Save what was looked at, as one change. Raises `StorageError`."""
    if isinstance(found, HistoryPreview):
        save_history(game, found)
    else:
        save_posts(game, found)


def told(found: HistoryPreview | PostsPreview) -> tuple[str, list[str], list[str]]:
    """Return what something is, what it would bring, and what of it cannot be read."""
    if isinstance(found, HistoryPreview):
        history = found.history
        return (
            history_words.title_line(history),
            history_words.counted_lines(found, is_done=False),
            (history_words.problem_lines(found)),
        )
    titles = mirror_words.joined([posts.title for posts in found.found])
    problems = [str(problem) for posts in found.found for problem in posts.problems]
    return f"Your posts on {titles}.", mirror_words.counted_lines(found, is_done=False), problems


def brought_words(found: HistoryPreview | PostsPreview) -> str:
    """Return what is said once it is saved."""
    if isinstance(found, HistoryPreview):
        return f"{found.history.title} is part of your history now. {{change.undo}} takes all of it back."
    return "Your posts are counted, and not a word of them is kept. {change.undo} takes it back."
