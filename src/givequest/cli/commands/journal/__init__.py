"""Commands that write and read the journal."""
