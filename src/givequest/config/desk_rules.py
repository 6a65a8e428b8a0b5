"""The desk's rules: the packaged ones, and a person's own beside them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from hashlib import sha256

from givequest.cache.stamped import read_stamped, write_stamped
from givequest.config.decks import read_toml
from givequest.domain.desk.hint_rules import HintRule, HintRules, read_hint_rule
from givequest.domain.diagnostics import Diagnostic
from givequest.errors import GivequestError
from givequest.named_tuple import NamedTuple

PACKAGED = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "desk_rules")
_TABLE = re.compile(r"\s*\[\[\s*(rule|good)\s*\]\]")
_TRIALS_VERSION = 1


class _Placed(NamedTuple):
    """A rule, and where it was read."""

    rule: HintRule
    place: str


def load_hint_rules(
    user_folder: str, hushed: Iterable[str] = (), cache_file: str | None = None
) -> tuple[HintRules, list[Diagnostic]]:
    """Return all good rules, and a diagnostic for each rule or file of a person's own that can't be used.

    A person's own patterns are tried once each, in a process of its own: one that would take for ever is left out.

    Args:
        user_folder: Where a person's own rule files are; it need not exist.
        hushed: The ids of rules that are to stay silent.
        cache_file: Where it is kept which patterns have been tried; None tries them anew each time.

    Raises `GivequestError` where a packaged file can't be read.

    """
    packaged, problems = _read_files(PACKAGED)
    if problems:
        raise GivequestError(f"{problems[0]} Installing givequest again brings it back.")
    own, problems = _read_files(user_folder)
    slow = _slow_ones([placed.rule for placed in own], cache_file) if own else set()
    problems += [
        Diagnostic(own[position].place, "This rule is left out: with some texts its pattern never comes to an end.")
        for position in sorted(slow)
    ]
    quick = tuple(placed.rule for position, placed in enumerate(own) if position not in slow)
    rules = HintRules(tuple(placed.rule for placed in packaged))
    return rules.joined(quick).without(frozenset(hushed)), problems


def _slow_ones(rules: Sequence[HintRule], cache_file: str | None) -> set[int]:
    patterns = [
        (position, pattern.pattern, pattern.flags) for position, rule in enumerate(rules) for pattern in rule.patterns
    ]
    stamp = [_TRIALS_VERSION, sha256(repr([pattern[1:] for pattern in patterns]).encode()).hexdigest()]
    slow = read_stamped(cache_file, stamp) if cache_file else None
    if not isinstance(slow, list):
        from givequest.config.pattern_trial import slow_patterns

        slow = sorted(slow_patterns([pattern[1:] for pattern in patterns]))
        if cache_file:
            write_stamped(cache_file, stamp, slow)
    return {patterns[position][0] for position in slow if position in range(len(patterns))}


def _read_files(folder: str) -> tuple[list[_Placed], list[Diagnostic]]:
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".toml"))
    except OSError:
        return [], []
    rules: list[_Placed] = []
    problems: list[Diagnostic] = []
    for path in (os.path.join(folder, name) for name in names):
        document, text, problem = read_toml(path)
        if problem is not None:
            problems.append(problem)
            continue
        lines = {"rule": [0], "good": [0]}
        for number, line in enumerate(text.splitlines(), 1):
            if found := _TABLE.match(line):
                lines[found[1]].append(number)
        if not any(isinstance(document.get(name), list) for name in lines):
            problems.append(Diagnostic(path, "It holds no rules, written as [[rule]] tables; it's left out."))
        for name, numbers in lines.items():
            tables = document.get(name)
            for position, table in enumerate(tables if isinstance(tables, list) else (), 1):
                place = f"{path}, line {numbers[position] if position < len(numbers) else 1}"
                try:
                    rule = read_hint_rule(table if isinstance(table, dict) else {}, good=name == "good")
                    rules.append(_Placed(rule, place))
                except ValueError as error:
                    problems.append(Diagnostic(place, f"This rule is left out: {error}."))
    return rules, problems
