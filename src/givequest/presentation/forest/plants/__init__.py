"""Plants as pixels: each species at any height, in the tones of a moment."""
