"""Whatever a config file looks like, changing one setting changes that setting, and no comment is lost."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from givequest.config.writing import changed_config

_LINES = {
    "top": [
        "# words about it",
        "",
        "   ",
        "#theme = 'hearth'",
        "# theme = 'x'  # y",
        "grace = 2",
        "numbers = false  # hidden",
    ],
    "board": ["# words", "core = [\n  'help',  # one\n  'quiet',\n]", "#theme = 'party'", "#grace = 7"],
    "keys": ['"quest.done" = "g"', "'page.today' = '''\nf5'''", "# the end", "#numbers = true"],
}
_VALUES = st.sampled_from(
    [("theme", "forest"), ("theme", 'a "b" \\ c'), ("grace", 3), ("numbers", True), ("numbers", False)]
)


@st.composite
def configs(draw: st.DrawFn) -> str:
    """Return a config file as people leave them: in parts, with comments in all places."""

    def some(part: str) -> list[str]:
        return draw(st.lists(st.sampled_from(_LINES[part]), max_size=5, unique=True))

    lines = some("top")
    for part in draw(st.permutations(["board", "keys"])):
        if draw(st.booleans()):
            lines += [f"[{part}]  # {part}", *some(part)]
    if draw(st.booleans()):
        lines += ["[quests.mentor]", "name = 'Mentor'"]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines).replace("\r\n", "\n").replace("\n", end) + (end if draw(st.booleans()) else "")


@given(configs(), _VALUES)
def test_one_setting_changes_and_nothing_else_does(text: str, change: tuple[str, str | int | bool]) -> None:
    """The file reads as before but for it, every line of comment but the one put to use is there, in order."""
    key, value = change
    changed = changed_config(text, key, value)
    assert tomllib.loads(changed) == {**tomllib.loads(text), key: value}
    before = [line.strip() for line in text.splitlines() if line.strip().startswith("#")]
    after = [line.strip() for line in changed.splitlines() if line.strip().startswith("#")]
    put_to_use = [line for line in before if line.lstrip("# ").startswith(key)]
    assert len(after) >= len(before) - 1
    assert [line for line in before if line not in put_to_use] == [line for line in after if line not in put_to_use]


@given(configs(), _VALUES, _VALUES)
def test_a_change_made_twice_is_made_once(
    text: str, first: tuple[str, str | int | bool], second: tuple[str, str | int | bool]
) -> None:
    """The same value again leaves the text as it is; by way of another value it comes to the same."""
    once = changed_config(text, *second)
    assert changed_config(once, *second) == once
    if first[0] == second[0]:
        assert tomllib.loads(changed_config(changed_config(text, *first), *second)) == tomllib.loads(once)
