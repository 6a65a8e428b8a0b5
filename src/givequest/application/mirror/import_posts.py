"""Importing counted posts: what would change, and then all of it in one change, which undo takes back.

A month of a source is replaced whole, so a second import of the same archive changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from givequest.application.game.game import Game
from givequest.application.mirror.mirror import posts_in
from givequest.domain.address_books.titles import listed
from givequest.domain.change_labels import Act, count_words
from givequest.domain.mirror.counts import counts_of
from givequest.domain.mirror.imported import ImportedPosts
from givequest.domain.records.posts import PostsRecord, posts_id
from givequest.named_tuple import NamedTuple


class PostsPreview(NamedTuple):
    """What an import would do, before anything is saved."""

    found: tuple[ImportedPosts, ...]
    new: tuple[PostsRecord, ...]
    changed: tuple[PostsRecord, ...]
    replaced: tuple[PostsRecord, ...] = ()
    """What the changed ones are now."""
    same: int = 0
    """Months that are here just so."""
    ahead: int = 0
    """Months that have not come: they are left out."""

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to save."""
        return bool(self.new or self.changed)


def preview_posts(game: Game, found: Sequence[ImportedPosts]) -> PostsPreview:
    """Return what importing some counted archives would do; nothing is saved. Raises `StorageError`."""
    there = posts_in(game)
    at, today = game.now().isoformat(timespec="seconds"), game.today()
    new, changed, replaced, same, ahead = [], [], [], 0, 0
    for posts in found:
        for month, counts in posts.months.items():
            record = PostsRecord(posts_id(posts.source, month), month, at, posts.source, *counts)
            old = there.get(record.id)
            if month > today:
                ahead += 1
            elif old is None:
                new.append(record)
            elif counts_of(old) == counts:
                same += 1
            else:
                changed.append(old._replace(at=at, **counts._asdict()))
                replaced.append(old)
    return PostsPreview(tuple(found), tuple(new), tuple(changed), tuple(replaced), same, ahead)


def save_posts(game: Game, preview: PostsPreview) -> None:
    """Save what a preview says, in one change that undo takes back.

    Raises `ChangedElsewhere` when one of the months was changed since by another process, and `StorageError`; then
    nothing is saved.
    """
    months = count_words(len({record.day for record in (*preview.new, *preview.changed)}), "month")
    whence = listed([posts.title for posts in preview.found])
    label = Act.IMPORT.label(f"{months} of posts from {whence}")
    # Posts are nothing that was given: what is due is stored with the first deed, and not with them.
    puts = (*preview.new, *preview.changed)
    game.save(label, puts=puts, expects=preview.replaced, stores_rules=False)
