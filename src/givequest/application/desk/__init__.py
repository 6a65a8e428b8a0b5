"""The desk: drafts, and what becomes of them."""
