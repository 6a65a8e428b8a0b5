"""The noticeboard: what was noticed about people, and the cards that come of it."""
