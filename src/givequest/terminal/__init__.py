"""The terminal that the app runs in: its modes, and what is written to it. Knows no Textual."""
