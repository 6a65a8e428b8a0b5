"""The one list of commands: keys, key strip, help, palette and `givequest keys` all come from here.

A command with the id `quest.done` is carried out by the method `action_quest_done` of
the page (or the app) it belongs to. This module knows nothing of Textual, so that the
command line can print the list.
"""

from __future__ import annotations

from collections.abc import Iterable

from givequest.named_tuple import NamedTuple

EVERYWHERE = "everywhere"
TODAY, JOURNAL, CHARTS, FOREST = "today", "journal", "charts", "forest"
PEOPLE, DESK = "people", "desk"
NOTICEBOARD = "noticeboard"
"""A page without a digit: it is gone to from the others, and left for them."""
PAGES = (TODAY, JOURNAL, CHARTS, FOREST, PEOPLE, DESK)
"""The pages, in the order of their digits."""


_MOVES = {"up", "down", "left", "right", "pageup", "pagedown", "escape"}


class Command(NamedTuple):
    """Something that a key does."""

    id: str
    keys: tuple[str, ...]
    """The default keys, by Textual's names; the first is the one that is shown."""
    title: str
    """A word or two, for the key strip and the palette."""
    help: str
    """What it does, in a sentence."""
    page: str = EVERYWHERE
    in_strip: bool = False
    """Whether the key strip shows it; at most seven of a page are."""

    @property
    def in_palette(self) -> bool:
        """Whether the palette offers it: a move, or an answer, is of use only as a key."""
        return self.keys[0] not in _MOVES and not self.id.startswith("answer.")

    @property
    def action(self) -> str:
        """The name of the method that carries it out, without `action_`."""
        return self.id.replace(".", "_").replace("-", "_")


