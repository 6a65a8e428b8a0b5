"""A command line of plain words is taken apart without argparse, and to the same end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from givequest.cli.parser import parse
from givequest.cli.registry import find_command
from givequest.errors import UsageError

LOG = find_command("log")
WORDS = st.one_of(
    st.sampled_from(
        ("help", "Ana", "", "-m", "--", "--json", "-1", "--day", "today", "Zoë", "\udc80", "a b", "=", "@f")
    ),
    st.text(max_size=4),
)


@given(st.lists(WORDS, max_size=4))
def test_what_log_takes_apart_itself_is_what_argparse_makes_of_it(words: list[str]) -> None:
    """Words of any letters, and what looks like an option; what it does not take is left to argparse."""
    assert LOG is not None
    taken = LOG.plain(words)
    if taken is None:
        return
    try:
        parsed = parse(LOG, words)
    except UsageError as error:
        raise AssertionError(f"argparse refuses {words}") from error
    assert parsed is not None
    assert vars(taken) == vars(parsed)


def test_what_today_takes_apart_itself_is_what_argparse_makes_of_it() -> None:
    """No words at all."""
    today = find_command("today")
    assert today is not None
    parsed = parse(today, [])
    assert parsed is not None
    assert vars(today.plain([])) == vars(parsed)
    assert today.plain(["--json"]) is None


def test_the_commonest_command_lines_are_plain() -> None:
    """A kind, and a kind with a name; anything with an option is not."""
    assert LOG is not None
    assert LOG.plain(["help"]) is not None
    assert LOG.plain(["help", "Ana"]) is not None
    for words in (["help", "Ana", "-m", "a note"], ["--help"], ["help", "--", "-x"], [], ["help", "Ana", "Bo"]):
        assert LOG.plain(words) is None
