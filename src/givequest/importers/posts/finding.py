"""Finding archives of one's own posts where downloads lie, by the beginnings of their files: none is counted."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from givequest.errors import GivequestError
from givequest.importers.files.candidates import latest_files
from givequest.importers.posts.post_files import LARGEST_FILE, post_files_at
from givequest.importers.posts.reading import sources_in
from givequest.named_tuple import NamedTuple

_ENDINGS = (".zip", ".json", ".js", ".csv", ".car")
MOST_LOOKED_AT = 40


class FoundPosts(NamedTuple):
    """A file that holds posts."""

    path: str
    size: int
    """In bytes."""
    titles: tuple[str, ...]
    """Where they were posted: `Mastodon`."""


def find_posts(folders: Sequence[str]) -> Iterator[FoundPosts]:
    """Yield the files in some folders, not below them, that hold posts; what cannot be read is passed over."""
    for folder in dict.fromkeys(map(os.path.abspath, folders)):
        for path, size in latest_files(folder, _ENDINGS, LARGEST_FILE, MOST_LOOKED_AT):
            try:
                titles = sources_in(post_files_at(path))
            except GivequestError:
                continue
            if titles:
                yield FoundPosts(path, size, titles)
