"""The desk: what is written stays, what is sent is a deed, and what is gone is gone from the disk."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from givequest.application.data.import_export import export_lines
from givequest.application.desk.desk import Desk
from givequest.application.game.game import Game
from givequest.application.undo import redo, undo
from givequest.composition import open_backups, open_home
from givequest.config.paths import Paths
from givequest.errors import StorageError, UsageError
from givequest.storage.message_drafts import DraftFile

from ...conftest import Clock

SECRET = "The lighthouse keeper's umbrella, which nobody else would know of."


@pytest.fixture
def desk(game: Game, paths: Paths) -> Desk:
    """The desk of a home that nobody has used yet."""
    return Desk(game, DraftFile(paths.data))


@pytest.fixture
def other_desk(reopened: Callable[[], Game], paths: Paths) -> Callable[[], Desk]:
    """Return what opens the same desk anew, as another board would."""
    return lambda: Desk(reopened(), DraftFile(paths.data))


def files_with(paths: Paths, words: str) -> list[str]:
    """Return the names of the files below the home that hold some words."""
    home = Path(paths.data).parent
    return sorted(path.name for path in home.rglob("*") if path.is_file() and words.encode() in path.read_bytes())


def test_what_is_written_is_there_for_another_board(desk: Desk, other_desk: Callable[[], Desk]) -> None:
    """With all that its deed will need."""
    draft = desk.begin("help", "Ana", "help.five-minutes", 2)
    assert desk.open_drafts() == []  # nothing is written yet
    draft, _ = desk.write(draft, "Dear Ana,\n")
    assert other_desk().open_drafts() == [draft]
    assert (draft.kind, draft.person, draft.card, draft.effort) == ("help", "Ana", "help.five-minutes", 2)


def test_sent_it_is_a_deed_of_the_day_on_which_it_was_sent(desk: Desk, game: Game, clock: Clock) -> None:
    """With the draft's id, and without a word of it."""
    draft, _ = desk.write(desk.begin("help", "Ana", "help.five-minutes", 2), SECRET)
    clock.move(days=3)
    deed = desk.send(draft)
    assert (deed.id, deed.day, deed.kind, deed.person, deed.effort, deed.note) == (
        draft.id,
        game.today(),
        "help",
        "Ana",
        2,
        None,
    )
    assert desk.open_drafts() == []
    assert SECRET not in "\n".join(export_lines(game))


def test_undo_opens_it_again_and_redo_closes_it(desk: Desk, game: Game) -> None:
    """A draft is open as long as no record has its id: neither needs a rule of its own."""
    draft, _ = desk.write(desk.begin("help", "Ana"), SECRET)
    desk.send(draft)
    undo(game)
    assert [open_one.text for open_one in desk.open_drafts()] == [SECRET]
    redo(game)
    assert desk.open_drafts() == []
    undo(game)
    desk.send(desk.open_drafts()[0])
    assert desk.open_drafts() == []


def test_it_is_sent_once(desk: Desk, other_desk: Callable[[], Desk], game: Game) -> None:
    """Two boards that both press space log one deed."""
    draft, _ = desk.write(desk.begin("help", "Ana"), SECRET)
    other = other_desk()
    (same,) = other.open_drafts()
    desk.send(draft)
    with pytest.raises(UsageError, match="sent already"):
        other.send(same)
    assert len(game.years.records_on(game.today())) == 1


def test_a_crash_between_the_two_files_loses_nothing(desk: Desk, game: Game, monkeypatch: pytest.MonkeyPatch) -> None:
    """The deed is there, and so the draft is closed."""
    draft, _ = desk.write(desk.begin("help", "Ana"), SECRET)

    def die(*_: object) -> None:
        raise StorageError("the disk is gone.")

    with monkeypatch.context() as patch:
        patch.setattr(DraftFile, "change", die)
        with pytest.raises(StorageError):
            desk.send(draft)
    assert desk.open_drafts() == []
    assert len(game.years.records_on(game.today())) == 1


