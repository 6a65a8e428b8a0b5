"""Prompts, letters, search and dates of the journal."""
