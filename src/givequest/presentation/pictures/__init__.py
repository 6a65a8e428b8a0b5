"""Lines of cells as pictures that need no terminal: as SVG, and as PNG."""
