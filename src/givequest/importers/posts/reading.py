"""The way in: the posts in files, folders and zips, counted month by month for each source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from givequest.domain.mirror.imported import ImportedPosts
from givequest.errors import GivequestError
from givequest.importers.posts.post_files import PostFile, post_files_at
from givequest.importers.posts.registry import POST_SOURCES
from givequest.importers.posts.tally import PostTally, Progress, no_progress

KNOWN = (
    "It counts Mastodon's outbox.json, X's tweets.js, LinkedIn's Shares.csv and Comments.csv, Bluesky's repo.car, and "
    "the posts of Threads, Instagram and Facebook as JSON."
)
WEB_PAGE = ".html"


class NoPosts(GivequestError):
    """Nobody's posts that are known are in some files; the sentence says so."""


def read_posts(paths: Sequence[str], progress: Progress = no_progress) -> tuple[ImportedPosts, ...]:
    """Return what is in files, folders and zips, counted, for each source; nothing is saved.

    Args:
        paths: Where they are; the files of one source may lie in several.
        progress: Called now and then with how many bytes of how many are read. What it raises ends the reading.

    Raises:
        NoPosts: No posts that are known are in them.
        GivequestError: A file is not whole, or not what it seems; the sentence says which. Nothing is counted then.

    """
    files = [file for path in paths for file in post_files_at(path)]
    roles = _by_source(files)
    found = []
    for source in POST_SOURCES:
        of_source = roles.get(source.source, {})
        if not any(role in source.counted for role in of_source):
            continue
        tally = PostTally(progress)
        tally.total = sum(file.size for each in of_source.values() for file in each)
        source.tally(of_source, tally)
        found.append(tally.build(source.source, source.title))
    if not found:
        raise NoPosts(_why_none(files, paths))
    return tuple(found)


def sources_in(files: Iterable[PostFile]) -> tuple[str, ...]:
    """Return the names of the places whose posts are in some files, by their beginnings. Raises `GivequestError`."""
    roles = _by_source(files)
    return tuple(
        source.title for source in POST_SOURCES if any(role in source.counted for role in roles.get(source.source, {}))
    )


def _by_source(files: Iterable[PostFile]) -> dict[str, dict[str, list[PostFile]]]:
    roles: dict[str, dict[str, list[PostFile]]] = {}
    for file in files:
        if file.file_name.endswith(WEB_PAGE):
            continue  # an archive has thousands of them, and none is read
        for source in POST_SOURCES:
            role = source.role_of(file)
            if role is not None:
                roles.setdefault(source.source, {}).setdefault(role, []).append(file)
                break
    return roles


def _why_none(files: Sequence[PostFile], paths: Sequence[str]) -> str:
    name = files[0].name if len(files) == 1 else ", ".join(paths)
    if any(file.file_name.endswith(WEB_PAGE) for file in files):
        return f"{name} holds web pages; ask for your archive again and choose JSON in the place of HTML."
    return f"{name} has no posts of yours that givequest can count. {KNOWN}"
