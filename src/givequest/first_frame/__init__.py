"""The board on screen before Textual is loaded: drawn whole, at once, and then taken over by the app."""
