"""What people can write that could break a screen."""

HOSTILE = (
    "go [/ now",
    "[x] done",
    "[/]",
    "[bold red]loud[/bold red]",
    "read [/r/python]",
    "$name {0} %s \\[b]",
    "\u202eright to left",
    "👩‍👩‍👧‍👦 家族のこと 🇦🇹",
    "e\u0301\u0301\u0301\u0301",
    "a" * 500,
    "word " * 200,
)
