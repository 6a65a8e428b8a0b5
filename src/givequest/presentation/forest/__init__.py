"""The forest as pixels, text and words."""
