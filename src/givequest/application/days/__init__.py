"""Other days than today: stepping to them, catching up on them, looking back."""
