"""The history of changes: what was changed and when, each to be taken back or done again."""
