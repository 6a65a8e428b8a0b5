"""`givequest stats`: a month of every series or a year of one, as text or as data."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date

from givequest.application.stats import Stats, seen_from, stats_document, stats_of
from givequest.cli.arguments import named_day
from givequest.cli.output import print_json, print_line
from givequest.composition import Home
from givequest.domain.days import MONTHS, format_month, parse_month
from givequest.domain.rules import BOARD, GIVING, SERIES_NAMES, Rules
from givequest.domain.text import clean_line
from givequest.errors import UsageError

EXAMPLE = "stats --year --series help"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--month", metavar="YYYY-MM", help="the month to show")
    parser.add_argument("--year", metavar="YYYY", nargs="?", const="", help="a year of one row (this year)")
    parser.add_argument("--series", metavar="NAME", help="the row to show for a year: giving, board or a kind (giving)")
    parser.add_argument("--as-of", metavar="DAY", help="as things were on a day; later records are ignored")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print it as JSON")
    form.add_argument("--short", action="store_true", help="one line, for a status bar")
    form.add_argument("--plain", action="store_true", help="in words, without symbols")


def run(arguments: Namespace, home: Home) -> int:
    """Print the stats."""
    game = home.game
    as_of = seen_from(game, named_day(arguments.as_of, game))
    if arguments.series is not None and arguments.year is None:
        raise UsageError("--series goes with --year, which shows a year of one row; a month shows all of them.")
    if arguments.year is not None:
        if arguments.month or arguments.json or arguments.short:
            raise UsageError("--year can't go with that; add only --series, --as-of or --plain.")
        _print_year(home, arguments.year, arguments.series or "giving", as_of, in_words=arguments.plain)
        return 0
    month = as_of if arguments.month is None else parse_month(arguments.month)
    if not (arguments.json or arguments.short or arguments.plain):
        _print_month(home, month, as_of)
        return 0
    stats = stats_of(game, as_of=as_of, month=month)
    if arguments.json:
        print_json(stats_document(stats))
    elif arguments.short:
        print_line(short_line(stats, with_numbers=home.settings.numbers))
    else:
        for line in stats_words(stats, home.game.rules, with_numbers=home.settings.numbers):
            print_line(line)
    return 0


def _print_month(home: Home, month: date, as_of: date) -> None:
    from givequest.application.charts import Charts
    from givequest.cli.terminal import print_drawn
    from givequest.presentation.charts.month import printed_month

    chart = home.game.derived(Charts).month(month, as_of)
    is_new = home.game.years.first() is None
    rules, numbers = home.game.rules, home.settings.numbers
    print_drawn(
        home,
        lambda paint, width: printed_month(chart, rules, width, paint, with_numbers=numbers, is_new=is_new),
    )


def _print_year(home: Home, year: str, series: str, today: date, *, in_words: bool) -> None:
    from givequest.application.charts import Charts

    if year and not (len(year) == 4 and year.isdecimal() and year.isascii() and int(year)):
        raise UsageError(f"{clean_line(year)[:40]} isn't a year; write it like {today.year}.")
    if series not in home.game.rules.series:
        raise UsageError(f"No row is called {clean_line(series)[:40]}; there are {', '.join(home.game.rules.series)}.")
    chart = home.game.derived(Charts).year(int(year or today.year), series, today)
    is_new = home.game.years.first() is None
    rules, numbers = home.game.rules, home.settings.numbers
    if in_words:
        from givequest.cli.year_text import year_words

        for line in year_words(chart, series, rules, with_numbers=numbers, is_new=is_new):
            print_line(line)
        return
    from givequest.cli.terminal import print_drawn
    from givequest.presentation.charts.year import printed_year

    print_drawn(
        home,
        lambda paint, width: printed_year(chart, series, rules, width, paint, with_numbers=numbers, is_new=is_new),
    )


def short_line(stats: Stats, *, with_numbers: bool) -> str:
    """Return where giving stands, in one line."""
    giving, board = stats.series[GIVING].streak, stats.series[BOARD].streak
    if not with_numbers:
        return stats.title
    return f"giving {giving.current} ({giving.warmth:.0%}), whole board {board.current}, level {stats.level}"


def stats_words(stats: Stats, rules: Rules, *, with_numbers: bool) -> list[str]:
    """Return the month in sentences: how many days were kept, or, without numbers, which."""
    month = MONTHS[stats.month.month - 1]
    lines = [f"{format_month(stats.month)}, as of {stats.as_of.isoformat()}."]
    for identity, series in stats.series.items():
        name = SERIES_NAMES.get(identity) or rules.known[identity].name
        streak, count = series.streak, len(series.kept)
        if with_numbers and not streak.total:
            lines.append(f"{name}: no day yet.")
        elif with_numbers:
            words = f"kept on {count} day{'' if count == 1 else 's'} of the month"
            lines.append(f"{name}: {words}, streak {streak.current}, best {streak.best}, warmth {streak.warmth:.0%}.")
        elif count:
            lines.append(f"{name}: kept on {month} {', '.join(str(day.day) for day in series.kept)}.")
        else:
            lines.append(f"{name}: open.")
    return lines
