"""Themes and styles for Textual."""