def test_the_morning_after_its_words_are_in_no_file(desk: Desk, game: Game, paths: Paths, clock: Clock) -> None:
    """Sent, thrown away, or kept as a page, which is where they are then."""
    sent, _ = desk.write(desk.begin("help", "Ana"), f"sent {SECRET}")
    thrown, _ = desk.write(desk.begin("help", "Ben"), f"thrown {SECRET}")
    kept, _ = desk.write(desk.begin("help", "Zoë"), f"kept {SECRET}")
    open_one, _ = desk.write(desk.begin("help", "Ida"), f"open {SECRET}")
    desk.send(sent)
    desk.throw_away(thrown)
    desk.keep_as_page(kept)
    assert desk.sweep() == 0  # until the day is over each can come back
    assert [*files_with(paths, "sent The"), *files_with(paths, "thrown The")] == ["drafts.json"] * 2
    clock.move(days=1)
    assert desk.sweep() == 3
    assert [*files_with(paths, "sent The"), *files_with(paths, "thrown The")] == []
    assert files_with(paths, "kept The") == ["2026.json"]
    assert desk.open_drafts() == [open_one]
    assert desk.sweep() == 0


def test_undo_of_a_deed_whose_words_are_gone_takes_the_deed_back(desk: Desk, game: Game, clock: Clock) -> None:
    """And the desk stays as it is."""
    draft, _ = desk.write(desk.begin("help", "Ana"), SECRET)
    desk.send(draft)
    clock.move(days=1)
    desk.sweep()
    undo(game)
    assert game.years.records(2026) == {}
    assert desk.open_drafts() == []


def test_thrown_away_it_can_be_taken_back(desk: Desk, clock: Clock) -> None:
    """As long as the day lasts."""
    draft, _ = desk.write(desk.begin(), SECRET)
    thrown = desk.throw_away(draft)
    assert desk.open_drafts() == []
    desk.take_back(thrown)
    clock.move(days=2)
    assert desk.sweep() == 0
    assert [open_one.text for open_one in desk.open_drafts()] == [SECRET]


def test_two_boards_on_one_draft_keep_both_texts(desk: Desk, other_desk: Callable[[], Desk]) -> None:
    """Whoever finds another text keeps theirs as a second draft."""
    draft, _ = desk.write(desk.begin("help", "Ana"), "Dear Ana")
    other = other_desk()
    (same,) = other.open_drafts()
    other.write(same, "Dear Ana, theirs")
    mine, is_apart = desk.write(draft, "Dear Ana, mine")
    assert is_apart
    assert sorted(open_one.text for open_one in desk.open_drafts()) == ["Dear Ana, mine", "Dear Ana, theirs"]
    mine, is_apart = desk.write(mine, "Dear Ana, mine, on")
    assert not is_apart
    assert len(desk.open_drafts()) == 2


def test_drafts_that_have_long_lain_stand_at_the_end_and_never_go(desk: Desk, clock: Clock) -> None:
    """A draft never goes by itself."""
    desk.write(desk.begin(), "old")
    clock.move(days=31)
    desk.write(desk.begin(), "today")
    clock.move(minutes=1)
    desk.write(desk.begin(), "newest")
    desk.sweep()
    assert [draft.text for draft in desk.open_drafts()] == ["newest", "today", "old"]


def test_a_retired_kind_asks_for_another(desk: Desk, game: Game) -> None:
    """Nothing is logged, and the draft stays."""
    draft, _ = desk.write(desk.begin("help", "Ana"), SECRET)
    retired = desk.change_about(draft, kind="mentor")
    with pytest.raises(UsageError, match="choose another"):
        desk.send(retired)
    assert len(desk.open_drafts()) == 1
    desk.send(desk.change_about(retired, kind="listen"))
    assert [record.kind for record in game.years.records_on(game.today())] == ["listen"]


def test_forgetting_someone_throws_their_drafts_away_for_good(desk: Desk, paths: Paths) -> None:
    """By any spelling of the name; it says how many."""
    desk.write(desk.begin("help", "Zoë Miller"), SECRET)
    desk.write(desk.begin("help", "Ana"), "Dear Ana")
    assert desk.forget_person("zoe  miller") == 1
    assert files_with(paths, SECRET) == []
    assert [draft.person for draft in desk.open_drafts()] == ["Ana"]


