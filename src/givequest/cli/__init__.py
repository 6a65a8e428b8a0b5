"""The command line: thin, and without Textual. Data goes to stdout, words to stderr."""
