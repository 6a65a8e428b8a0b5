"""What a morning begins with: a line for the day, an older deed that comes to mind, last week's own notes."""