def test_a_draft_that_cannot_be_read_stays_as_it_is(desk: Desk, paths: Paths) -> None:
    """It's said once, the others are used, and a change leaves it alone."""
    desk.write(desk.begin("help", "Ana"), "Dear Ana")
    path = Path(paths.data) / "drafts.json"
    tables = json.loads(path.read_text("utf-8"))
    tables["drafts"]["7"] = {"id": "x/y", "text": "of a later version", "new": [1]}
    path.write_text(json.dumps(tables), "utf-8")
    (ana,) = desk.open_drafts()
    assert [problem.code for problem in desk.problems] == ["unreadable-draft"]
    desk.write(ana, "Dear Ana, on")
    desk.write(desk.begin("help", "Ben"), "Dear Ben")
    kept = json.loads(path.read_text("utf-8"))["drafts"]
    assert kept["7"] == {"id": "x/y", "text": "of a later version", "new": [1]}
    assert sorted(row.get("text", "") for row in kept.values()) == ["Dear Ana, on", "Dear Ben", "of a later version"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"schema":{"1":{"schema":2}},"drafts":{}}'])
def test_a_file_that_cannot_be_used_is_never_written_over(desk: Desk, paths: Paths, content: bytes) -> None:
    """Neither a broken one nor one of a newer version."""
    path = Path(paths.data) / "drafts.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(StorageError, match=r"drafts\.json"):
        desk.write(desk.begin(), "Dear Ana")
    assert path.read_bytes() == content


def test_fields_of_a_later_version_are_carried_along(desk: Desk, paths: Paths) -> None:
    """In a draft that is written on."""
    draft, _ = desk.write(desk.begin(), "Dear Ana")
    path = Path(paths.data) / "drafts.json"
    tables = json.loads(path.read_text("utf-8"))
    tables["drafts"]["1"]["mood"] = "sunny"
    path.write_text(json.dumps(tables), "utf-8")
    (draft,) = desk.open_drafts()
    desk.write(draft, "Dear Ana, on")
    assert json.loads(path.read_text("utf-8"))["drafts"]["1"]["mood"] == "sunny"


def test_the_file_is_for_its_owner_alone(desk: Desk, paths: Paths) -> None:
    """As everything in the data folder."""
    desk.write(desk.begin(), SECRET)
    assert (Path(paths.data) / "drafts.json").stat().st_mode & 0o777 == 0o600


def test_a_draft_is_in_no_backup_no_export_and_no_word_of_undo(
    desk: Desk, game: Game, paths: Paths, clock: Clock
) -> None:
    """While it is written, when it is sent, and after that is taken back."""
    home = open_home(paths, clock)
    draft, _ = desk.write(desk.begin("help", "Ana"), SECRET)
    desk.send(draft)
    undo(game)
    redo(game)
    taken = open_backups(home).take(clock())
    assert taken is not None
    with zipfile.ZipFile(Path(paths.backups) / taken.name) as backup:
        assert not any(SECRET.encode() in backup.read(name) for name in backup.namelist())
    assert SECRET not in "\n".join(export_lines(game))
    assert files_with(paths, SECRET) == ["drafts.json"]


@pytest.mark.parametrize(
    "name",
    [
        "drafts.sync-conflict-20261123-080000-ABCDEFG.json",
        "drafts (Ana's conflicted copy 2026-11-23).json",
        "drafts_conflict-20261123-080000.json",
        "drafts.json.conflict1",
        "drafts.json..path1",
    ],
)
def test_of_a_conflict_copy_both_texts_stay(desk: Desk, paths: Paths, name: str) -> None:
    """They're seen at once, and are in one file with the next word that is written; the copy is gone then."""
    draft, _ = desk.write(desk.begin("help", "Ana"), "Dear Ana, from the laptop")
    path = Path(paths.data) / "drafts.json"
    theirs = path.read_text("utf-8").replace("from the laptop", "from the desk")
    path.with_name(name).write_text(theirs, "utf-8")
    texts = ["Dear Ana, from the desk", "Dear Ana, from the laptop"]
    assert sorted(one.text for one in desk.open_drafts()) == texts
    desk.write(draft, "Dear Ana, from the laptop, on")
    assert not path.with_name(name).exists()
    assert sorted(one.text for one in desk.open_drafts()) == [texts[0], "Dear Ana, from the laptop, on"]


def test_a_conflict_copy_that_cannot_be_read_stays(desk: Desk, paths: Paths) -> None:
    """And is in nobody's way."""
    desk.write(desk.begin("help", "Ana"), "Dear Ana")
    copy = Path(paths.data) / "drafts.sync-conflict-1.json"
    copy.write_bytes(b"{")
    desk.write(desk.begin("help", "Ben"), "Dear Ben")
    assert copy.read_bytes() == b"{"
    assert len(desk.open_drafts()) == 2
