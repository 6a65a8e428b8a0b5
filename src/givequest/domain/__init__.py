"""The rules of the game: pure, without clock, disk or screen."""
