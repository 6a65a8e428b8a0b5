"""Commands of the mirror of one's own posts."""
