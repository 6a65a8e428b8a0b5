"""The places where people post, in the order in which a file is shown to them."""

from __future__ import annotations

from givequest.importers.posts.bluesky import BLUESKY_POSTS
from givequest.importers.posts.facebook import FACEBOOK_POSTS
from givequest.importers.posts.instagram import INSTAGRAM_POSTS
from givequest.importers.posts.linkedin import LINKEDIN_POSTS
from givequest.importers.posts.mastodon import MASTODON_POSTS
from givequest.importers.posts.post_source import PostSource
from givequest.importers.posts.threads import THREADS_POSTS
from givequest.importers.posts.x import X_POSTS

POST_SOURCES: tuple[PostSource, ...] = (
    MASTODON_POSTS, X_POSTS, LINKEDIN_POSTS, BLUESKY_POSTS, THREADS_POSTS, INSTAGRAM_POSTS, FACEBOOK_POSTS,
)  # fmt: skip
