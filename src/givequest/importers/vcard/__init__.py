"""vCards 2.1, 3.0 and 4.0, read by a reader of our own.

The libraries that there are lose whole files. Measured on 42 public files with 50 cards: vobject 0.9.9 fails on seven
files as it is called and on three with `allowQP=True` (Android 2.1 with a photo, Lotus Notes, a card that is cut), and
a failure loses every card of the file; icalendar 7.3 fails on twelve. Both take about four times as long. This
reader takes what can be read of a card, says what cannot, and goes on with the next. `tests/importers/vcard` has
a file of each kind that they lose.
"""
