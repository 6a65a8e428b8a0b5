"""Merging conflict copies and backups into the ledger."""
