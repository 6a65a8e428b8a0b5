"""Days as people write them: 24/11, last friday, 3 days ago."""
