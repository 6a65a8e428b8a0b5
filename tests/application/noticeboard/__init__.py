"""What was noticed, and what becomes of it."""
