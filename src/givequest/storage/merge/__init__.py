"""Merging: what a sync folder, or a backup, keeps apart from the ledger."""
