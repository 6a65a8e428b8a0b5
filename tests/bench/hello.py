"""The plainest Textual app there is: what launch and memory are compared with."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """A screen with two words on it."""

    def compose(self) -> ComposeResult:
        """Lay out the one widget."""
        yield Static("Hello, world")


if __name__ == "__main__":
    Hello().run()
