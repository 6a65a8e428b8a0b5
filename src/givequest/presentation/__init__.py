"""What is drawn and said, for screen and command line alike; no Textual, no console."""
