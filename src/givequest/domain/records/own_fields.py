"""The fields of the types of records that are not of a year's day, beyond those of every record."""

from __future__ import annotations

RULES_FIELDS = ("core", "kinds", "first_weekday", "former")
PERSON_FIELDS = ("name", "also", "tie", "dates", "tags", "met", "note", "links", "books", "snooze", "gentle")
SPOT_FIELDS = ("sort", "person", "other", "text", "until", "closed")
CONTACT_FIELDS = ("name", "key", "line", "since", "was", "also", "dates", "tags", "links")
POSTS_FIELDS = ("source", "to_others", "passed_on", "names_someone", "only_me")
