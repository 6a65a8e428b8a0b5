"""The mirror in words: where posts are from, what an import has counted, and a month in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from givequest.application.mirror.import_posts import PostsPreview
from givequest.application.mirror.mirror import MirrorMonth, MirrorYear
from givequest.domain.change_labels import count_words
from givequest.domain.days import MONTHS
from givequest.domain.mirror.counts import month_sentence
from givequest.domain.mirror.imported import ImportedPosts

TITLES = {
    "mastodon": "Mastodon", "x": "X", "linkedin": "LinkedIn", "bluesky": "Bluesky", "threads": "Threads",
    "instagram": "Instagram", "facebook": "Facebook",
}  # fmt: skip
SORTS = ("to others", "passed on", "naming someone", "only me")
"""What the four sorts of posts are called, in their order."""
_ONE = {"that aren't posts": "that isn't a post"}
EMPTY = "Bring the archive of your own posts: they're counted month by month, and not a word of them is kept."
ASIDE = "Only these numbers are kept, and nothing depends on them."


def sources_words(sources: Iterable[str]) -> str:
    """Return where posts are from: `Mastodon and X`."""
    return joined([TITLES.get(source, source) for source in sources])


def joined(titles: Sequence[str]) -> str:
    """Return names in a sentence: `Mastodon, X and LinkedIn`."""
    return " and ".join(filter(None, (", ".join(titles[:-1]), *titles[-1:])))


def told_month(month: MirrorMonth, *, with_numbers: bool) -> str:
    """Return what a month says: with numbers in one plain sentence, without them in fewer words."""
    if with_numbers or not month.counts.total:
        return month_sentence(month.month, month.counts)
    name = MONTHS[month.month.month - 1]
    if not month.counts.with_others:
        return f"In {name}, a party for one."
    often = "at every post" if not month.counts.only_me else "at the party too"
    return f"In {name}, someone else was {often}."


def told_year(year: MirrorYear, *, with_numbers: bool) -> Iterator[str]:
    """Yield a sentence for each month with posts, and how many deeds there were in it."""
    for month in year.months:
        if month.counts.total:
            sentence = told_month(month, with_numbers=with_numbers)
            yield f"{sentence} {count_words(month.deeds, 'deed')} logged." if with_numbers else sentence


def counted_lines(preview: PostsPreview, *, is_done: bool) -> list[str]:
    """Return what was counted of each source, and what that changes."""
    lines = [_counted(posts) for posts in preview.found]
    for count, one, many in (
        (len(preview.new), "is new", "are new"),
        (len(preview.changed), "has other numbers now", "have other numbers now"),
        (preview.same, "is here just so", "are here just so"),
        (preview.ahead, "hasn't come yet, and is left out", "haven't come yet, and are left out"),
    ):
        if count:
            lines.append(f"{count_words(count, 'month')} {one if count == 1 else many}.")
    if is_done and not preview.changes_anything:
        lines.append("Nothing new in it, so nothing changed.")
    return lines


def _counted(posts: ImportedPosts) -> str:
    months = [month for month, counts in posts.months.items() if counts.total]
    when = f", {months[0]:%Y-%m} to {months[-1]:%Y-%m}" if months else ""
    left_out = [
        f"{count:,} {_ONE.get(reason, reason) if count == 1 else reason}" for reason, count in posts.left_out.items()
    ]
    told = f" Left out: {', '.join(left_out)}." if left_out else ""
    return f"{posts.title}: {count_words(posts.total, 'post')} counted{when}.{told}"