COMMANDS: tuple[Command, ...] = (
    Command("quest.done", ("space",), "done", "Log a deed for this quest; again for one more.", TODAY, True),
    Command("quest.log", ("enter",), "log", "Log it with a name, a note and the effort.", TODAY, True),
    Command("quest.redraw", ("r",), "swap", "Swap this card for another.", TODAY, True),
    Command("day.rest", ("x",), "day off", "Take the day off, or take that back.", TODAY, True),
    Command("day.slip", ("s",), "posted", "Note that you posted about yourself, or take that back.", TODAY),
    Command("quest.unname", ("z",), "rest name", "Rest the name on the card: today, a month, aside.", TODAY),
    Command("answer.yes", ("y",), "nothing posted", "Answer yes: nothing posted about yourself yesterday.", TODAY),
    Command("answer.no", ("p",), "I posted", "Answer no: you did post.", TODAY),
    Command("quest.write", ("w",), "write", "Write a message for the chosen quest, at the desk.", TODAY),
    Command("deed.new", ("n",), "new", "Log any other good deed.", TODAY),
    Command("deed.edit", ("e",), "edit", "Change the deed's name, note or effort.", TODAY),
    Command("deed.delete", ("d",), "delete", "Delete the deed; undo brings it back.", TODAY),
    Command("cursor.up", ("up", "k"), "up", "Move up.", TODAY),
    Command("cursor.down", ("down", "j"), "down", "Move down.", TODAY),
    Command("day.previous", ("left_square_bracket", "left", "h", "pageup"), "day back", "Go to the day before.", TODAY),
    Command("day.next", ("right_square_bracket", "right", "l", "pagedown"), "day on", "Go to the day after.", TODAY),
    Command("day.today", ("t",), "today", "Go back to today.", TODAY),
    Command("day.go", ("o",), "go to day", "Go to a day: in words, like last friday, or from a calendar.", TODAY),
    Command("day.catch-up", ("c",), "catch up", "Tick what you gave on the days before today.", TODAY),
    Command("chart.previous", ("left_square_bracket", "pageup"), "back", "A month or year earlier.", CHARTS, True),
    Command("chart.next", ("right_square_bracket", "pagedown"), "on", "A month or year later.", CHARTS, True),
    Command("chart.span", ("y",), "month/year", "Switch between month, year and your posts.", CHARTS, True),
    Command("chart.open", ("enter",), "open day", "Open the chosen day on Today.", CHARTS, True),
    Command("chart.up", ("up", "k"), "up", "Up a row; in a year, the day before.", CHARTS),
    Command("chart.down", ("down", "j"), "down", "Down a row; in a year, the day after.", CHARTS),
    Command("chart.left", ("left", "h"), "left", "Move a day back; in a year, a week.", CHARTS),
    Command("chart.right", ("right", "l"), "right", "Move a day on; in a year, a week.", CHARTS),
    Command("chart.series", ("tab",), "next row", "Choose the next row, in a month or a year.", CHARTS),
    Command("chart.series-back", ("shift+tab",), "row before", "Choose the row before.", CHARTS),
    Command("chart.bring", ("a",), "bring along", "Bring another tracker's history, or your own posts.", CHARTS),
    Command("chart.now", ("t",), "now", "Go back to today.", CHARTS),
    Command("chart.save", ("w",), "save", "Save the picture, or a card to share.", CHARTS),
    Command("forest.replay", ("space",), "watch it grow", "Watch it grow from day one; again stops.", FOREST, True),
    Command("forest.previous", ("left_square_bracket", "left", "h", "pageup"), "month back", "A month back.", FOREST),
    Command("forest.next", ("right_square_bracket", "right", "l", "pagedown"), "month on", "A month on.", FOREST),
    Command("forest.now", ("t",), "today", "See it as of today.", FOREST),
    Command("forest.words", ("v",), "words", "Switch between picture and words.", FOREST, True),
    Command("forest.shelf", ("s",), "shelf", "Switch between the picture and the shelf of surprises.", FOREST, True),
    Command("forest.story", ("r",), "story", "Read the story that your quiet days have told so far.", FOREST, True),
    Command("forest.up", ("up", "k"), "up", "Move up in the words.", FOREST),
    Command("forest.down", ("down", "j"), "down", "Move down in the words.", FOREST),
    Command("forest.save", ("w",), "save", "Save the picture, or a card to share.", FOREST),
    Command("journal.write", ("enter",), "write", "Write on this page.", JOURNAL, True),
    Command("journal.find", ("slash",), "search", "Search everything written, as you type.", JOURNAL, True),
    Command("journal.release", ("r",), "release", "Let an expectation go; its words are never saved.", JOURNAL, True),
    Command("journal.gift", ("g",), "gift", "Note something good that came out of the blue.", JOURNAL, True),
    Command("journal.day", ("o",), "go to day", "Go to a day or month, like last friday or 2026-03.", JOURNAL),
    Command("journal.prompt", ("p",), "prompt", "Ask me something else.", JOURNAL),
    Command("journal.letter", ("m",), "letter", "Write the month's letter, around its end.", JOURNAL),
    Command("journal.hush", ("n",), "not again", "Don't bring this old page back by itself.", JOURNAL),
    Command("journal.delete", ("d",), "delete", "Delete the page; undo brings it back.", JOURNAL),
    Command("journal.up", ("up", "k"), "up", "Move up.", JOURNAL),
    Command("journal.down", ("down", "j"), "down", "Move down.", JOURNAL),
    Command("journal.previous", ("left_square_bracket", "left", "h"), "back", "Go to the month before.", JOURNAL),
    Command("journal.next", ("right_square_bracket", "right", "l"), "on", "Go to the month after.", JOURNAL),
    Command("journal.now", ("t",), "today", "Go back to today.", JOURNAL),
    Command("journal.page-up", ("pageup",), "scroll up", "Scroll up.", JOURNAL),
    Command("journal.page-down", ("pagedown", "space"), "scroll down", "Scroll down.", JOURNAL),
    Command("journal.leave", ("escape",), "done", "Leave the page or the search.", JOURNAL),
    Command("person.word", ("space",), "log", "Log a word to whoever is chosen, for today.", PEOPLE, True),
    Command("person.open", ("enter",), "open", "Read one of them; there again to log with a note.", PEOPLE, True),
    Command("person.find", ("slash",), "find", "Find a name among people and books, as you type.", PEOPLE, True),
    Command("person.new", ("n",), "new", "Write down someone new, in one line.", PEOPLE, True),
    Command("person.move", ("m",), "place", "Place them: close, faded, edge, wall, aside, or none of it.", PEOPLE),
    Command("person.write", ("w",), "write", "Write a message to them, at the desk.", PEOPLE),
    Command("person.introduce", ("i",), "introduce", "Log that you introduced them to someone.", PEOPLE),
    Command("person.rest", ("z",), "rest", "Name them no more for 30 days; again 90, a year, as before.", PEOPLE),
    Command("person.gentle", ("y",), "gentle", "In grief or illness: no congratulation, no date on Today.", PEOPLE),
    Command("person.mark", ("v",), "choose several", "Choose them together with others, for what comes next.", PEOPLE),
    Command("person.join", ("plus",), "join", "Make one person of two chosen; take a find out of its book.", PEOPLE),
    Command("person.edit", ("e",), "edit", "Change what's written about them.", PEOPLE),
    Command("person.delete", ("d",), "delete", "Take them off; deeds keep the name, undo brings them back.", PEOPLE),
    Command("person.view", ("tab",), "view", "Mine, not placed, dates, address books, in turn.", PEOPLE),
    Command("person.order", ("o",), "order", "By name, quietest first, nearest date first.", PEOPLE),
    Command("person.books", ("a",), "address books", "Bring an address book: LinkedIn, phone, mail.", PEOPLE),
    Command("person.cover", ("full_stop",), "cover", "Cover all names until pressed again.", PEOPLE),
    Command("person.up", ("up", "k"), "up", "Move up.", PEOPLE),
    Command("person.down", ("down", "j"), "down", "Move down.", PEOPLE),
    Command("person.page-up", ("pageup",), "page up", "Move up by a page.", PEOPLE),
    Command("person.page-down", ("pagedown",), "page down", "Move down by a page.", PEOPLE),
    Command("person.leave", ("escape",), "back", "Go back to the list.", PEOPLE),
    Command("desk.write", ("enter",), "write", "Write on, or begin a message where there is none.", DESK, True),
    Command("desk.send", ("space",), "copied and sent", "Copy the message, and log the deed.", DESK, True),
    Command("desk.finish", ("ctrl+s",), "copied and sent", "The same, while you write.", DESK),
    Command("desk.copy", ("c",), "copy", "Copy the message; nothing is logged yet.", DESK, True),
    Command("desk.new", ("n",), "new", "Begin another message.", DESK, True),
    Command("desk.about", ("a",), "who", "Say whom it's for, and which kind of good deed it is.", DESK),
    Command("desk.keep", ("p",), "keep", "Keep it as a page of today's journal, and send nothing.", DESK),
    Command("desk.throw", ("d",), "throw away", "Throw the message away; again takes it back.", DESK),
    Command("desk.hush", ("x",), "hush", "Never say the first hint again.", DESK),
    Command("desk.editor", ("e",), "editor", "Write it in your own editor.", DESK),
    Command("desk.up", ("up", "k"), "up", "Go to the draft above.", DESK),
    Command("desk.down", ("down", "j"), "down", "Go to the draft below.", DESK),
    Command("desk.leave", ("escape",), "done", "Stop writing; the draft stays.", DESK),
    Command("spot.done", ("space",), "done", "Log the good deed that does it.", NOTICEBOARD, True),
    Command("spot.log", ("enter",), "log", "Log it with a note.", NOTICEBOARD, True),
    Command("spot.add", ("n",), "new", "Write down something you noticed.", NOTICEBOARD, True),
    Command("spot.rest", ("z",), "rest", "Rest it for a week; again a month, three, not at all.", NOTICEBOARD, True),
    Command("spot.let-be", ("d",), "let be", "Let it be, or take that back.", NOTICEBOARD),
    Command("spot.write", ("w",), "write", "Write the message for it, at the desk.", NOTICEBOARD),
    Command("spot.cover", ("full_stop",), "cover", "Cover all names until pressed again.", NOTICEBOARD),
    Command("spot.up", ("up", "k"), "up", "Move up.", NOTICEBOARD),
    Command("spot.down", ("down", "j"), "down", "Move down.", NOTICEBOARD),
    Command("spot.page-up", ("pageup",), "page up", "Move up by a page.", NOTICEBOARD),
    Command("spot.page-down", ("pagedown",), "page down", "Move down by a page.", NOTICEBOARD),
    Command("spot.leave", ("escape",), "back", "Go back to where you came from.", NOTICEBOARD),
    Command("change.undo", ("u",), "undo", "Undo the latest change; again, the one before.", EVERYWHERE, True),
    Command("change.redo", ("ctrl+r",), "redo", "Redo what you undid."),
    Command("change.history", ("ctrl+u",), "history", "See what you changed and when, and undo any of it."),
    Command("page.today", ("1",), "Today", "Go to the board of the day."),
    Command("page.journal", ("2",), "Journal", "Go to the journal."),
    Command("page.charts", ("3",), "Charts", "Go to the charts of months and years."),
    Command("page.forest", ("4",), "Forest", "Go to the forest your deeds have grown."),
    Command("page.people", ("5",), "People", "Go to the people you have in mind."),
    Command("page.desk", ("6",), "Desk", "Go to the desk, where a message is written."),
    Command("page.noticeboard", ("b",), "noticeboard", "Go to the noticeboard: what you noticed about people."),
    Command("spot.new", ("f",), "found", "Write down something you noticed about someone."),
    Command("app.help", ("question_mark", "f1"), "help", "Show every key of this page.", EVERYWHERE, True),
    Command("app.theme", ("f3",), "theme", "Choose a theme; each is tried on as you move."),
    Command("app.settings", ("comma",), "settings", "Change settings (this edits your config file)."),
    Command("app.palette", ("ctrl+p", "colon"), "palette", "Find a command by its name."),
    Command("app.suspend", ("ctrl+z",), "to the shell", "Suspend to the shell; fg comes back."),
    Command("app.leave", ("q", "ctrl+q"), "quit", "Quit. Everything is saved.", EVERYWHERE, True),
)  # fmt: skip

