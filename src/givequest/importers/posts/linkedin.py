"""LinkedIn: Shares.csv and Comments.csv, each perhaps a second time under a name with a number.

A mention is plain text there, so nobody can see whom a post names. Comments.csv escapes quotation marks by a backslash.
Dates have no zone and are taken for UTC.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import BufferedReader, TextIOWrapper
from urllib.parse import unquote

from givequest.domain.mirror.counts import ONLY_ME, PASSED_ON, TO_OTHERS
from givequest.errors import GivequestError
from givequest.importers.posts.post_files import Counted, PostFile
from givequest.importers.posts.post_source import PostSource, Roles
from givequest.importers.posts.tally import PostTally, iso_moment

_SHARES, _COMMENTS = {"date", "sharelink", "sharecommentary"}, {"date", "link", "message"}
_URN = re.compile(r"urn:li:\w+:(\d+)")


def _columns(head: str) -> list[str]:
    try:
        return [cell.strip().lower() for cell in next(csv.reader([head.partition("\n")[0]]), [])]
    except csv.Error:
        return []


def _role_of(file: PostFile) -> str | None:
    columns = set(_columns(file.head))
    return "posts" if columns >= _SHARES else "comments" if columns >= _COMMENTS else None


def _rows(file: PostFile, tally: PostTally, escape: str | None) -> Iterator[dict[str, str]]:
    with file.open() as raw:
        stream = Counted(raw, file.name, tally.reading(file))
        text = TextIOWrapper(BufferedReader(stream), "utf-8-sig", errors="replace", newline="")
        reader = csv.reader(text, escapechar=escape)
        try:
            columns = [cell.strip().lower() for cell in next(reader, [])]
            for cells in reader:
                if any(map(str.strip, cells)):
                    yield dict(zip(columns, map(str.strip, cells), strict=False))
        except csv.Error:
            raise GivequestError(
                f"{file.name}, line {reader.line_num}: it isn't a row of a table. Nothing was counted."
            ) from None


def _count(roles: Roles, tally: PostTally) -> None:
    own: set[str] = set()
    for file in roles.get("posts", ()):
        for row in _rows(file, tally, None):
            get = row.get
            link, words, shared = get("sharelink") or "", get("sharecommentary") or "", get("sharedurl") or ""
            own.add(_post(link))
            if tally.is_new(("share", get("date"), link, words)):
                tally.add(iso_moment(get("date")), PASSED_ON if shared or not words else ONLY_ME)
    for file in roles.get("comments", ()):
        for row in _rows(file, tally, "\\"):
            link, message = row.get("link") or "", row.get("message") or ""
            if tally.is_new(("comment", row.get("date"), link, message)):
                tally.add(iso_moment(row.get("date")), ONLY_ME if _post(link) in own else TO_OTHERS)


def _post(link: str) -> str:
    """Return what a post is known by in an address, which may be encoded: the number of its URN."""
    match = _URN.search(unquote(link))
    return match[1] if match is not None else link


LINKEDIN_POSTS = PostSource("linkedin", "LinkedIn", _role_of, _count)
