"""A theme of ours as one of Textual's, for the widgets that are Textual's own."""

from __future__ import annotations

from textual.theme import Theme as TextualTheme

from givequest.appearance import Theme
from givequest.appearance.terminal_colours import DEFAULT, DIM

_SEE_THROUGH = {
    "ansi-background": DEFAULT,
    "ansi-foreground": DEFAULT,
    "foreground-disabled": f"{DEFAULT} 50%",
    "surface-active": DEFAULT,
    "block-cursor-background": "ansi_yellow",
    "block-cursor-foreground": "ansi_black",
    "block-cursor-text-style": "bold",
    "text-muted": f"{DEFAULT} 50%",
    "input-cursor-background": "ansi_yellow",
    "input-cursor-foreground": "ansi_black",
    "input-cursor-text-style": "none",
    "input-selection-background": "ansi_yellow",
    "input-selection-foreground": "ansi_black",
    "screen-selection-background": "ansi_yellow",
    "screen-selection-foreground": "ansi_black",
    "footer-key-foreground": "ansi_yellow",
    "scrollbar": "ansi_yellow",
    "scrollbar-hover": "ansi_yellow",
    "scrollbar-active": "ansi_yellow",
    "scrollbar-background": DEFAULT,
    "scrollbar-background-hover": DEFAULT,
    "scrollbar-background-active": DEFAULT,
}
"""What Textual's widgets are drawn in on the terminal's own ground, where they would take colours of their own."""


def textual_theme(theme: Theme) -> TextualTheme:
    """Return the Textual theme that looks like ours."""
    colours = {role: DEFAULT if colour == DIM else colour for role, colour in theme.colours.items()}
    return TextualTheme(
        name=theme.name,
        primary=colours["accent"],
        secondary=colours["bonus"],
        accent=colours["accent"],
        foreground=colours["text"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        success=colours["kept"],
        warning=colours["notice"],
        error=colours["slip"],
        dark=theme.dark,
        ansi=theme.is_see_through,
        variables={
            "border": colours["border_focus"],
            "border-blurred": colours["border"],
            "block-cursor-foreground": colours["cursor_text"],
            "block-cursor-background": colours["cursor_background"],
            "text-muted": colours["muted"],
            "input-cursor-background": colours["text"],
            **(_SEE_THROUGH if theme.is_see_through else {}),
            **theme.variables,
        },
    )
