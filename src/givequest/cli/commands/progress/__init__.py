"""Commands that show what the deeds have come to."""
