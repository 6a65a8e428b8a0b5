"""The private names of Textual that givequest uses: all of them are here, for one version of Textual.

`tests/tui/test_textual_internals.py` names each, says where Textual has it, and finds any that is used elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rich.color import ColorSystem
from rich.console import RenderableType
from textual import constants, events
from textual._compositor import LayoutUpdate
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.driver import Driver
from textual.filter import ANSIToTruecolor, Monochrome, NoColor
from textual.keys import Keys
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from givequest.tui.compositor_internals import RowCompositor

if TYPE_CHECKING:  # neither is needed before a page asks for it
    from textual.widgets import Input

LONGEST_READ = 32
"""Characters of a sequence after which Textual's parser takes it for typed text."""


class SequenceReader:
    """Reads whole escape sequences as Textual does, without its guessing from the clock where one ends."""

    def __init__(self) -> None:
        self._parser = XTermParser()

    def keys(self, sequence: str, *, with_alt: bool = False) -> list[events.Key]:
        """Return the keys that a character or a sequence stands for; none where it stands for no key."""
        try:
            keys = list(self._parser._sequence_to_key_events(sequence, alt=with_alt))
        except (ValueError, OverflowError):  # a number that is no character, or the release of a key
            return []
        return [key for key in keys if key.key != Keys.Ignore]

    def events(self, sequence: str) -> list[Message]:
        """Return the events of a control sequence, keys or others; none where Textual does not know it."""
        if keys := self.keys(sequence):
            return [*keys]
        if len(sequence) > LONGEST_READ:
            return []
        parser = self._parser
        try:
            found = list(parser.feed(sequence))
        except (ValueError, ArithmeticError):  # a size of nothing
            found = []
        if found and parser._timeout_time is None:
            return found
        # It waits for more of a sequence that it does not know, and would make keys of it.
        self._parser = XTermParser()
        for name in ("last_x", "last_y", "mouse_pixels", "terminal_size", "terminal_pixel_size"):
            setattr(self._parser, name, getattr(parser, name))
        return []


class AppDriver(Driver):
    """A driver that can name what every driver is given."""

    @property
    def app(self) -> App[Any]:
        """The app that is drawn."""
        return self._app

    @property
    def wants_mouse(self) -> bool:
        """Whether the app is to hear of the mouse."""
        return self._mouse

    @wants_mouse.setter
    def wants_mouse(self, wants: bool) -> None:
        self._mouse = wants

    @property
    def size(self) -> tuple[int, int] | None:
        """Columns and lines before the first report of the terminal."""
        return self._size

    @size.setter
    def size(self, size: tuple[int, int]) -> None:
        self._size = size

    @property
    def restarts_itself(self) -> bool:
        """Whether it goes back to the app after a stop, and not to what the app has given the terminal to."""
        return self._auto_restart

    def panic(self, error: Exception) -> None:
        """Let the app close because of an error, from whatever thread."""
        self._app.call_later(self._app._handle_exception, error)


class TerminalApp(App[None]):
    """An app that knows what is on the terminal, and gives it back with a sentence when something goes wrong.

    A traceback would print what people wrote.
    """

    def last_words(self, error: BaseException | None) -> RenderableType:
        """Return what to print, having saved what can be saved."""
        raise NotImplementedError

    def frame_written(self, screen: Screen[Any]) -> None:
        """Take note that what a screen has rendered was given to the terminal."""

    def meant(self, event: events.Key) -> Iterable[str]:
        """Return the keys that a key which nothing is bound to may have been meant as."""
        return ()

    def unheard(self, event: events.Key) -> None:
        """Take note of a key that did nothing."""

    async def _on_key(self, event: events.Key) -> None:
        event.prevent_default()  # Textual's own would follow
        for key in (event.key, *self.meant(event)):
            if await self._check_bindings(key):
                return
        self.unheard(event)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if renderable is not None and self._running and not self._batch_count:
            if isinstance(renderable, LayoutUpdate):
                forget_repaints(screen)
            self.frame_written(screen)

    def run_on_terminal(self, *, mouse: bool) -> None:
        """Run the app, and give the terminal back whatever happens."""
        try:
            self.run(mouse=mouse)
        finally:
            if self._driver is not None:
                self._driver.stop_application_mode()  # for the second time where all went well

    def panic(self, *renderables: RenderableType) -> None:
        """Close, whatever Textual would have printed."""
        self._return_code = 1
        if not self._exit_renderables:
            self._exit_renderables.append(self.last_words(self._exception))
        self._close_messages_no_wait()

    def _fatal_error(self) -> None:
        self.panic()


