"""A theme of ours as one of Textual's, for the widgets that are Textual's own."""

from __future__ import annotations

from textual.theme import Theme as TextualTheme

from givequest.appearance import Theme


def textual_theme(theme: Theme) -> TextualTheme:
    """Return the Textual theme that looks like ours."""
    colours = theme.colours
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
        variables={
            "border": colours["border_focus"],
            "border-blurred": colours["border"],
            "block-cursor-foreground": colours["cursor_text"],
            "block-cursor-background": colours["cursor_background"],
            "text-muted": colours["muted"],
            "input-cursor-background": colours["text"],
            **theme.variables,
        },
    )
