"""People and address books for a history: the same for the same seed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta

from .history import SEED
from .words import invent_people

PEOPLE, CONTACTS = 300, 30_000
BOOKS = ("linkedin", "google", "vcard")
TIES = ("close", "faded", "faded", "edge", "edge", "wall", None)


def write_people(until: date, seed: int = SEED, people: int = PEOPLE, contacts: int = CONTACTS) -> Iterator[str]:
    """Yield lines for `givequest import`: people, those of the deeds first, and contacts of three books."""
    chance = random.Random(seed)
    names = invent_people(random.Random(seed), people)
    for number, name in enumerate(names):
        day = until - timedelta(days=chance.randrange(30, 900))
        fields = {"tie": chance.choice(TIES), "tags": ["choir"] if chance.random() < 0.3 else []}
        dates = [f"--{day:%m-%d} birthday"] if chance.random() < 0.4 else []
        head = {"type": "person", "id": f"p{number}", "day": day.isoformat(), "name": name}
        yield json.dumps({**head, **fields, "dates": dates, "met": "At a fair by the sea, in the rain."})
    for number in range(contacts):
        book = BOOKS[number % len(BOOKS)]
        name = f"{chance.choice(names).split()[0]} {chance.choice(names).split()[-1]}"
        head = {"type": "contact", "id": f"{book}.{number:012x}", "day": until.isoformat(), "name": name}
        yield json.dumps({**head, "key": f"in/{number}", "line": "Head of Design, Nordlicht", "since": "2011-05-14"})
