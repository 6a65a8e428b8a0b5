"""Undo and redo: every act of the program tells in a sentence that it was taken back, and that it was done again."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

import givequest
from givequest.application import deeds, demo
from givequest.application.data import backups, import_export
from givequest.application.days.catching_up import log_ticked
from givequest.application.game.game import Game
from givequest.application.journal import notes
from givequest.application.journal.drafts import Draft
from givequest.application.mirror.import_posts import preview_posts, save_posts
from givequest.application.noticeboard import noticing
from givequest.application.people import editing, hello, joining, removing, renaming
from givequest.application.undo import redo, undo
from givequest.composition import Home, open_backups, open_desk, open_home
from givequest.config.paths import Paths
from givequest.domain.desk.drafts import MessageDraft
from givequest.domain.mirror.counts import PostCounts
from givequest.domain.mirror.imported import ImportedPosts
from givequest.domain.records import Record, RecordType
from givequest.domain.records.contact import ContactRecord, contact_id, read_contact
from givequest.domain.records.person import PersonRecord
from givequest.domain.records.spot import SpotRecord

from ..conftest import Clock
from .conftest import TODAY, snapshot

SOURCES = Path(givequest.__file__).parent
FRIDAY = date(2026, 11, 20)
Perform = Callable[[Home], object]


def _deed(home: Home) -> Record:
    return next(record for record in home.game.years.records(2026).values() if record.kind == "help")


def _page(home: Home) -> Record:
    return next(record for record in home.game.years.records(2026).values() if record.type is RecordType.ENTRY)


def _ana(home: Home) -> PersonRecord:
    found = home.game.people.person("Ana Berg")
    assert found is not None
    return found


def _win(home: Home) -> SpotRecord:
    return noticing.notice(home.game, "win", "Ana Berg", "won")


def _draft(home: Home) -> MessageDraft:
    desk = open_desk(home)
    draft, _ = desk.write(desk.begin("help", "ana berg"), "Dear Ana,")
    return draft


def _import_posts(home: Home) -> None:
    found = ImportedPosts("mastodon", "Mastodon", ("outbox.json",), {date(2026, 10, 1): PostCounts(1, 2, 3, 4)})
    save_posts(home.game, preview_posts(home.game, [found]))


def _contact() -> ContactRecord:
    head = {"type": "contact", "id": contact_id("linkedin", "in/zoe"), "day": "2026-11-23"}
    return read_contact({**head, "name": "Zoë Müller", "key": "in/zoe"})


def _write(home: Home, entry: Record | None, text: str) -> None:
    draft = Draft(home.game, TODAY, entry)
    for length in range(1, len(text) + 1):
        draft.save(text[:length])


def _import(home: Home, count: int = 2) -> None:
    lines = ['{"format": "givequest", "version": 1}']
    lines += [f'{{"type": "deed", "kind": "help", "day": "2026-11-{10 + n}"}}' for n in range(count)]
    import_export.save_import(home.game, import_export.read_import(home.game, lines, "file"))


def _restore(home: Home) -> None:
    service = open_backups(home)
    name = backups.back_up(home.game, service).name
    deeds.log_deed(home.game, "listen")
    backups.restore(home.game, service, name)


def _merge(home: Home) -> None:
    ledger = Path(home.paths.ledger)
    deeds.log_deed(home.game, "listen")
    (ledger / "2026.sync-conflict-20261101-120000-ABCDEFG.json").write_bytes((ledger / "2026.json").read_bytes())
    undo(home.game)
    backups.merge(home.game, open_backups(home))


def _merge_backup(home: Home) -> None:
    service = open_backups(home)
    deeds.log_deed(home.game, "listen")
    name = backups.back_up(home.game, service).name
    undo(home.game)
    backups.merge(home.game, service, name)


ACTS: dict[str, tuple[str, Perform]] = {
    "log_deed": ("Help, Ana", lambda home: deeds.log_deed(home.game, "help", person="Ana")),
    "log_deed of another day": ("Help, Friday 20 November", lambda home: deeds.log_deed(home.game, "help", FRIDAY)),
    "log_ticked": (
        "2 deeds, caught up on",
        lambda home: log_ticked(home.game, {(FRIDAY, "reconnect"), (FRIDAY, "listen")}),
    ),
    "edit_deed": (
        "edit of Help, Cy",
        lambda home: deeds.edit_deed(home.game, _deed(home), person="Cy", note=None, effort=2),
    ),
    "delete_record": ("deletion of Help, Bo", lambda home: deeds.delete_record(home.game, _deed(home))),
    "delete_record of a page": (
        "deletion of a journal page",
        lambda home: deeds.delete_record(home.game, _page(home)),
    ),
    "log_slip": ("note that you posted about yourself", lambda home: deeds.log_slip(home.game)),
    "take_slip_back": (
        "deletion of the note that you posted about yourself, Friday 20 November",
        lambda home: deeds.take_slip_back(home.game, FRIDAY),
    ),
    "rest": ("day off on Monday 23 November", lambda home: deeds.rest(home.game, TODAY, TODAY)),
    "rest of many days": (
        "10 days off from Monday 23 November",
        lambda home: deeds.rest(home.game, TODAY, TODAY + timedelta(days=9)),
    ),
    "rest no longer": (
        "deletion of the day off on Thursday 24 December",
        lambda home: deeds.rest(home.game, date(2026, 12, 24), date(2026, 12, 24), remove=True),
    ),
    "redraw": ("card swap for Help", lambda home: deeds.redraw(home.game, "help", TODAY)),
    "_write": ("journal page", lambda home: notes.write_entry(home.game, "a page")),
    "_write of a thought": ("good thought", lambda home: notes.pocket(home.game, "a thought")),
    "_write of a gift": ("gift", lambda home: notes.note_gift(home.game, "a plum")),
    "release": ("release", lambda home: notes.release(home.game)),
    "hush": ("page that won't come up by itself", lambda home: notes.hush(home.game, _page(home))),
    "_commit": ("journal page", lambda home: _write(home, None, "in a sitting")),
    "_commit of a letter": (
        "monthly letter",
        lambda home: Draft(home.game, TODAY, sort="letter").save("Dear you"),
    ),
    "_commit of a page that was there": ("edit of a journal page", lambda home: _write(home, _page(home), "anew")),
    "_take_out": ("deletion of a journal page", lambda home: Draft(home.game, TODAY, _page(home)).save("")),
    "add_person": ("new person Cy", lambda home: editing.add_person(home.game, "Cy")),
    "edit_person": ("edit of Ana Berg", lambda home: editing.edit_person(home.game, _ana(home), met="In Lund.")),
    "set_tie": ("tie of Ana Berg", lambda home: editing.set_tie(home.game, ["ana berg"], "close")),
    "set_tie of several": ("tie of 2 people", lambda home: editing.set_tie(home.game, ["Ana Berg", "Bo"], "faded")),
    "rest_people": ("rest for Bo", lambda home: editing.rest_people(home.game, ["Bo"], date(2026, 12, 24))),
    "set_gentle": ("gentleness with Ana Berg", lambda home: editing.set_gentle(home.game, ["Ana Berg"], gentle=True)),
    "change_people": (
        "edit of Ana Berg",
        lambda home: editing.change_people(home.game, ["Ana Berg"], lambda _: {"met": "x"}),
    ),
    "rename_person": (
        "other name for Ana Lund",
        lambda home: renaming.rename_person(home.game, _ana(home), "Ana Lund"),
    ),
    "join_people": (
        "joining of Ana Berg",
        lambda home: joining.join_people(home.game, [_ana(home), *home.game.people.records.values()]),
    ),
    "delete_people": ("deletion of Ana Berg", lambda home: removing.delete_people(home.game, [_ana(home)])),
    "forget_name": ("forgetting of a name", lambda home: removing.forget_name(home.game, "Bo")),
    "notice": ("win of Ana Berg", _win),
    "notice two": (
        "Ana Berg and Bo, who should meet",
        lambda home: noticing.notice(home.game, "meet", "Ana Berg", other="Bo"),
    ),
    "rest_spot": (
        "rest for win of Ana Berg",
        lambda home: noticing.rest_spot(home.game, _win(home), date(2026, 12, 24)),
    ),
    "let_be": ("letting be of win of Ana Berg", lambda home: noticing.let_be(home.game, _win(home))),
    "save_import": ("import of 2 records", _import),
    "save_import of one": ("import of 1 record", lambda home: _import(home, 1)),
    "save_posts": ("import of 1 month of posts from Mastodon", _import_posts),
    "restore": (r"restore of 2026-11-23-080000.zip", _restore),
    "merge": ("merge of 1 conflict copy", _merge),
    "merge_backup": ("merge of 2026-11-23-080000.zip", _merge_backup),
    "send": ("Help, Ana Berg", lambda home: open_desk(home).send(_draft(home))),
    "keep_as_page": ("journal page", lambda home: open_desk(home).keep_as_page(_draft(home))),
    "take_out": ("new person Zoë Müller", lambda home: hello.take_out(home.game, _contact())),
    "put_on_board": ("", lambda home: hello.put_on_board(home.game, _contact())),
    "play_demo": ("", lambda home: demo.play_demo(home.game, {})),
}
"""Each function that makes a change, after its name: what it is called, and how it is brought to make one."""
UNSEEN = {"repair"}
"""Makes a change that holds nothing: it marks the year that was mended."""


@pytest.fixture
def home(paths: Paths, clock: Clock) -> Home:
    """A home with a deed, a page, a slip and a day off."""
    home = open_home(paths, clock)
    for act in (
        lambda: deeds.log_deed(home.game, "help", person="Bo"),
        lambda: notes.write_entry(home.game, "an older page"),
        lambda: deeds.log_slip(home.game, FRIDAY),
        lambda: deeds.rest(home.game, date(2026, 12, 24), date(2026, 12, 24)),
        lambda: editing.add_person(home.game, "Ana Berg"),
        lambda: editing.add_person(home.game, "Ben Karlsson", tags=["boats"]),
    ):
        act()
    return home


@pytest.mark.parametrize(("label", "perform"), ACTS.values(), ids=ACTS)
def test_every_act_is_taken_back_and_done_again_in_sentences_that_name_it(
    home: Home, label: str, perform: Perform
) -> None:
    """Never in the same sentence, and as often as one likes."""
    perform(home)
    after = snapshot(home.game)
    for _ in range(2):
        assert undo(home.game).startswith(f"Undone: {label}")
        assert snapshot(home.game) != after
        assert redo(home.game).startswith(f"Redone: {label}")
        assert snapshot(home.game) == after


def test_no_act_of_the_program_is_missing_above() -> None:
    """Whatever function names a change makes one, and is tried there."""
    makers: set[str] = set()
    for path in sorted(SOURCES.rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef) and any(_names_a_change(node) for node in ast.walk(function)):
                makers.add(function.name)
    assert makers - UNSEEN == {name.split(" ")[0] for name in ACTS}


def _names_a_change(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("Act.", "act.label"))


def test_nothing_is_saved_but_by_these(home: Home) -> None:
    """A function that saves takes a label, and only an act makes one: the types see to that."""
    assert inspect.signature(Game.save).parameters["label"].annotation == "ActLabel"
