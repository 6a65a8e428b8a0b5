"""Charts as lines of text with style roles."""
