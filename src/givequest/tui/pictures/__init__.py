"""Saving what is on a page: as a picture, or as a card to share."""
