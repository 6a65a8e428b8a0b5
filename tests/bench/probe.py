"""The plainest Textual app that answers a key: one widget that redraws one of its lines."""

from rich.segment import Segment
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Lines(Widget, can_focus=True):
    """A line that tells how many keys were pressed."""

    presses = 0

    def render_line(self, y: int) -> Strip:
        """Return a line of the widget."""
        return Strip([Segment(f"Probe, {self.presses:05} keys" if y == 0 else "")])

    def on_key(self, event: events.Key) -> None:
        """Count a key."""
        self.presses += 1
        self.refresh(Region(0, 0, self.size.width, 1))


class Probe(App[None]):
    """A screen with that one widget on it."""

    def compose(self) -> ComposeResult:
        """Lay out the one widget."""
        yield Lines()


if __name__ == "__main__":
    Probe().run()
