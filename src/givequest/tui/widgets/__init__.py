"""Things that draw themselves, line by line, from a snapshot that they are given."""
