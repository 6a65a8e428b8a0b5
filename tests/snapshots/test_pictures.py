"""What the pages look like, picture by picture: `pytest --snapshot-update tests/snapshots` takes them anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib.metadata import version

import pytest

from givequest.application.people.editing import add_person
from givequest.domain.change_labels import ActLabel
from givequest.domain.records import RecordType
from givequest.tui.app import GivequestApp

from ..built_in import DEFAULTS
from ..fixtures.charts import days_from, deed, record
from ..fixtures.pilot import quick_pilot
from ..tui.conftest import OpenHome, clock, open_home

__all__ = ["clock", "open_home", "quick_pilot"]

DRAWN_BY = "8.2.8"
TODAY = date(2026, 11, 23).toordinal()


@pytest.fixture(autouse=True)
def drawn_by_the_same_textual() -> None:
    """Another version draws other pictures: they are looked at, and taken anew, before it is used."""
    assert version("textual") == DRAWN_BY, f"the pictures were taken with Textual {DRAWN_BY}"


@pytest.fixture
def app(open_home: OpenHome, monkeypatch: pytest.MonkeyPatch) -> GivequestApp:
    """The app on two months of giving, in colour, whatever terminal the tests run in."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
    home = open_home(DEFAULTS._replace(animations=False, glyphs="unicode"))
    records = [deed(day) for day in days_from(date(2026, 9, 20), 50)]
    records += [deed(day, "quiet") for day in days_from(date(2026, 11, 2), 9)]
    records += [deed(date(2026, 11, 23), "congratulate", person="Ana", note="for [b]how[/] she ran it")]
    records += [record(RecordType.REST, date(2026, 11, 12)), record(RecordType.SLIP, date(2026, 11, 14))]
    home.game.save(ActLabel("records of a test"), puts=records)
    return GivequestApp(home)


def test_the_board_at_its_usual_size(app: GivequestApp, snap_compare: Callable[..., bool]) -> None:
    """Five quests, one done for somebody, the month and the streaks."""
    assert snap_compare(app, terminal_size=(100, 30))


def test_the_board_on_a_small_terminal(app: GivequestApp, snap_compare: Callable[..., bool]) -> None:
    """The board alone, the chosen quest in full."""
    assert snap_compare(app, terminal_size=(40, 12), press=["j"])


def test_the_dialog_that_asks_who(app: GivequestApp, snap_compare: Callable[..., bool]) -> None:
    """Who, note and effort, over the board."""
    assert snap_compare(app, terminal_size=(80, 24), press=["enter", *"Ana"])


def test_the_month(app: GivequestApp, snap_compare: Callable[..., bool]) -> None:
    """All series, their legend, and the calendar of one."""
    assert snap_compare(app, terminal_size=(80, 24), press=["3", "j"])


def test_the_year(app: GivequestApp, snap_compare: Callable[..., bool]) -> None:
    """The heatmap with its scale, months and runs."""
    assert snap_compare(app, terminal_size=(100, 30), press=["3", "y"])


PEOPLE = (
    ("Ana Berg", "close", 30, ("choir", "boats"), "at the fair in Lund, 2011."),
    ("Ben Karlsson", "faded", 400, ("boats",), None),
    ("Łukasz Śmiały", "edge", None, ("work",), None),
    ("Mum", "close", 4, ("family",), None),
    ("Old Piet", "wall", 380, ("allotment",), None),
)


@pytest.fixture
def app_with_people(app: GivequestApp) -> GivequestApp:
    """The same, with a few people in mind."""
    game = app.game
    for name, tie, ago, tags, met in PEOPLE:
        dates, links = (("--12-03 birthday",), ("mail ana@example.org",)) if name == "Ana Berg" else ((), ())
        add_person(game, name, tie=tie, tags=tags, met=met, dates=dates, links=links)
        if ago is not None:
            game.save(ActLabel("a deed"), puts=[deed(date.fromordinal(TODAY - ago), "reconnect", person=name)])
    return app


def test_people_at_their_usual_size(app_with_people: GivequestApp, snap_compare: Callable[..., bool]) -> None:
    """The list with its marks, dates that are soon, and one of them beside it."""
    assert snap_compare(app_with_people, terminal_size=(100, 30), press=["5"])


def test_a_name_that_is_looked_for(app_with_people: GivequestApp, snap_compare: Callable[..., bool]) -> None:
    """What holds it, and what nearly does."""
    assert snap_compare(app_with_people, terminal_size=(80, 24), press=["5", "slash", *"karlsn"])


def test_names_to_be_placed(app: GivequestApp, snap_compare: Callable[..., bool]) -> None:
    """The first minute, with a name in the log."""
    assert snap_compare(app, terminal_size=(80, 24), press=["5"])
