"""What an export in JSON Lines tells of what was done, without what was due meanwhile."""

from __future__ import annotations

import json
from typing import Any


def facts_in(exported: str | bytes) -> list[dict[str, Any]]:
    """Return the records of an export in the order of its lines; those of the rules are left out."""
    text = exported if isinstance(exported, str) else exported.decode()
    documents = [json.loads(line) for line in text.removesuffix("\n").split("\n")[1:]]
    return [document for document in documents if document["type"] != "rules"]
