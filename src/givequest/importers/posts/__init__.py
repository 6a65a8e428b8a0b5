"""Importers of archives of one's own posts: a file a source; they count, and keep no word of any post.

`reading.py` is the way in. An archive may be larger than memory, so files are read as they stream by.
"""
