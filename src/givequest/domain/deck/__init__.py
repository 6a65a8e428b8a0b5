"""Cards, and which of them comes on a day."""
