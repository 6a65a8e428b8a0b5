"""Laws that hold across the whole program."""
