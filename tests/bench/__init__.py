"""The bench: how fast givequest is, measured from outside, as ratios of one run on one machine."""
