"""Every archive: whose party each post was, counted exactly; and what nobody exported comes to a sentence."""

from __future__ import annotations

import random
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from givequest.domain.mirror.imported import ImportedPosts
from givequest.domain.text import clean_line
from givequest.errors import GivequestError
from givequest.importers.posts import post_files
from givequest.importers.posts.reading import read_posts
from tests.fixtures.post_archives import (
    ARCHIVES,
    BLUESKY_EXPECTED,
    BLUESKY_JSON,
    MASTODON,
    MASTODON_EXPECTED,
    X_MORE,
    X_TWEETS,
    Expected,
    car,
    unpack,
)

SEED = 20261126


def months(posts: ImportedPosts) -> Expected:
    """Return what was counted, by month."""
    return {f"{month:%Y-%m}": tuple(counts) for month, counts in posts.months.items()}  # type: ignore[misc]


def zipped(source: str, folder: Path) -> Path:
    """Return an archive as it is downloaded."""
    path = folder / f"{source}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in ARCHIVES[source][0].items():
            file.writestr(name, data)
    return path


def sentence_of(error: GivequestError) -> str:
    """Hold an error to a sentence that no terminal obeys."""
    assert clean_line(str(error)) == str(error)
    return "refused"


@pytest.mark.parametrize("source", ARCHIVES)
def test_every_post_is_counted_once_in_its_month(source: str, tmp_path: Path) -> None:
    """As a folder and as a zip; what is there twice, deleted or not dated is not."""
    for path in (unpack(source, tmp_path / "folder"), zipped(source, tmp_path)):
        (posts,) = read_posts([str(path)])
        assert (posts.source, months(posts)) == (source, ARCHIVES[source][1])


def test_several_sources_are_counted_apart(tmp_path: Path) -> None:
    """Whether they lie in one folder or are named one by one."""
    for source in ARCHIVES:
        unpack(source, tmp_path / "all" / source)
    together = read_posts([str(tmp_path / "all")])
    assert {posts.source: months(posts) for posts in together} == {name: each[1] for name, each in ARCHIVES.items()}
    paths = [str(tmp_path / "all" / source) for source in ("x", "mastodon")]
    assert {posts.source for posts in read_posts(paths)} == {"mastodon", "x"}


def test_the_owner_of_a_repository_is_told_wherever_the_commit_stands(tmp_path: Path) -> None:
    """Its records as JSON say the same."""
    path = tmp_path / "records.json"
    path.write_text(BLUESKY_JSON)
    (posts,) = read_posts([str(path)])
    assert months(posts) == BLUESKY_EXPECTED


