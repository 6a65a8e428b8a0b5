"""What can be done about people: add, edit, join and forget them, look them up, and ask whom a day names."""