class BatchedScreen(Screen[None]):
    """A screen that waits for the end of a batch before it draws: Textual would draw it, and throw that away.

    It also remembers which bindings a key can meet: Textual works that out anew for every key, twice.
    """

    def __init__(self) -> None:
        super().__init__()
        self._compositor = RowCompositor()
        self._chain: list[tuple[DOMNode, BindingsMap]] = []
        self._chain_for: tuple[object, ...] = ()

    def _compositor_refresh(self) -> None:
        if self.app._batch_count:
            self._dirty_widgets.add(self)
        else:
            super()._compositor_refresh()

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        focused = self.focused
        nodes = focused.ancestors_with_self if focused is not None else ()
        # A field takes letters before bindings do, unless it can only be read.
        takes = (getattr(focused, "read_only", None), getattr(focused, "tab_behavior", None))
        keymap = self.app._keymap
        known = self._chain_for
        if known and known[0] == nodes and known[1] == takes and known[2] is keymap:
            return self._chain
        chain = super()._binding_chain
        if focused is None or not focused.loading:
            self._chain, self._chain_for = chain, (nodes, takes, keymap)
        return chain


def forget_repaints(screen: Screen[Any]) -> None:
    """Forget what widgets wanted to have drawn before all of the screen was: Textual draws a new page twice."""
    for widget in screen._compositor.visible_widgets:
        widget._exchange_repaint_regions()


def has_suggestion(field: Input) -> bool:
    """Return whether a field offers the rest of what is typed."""
    return bool(field._suggestion)


def heed_no_color(app: App[Any], *, without_colour: bool) -> None:
    """Draw an app with colours or without: Textual takes an empty NO_COLOR for a wish, and greys for no colours."""
    app.no_color = without_colour
    coloured = [one for one in app._filters if not isinstance(one, (NoColor, Monochrome))]
    app._filters[:] = [NoColor()] if without_colour else coloured


def leave_terminal_colours(app: App[Any]) -> None:
    """Leave the terminal's own colours as they are where the app begins in a theme of these."""
    for one in app._filters:
        if isinstance(one, ANSIToTruecolor):
            one.enabled = not app.native_ansi_color


def draw_in_256_colours(app: App[Any]) -> None:
    """Draw an app in the colours of the palette where its console, by the name of the terminal, has found fewer.

    What a person has set in TEXTUAL_COLOR_SYSTEM stays.
    """
    if constants.COLOR_SYSTEM == "auto" and app.console.color_system == "standard":
        app.console._color_system = ColorSystem.EIGHT_BIT


def driver_of(app: App[Any]) -> Driver | None:
    """Return the driver of an app that has been run."""
    return app._driver


def screens_of(app: App[Any]) -> list[Screen[Any]]:
    """Return the screens of all modes, those below others too."""
    return [screen for stack in app._screen_stacks.values() for screen in stack]


def skip_restyling(screen: Screen[Any], app: App[Any]) -> None:
    """Let a screen that nobody has seen yet count as styled: otherwise all style sheets are read anew, twice."""
    screen._css_update_count = app._css_update_count


def draw_in_one_frame(screen: Screen[Any], *widgets: Widget) -> None:
    """Draw widgets that have changed with the next frame, all of them: by itself Textual begins with the first."""
    screen._dirty_widgets.update(widgets)
