"""A terminal game of small good deeds, given without expecting anything back."""

__version__ = "1.0.0"
