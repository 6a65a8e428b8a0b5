"""The page of the forest."""
