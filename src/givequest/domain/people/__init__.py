"""People: who somebody is to you, when they rest, and whom a day names."""
