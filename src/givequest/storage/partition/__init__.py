"""One file of the ledger: its records, its latest changes, and their undo data."""
