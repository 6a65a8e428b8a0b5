"""People, used."""
