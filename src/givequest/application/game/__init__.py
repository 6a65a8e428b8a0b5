"""The game that every use case is given: an open home, and everything derived from its records."""
