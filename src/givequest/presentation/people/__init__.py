"""People, as lines: the list, one of them, what is found, and the first minutes with names."""
