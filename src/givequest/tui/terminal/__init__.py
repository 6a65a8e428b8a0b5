"""The Textual driver: what the terminal sends as events, on top of the terminal's modes and output."""
