"""`givequest export --with-drafts`: the one export that holds messages, and the way back to the desk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from givequest.composition import open_desk, open_home
from givequest.config.paths import Paths
from givequest.domain.desk.drafts import MessageDraft

from ...conftest import Clock
from ..conftest import Play

WORDS = "Dear Ana,\n\nthe kites of Lund."


def written(paths: Paths, clock: Clock, words: str = WORDS) -> MessageDraft:
    """Return a draft that is being written."""
    desk = open_desk(open_home(paths, clock))
    return desk.write(desk.begin("help", "Ana", "help.errand", 2), words)[0]


def drafts(paths: Paths, clock: Clock) -> list[MessageDraft]:
    """Return the drafts on the desk."""
    return open_desk(open_home(paths, clock)).open_drafts()


def test_drafts_are_in_an_export_that_asks_for_them_and_in_no_other(play: Play, paths: Paths, clock: Clock) -> None:
    """Behind everything else, a line each; those that were sent or thrown away are not."""
    draft = written(paths, clock)
    desk = open_desk(open_home(paths, clock))
    desk.throw_away(desk.write(desk.begin("help"), "thrown")[0])
    desk.send(desk.write(desk.begin("help"), "sent")[0])
    assert "kites" not in play("export").out
    *_, line = play("export", "--with-drafts").out.rstrip("\n").split("\n")
    assert json.loads(line) == {
        "type": "draft", "id": draft.id, "begun": "2026-11-23", "touched": draft.touched, "text": WORDS,
        "kind": "help", "person": "Ana", "card": "help.errand", "effort": 2,
    }  # fmt: skip
    assert play("export", "--with-drafts").out.count('"type": "draft"') == 1


def test_they_come_back_to_the_desk_once(play: Play, paths: Paths, clock: Clock, tmp_path: Path) -> None:
    """A second time adds nothing; where it was written on meanwhile, both texts stay."""
    draft = written(paths, clock)
    file = tmp_path / "all.jsonl"
    play("export", "--with-drafts", "-o", str(file))
    desk = open_desk(open_home(paths, clock))
    assert "0 drafts of 1" in play("import", str(file)).out
    desk.throw_away(draft)
    clock.move(days=1)
    desk.sweep()
    assert drafts(paths, clock) == []
    assert "1 draft of 1 would be new" in play("import", str(file), "--dry-run").out
    assert drafts(paths, clock) == []
    assert "1 draft of 1 is new" in play("import", str(file)).out
    assert drafts(paths, clock) == [draft]
    desk.write(draft, "Another text")
    for told in ("1 draft of 1 is new", "0 drafts of 1 are new"):
        assert told in play("import", str(file)).out
    assert {one.text for one in drafts(paths, clock)} == {"Another text", WORDS}


def test_one_that_was_sent_meanwhile_stays_away(play: Play, paths: Paths, clock: Clock, tmp_path: Path) -> None:
    """Its deed has its id."""
    draft = written(paths, clock)
    file = tmp_path / "all.jsonl"
    play("export", "--with-drafts", "-o", str(file))
    open_desk(open_home(paths, clock)).send(draft)
    assert "0 drafts of 1" in play("import", str(file)).out
    assert drafts(paths, clock) == []


@pytest.mark.parametrize("name", ["csv", "markdown"])
def test_no_other_format_takes_them(play: Play, name: str) -> None:
    """They could not be read back."""
    ran = play("export", "--with-drafts", "--format", name)
    assert (ran.code, ran.out) == (2, "")
    assert "--with-drafts" in ran.err


def test_a_bad_draft_is_named_by_its_line_and_nothing_is_imported(
    play: Play, paths: Paths, clock: Clock, tmp_path: Path
) -> None:
    """As any other line."""
    written(paths, clock)
    file = tmp_path / "all.jsonl"
    play("export", "--with-drafts", "-o", str(file))
    lines = file.read_text("utf-8").split("\n")
    bad = {"type": "draft", "id": "x", "begun": "never", "touched": "2026-11-23T08:00:00+01:00"}
    file.write_text("\n".join([*lines[:-1], json.dumps(bad), '{"type": "deed", "kind": "help", "day": "2026-11-20"}']))
    ran = play("import", str(file))
    assert ran.code == 1
    assert f"line {len(lines)}" in ran.err
    assert "2026-11-20" not in play("export").out
