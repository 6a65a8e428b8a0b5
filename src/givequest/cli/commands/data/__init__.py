"""Commands that copy, check, mend and move the data."""
