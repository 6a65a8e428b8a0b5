"""Backups, import and export, and the check of each day."""
