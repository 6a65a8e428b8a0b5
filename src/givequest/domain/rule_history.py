"""The history of the rules: what is stored of them, what of it holds on which day, and what an act adds to it.

No setting rewrites the past: on a day the rules of the latest record on or before it are in force, and before the
first record those of the first. Today has what the config wants, whether that is stored yet or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from givequest.domain.kinds import Kind
from givequest.domain.records import KindRules, RulesRecord, rules_id
from givequest.domain.rule_sets import RuleSet
from givequest.named_tuple import NamedTuple

IN_TURNS = 4
"""So many records in a row that want the same two things in turns are of two computers."""
IN_TURNS_WITHIN = 14
"""Days that these records lie apart at most."""

DatedSet = tuple[date, RuleSet]
"""A set of rules, and the day from which on it holds."""


class RulesChange(NamedTuple):
    """What an act stores of the rules, beside what was done."""

    puts: tuple[RulesRecord, ...] = ()
    drops: tuple[RulesRecord, ...] = ()


NO_CHANGE = RulesChange()


def rule_set_of(record: RulesRecord, built_in: Mapping[str, Kind]) -> RuleSet:
    """Return the rules of a record; what is not stored of a kind (its plant, its colour) is as built in."""
    order = [kind for kind in built_in if kind in record.kinds]
    order += [kind for kind in record.kinds if kind not in built_in]
    kinds, starts = {}, {}
    for identity in order:
        stored = record.kinds[identity]
        kind = built_in.get(identity) or Kind(identity, stored.name)
        kinds[identity] = kind._replace(
            name=stored.name, giving=stored.giving, schedule=stored.on, times=None if stored.on else stored.times
        )
        if stored.start is not None:
            starts[identity] = stored.start.toordinal()
    former = {
        identity: (built_in.get(identity) or Kind(identity, stored.name))._replace(
            name=stored.name, giving=stored.giving
        )
        for identity, stored in record.former.items()
    }
    return RuleSet(kinds, record.core, record.first_weekday, starts, former)


def record_of(rules: RuleSet, day: date, at: str) -> RulesRecord:
    """Return the record of rules that hold from a day on."""
    starts = {identity: date.fromordinal(ordinal) for identity, ordinal in rules.starts.items()}
    kinds = {
        kind.id: KindRules(
            kind.name, kind.giving, kind.schedule, None if kind.schedule else kind.times, starts.get(kind.id)
        )
        for kind in rules.kinds.values()
    }
    former = {kind.id: KindRules(kind.name, kind.giving) for kind in rules.former.values()}
    return RulesRecord(rules_id(day), day, at, rules.core, kinds, rules.first_weekday, former)


def sets_in_force(stored: Sequence[DatedSet], wanted: RuleSet | None, today: date) -> list[DatedSet]:
    """Return the sets of rules with the days from which on they hold, in their order; none where nobody knows any.

    `stored` are in order of their days; `wanted` is what the config wants to be due from today on, None where it has
    no opinion. What is stored for later days (a clock was ahead) holds where there is nothing else.
    """
    sets = [one for one in stored if one[0] <= today] or list(stored[:1])
    if wanted is not None and not (sets and sets[-1][1].terms == wanted.terms):
        before = [one for one in sets if one[0] < today]
        wanted = wanted._replace(former=_left(next((rules for day, rules in sets if day == today), None), wanted))
        first = [(today, rules) for _, rules in sets[:1]]  # on the days before it, what is stored first holds
        is_there = before and before[-1][1].terms == wanted.terms and not wanted.former
        sets = before if is_there else [*(before or first), (today, wanted)]
    forgotten = _forgotten((rules for _, rules in stored), [rules for _, rules in sets])
    if forgotten:
        day, last = sets[-1]
        sets[-1] = day, last._replace(former={**last.former, **forgotten})
    return sets


def change_of(
    records: Sequence[RulesRecord],
    wanted: RuleSet,
    built_in: Mapping[str, Kind],
    *,
    today: date,
    at: str,
    earliest: Callable[[], date | None],
) -> RulesChange:
    """Return what an act of today stores of the rules, where the config wants `wanted`; nothing where that is in force.

    `records` are those that are there, in order of their days; `at` is the time, `earliest` returns the first day
    that anything is recorded of, with the act. What earlier days had is stored before anything else is. Of a record
    that is replaced or dropped the kinds stay known: deeds may be of them.
    """
    before = [record for record in records if record.day < today]
    of_today = next((record for record in records if record.day == today), None)
    later = tuple(record for record in records if record.day > today)
    in_force = of_today or (before[-1] if before else None)
    is_in_force = in_force is not None and _wants(in_force, wanted, built_in)
    if is_in_force and not later:
        return NO_CHANGE
    previous = in_force or (later[0] if later else None)
    wanted = _with_starts(wanted, previous, today)
    puts: list[RulesRecord] = []
    if not (is_in_force or before) and (first := earliest()) is not None and first < today:
        puts.append(record_of(rule_set_of(previous, built_in) if previous else wanted, first, at))
    left = _left(rule_set_of(of_today, built_in) if of_today else None, wanted)
    wanted = wanted._replace(former=left)
    sets = [rule_set_of(record, built_in) for record in (*before, *puts)]
    forgotten = _forgotten((rule_set_of(record, built_in) for record in later), [*sets, wanted])
    wanted = wanted._replace(former={**left, **forgotten})
    last = in_force if is_in_force else before[-1] if before else next(iter(puts), None)
    if last is not None and _wants(last, wanted, built_in) and not (forgotten if is_in_force else wanted.former):
        return RulesChange(tuple(puts), later if is_in_force or of_today is None else (*later, of_today))
    return RulesChange((*puts, record_of(wanted, today, at)), later)


def knowing(
    records: Sequence[RulesRecord], logged: Iterable[str], kinds: Callable[[], Mapping[str, Kind | KindRules]]
) -> tuple[RulesRecord, ...]:
    """Return the latest of some records, in order of their days, so that it knows the kinds of what is logged.

    Nothing where all of them are known, by any of the records, or where there are none. `kinds` says what a kind is
    that is not: so its deeds count by it, though no day's rules ever have it.
    """
    unknown = [kind for kind in logged if not any(kind in record.kinds or kind in record.former for record in records)]
    if not (records and unknown):
        return ()
    found = kinds()
    former = {kind: KindRules(found[kind].name, found[kind].giving) for kind in unknown if kind in found}
    latest = records[-1]
    return (latest._replace(former={**latest.former, **former}),) if former else ()


def _left(replaced: RuleSet | None, rules: RuleSet) -> dict[str, Kind]:
    """Return the kinds that rules knew and that others, which hold from the same day on in their place, do not have."""
    known = replaced.known if replaced else {}
    return {identity: kind for identity, kind in known.items() if identity not in rules.kinds}


def _forgotten(known: Iterable[RuleSet], left: Sequence[RuleSet]) -> dict[str, Kind]:
    """Return the kinds that some sets of rules know and none of those that are left does."""
    still = {identity for rules in left for identity in rules.known}
    return {identity: kind for identity, kind in known_kinds(known).items() if identity not in still}


def _with_starts(wanted: RuleSet, previous: RulesRecord | None, today: date) -> RuleSet:
    """Return rules with the days that schedules are in step with: today, unless that very text was there before."""
    starts = {}
    for kind in wanted.kinds.values():
        if kind.schedule is not None:
            from givequest.domain.schedule import is_anchored  # with dateutil behind it, for those who have a schedule

            known = previous.kinds.get(kind.id) if previous else None
            if is_anchored(kind.schedule):
                start = today
                if previous is not None and known is not None and known.on == kind.schedule:
                    start = known.start or previous.day
                starts[kind.id] = start.toordinal()
    return wanted._replace(starts=starts)


def _wants(record: RulesRecord, rules: RuleSet, built_in: Mapping[str, Kind]) -> bool:
    same: bool = rule_set_of(record, built_in).terms == rules.terms
    return same


def known_kinds(sets: Iterable[RuleSet]) -> dict[str, Kind]:
    """Return every kind by its id as the latest of some sets of rules has it; `sets` are in order of their days."""
    found: dict[str, Kind] = {}
    for rules in reversed(list(sets)):
        found |= {identity: kind for identity, kind in rules.known.items() if identity not in found}
    return found


def kinds_known_by(records: Iterable[RulesRecord]) -> dict[str, KindRules]:
    """Return every kind by its id as the latest of some records has it; they are in order of their days."""
    return {identity: kind for record in records for identity, kind in (*record.former.items(), *record.kinds.items())}


def taken_in(incoming: Sequence[RulesRecord], there: Sequence[RulesRecord]) -> list[RulesRecord]:
    """Return which rules of a file an import takes: all where there are none, else those from before the first."""
    if not there:
        return list(incoming)
    first = min(record.day for record in there)
    return [record for record in incoming if record.day < first]


def are_in_turns(records: Sequence[RulesRecord], built_in: Mapping[str, Kind]) -> bool:
    """Return whether the latest records want two things in turns, as two computers with configs of their own do."""
    latest = records[-IN_TURNS:]
    if len(latest) < IN_TURNS or (latest[-1].day - latest[0].day).days > IN_TURNS_WITHIN:
        return False
    one, other, *rest = (rule_set_of(record, built_in).terms for record in latest)
    return one != other and rest == [one, other]
