"""The land: meadow, path and pond, the hills behind, the bench by the path."""
