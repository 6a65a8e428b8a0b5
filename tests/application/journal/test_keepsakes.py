"""On this day, the monthly letter, and the archive they are taken from."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from givequest.application.game.game import Game
from givequest.application.journal import hush, note_gift, release
from givequest.application.journal.archive import JournalArchive, find_record, nearest
from givequest.application.journal.reflections import echo_of, heavy_week, letter_due
from givequest.domain.change_labels import ActLabel
from givequest.domain.journal.letter import LONGEST_LINE, first_line, month_of_letter
from givequest.domain.journal.on_this_day import echo_days
from givequest.domain.journal.search import read_query
from givequest.domain.journal.sorts import LETTER
from givequest.domain.records import Record

from ...conftest import Clock
from ...fixtures.charts import deed
from ...fixtures.journal import TODAY, entry
from ...tui.conftest import OpenHome


def whole_archive(game: Game) -> JournalArchive:
    """Return the archive, read to its end."""
    archive = JournalArchive(game)
    while archive.read_on():
        pass
    return archive


def echoed(game: Game, archive: JournalArchive) -> Record:
    """Return the page that comes back today."""
    echo = echo_of(game, archive, TODAY)
    assert echo is not None
    return echo.entry


def days_ago(number: int) -> date:
    """Return a day before today."""
    return TODAY - timedelta(days=number)


@pytest.mark.parametrize("day", [*map(days_ago, (30, 90, 365, 730)), date(2023, 11, 23), date(2019, 11, 23)])
def test_a_page_comes_back_on_its_day(game: Game, day: date) -> None:
    """After 30, 90, 365 and 730 days and after whole years, and on no day around them."""
    game.save(ActLabel("page"), puts=[entry(day, "an older page"), entry(date(2018, 1, 1), "the first")])
    archive = whole_archive(game)
    assert echoed(game, archive).text == "an older page"
    assert echo_of(game, archive, TODAY + timedelta(days=2)) is None


def test_at_most_one_page_comes_back_and_the_same_all_day_long(game: Game) -> None:
    """Among many the choice is the day's, and what was pocketed goes first."""
    game.save(ActLabel("pages"), puts=[entry(days_ago(back), f"page {back}") for back in (30, 90, 365, 730)])
    first = echo_of(game, whole_archive(game), TODAY)
    assert first == echo_of(game, whole_archive(game), TODAY)
    game.save(ActLabel("page"), puts=[entry(days_ago(90), "in the pocket", 1, sort="pocket")])
    assert echoed(game, whole_archive(game)).text == "in the pocket"


def test_not_again_is_remembered_and_brings_no_other_page_that_day(game: Game, open_home: OpenHome) -> None:
    """The turn stays empty, today and whenever that page would come back; undo knows it."""
    game.save(ActLabel("pages"), puts=[entry(days_ago(back), f"page {back}") for back in (30, 90)])
    hush(game, echoed(game, whole_archive(game)))
    again = open_home().game
    assert echo_of(again, whole_archive(again), TODAY) is None


def test_not_again_said_of_a_pocketed_page_brings_no_second_one_that_day(game: Game, open_home: OpenHome) -> None:
    """At most one a day, whichever was put aside."""
    pages = [entry(days_ago(back), f"in the pocket {back}", sort="pocket") for back in (30, 90, 365)]
    game.save(ActLabel("pages"), puts=[*pages, entry(days_ago(730), "a plain one")])
    hush(game, echoed(game, whole_archive(game)))
    again = open_home().game
    assert echo_of(again, whole_archive(again), TODAY) is None


def test_letters_gifts_and_empty_pages_never_come_back(game: Game) -> None:
    """Only pages that were written for themselves do."""
    game.save(ActLabel("letter"), puts=[entry(days_ago(30), "a letter", sort=LETTER), entry(days_ago(90), " ")])
    note_gift(game, "a pear", days_ago(365))
    assert echo_of(game, whole_archive(game), TODAY) is None


def test_29_february_looks_back_on_leap_years_only() -> None:
    """No day is invented."""
    days = [day for day, words in echo_days(date(2028, 2, 29), 2020).items() if "years ago" in words]
    assert [day.isoformat() for day in days if (day.month, day.day) == (2, 29)] == ["2024-02-29", "2020-02-29"]


@pytest.mark.parametrize(
    ("today", "hour", "month"),
    [
        ("2026-11-30", 16, None),
        ("2026-11-30", 17, "2026-11-01"),
        ("2026-12-07", 8, "2026-11-01"),
        ("2026-12-08", 8, None),
        ("2027-01-01", 8, "2026-12-01"),
        ("2026-11-15", 22, None),
    ],
)
def test_the_letter_is_asked_for_from_the_last_evening_until_the_seventh(
    today: str, hour: int, month: str | None
) -> None:
    """And on no other day."""
    day = date.fromisoformat(today)
    found = month_of_letter(day, datetime.combine(day, datetime.min.time()).replace(hour=hour))
    assert (found.isoformat() if found else None) == month


