"""Use cases, shared by the command line and the full screen; the clock and the store are parameters."""
