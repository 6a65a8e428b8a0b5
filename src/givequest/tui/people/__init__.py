"""The page of people: who they are to you, found, placed and greeted."""
