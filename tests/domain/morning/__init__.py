"""Laws of what a morning begins with."""
