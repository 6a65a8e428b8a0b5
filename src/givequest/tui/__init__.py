"""The full-screen front end: the only part that knows Textual."""
