"""Progress: streaks, warmth, XP, levels and achievements, all computed from the records."""