def test_past_midnight_the_last_day_is_still_its_evening() -> None:
    """The giving day ends at four in the morning."""
    assert month_of_letter(date(2026, 11, 30), datetime(2026, 12, 1, 1)) == date(2026, 11, 1)


def test_the_letter_lays_out_three_lines_the_kinds_and_a_gift(game: Game, clock: Clock) -> None:
    """Pocketed first, from all over the month, nothing hushed, and no number anywhere."""
    pages = [entry(date(2026, 11, day), f"Line of a day. Another sentence {day}.", day) for day in range(2, 20)]
    pages += [entry(date(2026, 11, 5), "Pear tree!", 99, sort="pocket")]
    pages += [entry(date(2026, 11, 6), "Not this.", 98, sort="hushed"), entry(date(2026, 10, 6), "Nor this.")]
    game.save(ActLabel("pages"), puts=[*pages, deed(TODAY, "listen"), deed(TODAY, "help")])
    note_gift(game, "A postcard")
    assert letter_due(game) is None
    clock.move(days=9)
    letter = letter_due(game)
    assert letter is not None
    assert letter.month == date(2026, 11, 1)
    assert len(letter.lines) == 3
    assert "Pear tree!" in letter.lines
    assert set(letter.lines) <= {"Pear tree!", "Line of a day."}
    assert letter.kinds == ("Help", "Listen")
    assert letter.gift == "A postcard"
    game.save(ActLabel("letter"), puts=[entry(letter.day, "Dear you", sort=LETTER)])
    assert letter_due(game) is None


def test_a_letter_finds_three_lines_in_fewer_pages(game: Game, clock: Clock) -> None:
    """The first of each page first, and all of them in their order."""
    game.save(
        ActLabel("pages"),
        puts=[entry(TODAY, "One long page. Ana laughed. Then it rained. And more."), entry(days_ago(3), "Pears.")],
    )
    clock.move(days=9)
    letter = letter_due(game)
    assert letter is not None
    assert letter.lines == ("Pears.", "One long page.", "Ana laughed.")


def test_an_empty_month_asks_for_no_letter(game: Game, clock: Clock) -> None:
    """Empty days stay empty."""
    clock.move(days=9)
    assert letter_due(game) is None


def test_first_lines_are_short_and_never_empty() -> None:
    """Whatever a text begins with."""
    assert first_line("\n\n...\n  Ana laughed. Then I did.") == "Ana laughed."
    assert len(first_line("x" * 5000)) == LONGEST_LINE
    assert first_line(None) == ""
    assert first_line("word " * 60).endswith("word...")


def test_a_sentence_ends_where_it_does_and_not_at_every_dot() -> None:
    """Times, numbers, titles and exclamations of one word stay with what they belong to."""
    assert first_line("Met Dr. Ana at 7.30, 3.5 km from here. Then home.") == "Met Dr. Ana at 7.30, 3.5 km from here."
    assert first_line("Yes! It rained.") == "Yes! It rained."
    assert first_line('She said "hello there." And left.') == 'She said "hello there."'
    assert first_line("---\n\U0001f350") == "\U0001f350"


def test_a_shelf_holds_what_was_written_newest_first_and_takes_in_changes(game: Game, open_home: OpenHome) -> None:
    """Years are read one after the other; what another board adds is there after a refresh."""
    days = [date(year, 3, day) for year in (2023, 2025, 2026) for day in (1, 2)]
    game.save(ActLabel("pages"), puts=[entry(day, f"page of {day} #spring") for day in days])
    archive = JournalArchive(game)
    assert len(archive.texts) == 0
    assert archive.read_on()
    assert {text.record.day.year for text in archive.texts} == {2026}
    archive = whole_archive(game)
    assert [text.record.day for text in archive.texts] == sorted(days, reverse=True)
    assert archive.tags == ["spring"]
    assert nearest(archive.texts, date(2025, 3, 20)) == 2
    assert nearest(archive.texts, date(2000, 1, 1)) == 5
    other = open_home().game
    other.save(ActLabel("page"), puts=[entry(date(2024, 5, 5), "from elsewhere")])
    assert game.years.refresh()
    assert not game.years.refresh()
    found = archive.search(read_query("elsewhere"))
    assert [text.record.text for text in found] == ["from elsewhere"]
    assert find_record(archive.texts, found[0].record) == 4


def test_the_fifth_release_of_a_week_is_noticed_once(game: Game) -> None:
    """Neither the fourth nor the sixth says anything."""
    noticed = []
    for _ in range(6):
        release(game)
        noticed.append(heavy_week(game))
    assert noticed == [False] * 4 + [True, False]


def test_a_shelf_reads_what_can_be_read_and_says_what_cannot(game: Game, open_home: OpenHome, tmp_path: Path) -> None:
    """A broken year hides no other; a record that is odd hides no other either."""
    game.save(ActLabel("pages"), puts=[entry(date(year, 3, 1), f"page of {year}") for year in (2024, 2025, 2026)])
    (tmp_path / "data" / "ledger" / "2025.json").write_text("isn't JSON")
    archive = whole_archive(open_home().game)
    assert [text.record.day.year for text in archive.texts] == [2026, 2024]
    assert list(archive.broken) == [2025]
