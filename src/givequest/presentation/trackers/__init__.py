"""What is said of another tracker's history while it is brought along."""
