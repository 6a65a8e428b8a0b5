"""The ledger on disk: plain TinyDB files, one for each year, written so that saved means saved."""
