"""What a history comes to: streaks, warmth, XP, levels, achievements."""
