"""The one list of commands and their keys; knows no front end."""
