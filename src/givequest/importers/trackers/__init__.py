"""Importers of habit trackers and diaries: a file a source, told by what is in a file and never by its name.

`reading.py` is the way in; `registry.py` lists the sources. What they take is in `domain/trackers/imported.py`.
"""
