"""Bringing along what was kept elsewhere: another tracker's history, or the archive of one's own posts."""
