"""No setting rewrites the past, and an export comes to the same in a fresh home, whatever configs there were."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from givequest.application.data.import_export import export_lines, read_import, save_import
from givequest.application.deeds import log_deed, log_slip, rest
from givequest.application.game.game import Game
from givequest.application.stats import stats_document, stats_of
from givequest.composition import open_home
from givequest.config.paths import find_paths

from ..conftest import Clock

CONFIGS = (
    None,
    "",
    'grace = 1\n[board]\ncore = ["help", "listen"]\n',
    '[quests.mentor]\nname = "Mentor"\ntimes = 2\n',
    '[quests.mentor]\ngiving = false\n[quests.help]\non = "FREQ=DAILY;INTERVAL=2"\n[board]\ncore = ["mentor"]\n',
    'first_weekday = "sunday"\n[quests.quiet]\ntimes = 4\n[quests.listen]\non = "FREQ=DAILY;COUNT=4"\n',
    '[quests.introduce]\non = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"\n',
    "[board\n",
)
KINDS = ("help", "quiet", "listen", "introduce", "mentor")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(CONFIGS),
        st.sampled_from((0, 0, 0, 1, 2, 5)),  # days until then
        st.lists(st.sampled_from([*KINDS, "slip", "rest"]), max_size=3),
        st.integers(0, 3),  # days back
    ),
    min_size=1,
    max_size=8,
)


SAME_DAY = [(CONFIGS[3], 1, ["mentor", "help"], 0), (CONFIGS[3], 0, ["mentor"], 2), ("", 0, ["listen"], 0)]
"""A kind comes and goes within a day, with deeds of it."""
COMES_BACK = [*SAME_DAY, (CONFIGS[4], 1, ["mentor"], 1), (None, 0, ["quiet"], 0)]


def opened(folder: str, clock: Clock) -> Game:
    """Return the game of a home, without cards: no number depends on them."""
    return open_home(find_paths(folder), clock, with_cards=False).game


def seen_on(game: Game, day: datetime) -> dict[str, Any]:
    """Return where everything stood on a day; of what nobody knew of then, nothing was kept."""
    document = stats_document(stats_of(game, as_of=day.date()))
    series = {name: found for name, found in document["series"].items() if found["total"]}
    return {**document, "series": series}


def act(game: Game, what: str, day: datetime) -> None:
    """Log something for a day, if there is such a kind."""
    if what == "slip":
        log_slip(game, day.date())
    elif what == "rest":
        rest(game, day.date(), day.date())
    elif what in game.kinds:
        log_deed(game, what, day.date())


def redefines(text: str | None, earlier: str | None) -> bool:
    """Return whether a config says of a kind that is known already by another whether something is given by it."""
    vow = "giving = false"
    return all("mentor" in (one or "") for one in (text, earlier)) and (vow in str(text)) != (vow in str(earlier))


@settings(max_examples=40)
@given(STEPS)
@example(SAME_DAY)
@example(COMES_BACK)
@example([*SAME_DAY, (CONFIGS[1], 3, [], 0), (CONFIGS[2], 0, ["help"], 3)])
def test_no_setting_rewrites_the_past_and_an_export_takes_it_along(steps: list[Any]) -> None:
    """What stood on any day that is over stands so by every later config, and in a fresh home without any.

    Nor does a deed stop counting as its kind leaves the config, if on the day it came. Which of two things a kind is
    that is made another within a day is decided when the day is over, so that is not tried.
    """
    start = datetime(2026, 11, 23, 8, tzinfo=timezone(timedelta(hours=1)))
    clock = Clock(start)
    seen: dict[datetime, dict[str, Any]] = {}
    steps = [(None, 0, ["quiet"], 0), *steps]  # before a first one by a config that is clear there is nothing to keep
    with tempfile.TemporaryDirectory() as folder:
        home = f"{folder}/home"
        config = Path(find_paths(home).config_file)
        of_today: list[str | None] = []
        deeds: dict[str, set[datetime]] = {}
        for text, days, acts, back in steps:
            clock.move(days=days)
            of_today = [] if days else of_today
            if any(redefines(text, earlier) for earlier in of_today):
                continue
            of_today.append(text)
            config.parent.mkdir(parents=True, exist_ok=True)
            if text is not None:
                config.write_text(text)
            elif config.exists():
                os.remove(config)
            game = opened(home, clock)
            for day, was in seen.items():
                if day < clock.now:
                    assert seen_on(game, day) == was, day
            for what in acts:
                act(game, what, clock.now - timedelta(days=back))
                if what in game.kinds and what != "quiet":  # which a slip may take back
                    deeds.setdefault(what, set()).add(clock.now - timedelta(days=back))
            game = opened(home, clock)
            series = seen_on(game, clock.now)["series"]
            assert {kind: series[kind]["total"] for kind in deeds} == {kind: len(days) for kind, days in deeds.items()}
            first = start - timedelta(days=4)
            days_over = (clock.now - first).days + bool(acts)  # today is over once something was done on it
            seen = {day: seen_on(game, day) for day in (first + timedelta(number) for number in range(days_over))}
        game = opened(home, clock)
        log_deed(game, "help")
        there = opened(f"{folder}/there", clock)
        incoming = read_import(there, list(export_lines(game)), "in")
        assert incoming.problems == ()
        save_import(there, incoming)
        config.unlink(missing_ok=True)
        here, there = opened(home, clock), opened(f"{folder}/there", clock)
        assert list(export_lines(there)) == list(export_lines(here))
        assert stats_document(stats_of(there)) == stats_document(stats_of(here))
        for day in seen:
            assert stats_document(stats_of(there, as_of=day.date())) == stats_document(stats_of(here, as_of=day.date()))
