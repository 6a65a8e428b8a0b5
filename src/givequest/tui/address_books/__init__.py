"""Bringing an address book: the file, what it would bring, and who of it might like a word."""
