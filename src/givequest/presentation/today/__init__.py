"""The board of a day: quests, month, streaks, and the page that they make."""
