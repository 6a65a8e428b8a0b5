"""Bringing an address book in the app."""
