"""The mirror of one's own posts as lines, for the screen and the command line alike."""