def test_without_account_an_answer_to_oneself_is_known_by_ones_own_posts(tmp_path: Path) -> None:
    """And that the file is missing is said."""
    (tmp_path / "tweets.js").write_text(X_TWEETS)
    (tmp_path / "tweets-part1.js").write_text(X_MORE)
    (posts,) = read_posts([str(tmp_path)])
    assert posts.months.keys() == {month for month in posts.months if f"{month:%Y-%m}" in ARCHIVES["x"][1]}
    assert months(posts)["2026-10"][0] == 2
    assert "account.js isn't beside it" in str(posts.problems[0])


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("posts.html", b"<!DOCTYPE html><html></html>", "choose JSON in the place of HTML"),
        ("notes.txt", b"some words", "has no posts of yours that givequest can count"),
        ("empty.json", b"", "has no posts of yours"),
        ("a.zip", b"PK\x03\x04 and no more", "is a zip that can't be opened"),
        ("like.js", b'window.YTD.like.part0 = [{"like": {}}]', "has no posts of yours"),
        ("outbox.json", MASTODON[:-40].encode(), "isn't whole JSON"),
        ("outbox.json", b'{"orderedItems": [' + b"[" * 5_000, "something in it that no post is"),
        ("outbox.json", b'{"orderedItems": [' + b'{"a":' * 5_000, "something in it that no post is"),
        ("outbox.json", b'{"orderedItems": [1e999999999, ' + b"9" * 400 + b"]}x", "isn't whole JSON"),
        ("repo.car", car()[:-7], "isn't a whole archive of Bluesky"),
        ("Shares.csv", b"Date,ShareLink,ShareCommentary\n" + b'"' + b"x" * 200_000, "isn't a row of a table"),
    ],
)
def test_what_is_not_whole_is_refused_and_nothing_counted(
    name: str, data: bytes, sentence: str, tmp_path: Path
) -> None:
    """With the file's name and what to do."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(GivequestError) as refused:
        read_posts([str(path)])
    assert name in str(refused.value)
    assert sentence in str(refused.value)


@pytest.mark.parametrize("source", ARCHIVES)
def test_an_archive_cut_anywhere_is_refused_or_counted_as_what_is_left(source: str, tmp_path: Path) -> None:
    """Each file of it at fifty places, and the whole as a zip: a sentence, or numbers that are no larger."""
    chance = random.Random(SEED)
    whole = {month: sum(counts) for month, counts in ARCHIVES[source][1].items()}
    folder = unpack(source, tmp_path / "folder")
    outcomes = set()
    for path in (*(folder / name for name in ARCHIVES[source][0]), zipped(source, tmp_path)):
        data = path.read_bytes()
        for _ in range(50):
            path.write_bytes(data[: chance.randrange(len(data))])
            try:
                found = read_posts([str(path if path.suffix == ".zip" else folder)])
            except GivequestError as error:
                outcomes.add(sentence_of(error))
                continue
            outcomes.add("counted")
            for posts in found:
                assert sum(map(sum, months(posts).values())) <= sum(whole.values()) + 1
        path.write_bytes(data)
    assert "refused" in outcomes


@pytest.mark.parametrize("source", ["mastodon", "x", "facebook", "instagram", "threads", "bluesky"])
def test_values_of_any_type_are_left_out_or_counted_and_never_a_fault(source: str, tmp_path: Path) -> None:
    """Each value of each item in the place of which stands something else."""
    folder = unpack(source, tmp_path)
    chance = random.Random(SEED)
    odd = ("null", "7", "1e300", "-1", "[]", "{}", '""', "true", '"\\u001b[2J"', "[[[]]]")
    for path in (folder / name for name in ARCHIVES[source][0] if not name.endswith(".car")):
        text = path.read_text("utf-8-sig")
        places = [place for place, letter in enumerate(text) if letter == ":"]
        for _ in range(150):
            at = chance.choice(places) + 1
            end = min((place for mark in ",}" if (place := text.find(mark, at)) > 0), default=len(text))
            path.write_text(text[:at] + chance.choice(odd) + text[end:])
            try:
                read_posts([str(folder)])
            except GivequestError as error:
                sentence_of(error)
        path.write_text(text)


def test_members_that_lead_elsewhere_are_words_and_bombs_are_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies beside them is counted."""
    monkeypatch.setattr(post_files, "_RATIO_FROM", 2**20)
    work = tmp_path / "work"
    work.mkdir()
    path = work / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("../../../../tmp/outbox.json", MASTODON)
        file.writestr("bomb.json", b"[" + b"{}," * 3_000_000 + b"{}]")
        file.writestr("__MACOSX/._outbox.json", b"\0")
    (posts,) = read_posts([str(path)])
    assert months(posts) == MASTODON_EXPECTED
    assert posts.places == ("outbox.json in a.zip",)
    assert [each.name for each in work.iterdir()] == ["a.zip"]


def test_an_archive_larger_than_any_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its list of members says."""
    monkeypatch.setattr(post_files, "LARGEST_FILE", 1000)
    path = tmp_path / "outbox.json"
    path.write_text(MASTODON)
    with pytest.raises(GivequestError, match="is larger than"):
        read_posts([str(path)])


def test_a_large_archive_streams_by(tmp_path: Path) -> None:
    """Twenty times as many posts take no more memory than an item of them, and the ids that tell them apart."""
    path, item = (
        tmp_path / "tweets.js",
        '{"tweet": {"id_str": "%d", "full_text": "%s", "created_at": "2026-10-01T00:00:00Z"}}',
    )
    peaks = []
    for count in (500, 10_000):
        path.write_text(f"window.YTD.tweets.part0 = [{','.join(item % (n, 'x' * 500) for n in range(count))}];")
        tracemalloc.start()
        (posts,) = read_posts([str(path)])
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert posts.total == count
    assert peaks[1] - peaks[0] < 3_000_000 < path.stat().st_size


def test_who_stops_it_stops_it(tmp_path: Path) -> None:
    """What the progress raises ends the reading."""
    path = tmp_path / "outbox.json"
    path.write_text(MASTODON)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt(done, total)

    with pytest.raises(KeyboardInterrupt):
        read_posts([str(path)], stop)


def test_a_script_is_read_whatever_stands_around_its_list(tmp_path: Path) -> None:
    """A mark at the beginning, a semicolon and blanks at the end, and blocks of any size in between."""
    path = tmp_path / "tweets.js"
    for text in (f"\ufeff{X_TWEETS}", X_TWEETS.rstrip(";\n"), X_TWEETS + " ; \n\n" * 50):
        path.write_text(text)
        (posts,) = read_posts([str(path)])
        assert posts.total == 12
