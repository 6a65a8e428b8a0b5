"""Backups: taking, keeping, restoring, repairing."""
