"""Bounds within which files are read, so that none takes a machine's memory or minutes."""

from __future__ import annotations

LARGEST_FILE = 20 * 2**20
"""Bytes of a file, or of a member of a zip: a hundred thousand contacts."""
LARGEST_VCARDS = 100 * 2**20
"""Bytes of a file of vCards that is named: photographs are in them, and are never decoded."""
LARGEST_ZIP = 4 * 2**30
"""Bytes of a zip that is looked into: Takeout puts photographs beside the contacts."""
LARGEST_RATIO = 200
"""How much larger than it is packed a member of a zip may be: text comes to a tenth of that."""
MOST_MEMBERS = 2000
"""Files of a zip, or of a folder, that are looked at."""
DEEPEST_FOLDER = 4
LONGEST_ROW = 1_000_000
"""Characters of one line of a table: where there are more, it is none."""
MOST_NODES = 1_000_000
"""Objects, lists and values of a JSON file: the largest lists of followed accounts have a tenth of that."""
ENDINGS = (".csv", ".vcf", ".vcard", ".json", ".html", ".htm", ".js", ".txt", ".tsv")
"""How the files are called that are looked at in folders and zips; a file that is named may be called anything."""
MOST_ROWS = 100_000
"""Rows or cards of a file: nobody knows a third of that many people."""
MOST_FIELDS = 10_000
"""Fields of one card."""
MOST_LINES = 3_000_000
"""Lines of a file of cards: twice what the photographs of the largest have."""
