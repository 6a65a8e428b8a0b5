"""Charts as data: what each day was to each series, and what weeks, months and years come to."""
