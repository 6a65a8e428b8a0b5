"""What the app does beside its pages: work in the background, keys, its end."""
