"""What a person writes by hand: the config file, decks of their own, and where all of it lives."""
