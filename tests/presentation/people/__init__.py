"""People as lines."""
