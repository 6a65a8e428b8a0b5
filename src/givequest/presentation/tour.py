"""What the demo's tour says on each page."""

from __future__ import annotations

from givequest.named_tuple import NamedTuple


class Stop(NamedTuple):
    """A page, and the one sentence said on it; the keys it names stand as ids of commands in braces."""

    page: str
    """The id of the command that goes there."""
    words: str


STOPS = (
    Stop("page.today", "A demo: two made-up years, gone when you leave. Any key ends this tour."),
    Stop("page.today", "Today: a few small cards. Do one, press {quest.done}, get on with your day."),
    Stop("page.journal", "Journal: a page a day; {journal.release} lets an expectation go, letter by letter."),
    Stop("page.charts", "Charts: streaks that forgive, and a month of giving at a glance."),
    Stop("page.forest", "Forest: every deed grows something here, and nothing withers."),
    Stop("page.people", "People: whoever you have in mind. Nobody's ever owed a word."),
    Stop("page.desk", "Desk: where a message is written, beside a mirror. You send it yourself."),
)
STEP_BY_STEP = "A demo: two made-up years, gone when you leave. Any key goes on; esc ends it."
"""Said first where nothing moves by itself."""
THE_END = "That's the house. Look round; {app.help} shows every key, and nothing here is kept."
