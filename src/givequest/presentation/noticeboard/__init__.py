"""The noticeboard as lines and words."""
