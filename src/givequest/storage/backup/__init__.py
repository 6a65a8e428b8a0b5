"""Backups: creating, rotating, restoring, repairing."""
