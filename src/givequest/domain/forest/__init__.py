"""The forest: what every deed grows into: pixels, signs and words, a pure function of plantings and a moment."""
