"""The ledger: records in partitions, changes, undo."""
