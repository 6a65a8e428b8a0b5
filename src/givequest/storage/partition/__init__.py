"""One file of the ledger: its records, its latest changes, and the ways back from them."""
