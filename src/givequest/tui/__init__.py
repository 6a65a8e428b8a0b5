"""The full-screen front end: the only part that knows Textual."""

import os

# With these Textual would write down every key, also those that are typed to be let go.
for _name in ("TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL"):
    os.environ.pop(_name, None)
