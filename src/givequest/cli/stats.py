"""`givequest stats`: a month of every series, as text or as data."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import timedelta

from givequest.application.stats import Stats, stats_document, stats_of
from givequest.cli.output import print_json, print_line
from givequest.domain.days import MONTHS, days_in_month, parse_day, parse_month
from givequest.opening import Home


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--month", metavar="YYYY-MM", help="the month to show")
    parser.add_argument("--as-of", metavar="DAY", help="as things stood on a day; later records are ignored")
    parser.add_argument("--json", action="store_true", help="print it as JSON")
    parser.add_argument("--short", action="store_true", help="one line, for a status bar")
    parser.add_argument("--plain", action="store_true", help="in words, without signs")


def run(arguments: Namespace, home: Home) -> int:
    """Print the stats."""
    as_of = parse_day(arguments.as_of, home.game.today()) if arguments.as_of else None
    month = parse_month(arguments.month) if arguments.month else None
    stats = stats_of(home.game, as_of=as_of, month=month)
    numbers = home.settings.numbers
    if arguments.json:
        print_json(stats_document(stats))
    elif arguments.short:
        print_line(short_line(stats, with_numbers=numbers))
    else:
        for line in stats_words(stats, numbers) if arguments.plain else stats_lines(stats, with_numbers=numbers):
            print_line(line)
    return 0


def short_line(stats: Stats, *, with_numbers: bool) -> str:
    """Return where giving stands, in one line."""
    giving, board = stats.series["giving"].streak, stats.series["board"].streak
    if not with_numbers:
        return stats.title
    return f"giving {giving.current} ({giving.warmth:.0%}), board {board.current}, level {stats.level}"


def stats_lines(stats: Stats, *, with_numbers: bool) -> list[str]:
    """Return the month as rows of days: `=` kept, `r` rest, `.` empty."""
    first = stats.month
    days = [first + timedelta(days=number) for number in range(days_in_month(first))]
    lines = [f"{MONTHS[first.month - 1]} {first.year}", " " * 14 + "".join(str(day.day % 10) for day in days)]
    for name, series in stats.series.items():
        kept = set(series.kept)
        row = "".join(
            "=" if day in kept else "r" if day in stats.rest else " " if day > stats.as_of else "." for day in days
        )
        streak = series.streak
        tail = f"  {streak.current:>3} / {streak.best:<3} {streak.warmth:>4.0%}" if with_numbers else ""
        lines.append(f"{name[:13]:<14}{row}{tail}".rstrip())
    lines.append("= kept   . empty   r rest" + ("   current / best, warmth" if with_numbers else ""))
    return lines


def stats_words(stats: Stats, with_numbers: bool) -> list[str]:
    """Return the month in sentences."""
    lines = [f"{MONTHS[stats.month.month - 1]} {stats.month.year}, as of {stats.as_of.isoformat()}."]
    for name, series in stats.series.items():
        streak = series.streak
        count = len(series.kept)
        words = f"kept on {count} day{'' if count == 1 else 's'} of the month"
        figures = (
            f", {streak.current} in a row, at best {streak.best}, warmth {streak.warmth:.0%}" if with_numbers else ""
        )
        lines.append(f"{name}: {words}{figures}.")
    return lines
