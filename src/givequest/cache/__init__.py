"""What is kept to save time, and can be deleted at any time."""
