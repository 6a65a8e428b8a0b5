"""What is due, as a config file says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from givequest.config.writing import changed_config, quoted
from givequest.domain.days import WEEKDAYS
from givequest.domain.kinds import Kind
from givequest.domain.rule_sets import RuleSet


def fields_of(kind: Kind, built_in: Kind | None) -> dict[str, Any]:
    """Return the fields of a kind's table, as far as it is not as built in; `built_in` is None for a person's own."""
    fields: dict[str, Any] = {}
    if built_in is None or kind.name != built_in.name:
        fields["name"] = kind.name
    if built_in is None:
        fields["giving"] = kind.giving
    if kind.schedule is not None:
        fields["on"] = kind.schedule
    elif kind.times is not None:
        fields["times"] = kind.times
    return fields


def with_rules(text: str, rules: RuleSet, built_in: Mapping[str, Kind]) -> str:
    """Return the text of a config file, which has no tables yet, with what is due at its end."""
    if rules.first_weekday:
        text = changed_config(text, "first_weekday", WEEKDAYS[rules.first_weekday])
    tables = [f"[board]\ncore = [{', '.join(map(quoted, rules.core))}]\n"]
    for kind in rules.kinds.values():
        fields = fields_of(kind, built_in.get(kind.id))
        if fields:
            tables.append("".join([f"[quests.{kind.id}]\n", *map(_line, fields.items())]))
    return f"{text}\n" * bool(text) + "\n".join(tables)


def _line(field: tuple[str, Any]) -> str:
    name, value = field
    return f"{name} = {quoted(value) if isinstance(value, str) else str(value).lower()}\n"
