"""The terminal that the app runs in: its bytes, its modes, and the Textual driver that joins them.

Only `driver` and `events` know Textual, so that a screen can be entered and drawn before Textual is loaded.
"""
