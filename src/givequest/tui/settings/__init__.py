"""The pages of settings and themes."""