SHOWN_KEYS = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "escape": "esc", "pageup": "pgup", "pagedown": "pgdn",
    "left_square_bracket": "[", "right_square_bracket": "]", "question_mark": "?", "slash": "/", "comma": ",",
    "full_stop": ".", "minus": "-", "plus": "+", "semicolon": ";", "colon": ":", "apostrophe": "'",
    "quotation_mark": '"', "exclamation_mark": "!", "asterisk": "*", "equals_sign": "=", "less_than_sign": "<",
    "greater_than_sign": ">", "number_sign": "#", "underscore": "_", "tilde": "~",
}  # fmt: skip
"""Keys as people write them, by Textual's names; the keymap reads them as well."""


def key_name(shown: str) -> str:
    """Return Textual's name of a key that people write so; empty for several keys, or none."""
    names = {written: name for name, written in SHOWN_KEYS.items()}
    return "" if " " in shown else names.get(shown, shown)


def commands_of(page: str) -> list[Command]:
    """Return the commands of a page and those of every page."""
    return [command for command in COMMANDS if command.page in (page, EVERYWHERE)]


def shown_key(key: str, *, in_ascii: bool = False) -> str:
    """Return a key as people write it; arrows are words where there are no others than ASCII signs."""
    *modifiers, name = key.split("+")
    shown = SHOWN_KEYS.get(name, name)
    return "+".join([*modifiers, name if in_ascii and not shown.isascii() else shown])


def shown_keys(keys: Iterable[str], *, in_ascii: bool = False) -> str:
    """Return all keys of a command as people write them."""
    return " ".join(shown_key(key, in_ascii=in_ascii) for key in keys)
