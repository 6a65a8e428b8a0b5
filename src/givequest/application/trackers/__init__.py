"""Bringing the history of another tracker along: what it would become, and all of it as one change."""
