"""What people and address books cost whoever does not ask for them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from givequest.application import deeds
from givequest.application.board import board_of
from givequest.application.people.names import names_of_day
from givequest.domain.change_labels import Act
from givequest.domain.records import read_any_record
from givequest.domain.records.contact import contact_id

from ..tui.conftest import OpenHome
from .conftest import Watched
from .test_launch import FIRST_FRAME

LATER = ("person", "spot", "contact", "field_values")
"""Modules of records that only whoever reads such a record loads."""


def fill_people(open_home: OpenHome) -> None:
    """Put some people and an address book into the home, and open it once."""
    head = {"day": "2026-11-01"}
    people = [{"type": "person", "id": f"p{number}", "name": f"Person {number}"} for number in range(300)]
    books = [
        {"type": "contact", "id": contact_id("linkedin", str(number)), "name": "X", "key": str(number)}
        for number in range(300)
    ]
    open_home().game.save(
        Act.IMPORT.label("people"), puts=[read_any_record({**head, **one}) for one in (*people, *books)]
    )
    board_of(open_home().game)


def test_a_launch_reads_no_book_and_of_people_only_what_the_rules_ask_for(
    open_home: OpenHome, watched: Watched
) -> None:
    """Their profiles are in the cache; `people.json` is looked at from outside."""
    fill_people(open_home)
    watched.opened.clear()
    game = open_home().game
    board_of(game)
    assert names_of_day(game).far is not None
    names = [os.path.basename(path) for path in watched.opened]
    assert not {"people.json", "book-linkedin.json"} & {*names}


def test_a_deed_for_somebody_reads_no_book_and_no_record_of_people(open_home: OpenHome, watched: Watched) -> None:
    """Its name is resolved by the same profiles."""
    fill_people(open_home)
    game = open_home().game
    watched.opened.clear()
    assert deeds.log_deed(game, "help", person="PERSON 7").person == "Person 7"
    names = [os.path.basename(path) for path in watched.opened]
    assert not {"people.json", "book-linkedin.json"} & {*names}


def test_a_deed_for_nobody_does_not_ask_for_people_at_all(open_home: OpenHome) -> None:
    """Not even whether there are any."""
    fill_people(open_home)
    game = open_home().game
    deeds.log_deed(game, "help")
    assert "people" not in game.__dict__


def test_the_first_frame_loads_no_record_of_people(
    open_home: OpenHome, fill: Callable[[int], None], tmp_path: Path
) -> None:
    """With people on the board."""
    fill_people(open_home)
    for _ in range(2):
        ran = subprocess.run(
            [sys.executable, "-c", FIRST_FRAME, str(tmp_path)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "TERM": "xterm-256color"},
        )
    modules = set(ran.stdout.split())
    assert "givequest.domain.people.naming" in modules
    assert not {f"givequest.domain.records.{name}" for name in LATER} & modules
    assert "icalendar" not in modules
