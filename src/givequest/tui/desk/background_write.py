"""A draft on its way to the disk, in a thread of its own: no key waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from givequest.application.desk.desk import Desk
from givequest.domain.desk.drafts import MessageDraft

Written = tuple[MessageDraft, bool]
"""A draft as it is stored, and whether it became a second one."""


class BackgroundWrite:
    """Writes one text at a time; what it came to is for whoever asks, in the thread of the screen."""

    def __init__(self) -> None:
        self._threads: ThreadPoolExecutor | None = None
        self._future: Future[Written] | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether what a write came to hasn't been asked for yet."""
        return self._future is not None

    def start(self, desk: Desk, draft: MessageDraft, text: str, over: Callable[[], object]) -> None:
        """Begin to store a text, and have `over` called in the thread of the screen when that's done or has failed.

        Nothing may be under way, and nothing else may be done with the desk before `result` was called.
        """
        assert self._future is None
        self._threads = self._threads or ThreadPoolExecutor(1, "drafts")
        loop = asyncio.get_running_loop()

        def tell(_: object) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(over)

        self._future = self._threads.submit(desk.write, draft, text)
        self._future.add_done_callback(tell)

    def result(self) -> Written | None:
        """Wait until what was begun is done, and return it, once; None where nothing was. Raises `StorageError`."""
        future, self._future = self._future, None
        return future.result() if future is not None else None

    def close(self) -> None:
        """Let the thread end."""
        if self._threads is not None:
            self._threads.shutdown()
            self._threads = None
