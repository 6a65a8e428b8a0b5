"""Bringing along what was kept elsewhere."""
