"""What is made to stay, and need not be looked at whenever garbage is looked for."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_makers = 0


@contextmanager
def made_to_stay() -> Iterator[None]:
    """Let no garbage be looked for while much is made that stays, nor among that from then on.

    A collection that looks at 30,000 contacts of an address book takes 40 ms, in which no key is answered, and finds
    nothing there. It may be entered in any thread.
    """
    global _makers
    with _lock:
        _makers += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _makers -= 1
            if not _makers:
                gc.freeze()
                gc.enable()
