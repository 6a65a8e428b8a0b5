"""Commands that show the day and log what was given."""
