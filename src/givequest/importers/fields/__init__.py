"""Fields of contacts: names, dates and links as foreign programs write them, cleaned."""
