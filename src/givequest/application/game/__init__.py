"""The game that every use case is given: a home opened, and what its history comes to."""
