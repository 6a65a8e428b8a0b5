"""The question about yesterday, in a real terminal."""

from __future__ import annotations

from datetime import date, timedelta

from ..exported import facts_in
from .terminal import Terminal
from .test_a_morning import ESCAPE, GIVEQUEST, environment, home, run

__all__ = ["environment", "home"]


def test_only_a_question_that_was_seen_is_answered_and_n_is_no_answer(environment: dict[str, str]) -> None:
    """Whatever was typed before the first frame, and whatever else there is to tell."""
    today = date.today()
    run(environment, "log", "help", "--day", (today - timedelta(days=2)).isoformat())
    with Terminal([GIVEQUEST], environment) as terminal:
        terminal.send(b"ypyp")
        terminal.wait_for("Yesterday: nothing posted about yourself?  y nothing posted  p I posted")
        terminal.wait_for("A surprise")
        assert "Yesterday: nothing posted" in terminal.text
        terminal.press("n")
        terminal.wait_for("enter save")
        terminal.press(ESCAPE)
        terminal.wait_for(lambda text: "enter save" not in text)
        assert "Yesterday: nothing posted" in terminal.text
        terminal.press("p")
        terminal.wait_for(lambda text: "Yesterday: nothing posted" not in text)
        terminal.press("q")
        assert terminal.wait() == 0
    records = facts_in(run(environment, "export"))
    yesterday = (today - timedelta(days=1)).isoformat()
    assert [record["type"] for record in records if record["day"] == yesterday] == ["slip"]
