"""Every use case once, called by the command line and the screen alike; clock and store are passed in."""
