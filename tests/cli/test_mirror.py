"""`givequest mirror`: four numbers a month of one's own posts, not a word of any, and nothing that depends on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from givequest.config.paths import Paths

from ..conftest import Clock
from ..fixtures.post_archives import ARCHIVES, LABELS_OF, unpack
from .conftest import Play


@pytest.fixture(autouse=True)
def days_later(clock: Clock) -> None:
    """Let the days of the samples have come."""
    clock.move(days=4)


@pytest.mark.parametrize("source", ARCHIVES)
def test_the_numbers_of_every_source_are_exact_and_undo_takes_them_back(
    play: Play, tmp_path: Path, source: str
) -> None:
    """A second import changes nothing."""
    play("log", "help", "Ana")
    before, archive = play("export").out, str(unpack(source, tmp_path / source))
    assert play("mirror", "import", archive).code == 0
    months = play("mirror", "--json").data["months"]
    expected = {month: dict(zip(LABELS_OF, counts, strict=True)) for month, counts in ARCHIVES[source][1].items()}
    assert months == {month: {**counts, "sources": {source: counts}} for month, counts in expected.items()}
    exported = play("export").out
    assert "Nothing new in it, so nothing changed." in play("mirror", "import", archive).out
    assert play("export").out == exported
    assert play("undo").out.startswith("Undone: import of 2 months of posts from ")
    assert play("export").out == before


def test_not_a_word_of_a_post_is_anywhere_afterwards(play: Play, paths: Paths, tmp_path: Path) -> None:
    """In no file below the home: ledger, ways back, cache, backups."""
    for source in ARCHIVES:
        play("mirror", "import", str(unpack(source, tmp_path / "archives" / source)))
    play("backup")
    home = Path(paths.data).parent
    files = [path for path in home.rglob("*") if path.is_file()]
    assert any(path.name == "posts.json" for path in files)
    words = (b"secret words", b"To announce", b"coffee with", b"her words", b"mooi", b"zoe", b"Zoe K")
    assert [(path, word) for path in files for word in words if word in path.read_bytes()] == []


def test_nothing_depends_on_them(play: Play, tmp_path: Path) -> None:
    """Neither a streak nor the forest, the board or what was earned."""
    play("log", "help", "Ana")
    commands = (("stats", "--json"), ("forest", "--json"), ("today", "--json"))
    before = [play(*command).out for command in commands]
    play("mirror", "import", str(unpack("mastodon", tmp_path)))
    assert [play(*command).out for command in commands] == before


def test_an_export_takes_them_along(play: Play, tmp_path: Path) -> None:
    """To another home, where they say the same."""
    play("mirror", "import", str(unpack("x", tmp_path / "x")))
    file = str(tmp_path / "all.jsonl")
    play("export", "-o", file)
    elsewhere = ("--home", str(tmp_path / "there"))
    assert play("import", file, *elsewhere).code == 0
    assert play("mirror", "--json", *elsewhere).data == play("mirror", "--json").data


def test_a_newer_archive_replaces_the_months_that_it_has(play: Play, tmp_path: Path) -> None:
    """And says how many; the others stay."""
    folder = unpack("mastodon", tmp_path)
    play("mirror", "import", str(folder))
    outbox = folder / "outbox.json"
    outbox.write_text(outbox.read_text().replace("2026-11-01", "2026-09-01"))
    ran = play("mirror", "import", str(folder))
    assert "1 month is new." in ran.out
    assert "1 month is here just so." in ran.out
    assert set(play("mirror", "--json").data["months"]) == {"2026-09", "2026-10", "2026-11"}


def test_it_is_told_as_a_picture_and_in_plain_sentences(play: Play, tmp_path: Path, clock: Clock) -> None:
    """And where there is nothing, what to bring."""
    assert play("mirror").out.startswith("Bring the archive of your own posts")
    play("log", "help", "Ana", "--day", "2026-10-03")
    play("mirror", "import", str(unpack("mastodon", tmp_path)))
    assert play("mirror", "--plain").out == (
        "In October, 4 of 8: someone else was at the party too. 1 deed logged.\n"
        "In November, 1 post: a party for one. 0 deeds logged.\n"
    )
    assert "Whose party it was, 2026" in play("mirror").out
    assert play("mirror", "--year", "2025", "--json").data == {"months": {}}
    assert play("mirror", "--year", "soon").code == 2


def test_a_dry_run_changes_nothing(play: Play, tmp_path: Path) -> None:
    """It counts all the same."""
    ran = play("mirror", "import", str(unpack("bluesky", tmp_path)), "--dry-run")
    assert "Bluesky: 9 posts counted, 2026-10 to 2026-11." in ran.out
    assert ran.out.endswith("That was a dry run; nothing was changed.\n")
    assert play("mirror", "--json").data == {"months": {}}


def test_months_that_have_not_come_are_left_out(play: Play, tmp_path: Path) -> None:
    """Nobody can have posted in them."""
    folder = unpack("mastodon", tmp_path)
    outbox = folder / "outbox.json"
    outbox.write_text(outbox.read_text().replace("2026-11-01", "2027-11-01"))
    assert "1 month hasn't come yet, and is left out." in play("mirror", "import", str(folder)).out
