"""The ledger on disk: plain TinyDB files, one per year, written so that a saved change survives a crash."""
